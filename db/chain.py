"""The history played from its first event: does every row fit, and does it lead to what is stored?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from db import history, lines, values
from db.codec import event_change
from db.rows import table_of
from workbench.canonical import KINDS
from workbench.change import Change, Key
from workbench.model import Document, Entity, Revision, Sha256
from workbench.ports import Line

BROKEN = (sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What rows that were tampered with can end in when they are made into values."""

_Cells = tuple[object, ...]


@dataclass(slots=True)
class _Played:
    """What the events so far have led to."""

    head: Sha256 = history.START
    state: dict[Key, _Cells] = field(default_factory=dict)
    numbers: dict[Sha256, int] = field(default_factory=dict)
    merges: dict[Sha256, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    originals: dict[str, int] = field(default_factory=dict)


def findings(db: Database) -> Iterator[str]:
    """What does not fit, in words: the first event, else the rows that differ from what the events tell."""
    played = _Played()
    for expected, record in enumerate(history.records(db), 1):
        wrong = _played_on(played, expected, record)
        if wrong:
            yield wrong
            return
    yield from _lines(db, played)
    yield from _kept(db, "text", played.texts)
    yield from _kept(db, "original", played.originals)
    yield from _differences(db, played)


def _played_on(played: _Played, expected: int, record: history.Record) -> str | None:
    """Play one more event. What is wrong with it, or None."""
    if record.number != expected:
        return f"The history lacks event {expected}."
    if history.chained(played.head, record.event) != record.hash:
        return f"Event {expected} of the history differs from its hash: it or one before it was altered."
    try:
        change = event_change(record.event)
        fits = _replay(change, played, expected)
    except BROKEN:
        return f"Event {expected} of the history cannot be read: it is none of ours."
    if not fits:
        return f"Event {expected} of the history does not fit what came before it."
    played.head = record.hash
    played.numbers[record.hash] = expected
    if change.merged is not None:
        played.merges[change.merged] = expected
    return None


def _replay(change: Change, played: _Played, number: int) -> bool:
    """Play the edits of an event; False when what they take for granted is not there."""
    state = played.state
    for edit in change.edits:
        before = None if edit.before is None else _cells(edit.before)
        if state.get(edit.key) != before:
            return False
        if edit.after is None:
            del state[edit.key]
        else:
            state[edit.key] = _cells(edit.after)
            _note(edit.after, played, number)
    return True


def _note(value: Entity, played: _Played, number: int) -> None:
    """Remember which text or original the value speaks of."""
    if isinstance(value, Revision):
        played.texts.setdefault(value.sha256, number)
    elif isinstance(value, Document) and value.original:
        played.originals.setdefault(value.original, number)


def _lines(db: Database, played: _Played) -> Iterator[str]:
    """What is wrong with the events that merges brought in; the first that does not fit ends it."""
    known = lines.every(db)
    for hash, number in played.merges.items():
        if hash not in known:
            yield f"The line of history that event {number} brought in ({hash[:12]}…) is not there."
            return
    for line in known.values():
        wrong = _misfit(line, known, played)
        if wrong:
            yield f"Event {line.number} of a line brought in by a merge ({str(line.hash)[:12]}…) {wrong}."
            return
    reached = lines.reached(known, played.merges)
    for line in known.values():
        if line.hash not in reached:
            yield f"Event {line.number} of a line brought in by a merge ({line.hash[:12]}…) belongs nowhere."
            return


def _misfit(line: Line, known: lines.Lines, played: _Played) -> str | None:
    if history.chained(line.previous, line.event) != line.hash:
        return "differs from its hash"
    before = known[line.previous].number if line.previous in known else played.numbers.get(line.previous)
    if before is None:
        return "follows an event that is not there"
    if line.number != before + 1:
        return f"should be number {before + 1}"
    try:
        merged = event_change(line.event).merged
    except BROKEN:
        return "cannot be read: it is none of ours"
    if merged is not None and merged not in known and merged not in played.numbers:
        return f"brought in another line ({merged[:12]}…) that is not there"
    return None


def _kept(db: Database, table: str, wanted: dict[str, int]) -> Iterator[str]:
    """Texts and originals that events speak of and that are gone, those of removed documents included."""
    there = {digest for (digest,) in db.conn.execute(f"SELECT sha256 FROM {table}")}
    for digest, number in wanted.items():
        if digest not in there:
            yield f"The {table} {digest[:12]}… that came in with event {number} is missing."


def _differences(db: Database, played: _Played) -> Iterator[str]:
    for kind in KINDS:
        name = kind.__name__.lower()
        try:
            stored = _stored(db, kind)
        except BROKEN:
            yield f"The table “{name}” holds a value that cannot be read."
            continue
        told = {key: cells for key, cells in played.state.items() if key.kind is kind}
        for key in told | stored:
            if told.get(key) != stored.get(key):
                yield f"The {name} {key.id} is not what the history says."
        if told == stored and list(told) != list(stored):
            yield f"The rows of the table “{name}” stand in another order than the history says."


def _stored(db: Database, kind: type[Entity]) -> dict[Key, _Cells]:
    """The rows of one type as they stand: two that differ may read as one value ("T" or "U" in a time)."""
    table = table_of(kind)
    values.every(db, kind)  # fails where one cannot be read
    columns = ", ".join(f'"{column}"' for column in table.columns)
    rows = db.conn.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY seq').fetchall()
    id = table.columns.index("id")
    return {Key(kind, row[id]): tuple(row) for row in rows}


def _cells(value: Entity) -> _Cells:
    return table_of(type(value)).row(value)
