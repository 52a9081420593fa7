"""A case file looked over before it is used: is it one, is it whole, may it be changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from db.connection import APPLICATION_ID, connect, number, transaction
from db.failures import code_of, damaged, reading, writing
from db.lock import CaseLock
from db.rows import tables
from db.steps import is_ahead, is_behind, step_up
from workbench.errors import CaseError, CaseNotWritten, NewerCase, NotACase

_CHECKED_ON_OPENING = 64 * 2**20
"""Bytes up to which the structure of a file is checked each time it is opened."""

_TABLES = {table.name for table in tables()} | {"text", "original", "history", "sentence", "passage"}

Identity = tuple[int, int]
"""Device and inode: the file itself, whatever its name."""


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


def open_file(path: Path) -> Opened:
    """Open a case, for reading only where it cannot be changed.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError: with a sentence that says why.
    """
    path = path.resolve()
    recognise(path)
    lock = CaseLock(path)
    mode, read_only = _access(path, lock)
    try:
        db = _prepared(path, mode, writable=read_only is None)
    except BaseException:
        lock.release()
        raise
    return Opened(db, path, identity(path), lock, read_only)


def open_beside(path: Path) -> Opened:
    """Open once more, for reading, a case that this process has open already."""
    with reading(path):
        db = connect(path, mode="ro")
    return Opened(db, path, identity(path), None, "This view of the case is for reading only.")


def create_file(path: Path, fill: Callable[[Database], None]) -> Opened:
    """Make a case file with its schema and what `fill` writes into it, or none at all.

    Raises:
        CaseError: there is a file of that name already.
        CaseNotWritten: the folder or the disk does not take it.
    """
    path = path.resolve()
    lock = CaseLock(path)
    try:
        path.touch(exist_ok=False)
        lock.take()
    except FileExistsError:
        raise CaseError(f"There is a file “{path.name}” already. Choose another name.") from None
    except OSError as error:
        path.unlink(missing_ok=True)
        raise CaseNotWritten(f"No case can be made in “{path.parent}”. Choose another folder.") from error
    try:
        db = _filled(path, fill)
    except BaseException:
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return Opened(db, path, identity(path), lock, None)


def recognise(path: Path) -> None:
    """Look at the file's header only, touching neither it nor anything beside it.

    Raises:
        NotACase, CaseError: with a sentence that says why.
    """
    if not path.is_file():
        raise NotACase(f"There is no case file at “{path}”.")
    if path.stat().st_size == 0:
        raise NotACase(f"“{path.name}” is empty: nothing was ever stored in it.")
    if path.with_name(f"{path.name}-wal").exists():
        raise CaseError(
            f"Beside “{path.name}” lies a file of the same name ending in “-wal”, left by another program. "
            "It could mix another case into this one: close that program or move that file away."
        )
    not_ours = NotACase(f"“{path.name}” is not a Twosource case. Choose a file ending in “.twosource”.")
    try:
        with reading(path), closing(connect(path, mode="ro", immutable=True)) as db:
            if number(db, "application_id") != APPLICATION_ID:
                raise not_ours
    except CaseError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and code_of(cause) == sqlite3.SQLITE_NOTADB:
            raise not_ours from cause
        raise


def require_fit(db: Database, path: Path) -> None:
    """Ask the header again, now that a change cut off earlier has been taken back.

    Raises:
        NotACase, NewerCase: with a sentence that says why.
    """
    if number(db, "application_id") != APPLICATION_ID or number(db, "user_version") < 1:
        raise NotACase(f"“{path.name}” holds no case: making it was cut off. Delete it and begin again.")
    if is_ahead(db):
        raise NewerCase(
            f"“{path.name}” was written by a newer Twosource. Nothing was changed in it; "
            "update Twosource to open it."
        )


def _filled(path: Path, fill: Callable[[Database], None]) -> Database:
    with writing(path):
        db = connect(path, mode="rw")
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


def _prepared(path: Path, mode: str, *, writable: bool) -> Database:
    with reading(path):
        db = connect(path, mode=mode)
        try:
            require_fit(db, path)
            if writable:
                _bring_up_to_date(db, path)
            elif is_behind(db):
                raise CaseError(
                    f"“{path.name}” was made by an earlier Twosource. Open it once where it may be changed."
                )
            _require_whole(db, path)
            # Opened to write all the same, so that a change cut off by a crash can be taken back.
            db.conn.execute(f"PRAGMA query_only = {'OFF' if writable else 'ON'}")
        except BaseException:
            db.close()
            raise
    return db


def _bring_up_to_date(db: Database, path: Path) -> None:
    with writing(path):
        db.conn.execute("PRAGMA journal_mode = DELETE")
        if is_behind(db):
            with transaction(db):
                step_up(db)


def _require_whole(db: Database, path: Path) -> None:
    if not set(db.table_names()) >= _TABLES:
        raise damaged(path)
    if path.stat().st_size <= _CHECKED_ON_OPENING:
        (finding,) = db.conn.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise damaged(path)
