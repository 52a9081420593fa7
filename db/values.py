"""Stored values read back from their rows."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar, cast

from sqlite_utils import Database

from db.rows import Table, table_of
from workbench.model import DocumentId, Entity, Revision

E = TypeVar("E", bound=Entity)


def every(db: Database, kind: type[E]) -> tuple[E, ...]:
    """Every stored value of one type, in the order they were added."""
    return _select(db, kind, "ORDER BY seq")


def one(db: Database, kind: type[E], id: str) -> E | None:
    """One value, or None when there is none of that id."""
    return next(iter(_select(db, kind, "WHERE id = ?", id)), None)


def latest(db: Database, document: DocumentId) -> Revision | None:
    """The newest revision of a document."""
    found = _select(db, Revision, "WHERE document = ? ORDER BY number DESC LIMIT 1", document)
    return next(iter(found), None)


def _select(db: Database, kind: type[E], rest: str, *arguments: str) -> tuple[E, ...]:
    if kind is Revision:
        return cast(tuple[E, ...], _revisions(db, rest, arguments))
    table = table_of(kind)
    rows = db.conn.execute(f'SELECT {_columns(table)} FROM "{table.name}" {rest}', arguments).fetchall()
    return cast(tuple[E, ...], tuple(map(table.value, rows)))


def _revisions(db: Database, rest: str, arguments: tuple[str, ...]) -> tuple[Revision, ...]:
    rows = db.conn.execute(
        "SELECT id, document, number, text.text, revision.sha256"
        f" FROM revision LEFT JOIN text ON text.sha256 = revision.sha256 {rest}",
        arguments,
    ).fetchall()
    for *_, text, digest in rows:
        if text is None or sha256(text.encode()).hexdigest() != digest:
            raise ValueError("a text is missing or differs from its sha256")
    return tuple(Revision(*row) for row in rows)


def _columns(table: Table) -> str:
    return ", ".join(f'"{column}"' for column in table.columns)
