"""A case file examined from the ground up: structure, history, texts, originals, and whether they agree."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from db import history, sharing, values
from db.codec import event_change
from db.connection import connect
from db.failures import reading
from db.fitness import recognise, require_fit, require_uncut
from db.rows import table_of
from db.steps import expected_parts, parts
from workbench.canonical import KINDS
from workbench.change import Key, key_of
from workbench.errors import CaseError
from workbench.model import Case, Document, Entity

_BROKEN = (sqlite3.DatabaseError, ValueError, KeyError, TypeError)
_HEADING = "*** in database main ***"
_INDEXED = """
    SELECT sentence.revision, span_start, span_end, passage.text
    FROM sentence LEFT JOIN passage ON passage.rowid = sentence.seq WHERE document = ?
"""
_State = dict[Key, tuple[object, ...]]


def verify(path: Path) -> tuple[str, ...]:
    """Examine a case file; nothing in it is changed.

    Returns:
        What is wrong with it, in words; empty when it is sound.
    """
    path = Path(os.path.realpath(path))
    try:
        recognise(path)
        with reading(path), closing(_private_copy(path)) as db:
            require_fit(db, path)
            # On one line each, whatever damaged names and SQLite's own words hold.
            return tuple(" ".join(finding.split()) for finding in _findings(db))
    except CaseError as error:
        return (str(error),)


def _private_copy(path: Path) -> Database:
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


def _findings(db: Database) -> Iterator[str]:
    for check in (_structure, _protection, _references, _texts, _originals, _history, _search):
        try:
            yield from check(db)
        except _BROKEN as error:
            yield f"The {check.__name__.strip('_')} cannot be read: {error}."


def _structure(db: Database) -> Iterator[str]:
    for (finding,) in db.conn.execute("PRAGMA integrity_check").fetchall():
        if finding != "ok":
            yield f"The file is damaged: {finding.removeprefix(_HEADING).strip()}."


def _protection(db: Database) -> Iterator[str]:
    found, expected = parts(db), expected_parts()
    for name in expected:
        if name not in found:
            yield f"A part of the file is missing: {name}."
        elif found[name] != expected[name]:
            yield f"A part of the file has been altered: {name}."
    for name in found.keys() - expected.keys():
        yield f"The file holds a part that is not ours: {name}."


def _references(db: Database) -> Iterator[str]:
    for table, row, parent, _ in db.conn.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Row {row} of {table} refers to something in {parent} that is not there."
    if len(values.every(db, Case)) != 1:
        yield "The file does not hold exactly one case."


def _texts(db: Database) -> Iterator[str]:
    for expected, text in db.conn.execute("SELECT sha256, text FROM text"):
        if sha256(text.encode()).hexdigest() != expected:
            yield f"The text {expected[:12]}… differs from its sha256."


def _originals(db: Database) -> Iterator[str]:
    for expected, data in db.conn.execute("SELECT sha256, data FROM original"):
        if sha256(data).hexdigest() != expected:
            yield f"The original {expected[:12]}… differs from its sha256."


def _history(db: Database) -> Iterator[str]:
    state: _State = {}
    previous = history.START
    for expected, record in enumerate(history.records(db), 1):
        if record.number != expected:
            yield f"The history lacks event {expected}."
            return
        if history.chained(previous, record.event) != record.hash:
            yield f"Event {expected} of the history differs from its hash: it or one before it was altered."
            return
        try:
            fits = _replay(record.event, state)
        except _BROKEN:
            yield f"Event {expected} of the history cannot be read: it is none of ours."
            return
        if not fits:
            yield f"Event {expected} of the history does not fit what came before it."
            return
        previous = record.hash
    yield from _differences(state, db)


def _replay(event: str, state: _State) -> bool:
    """Play one event into `state`; False when what it takes for granted is not there."""
    for edit in event_change(event).edits:
        before = None if edit.before is None else _cells(edit.before)
        if state.get(edit.key) != before:
            return False
        if edit.after is None:
            del state[edit.key]
        else:
            state[edit.key] = _cells(edit.after)
    return True


def _differences(state: _State, db: Database) -> Iterator[str]:
    for kind in KINDS:
        name = kind.__name__.lower()
        try:
            stored = {key_of(value): _cells(value) for value in values.every(db, kind)}
        except _BROKEN:
            yield f"The table “{name}” holds a value that cannot be read."
            continue
        told = {key: cells for key, cells in state.items() if key.kind is kind}
        for key in told.keys() | stored.keys():
            if told.get(key) != stored.get(key):
                yield f"The {name} {key.id} is not what the history says."


def _search(db: Database) -> Iterator[str]:
    db.conn.execute("INSERT INTO passage (passage) VALUES ('integrity-check')")
    if (
        db.conn.execute("SELECT count(*) FROM passage").fetchone()
        != db.conn.execute("SELECT count(*) FROM sentence").fetchone()
    ):
        yield "The search has lost some of its passages."
    for document in values.every(db, Document):
        if not sharing.is_sound(db, document.id):
            yield f"The search for copies does not fit the latest text of “{document.title}”."
        latest = values.latest(db, document.id)
        for revision, start, end, text in db.conn.execute(_INDEXED, (document.id,)).fetchall():
            if latest is None or revision != latest.id or text != latest.text[start:end]:
                yield f"The search knows words of “{document.title}” that are not in its latest text."
                break


def _cells(value: Entity) -> tuple[object, ...]:
    return table_of(type(value)).row(value)
