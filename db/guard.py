"""What no statement of our own program may ask for: to change or drop what is only ever added to.

The triggers in the file refuse other programs what they refuse us. They go with a table that is made anew
(sqlite-utils' `transform`, a careless step of the schema); this does not.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

KEPT = frozenset({"history", "line", "text", "original"})
"""Tables whose rows are added and never changed or removed."""

_ONLY_REMOVED = frozenset({"revision"})
_TRIGGERS = tuple(f"{table}_" for table in KEPT | _ONLY_REMOVED)


def guarded(db: Database) -> Database:
    """Let such statements fail as "not authorized", when they are prepared and before anything is done."""
    db.conn.set_authorizer(_allowed)
    return db


def _allowed(
    action: int, name: str | None, detail: str | None, _database: str | None, _trigger: str | None
) -> int:
    # An exception in here would be taken for a refusal.
    match action:
        case sqlite3.SQLITE_UPDATE:
            refused = name in KEPT or name in _ONLY_REMOVED
        case sqlite3.SQLITE_DELETE | sqlite3.SQLITE_DROP_TABLE:
            refused = name in KEPT
        case sqlite3.SQLITE_ALTER_TABLE:
            refused = detail in KEPT
        case sqlite3.SQLITE_DROP_TRIGGER:
            refused = name is not None and name.startswith(_TRIGGERS)
        case sqlite3.SQLITE_PRAGMA:
            refused = name == "writable_schema" and detail is not None
        case _:
            refused = False
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK
