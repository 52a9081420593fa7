"""Edits written to the tables. Each statement compares and writes in one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from sqlite_utils import Database

from db.rows import Table, table_of
from workbench.change import Edit
from workbench.errors import DamagedCase, StaleChange
from workbench.model import Entity, Original, Revision, Sha256


def write(db: Database, edit: Edit) -> None:
    """Store `after` in place of `before`.

    Raises:
        StaleChange: what is stored is not `before`.
    """
    match edit.before, edit.after:
        case None, after if after is not None:
            _insert(db, after)
        case before, None if before is not None:
            _expect_one(_delete(db, before), before)
        case before, after if before is not None and after is not None:
            _expect_one(_update(db, before, after), before)


def keep(db: Database, originals: Iterable[Original]) -> None:
    """Store the bytes of originals that are not there yet."""
    for original in originals:
        if sha256(original.data).hexdigest() != original.sha256:
            raise ValueError("an original's bytes differ from its sha256")
        if not _exists(db, "original", original.sha256):
            db.conn.execute(
                "INSERT INTO original (sha256, data) VALUES (?, ?)", (original.sha256, original.data)
            )


def _insert(db: Database, value: Entity) -> None:
    if isinstance(value, Revision):
        _keep_text(db, value)
    table = table_of(type(value))
    db.conn.execute(_insert_sql(table), table.row(value))


def _update(db: Database, before: Entity, after: Entity) -> int:
    if isinstance(after, Revision):
        raise ValueError("a revision never changes: an edited text is a new revision")
    table = table_of(type(before))
    return db.conn.execute(_update_sql(table), (*table.row(after), *table.row(before))).rowcount


def _delete(db: Database, value: Entity) -> int:
    table = table_of(type(value))
    return db.conn.execute(_delete_sql(table), table.row(value)).rowcount


def _keep_text(db: Database, revision: Revision) -> None:
    if _exists(db, "text", revision.sha256):
        return
    # A revision out of the history comes without its text, which was stored when it was first added.
    if sha256(revision.text.encode()).hexdigest() != revision.sha256:
        if not revision.text:
            raise DamagedCase("The text of a removed document is missing from the case; nothing was changed.")
        raise ValueError("a revision's text differs from its sha256")
    db.conn.execute("INSERT INTO text (sha256, text) VALUES (?, ?)", (revision.sha256, revision.text))


def _exists(db: Database, table: str, digest: Sha256) -> bool:
    return db.conn.execute(f"SELECT 1 FROM {table} WHERE sha256 = ?", (digest,)).fetchone() is not None


def _expect_one(written: int, before: Entity) -> None:
    if written != 1:
        raise StaleChange(
            f"The {type(before).__name__.lower()} has changed meanwhile, so nothing was written. "
            "Look at it again and repeat the step."
        )


@cache
def _insert_sql(table: Table) -> str:
    marks = ", ".join("?" for _ in table.columns)
    names = ", ".join(f'"{column}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'


@cache
def _update_sql(table: Table) -> str:
    names = ", ".join(f'"{column}" = ?' for column in table.columns)
    return f'UPDATE "{table.name}" SET {names} WHERE {_same(table)}'


@cache
def _delete_sql(table: Table) -> str:
    return f'DELETE FROM "{table.name}" WHERE {_same(table)}'


def _same(table: Table) -> str:
    return " AND ".join(f'"{column}" IS ?' for column in table.columns)
