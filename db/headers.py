"""Events of the history without their edits, and single events, so that nobody need read all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from db.codec import event_change
from workbench.canonical import moment
from workbench.change import Act
from workbench.ports import Event
from workbench.undoing import Header

_ENDS = 1_000
"""So many characters at either end of an event hold all but its edits, unless a name is very long."""
_PAGE = 64
_OF_REMOVALS = ('{"act":"proposed"%', '"after":null', '"status":"dismissed"')
"""How an event of Twosource's own begins, and what those that took something away hold."""
_EDITS, _LABEL = ',"edits":[', '],"label":"'
"""What ends and begins the ends. Neither can stand within a string, where quotation marks are escaped."""


def headers(db: Database) -> Iterator[Header]:
    """Every event without its edits, the newest first, read as far as they are asked for."""
    before = _next(db)
    while rows := db.conn.execute(_TAIL, (_ENDS, -_ENDS, before, _PAGE)).fetchall():
        for number, head, tail in rows:
            yield _header(number, _said(head, tail) or json.loads(_whole(db, number)))
        before = rows[-1][0]


def event(db: Database, number: int) -> Event | None:
    """One event, or None when there is none of that number."""
    row = db.conn.execute("SELECT number, hash, event FROM history WHERE number = ?", (number,)).fetchone()
    return Event(row[0], row[1], event_change(row[2])) if row else None


def backwards(db: Database, before: int | None = None) -> Iterator[Event]:
    """The events before number `before` (None: all), newest first, read as far as they are asked for."""
    before = _next(db) if before is None else before
    while rows := db.conn.execute(_BACKWARDS, (before, _PAGE)).fetchall():
        for number, hash, text in rows:
            yield Event(number, hash, event_change(text))
        before = rows[-1][0]


def removing(db: Database) -> Iterator[Event]:
    """The events that took a value out or set one aside, oldest first; not what Twosource did by itself."""
    for (number,) in db.conn.execute(_REMOVING, _OF_REMOVALS).fetchall():
        found = event(db, number)
        if found is not None:
            yield found


def _next(db: Database) -> int:
    (number,) = db.conn.execute("SELECT coalesce(max(number), 0) + 1 FROM history").fetchone()
    return int(number)


def _said(head: str, tail: str) -> dict[str, Any] | None:
    """The content of both ends of an event; None where they do not hold all of it."""
    before, after = head.find(_EDITS), tail.rfind(_LABEL)
    if before < 0 or after < 0:
        return None
    return {**json.loads(head[:before] + "}"), **json.loads("{" + tail[after + 2 :])}


def _whole(db: Database, number: int) -> str:
    (text,) = db.conn.execute("SELECT event FROM history WHERE number = ?", (number,)).fetchone()
    return str(text)


def _header(number: int, content: dict[str, Any]) -> Header:
    return Header(
        number,
        content["label"],
        content["by"],
        moment(content["at"]),
        Act(content.get("act", Act.DONE)),
        tuple(content.get("takes_back", ())),
        content.get("batch", ""),
    )


_TAIL = """
    SELECT number, substr(event, 1, ?), substr(event, ?) FROM history
    WHERE number < ? ORDER BY number DESC LIMIT ?
"""
_BACKWARDS = "SELECT number, hash, event FROM history WHERE number < ? ORDER BY number DESC LIMIT ?"
_REMOVING = """
    SELECT number FROM history
    WHERE event NOT LIKE ? AND (instr(event, ?) > 0 OR instr(event, ?) > 0) ORDER BY number
"""
