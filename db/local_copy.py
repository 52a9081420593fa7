"""The local copy of a case in a synchronised or network folder, and what was last seen of the file there.

It lies in the user's data folder: `working/PLACE/NAME.twosource`, with `state.json` beside it.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import RLock

from db.connection import connect
from db.durable import ENDINGS, free_name, part_of, private_folder, put_in_place
from db.failures import writing
from db.history import head
from db.lock import CaseLock
from db.snapshot import require_room, require_sound
from workbench.backups import Backups, Mark
from workbench.errors import CaseError, CaseNotWritten, WorkbenchError
from workbench.model import Sha256
from workbench.places import beside
from workbench.standing import Apart, Standing

_STALE_S = 3600
_UNREADABLE = (sqlite3.Error, OSError, UnicodeError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works where: the user's data folder, the checker's name, the clock, the backups."""

    data: Path
    checker: str
    clock: Callable[[], datetime]
    backups: Backups | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A file in the folder as it was last seen: the end of its history, and its size in bytes."""

    mark: Mark
    size: int


class LocalCopy:
    """The local copy of the case at `path`."""

    def __init__(self, path: Path, desk: Desk) -> None:
        self.path = path
        self.file = working_file(desk.data, path)
        self.apart: Apart | None = None
        self._desk = desk
        self._state = self.file.with_name("state.json")
        self._seen, self._beside = _read_state(self._state)
        self._one_at_a_time = RLock()

    def make_ready(self) -> None:
        """Have a local copy to work on, with all the work there is.

        Raises:
            CaseError: the file in the folder cannot be read, or our work not be put beside it.
        """
        try:
            self._make_room()
            _clear_stale(self.path)
            self._choose()
        except OSError as error:
            raise CaseNotWritten(
                f"“{self.path.name}” could not be copied to this computer to be worked on: {error.strerror}. "
                "Nothing was changed in it."
            ) from error

    def fetch(self) -> None:
        """Bring the case from its folder, unless the local copy has something that it lacks."""
        self._make_room()
        there = look(self.path)
        if there is None:
            return
        ours = end_of(self.file) or self._adopted(there)
        absent = ours is None and not self.file.exists()
        if absent or (ours is not None and ours != there.mark and leads_through(self.path, ours)):
            self._fetch(there)

    def is_published(self) -> bool:
        """Whether the folder has all the work there is."""
        there, ours = look(self._beside or self.path), end_of(self.file)
        return there is not None and there.mark == ours

    def publish(self) -> Standing:
        """Bring the local copy to its folder, never over what was not seen before. From any thread."""
        with self._one_at_a_time:
            try:
                return self._publish()
            except (WorkbenchError, *_UNREADABLE):
                return Standing.WAITING

    def _make_room(self) -> None:
        private_folder(self.file.parents[1])
        self.file.parent.mkdir(exist_ok=True)

    def _choose(self) -> None:
        """The local copy or the file in the folder, whichever has grown from the other; else both stay."""
        there = look(self.path)
        if there is None:
            raise CaseError(f"“{self.path.name}” could not be read. Check its folder and try again.")
        ours = end_of(self.file) or self._adopted(there)
        if ours is None:
            _put_aside(self.file)
            self._fetch(there)
        elif self._has_grown_from(there):
            self._note(there, None)
        elif leads_through(self.path, ours):
            self._fetch(there)
        else:
            aside = self._write_beside()
            self._fetch(there)
            self.apart = Apart(aside, aside)

    def _adopted(self, there: Seen) -> Mark | None:
        """The local copy of a case that was renamed since, when it holds more than the case there."""
        if self.file.exists():
            return None
        for state in self.file.parents[1].glob("*/state.json"):
            path = _path_of(state)
            if path is None or os.path.lexists(path):
                continue
            file = state.with_name(path.name)
            lock = CaseLock(file)
            ours = end_of(file) if leads_through(file, there.mark) else None
            if ours is not None and ours != there.mark and lock.take():
                file.rename(self.file)
                state.unlink()
                lock.release()
                return ours
        return None

    def _publish(self) -> Standing:
        there, ours = look(self.path), end_of(self.file)
        if there is None:
            gone = self.path.parent.is_dir() and not os.path.lexists(self.path)
            return Standing.ASTRAY if gone else Standing.WAITING
        if there.mark == ours:
            self._note(there, None)
            return self._together()
        if self._has_grown_from(there):
            self._note(self._copy_to(self.path, there), None)
            return self._together()
        if ours is not None and leads_through(self.path, ours):
            return Standing.BEHIND
        self.apart = Apart(self._write_beside(), self.path)
        return Standing.APART

    def _has_grown_from(self, there: Seen) -> bool:
        """Whether the local copy holds all that the file in the folder does."""
        return (there == self._seen and self._beside is None) or leads_through(self.file, there.mark)

    def _together(self) -> Standing:
        if self.apart is not None and self.apart.other == self.path:
            self.apart = None
        return Standing.SAVED

    def _fetch(self, there: Seen) -> None:
        """Take the case as it is in the folder."""
        part = part_of(self.file)
        try:
            require_room(self.path, part, 1)
            shutil.copyfile(self.path, part)
            require_sound(part, self.path.name)
            put_in_place(part, self.file)
        finally:
            part.unlink(missing_ok=True)
        self._note(there, None)

    def _write_beside(self) -> Path:
        """Our work, in a file of its own beside the one that went another way."""
        target = self._beside
        there = look(target) if target is not None else None
        if target is not None and there is not None and leads_through(self.file, there.mark):
            if there.mark != end_of(self.file):
                self._copy_to(target, there)
            return target
        day = self._desk.clock().astimezone().date()
        target = beside(self.path, self._desk.checker, day, os.path.lexists)
        self._copy_to(target, None)
        self._note(self._seen, target)
        return target

    def _copy_to(self, target: Path, expected: Seen | None) -> Seen:
        """Put the local copy in the place of `target`, whole, unless that is not `expected` any more."""
        part = part_of(target)
        require_room(self.file, part, 1)
        try:
            with (
                writing(target, f"“{target.name}” was not written in its folder"),
                closing(connect(self.file, mode="ro")) as db,
                closing(sqlite3.connect(part)) as copy,
            ):
                db.conn.backup(copy, pages=64)
            written = Seen(require_sound(part, target.name), part.stat().st_size)
            if look(target) != expected:
                raise CaseNotWritten(f"“{target.name}” was changed in its folder just now.")
            put_in_place(part, target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return written

    def _note(self, seen: Seen | None, beside: Path | None) -> None:
        if (seen, beside) == (self._seen, self._beside) and self._state.exists():
            return
        self._seen, self._beside = seen, beside
        told = {
            "path": str(self.path),
            "seen": [seen.mark.number, seen.mark.hash, seen.size] if seen else None,
            "beside": str(beside) if beside else None,
        }
        part = part_of(self._state)
        part.write_text(json.dumps(told), encoding="utf-8")
        put_in_place(part, self._state)


def working_file(data: Path, path: Path) -> Path:
    """Where the local copy of the case at `path` lies, if there is one."""
    real = os.path.realpath(path)
    place = sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return data / "working" / place / path.name


def look(path: Path) -> Seen | None:
    """What a file in the folder is; None when it is not there or cannot be read."""
    try:
        with closing(connect(path, mode="ro", immutable=True)) as db:
            return Seen(head(db), path.stat().st_size)
    except _UNREADABLE:
        return None


def end_of(file: Path) -> Mark | None:
    """How a local copy ends, once a change cut off by a crash is taken back; None when it cannot be read."""
    try:
        with closing(connect(file, mode="rw")) as db:
            return head(db)
    except _UNREADABLE:
        return None


def leads_through(file: Path, mark: Mark) -> bool:
    """Whether a case has that end of a history behind it, in its own history or by a merge."""
    try:
        with closing(connect(file, mode="ro")) as db:
            asked = (mark.number, mark.hash)
            if db.conn.execute("SELECT 1 FROM history WHERE number = ? AND hash = ?", asked).fetchone():
                return True
            return bool(db.conn.execute("SELECT 1 FROM line WHERE hash = ?", (mark.hash,)).fetchone())
    except _UNREADABLE:
        return False


def _read_state(path: Path) -> tuple[Seen | None, Path | None]:
    try:
        told = json.loads(path.read_text("utf-8"))
        seen, beside = told["seen"], told["beside"]
        known = Seen(Mark(int(seen[0]), Sha256(str(seen[1]))), int(seen[2])) if seen else None
        return known, Path(beside) if beside else None
    except _UNREADABLE:
        return None, None


def _path_of(state: Path) -> Path | None:
    """Which case a local copy is of."""
    try:
        return Path(json.loads(state.read_text("utf-8"))["path"])
    except _UNREADABLE:
        return None


def _put_aside(file: Path) -> None:
    """A local copy that cannot be read gives way, but stays."""
    if file.exists():
        aside = free_name(file.with_name(f"{file.stem} (damaged){file.suffix}"))
        for ending in ("", *ENDINGS):
            with suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))


def _clear_stale(path: Path) -> None:
    """Clear away what a publishing that was cut off left in the folder."""
    for left in path.parent.glob(f".~{_plain(path.name)}.*.part*"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _STALE_S:
                left.unlink()


def _plain(name: str) -> str:
    from glob import escape

    return escape(name)
