"""Connections to a case file, the settings they run under, and transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

APPLICATION_ID = 0x32737263
"""Marks a file as ours, in the header of every SQLite file ("2src")."""

_BUSY_S = 2.0
_SETTINGS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "locking_mode = NORMAL",
    "synchronous = EXTRA",
)


def connect(path: Path, *, mode: str, immutable: bool = False) -> Database:
    """Open an existing SQLite file under our settings.

    Args:
        path: an absolute path.
        mode: "rw", or "ro": nothing is ever written, not even a change cut off earlier taken back.
        immutable: look neither at locks nor at files beside it, and leave none.
    """
    uri = f"{path.as_uri()}?mode={mode}&immutable={int(immutable)}"
    # No implicit transactions: every BEGIN stands in `transaction`.
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_S, isolation_level=None)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any exception.

    IMMEDIATE, so that the right to write is had before anything is compared
    (sqlite-utils' `atomic()` begins deferred, `with db.conn:` begins nothing at all).
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def number(db: Database, pragma: str) -> int:
    """The value of a pragma that is a whole number."""
    (value,) = db.conn.execute(f"PRAGMA {pragma}").fetchone()
    return int(value)
