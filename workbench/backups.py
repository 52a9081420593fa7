"""Backups of a case: what one is, which are kept for how long, and what was changed since one was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.model import CaseId, Sha256

ALL_FOR = timedelta(days=2)
"""For so long every backup is kept."""


class Reason(StrEnum):
    """Why a backup was made."""

    OPENING = "opening"
    CHANGES = "changes"
    """After half an hour with changes."""
    SCHEMA = "schema"
    """Before the file was brought up to date."""
    MERGE = "merge"
    RETURN = "return"
    """Before the editor went back to an earlier state. It may hold work that nothing later rests on."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file. `number` counts the changes of the history it holds; `size` is in bytes."""

    path: Path
    at: datetime
    number: int
    reason: Reason
    size: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a history: the number and hash of its last event."""

    number: int
    hash: Sha256


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a case that went on apart at another place: by whom and when it was changed last."""

    place: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """A backup as it is offered. `head` is None when it cannot be read, `since` when its history is another.

    `since` counts the labels of the changes made after it. `copy` is set when it is of another copy.
    """

    backup: Backup
    head: Mark | None
    since: Mapping[str, int] | None = None
    copy: Copy | None = None

    @property
    def is_sound(self) -> bool:
        """Whether it can be gone back to."""
        return self.head is not None


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a history, as far as telling what was changed needs it."""

    number: int
    hash: Sha256
    label: str


class Backups(Protocol):
    """The backups of all cases, in the user's data folder. May be used from any thread.

    Every call that writes may raise `CaseNotWritten`, and then nothing was lost.
    """

    def take(self, file: Path, case: Path, reason: Reason, at: datetime, progress: Progress) -> Backup | None:
        """Back up the file of a case that lies at `case`; None when nothing changed since the last one."""

    def states(self, case: Path, file: Path | None = None) -> tuple[State, ...]:
        """What can be gone back to, the newest first; `file` is what is open of it, if anything is."""

    def newest_sound(self, case: Path) -> State | None:
        """The newest backup that passes every check; None when there is none.

        One of another copy of the case, as `State.copy` tells, only where the file at `case` has none.
        """

    def go_back(self, case: Path, backup: Backup, at: datetime) -> Path | None:
        """Put a backup in the place of the case, which nobody may have open.

        What stood there is kept first: as a backup, or, damaged, under another name beside it, which is
        returned. Raises `CaseError`.
        """

    def copy_of(self, case: Path, backup: Backup) -> Path:
        """A copy of a backup to look at, named after the case and the day."""


class NoBackups:
    """For a window without backups."""

    def take(
        self, _file: Path, _case: Path, _reason: Reason, _at: datetime, _progress: Progress
    ) -> Backup | None:
        """None."""
        return None

    def states(self, _case: Path, _file: Path | None = None) -> tuple[State, ...]:
        """None."""
        return ()

    def newest_sound(self, _case: Path) -> State | None:
        """None."""
        return None

    def go_back(self, case: Path, _backup: Backup, _at: datetime) -> Path | None:
        """Not possible. Raises `LookupError`."""
        raise LookupError(case)

    def copy_of(self, case: Path, _backup: Backup) -> Path:
        """Not possible. Raises `LookupError`."""
        raise LookupError(case)


def outdated(now: datetime, backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Which backups of one file need not be kept, oldest first.

    All of the last two days stay. Of those before, the newest of each of the last 7 days that have any
    stays, then of 8 weeks, then of 12 months. What lies in the future stays, and so does the state before
    an editor went back. Days without backups do not count, so that neither a long rest nor a clock that
    once ran years ahead takes anything away.
    """
    all_of_them = tuple(backups)
    past = sorted((item for item in all_of_them if item.at <= now - ALL_FOR), key=_age, reverse=True)
    kept: list[Backup] = []
    for period, most in ((_day, 7), (_week, 8), (_month, 12)):
        edge = period(kept[-1].at) if kept else None
        kept += _newest_of_each(past, period, most, edge)
    spared = set(kept)
    return tuple(item for item in reversed(past) if item not in spared and item.reason is not Reason.RETURN)


def since(head: Mark, history: Sequence[Step]) -> Mapping[str, int] | None:
    """How often which change was made after `head`; None when `head` is not in that history."""
    if head.number > len(history) or (head.number and history[head.number - 1].hash != head.hash):
        return None
    return Counter(step.label for step in history[head.number :])


def told_copy(copy: Copy) -> str:
    """A sentence about states that are of another copy, one of which is offered."""
    when = f"{copy.at.astimezone():%d %B %Y at %H:%M}".lstrip("0")
    by = f" by {copy.by}" if copy.by.strip() else ""
    where = f" in “{copy.place}”" if copy.place else ""
    return f"The states that are left are of another copy of the case{where}, last changed{by} on {when}."


def folder_name(case: CaseId) -> str:
    """A name for a folder that holds what belongs to a case, safe whatever its id is."""
    from hashlib import sha256

    plain = all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in case)
    return case if plain and 0 < len(case) <= 64 else sha256(case.encode()).hexdigest()[:32]


_Period = Callable[[datetime], tuple[int, ...]]


def _newest_of_each(
    past: Sequence[Backup], period: _Period, most: int, edge: tuple[int, ...] | None
) -> list[Backup]:
    """The newest of each of the latest `most` periods before the period `edge`; `past` is newest first."""
    newest: dict[tuple[int, ...], Backup] = {}
    for item in past:
        name = period(item.at)
        if edge is None or name < edge:
            newest.setdefault(name, item)
    return list(newest.values())[:most]


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    year, week, _ = at.isocalendar()
    return year, week


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month


def _age(item: Backup) -> tuple[datetime, int, Path]:
    return item.at, item.number, item.path
