"""A case file examined from the ground up: structure, history, texts, originals, and whether they agree."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from db import chain, history, lines, sharing, values
from db.chain import BROKEN
from db.failures import reading
from db.fitness import recognise, require_fit
from db.private import bring_up_to_date, private_copy
from db.steps import expected_parts, parts
from workbench.errors import CaseError, HeadsUnusable
from workbench.model import Case, Document
from workbench.ports import Heads
from workbench.record import concerning, departed, told

_HEADING = "*** in database main ***"
_INDEXED = """
    SELECT sentence.revision, span_start, span_end, passage.text
    FROM sentence LEFT JOIN passage ON passage.rowid = sentence.seq WHERE document = ?
"""


def verify(path: Path, *, heads: Heads | None = None, head: str | None = None) -> tuple[str, ...]:
    """Examine a case file; nothing in it is changed.

    `heads` are what was seen of cases before. `head` is a hash, or how one begins, that the history has to
    lead through: the one that an export ends with.

    Returns:
        What is wrong with it, in words; empty when it is sound.
    """
    path = Path(os.path.realpath(path))
    try:
        recognise(path)
        with reading(path), closing(private_copy(path)) as db:
            require_fit(db, path)
            bring_up_to_date(db, path)
            # On one line each, whatever damaged names and SQLite's own words hold.
            found = (*_findings(db), *_outside(db, path, heads, head))
            return tuple(" ".join(finding.split()) for finding in found)
    except CaseError as error:
        return (str(error),)


def _findings(db: Database) -> Iterator[str]:
    for check in (_structure, _protection, _references, _texts, _originals, _history, _search):
        try:
            yield from check(db)
        except BROKEN as error:
            yield f"The {check.__name__.strip('_')} cannot be read: {error}."


def _outside(db: Database, path: Path, heads: Heads | None, head: str | None) -> Iterator[str]:
    """Whether the history leads through what was kept outside the file."""
    try:
        if heads is not None:
            yield from _seen(db, path, heads)
        if head is not None and not _leads_through(db, head):
            yield f"The record of changes does not lead through {head}: it was rewritten, or is another's."
    except BROKEN as error:
        yield f"The record of changes cannot be compared: {error}."


def _seen(db: Database, path: Path, heads: Heads) -> Iterator[str]:
    try:
        known = [seen for case in values.every(db, Case) for seen in heads.of(case.id)]
    except HeadsUnusable as error:
        yield str(error)
        return
    last = history.head(db).number
    for seen in departed(concerning(known, str(path)), lambda number: history.hash_of(db, number)):
        yield told(seen, last, str(path))


def _leads_through(db: Database, head: str) -> bool:
    """Whether a hash that begins like this is in the history, or in a line that a merge brought in."""
    hashes = (*(record.hash for record in history.records(db)), *lines.every(db))
    return any(hash.startswith(head) for hash in hashes)


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
        if sha256(str(text).encode()).hexdigest() != expected:
            yield f"The text {expected[:12]}… differs from its sha256."


def _originals(db: Database) -> Iterator[str]:
    for expected, data in db.conn.execute("SELECT sha256, data FROM original"):
        if sha256(data).hexdigest() != expected:
            yield f"The original {expected[:12]}… differs from its sha256."


def _history(db: Database) -> Iterator[str]:
    yield from chain.findings(db)


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
