"""A case as it is at one moment, written to a file of its own without holding up whoever works on it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from db.connection import APPLICATION_ID, connect, number
from db.durable import part_of, put_in_place
from db.failures import reading, writing
from db.history import START, chained
from workbench.backups import Mark
from workbench.errors import CaseBusy, CaseNotWritten, DamagedCase
from workbench.model import Sha256
from workbench.progress import Cancelled, Progress

CHUNK_PAGES = 64
"""Read at a time. For so long, some tenths of a millisecond, the file is locked against writers."""
REST_S = 0.001
"""Rest between two reads, at the first try. Whoever writes meanwhile makes the copy begin anew, in haste."""
TRIES = 30
"""After so many the backup of a case that is written all the time is put off."""
_STEPS = 20_000
"""So many steps of SQLite's machine lie between two questions whether to stop."""
_SLICE = 2 * 2**20
"""Bytes handed to the disk at a time."""
ROOM = 64 * 2**20
"""Bytes of the disk that a backup leaves to the case itself."""


def snapshot(source: Path, target: Path, progress: Progress) -> None:
    """Write the case in the file `source` to `target`, compact and checked.

    Raises:
        CaseNotWritten: no room, or the case is written without pause; there is no new file then.
        DamagedCase: the case, or what was read of it, fails the check.
    """
    copy, compact, part = part_of(target), part_of(target), part_of(target)
    try:
        require_room(source, target)
        with writing(target, f"No backup of “{source.name}” was made"):
            with closing(connect(source, mode="ro")) as db:
                _copy_gently(db, copy, progress)
            _compact(copy, compact, progress)
        copy.unlink()
        _write_out(compact, part, progress)
        require_sound(part, source.name)
        put_in_place(part, target)
    except OSError as error:
        raise CaseNotWritten(
            f"No backup of “{source.name}” was made: {error.strerror or 'the disk refused it'}. "
            "The case itself is safe; it will be tried again."
        ) from error
    finally:
        for left in (copy, compact, part):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def require_room(source: Path, target: Path, times: int = 2) -> None:
    """See that a backup does not fill the disk that the case needs. Raises `CaseNotWritten`."""
    if shutil.disk_usage(target.parent).free < times * source.stat().st_size + ROOM:
        raise CaseNotWritten(
            f"No backup of “{source.name}” was made: the disk is nearly full. The case itself is safe. "
            "Free some space; it will be tried again."
        )


def head(db: Database) -> Mark:
    """The last event of the history, tested against its hash. Raises `DamagedCase` when it does not fit."""
    rows = db.conn.execute("SELECT number, event, hash FROM history ORDER BY number DESC LIMIT 2").fetchall()
    if not rows:
        return Mark(0, START)
    last, event, hash = rows[0]
    previous = Sha256(rows[1][2]) if len(rows) > 1 else START
    if chained(previous, event) != hash:
        raise DamagedCase("The history does not fit its last hash.")
    return Mark(last, Sha256(hash))


def head_of(path: Path) -> Mark | None:
    """The last event of a case file that nobody writes to; None when it cannot be read."""
    try:
        with closing(connect(path, mode="ro", immutable=True)) as db:
            return head(db)
    except (sqlite3.Error, DamagedCase, UnicodeError, TypeError, OSError):
        return None


def require_sound(path: Path, name: str) -> Mark:
    """Check a case file that nobody writes to: its structure, and the end of its history.

    Raises:
        DamagedCase: it fails. `name` is what the sentence calls it.
    """
    try:
        with reading(Path(name)), closing(connect(path, mode="ro", immutable=True)) as db:
            (finding,) = db.conn.execute("PRAGMA quick_check(1)").fetchone()
            whole = path.stat().st_size >= number(db, "page_count") * number(db, "page_size")
            if finding == "ok" and whole and number(db, "application_id") == APPLICATION_ID:
                return head(db)
    except (OSError, UnicodeError) as error:
        raise DamagedCase(f"“{name}” could not be read, so nothing was done with it.") from error
    raise DamagedCase(f"“{name}” is damaged, so no backup was made of it; earlier ones are kept.")


def is_sound(path: Path) -> bool:
    """Whether a case file that nobody writes to passes the check."""
    try:
        require_sound(path, path.name)
    except Exception as error:
        from workbench.errors import WorkbenchError

        if isinstance(error, WorkbenchError):
            return False
        raise
    return True


def _copy_gently(db: Database, copy: Path, progress: Progress) -> None:
    """Copy a few pages at a time: between two of them others may write, and then it begins anew."""
    for rest_s in (REST_S, *(0.0,) * TRIES):
        with closing(sqlite3.connect(copy, isolation_level=None)) as target, suppress(_Overtaken):
            target.execute("PRAGMA synchronous = OFF")
            db.conn.backup(target, pages=CHUNK_PAGES, progress=_breather(progress, rest_s), sleep=0.05)
            return
        copy.unlink()
    raise CaseBusy("No backup was made yet: the case is being written all the time. It will be tried again.")


def _breather(progress: Progress, rest_s: float) -> Callable[[int, int, int], None]:
    """What is called between two reads: rests, and ends the copying when it has begun anew by itself."""
    left: int | None = None

    def breathe(_status: int, remaining: int, total: int) -> None:
        """Tell how far the copy is and rest a while; give up where a writer has made it begin anew."""
        nonlocal left
        if left is not None and remaining > left:
            raise _Overtaken
        left = remaining
        progress(total - remaining, total, "")
        if rest_s:
            time.sleep(rest_s)

    return breathe


def _compact(copy: Path, part: Path, progress: Progress) -> None:
    """The copy, which is ours alone, without its free pages."""
    stopped: list[Cancelled] = []

    def ask() -> int:
        """Whether to stop: not 0 once the work has been cancelled."""
        try:
            progress(1, 1, "")
        except Cancelled as stop:
            stopped.append(stop)
        return len(stopped)

    with closing(connect(copy, mode="ro", immutable=True)) as db:
        # No journal and no waiting for the disk: the file counts only once it has its name.
        db.conn.execute("PRAGMA synchronous = OFF")
        db.conn.set_progress_handler(ask, _STEPS)
        try:
            db.conn.execute("VACUUM INTO ?", (os.fspath(part),))
        except sqlite3.OperationalError:
            if stopped:
                raise stopped[0] from None
            raise


def _write_out(compact: Path, part: Path, progress: Progress) -> None:
    """Have a file on the disk slice by slice: taking all at once, it would keep a writer waiting."""
    with compact.open("rb") as source, part.open("xb") as target:
        while content := source.read(_SLICE):
            progress(1, 1, "")
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
            time.sleep(REST_S)


class _Overtaken(Exception):
    """The case was written while it was copied."""
