"""The history: every change as one event, each hashed together with the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from sqlite_utils import Database

from db.codec import event_change, event_text
from workbench.backups import Mark
from workbench.change import Change
from workbench.model import Sha256
from workbench.ports import Event

START = Sha256("0" * 64)
"""What stands for the previous hash at the first event."""


class Record(NamedTuple):
    """An event as it is stored."""

    number: int
    event: str
    hash: Sha256


def chained(previous: Sha256, event: str) -> Sha256:
    """The hash of an event: sha256 of the previous hash, a line feed and the event's text, in UTF-8."""
    return Sha256(sha256(f"{previous}\n{event}".encode()).hexdigest())


def append(db: Database, change: Change) -> Event:
    """Add a change at the end of the history. Belongs inside a transaction."""
    last, text = head(db), event_text(change)
    event = Event(last.number + 1, chained(last.hash, text), change)
    db.conn.execute(
        "INSERT INTO history (number, event, hash) VALUES (?, ?, ?)", (event.number, text, event.hash)
    )
    return event


def records(db: Database, after: int = 0, until: int | None = None) -> Iterator[Record]:
    """Every event since number `after` as stored, oldest first; none beyond number `until`."""
    rows = db.conn.execute(_SINCE, (after, until)).fetchall()
    return map(Record._make, rows)


def events(db: Database, after: int = 0) -> tuple[Event, ...]:
    """Every event since number `after`, oldest first, made into values again."""
    return tuple(Event(number, hash, event_change(event)) for number, event, hash in records(db, after))


def head(db: Database) -> Mark:
    """The last event; before the first, number 0."""
    row = db.conn.execute("SELECT number, hash FROM history ORDER BY number DESC LIMIT 1").fetchone()
    return Mark(*row) if row else Mark(0, START)


def hash_of(db: Database, number: int) -> Sha256 | None:
    """The hash of an event, or None when there is none of that number."""
    row = db.conn.execute("SELECT hash FROM history WHERE number = ?", (number,)).fetchone()
    return Sha256(row[0]) if row else None


_SINCE = """
    SELECT number, event, hash FROM history
    WHERE number > ?1 AND number <= coalesce(?2, number) ORDER BY number
"""
