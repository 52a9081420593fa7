"""A case file looked over before it is used: is it one, is it whole, may it be changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from db.connection import connect, transaction
from db.failures import damaged, reading, writing
from db.fitness import recognise, require_fit, require_whole
from db.guard import guarded
from db.lock import CaseLock
from db.sharing import catch_up
from db.steps import is_behind, step_up
from workbench.errors import CaseError, CaseNotWritten, StaleChange

Identity = tuple[int, int]
"""Device and inode: the file itself, whatever its name."""
BeforeStep = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Opened:
    """A case file ready for use; `lock` is held where it may be changed."""

    db: Database
    path: Path
    identity: Identity | None
    lock: CaseLock | None
    read_only: str | None


def identity(path: Path) -> Identity | None:
    """Which file stands at `path`; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_file(path: Path, before_step: BeforeStep | None = None) -> Opened:
    """Open a case, for reading only where it cannot be changed.

    `before_step` is called with the file before it is brought up to date, and keeps it as it was.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """
    path = Path(os.path.realpath(path))
    recognise(path)
    lock = CaseLock(path)
    mode, read_only = _access(path, lock)
    try:
        db = _prepared(path, mode, before_step, writable=read_only is None)
    except BaseException:
        lock.release()
        raise
    return Opened(db, path, identity(path), lock, read_only)


def open_beside(path: Path) -> Opened:
    """Open once more, for reading, a case that this process has open already."""
    with reading(path):
        db = connect(path, mode="ro")
    return Opened(db, path, identity(path), None, "This view of the case is for reading only.")


def open_kept(path: Path, why: str) -> Opened:
    """Open a case that nobody changes, without a lock, for reading only because of `why`.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """
    path = Path(os.path.realpath(path))
    recognise(path)
    return Opened(_prepared(path, "ro", writable=False), path, identity(path), None, why)


def create_file(path: Path, fill: Callable[[Database], None]) -> Opened:
    """Make a case file with its schema and what `fill` writes into it, or none at all.

    Raises:
        CaseError: there is a file of that name already.
        CaseNotWritten: the folder or the disk does not take it.
    """
    path = Path(os.path.realpath(path))
    lock = CaseLock(path)
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise CaseError(f"There is a file “{path.name}” already. Choose another name.") from None
    except OSError as error:
        raise CaseNotWritten(f"No case can be made in “{path.parent}”. Choose another folder.") from error
    try:
        _take(lock, path)
        db = _filled(path, fill)
    except BaseException:
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return Opened(db, path, identity(path), lock, None)


def _take(lock: CaseLock, path: Path) -> None:
    try:
        taken = lock.take()
    except OSError as error:
        raise CaseNotWritten(
            f"No case of that name can be made in “{path.parent}”. Choose a shorter name, or another folder."
        ) from error
    if not taken:
        raise CaseError(
            f"Another window still has a case “{path.name}” open. Close it, or choose another name."
        )


def _filled(path: Path, fill: Callable[[Database], None]) -> Database:
    with writing(path, f"The case “{path.name}” was not made"):
        db = guarded(connect(path, mode="rw"))
        try:
            with transaction(db):
                step_up(db)
                fill(db)
        except BaseException:
            db.close()
            raise
    return db


def _access(path: Path, lock: CaseLock) -> tuple[str, str | None]:
    """The mode to connect in, and why the case is for reading only, if it is."""
    protected = (
        f"“{path.name}” lies where nothing may be written, so you can read it but not change it. "
        "To work on it, save a copy elsewhere."
    )
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return "ro", protected
    try:
        taken = lock.take()
    except OSError:
        return "ro", protected
    if taken:
        return "rw", None
    return (
        "rw",
        f"“{path.name}” is open in another window or program: here you can read it but not change it.",
    )


def _prepared(path: Path, mode: str, before_step: BeforeStep | None = None, *, writable: bool) -> Database:
    with reading(path):
        db = guarded(connect(path, mode=mode))
        try:
            require_fit(db, path)
            if writable:
                _bring_up_to_date(db, path, before_step)
            elif is_behind(db):
                raise CaseError(
                    f"“{path.name}” was made by an earlier Twosource. Open it once where it may be changed."
                )
            require_whole(db, path)
            if writable:
                _catch_up(db, path)
            # Opened to write all the same, so that a change cut off by a crash can be taken back.
            db.conn.execute(f"PRAGMA query_only = {'OFF' if writable else 'ON'}")
        except BaseException:
            db.close()
            raise
    return db


def _catch_up(db: Database, path: Path) -> None:
    try:
        with writing(path, f"“{path.name}” could not be made ready"):
            catch_up(db)
    except StaleChange as error:  # Nobody else can have changed it: its rows and indexes do not agree.
        raise damaged(path) from error


def _bring_up_to_date(db: Database, path: Path, before_step: BeforeStep | None) -> None:
    with writing(path, f"“{path.name}” could not be made ready"):
        db.conn.execute("PRAGMA journal_mode = DELETE")
        if is_behind(db):
            if before_step is not None:
                before_step(path)
            with transaction(db):
                step_up(db)
