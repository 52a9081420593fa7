"""The SQLite file of a library, made or looked over before it is used."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from db.connection import connect, number, transaction
from db.library.failures import damaged, failing
from db.steps import statements, steps
from workbench.errors import LibraryFailed

APPLICATION_ID = 0x3273726C
"""Marks a file as a library, in the header of the SQLite file ("2srl")."""

NAME = "library.sqlite"

_SCHEMA = "library/schema"
_CHECKED_ON_OPENING = 16 * 2**20
"""Bytes up to which the structure of the file is checked each time it is opened."""

_CACHE_KB = 16_384
"""Enough for the branches of the tables at a million passages, so that a hit costs one look at the disk."""

_TABLES = {"original", "article", "content", "passage", "removed", "library"}


def open_database(folder: Path, *, read_only: bool) -> Database:
    """Open the SQLite file of the library in `folder`; unless `read_only`, make it where there is none.

    Raises:
        LibraryFailed: with a sentence that says why.
    """
    with failing(folder):
        path = folder / NAME
        if read_only and not path.is_file():
            raise LibraryFailed(f"There is no library in “{folder}” yet.")
        if not read_only:
            folder.mkdir(parents=True, exist_ok=True)
        db = _connected(path, read_only=read_only)
        try:
            _prepare(db, folder, read_only=read_only)
        except BaseException:
            db.close()
            raise
    return db


def identity(db: Database) -> str:
    """The id the library was given when it was made."""
    (id,) = db.conn.execute("SELECT id FROM library").fetchone()
    return str(id)


def _connected(path: Path, *, read_only: bool) -> Database:
    if not read_only:
        return connect(path, mode="rwc")
    # A WAL file can only be read where its shared memory can be written beside it; on a disk that
    # forbids writing nobody else writes either, so the file can be taken as it stands.
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return connect(path, mode="rw") if writable else connect(path, mode="ro", immutable=True)


def _prepare(db: Database, folder: Path, *, read_only: bool) -> None:
    db.conn.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    if read_only:
        db.conn.execute("PRAGMA query_only = ON")
    else:
        # Unlike a case, a library is never mailed around, and it is read by one thread while another
        # writes. In WAL mode a reader never waits; synchronous EXTRA keeps every commit durable.
        db.conn.execute("PRAGMA journal_mode = WAL")
        _bring_up_to_date(db)
    _require_fit(db, folder)


def _bring_up_to_date(db: Database) -> None:
    known = steps(_SCHEMA)
    if number(db, "user_version") >= len(known):
        return
    with transaction(db):
        taken = number(db, "user_version")
        if taken == 0 and not db.table_names():
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        elif number(db, "application_id") != APPLICATION_ID:
            return
        for statement in (each for step in known[taken:] for each in statements(step)):
            db.conn.execute(statement)
        db.conn.execute("INSERT OR IGNORE INTO library (seq, id) VALUES (1, ?)", (uuid4().hex,))
        db.conn.execute(f"PRAGMA user_version = {len(known)}")


def _require_fit(db: Database, folder: Path) -> None:
    if number(db, "application_id") != APPLICATION_ID:
        raise LibraryFailed(f"“{folder / NAME}” is not a library of Twosource. Choose another folder.")
    if number(db, "user_version") > len(steps(_SCHEMA)):
        raise LibraryFailed(
            f"The library in “{folder}” was written by a newer Twosource. Nothing was changed in it; "
            "update Twosource to use it."
        )
    if not set(db.table_names()) >= _TABLES:
        raise damaged(folder)
    if (folder / NAME).stat().st_size <= _CHECKED_ON_OPENING:
        (finding,) = db.conn.execute("PRAGMA quick_check(1)").fetchone()
        if finding != "ok":
            raise damaged(folder)
