"""Whether a file is a case, one this program knows, and whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from db.connection import APPLICATION_ID, connect, number
from db.failures import code_of, damaged
from db.rows import tables
from db.steps import is_ahead
from workbench.errors import CaseError, NewerCase, NotACase

_CHECKED_ON_OPENING = 64 * 2**20
"""Bytes up to which the structure of a file is checked each time it is opened."""

_DERIVED = {"sentence", "passage", "fingerprint"}
_TABLES = {table.name for table in tables()} | {"text", "original", "history", "line"} | _DERIVED


def recognise(path: Path) -> None:
    """Look at the file's header only, touching neither it nor anything beside it.

    Raises:
        NotACase, CaseError: with a sentence that says why.
    """
    if not os.path.isfile(path):
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
        with closing(connect(path, mode="ro", immutable=True)) as db:
            if number(db, "application_id") != APPLICATION_ID:
                raise not_ours
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the latter: damage quoted in a message
        if isinstance(error, sqlite3.Error) and code_of(error) == sqlite3.SQLITE_NOTADB:
            raise not_ours from error
        # Anything else may come from a change in the middle of being written, which only a connection
        # that heeds locks and the journal can tell: the opening itself will say.


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


def require_uncut(db: Database, path: Path) -> None:
    """Compare the file's length with its pages. Raises `DamagedCase`.

    SQLite reads what a cut-off last page lacks as zeros, which may well be a sound, empty table.
    """
    if path.stat().st_size < number(db, "page_count") * number(db, "page_size"):
        raise damaged(path)


def require_whole(db: Database, path: Path) -> None:
    """Look for what a truncated or overwritten file shows. Raises `DamagedCase`."""
    require_uncut(db, path)
    if not set(db.table_names()) >= _TABLES:
        raise damaged(path)
    if path.stat().st_size <= _CHECKED_ON_OPENING:
        (finding,) = db.conn.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise damaged(path)
