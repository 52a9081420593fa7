"""A case copied into a temporary database of our own, where nobody else reads or writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from db.connection import connect, transaction
from db.failures import damaged
from db.fitness import require_uncut
from db.steps import is_behind, step_up


def private_copy(path: Path) -> Database:
    """The case in a temporary database, so that work on it may go on meanwhile, and FTS5 may check itself."""
    copy = sqlite3.connect("", isolation_level=None)
    try:
        with closing(connect(path, mode="ro")) as db:
            require_uncut(db, path)
            db.conn.backup(copy)
    except BaseException:
        copy.close()
        raise
    return Database(copy, execute_plugins=False)


def bring_up_to_date(db: Database, path: Path) -> None:
    """Let the copy of an earlier case have the steps it lacks. Raises `DamagedCase` when they do not fit."""
    if is_behind(db):
        try:
            with transaction(db):
                step_up(db)
        except sqlite3.Error as error:
            raise damaged(path) from error
