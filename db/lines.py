"""Lines of history: the events of a colleague's copy that a merge brought in, word for word."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from db import history
from workbench.model import Sha256
from workbench.ports import Line

Lines = dict[Sha256, Line]
"""Rows of the table by their hash."""


def append(db: Database, lines: Iterable[Line]) -> None:
    """Add rows, leaving those that are there already. Belongs inside the transaction of the merge.

    Raises:
        ValueError: a hash is not that of its event.
    """
    known = every(db)
    for line in lines:
        if history.chained(line.previous, line.event) != line.hash:
            raise ValueError("an event of a line differs from its hash")
        if line.hash not in known:
            known[line.hash] = line
            db.conn.execute(_INSERT, (line.hash, line.previous, line.number, line.event))


def every(db: Database) -> Lines:
    """Every row, in the order they came in."""
    rows = db.conn.execute("SELECT number, event, previous, hash FROM line ORDER BY rowid").fetchall()
    return {row[-1]: Line(*row) for row in rows}


def of_history(db: Database) -> tuple[Line, ...]:
    """The case's own events as lines, oldest first: what it has to offer a colleague's copy."""
    previous, found = history.START, []
    for number, event, hash in history.records(db):
        found.append(Line(number, event, previous, hash))
        previous = hash
    return tuple(found)


def reached(lines: Lines, merged: Iterable[Sha256]) -> Lines:
    """The rows that lead from the `merged` hashes of events back to the history, in their order.

    Of a row that is itself a merge, those of its colleague's line are among them.
    """
    open_, found = list(merged), set[Sha256]()
    while open_:
        line = lines.get(open_.pop())
        if line is not None and line.hash not in found:
            found.add(line.hash)
            open_ += filter(None, (line.previous, merged_in(line.event)))
    return {hash: line for hash, line in lines.items() if hash in found}


def merged_in(event: str) -> Sha256 | None:
    """The last hash of the line that an event brought in; None when it is no merge.

    Raises:
        ValueError, TypeError: the event cannot be read.
    """
    content = json.loads(event)
    if not isinstance(content, dict):
        raise TypeError("an event is an object")
    found = content.get("merged")
    return None if found is None else Sha256(found)


_INSERT = "INSERT INTO line (hash, previous, number, event) VALUES (?, ?, ?, ?)"
