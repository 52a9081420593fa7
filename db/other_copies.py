"""Which backups are of another copy of a case: copies go on apart, and their backups lie together."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from db.connection import connect
from db.heads import HeadFiles
from workbench.backups import Backup, Copy, Mark
from workbench.canonical import moment
from workbench.errors import CaseError, HeadsUnusable
from workbench.model import CaseId, Sha256

_HASH = "SELECT hash FROM history WHERE number = ?"
_LAST = "SELECT event FROM history ORDER BY number DESC LIMIT 1"
_UNREADABLE = (sqlite3.Error, CaseError, UnicodeError, OSError, ValueError, KeyError, TypeError)


def noted(data: Path, cases: Iterable[CaseId], place: str) -> tuple[Mark, ...]:
    """The ends of histories that were seen at a place."""
    found: list[Mark] = []
    for case in cases:
        with suppress(HeadsUnusable):
            found += (seen.mark for seen in HeadFiles(data).of(case) if seen.place == place)
    return tuple(found)


def of_other_copies(items: Sequence[Backup], place: str, marks: Sequence[Mark]) -> frozenset[Backup]:
    """Those that are not of the line of the file at `place`, as far as that can be told.

    Of its line are backups made there, unless their history is another than was noted of the place; what
    one of them leads through; and what was made where no file is any more, since the case was moved.
    """
    made = {item: _made_at(item) for item in items}
    agreeing = [item for item in items if not _contradicts(item, marks)]
    own = [item for item in agreeing if made[item] == place or _was_moved(item, made[item], marks)]
    return frozenset(
        item for item in items if item not in own and not _is_before(item, own) and not _ends_at(item, marks)
    )


def copy_of(item: Backup) -> Copy | None:
    """Of which copy a backup is, and by whom and when that was changed last; None when it cannot be read."""
    with suppress(*_UNREADABLE), closing(connect(item.path, mode="ro", immutable=True)) as db:
        event = json.loads(db.conn.execute(_LAST).fetchone()[0])
        return Copy(_made_at(item), str(event["by"]), moment(event["at"]))
    return None


def _made_at(item: Backup) -> str:
    """The path of the file that it was made of."""
    with suppress(*_UNREADABLE):
        return str(json.loads((item.path.parent / "case.json").read_text("utf-8"))["path"])
    return ""


def _was_moved(item: Backup, made_at: str, marks: Sequence[Mark]) -> bool:
    """Whether the case may have lain there before it came to its place: nothing newer was left behind."""
    latest = max((mark.number for mark in marks), default=item.number)
    return item.number <= latest and not os.path.lexists(made_at)


def _contradicts(item: Backup, marks: Sequence[Mark]) -> bool:
    """Whether a history leads through none of the ends seen, though it is long enough for one."""
    there = [mark for mark in marks if mark.number <= item.number]
    return len(there) == len(marks) > 0 and all(_hash_at(item, mark.number) != mark.hash for mark in there)


def _is_before(item: Backup, own: Iterable[Backup]) -> bool:
    end = _hash_at(item, item.number)
    later = (other for other in own if other.number >= item.number)
    return end is not None and any(_hash_at(other, item.number) == end for other in later)


def _ends_at(item: Backup, marks: Iterable[Mark]) -> bool:
    there = (mark for mark in marks if mark.number == item.number)
    return any(_hash_at(item, mark.number) == mark.hash for mark in there)


def _hash_at(item: Backup, number: int) -> Sha256 | None:
    with suppress(*_UNREADABLE), closing(connect(item.path, mode="ro", immutable=True)) as db:
        row = db.conn.execute(_HASH, (number,)).fetchone()
        return Sha256(row[0]) if row else None
    return None
