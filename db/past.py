"""The case as it was after one of its events, written to a file of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from db import derived, edits, history, lines
from db.codec import event_change
from db.connection import connect, transaction
from db.failures import writing
from db.history import Record
from db.steps import step_up
from workbench.canonical import untagged
from workbench.change import Change, added
from workbench.errors import CaseNotWritten
from workbench.model import Entity

_State = dict[tuple[str, str], dict[str, Any]]
"""The content of each value by its type and id, those added first first."""


def write_past(db: Database, number: int, path: Path) -> None:
    """Write the case behind `db` as it was after event `number` to `path`, replacing what is there.

    The file holds the history up to that event, under the same hashes, and all that these events need.

    Raises:
        IndexError: there is no such event.
        ValueError, KeyError, TypeError: an event cannot be read.
        CaseNotWritten: what was at `path` then stays.
    """
    records = tuple(history.records(db, until=number))
    if number < 1 or len(records) != number:
        raise IndexError("no such event")
    path = path.absolute()
    partial = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    failed = f"The case as it was could not be written to “{path.parent}”"
    try:
        with writing(path, failed):
            partial.touch()
            _fill(db, records, partial)
        partial.replace(path)
    except OSError as error:
        raise CaseNotWritten(f"{failed}. Make room there and try again; nothing is lost.") from error
    finally:
        for ending in ("", "-journal"):
            with suppress(OSError):
                partial.with_name(partial.name + ending).unlink(missing_ok=True)


def _fill(db: Database, records: Sequence[Record], path: Path) -> None:
    contents = [json.loads(record.event) for record in records]
    with closing(connect(path, mode="rw")) as past:
        # Until it is renamed nobody relies on the file; it is synchronised once, at the end.
        past.conn.execute("PRAGMA synchronous = OFF")
        past.conn.execute("PRAGMA journal_mode = MEMORY")
        with transaction(past):
            step_up(past)
            _copy_history(db, past, records)
            for table, column in (("text", "text"), ("original", "data")):
                _copy_kept(db, past, table, column, _needed(contents))
            write_state(past, replayed(contents), event_change(records[-1].event))
        past.conn.execute("PRAGMA journal_mode = DELETE")
    _synchronise(path)


def _copy_history(db: Database, past: Database, records: Sequence[Record]) -> None:
    past.conn.executemany("INSERT INTO history (number, event, hash) VALUES (?, ?, ?)", records)
    known = lines.every(db)
    if known:
        merged = filter(None, (lines.merged_in(record.event) for record in records))
        lines.append(past, lines.reached(known, merged).values())


def _copy_kept(db: Database, past: Database, table: str, column: str, digests: Iterable[str]) -> None:
    """Copy the texts or originals of these hashes, one at a time: they may be large."""
    for digest in digests:
        row = db.conn.execute(f"SELECT sha256, {column} FROM {table} WHERE sha256 = ?", (digest,)).fetchone()
        if row:
            past.conn.execute(f"INSERT INTO {table} (sha256, {column}) VALUES (?, ?)", row)


def _needed(contents: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The hashes of all texts and originals that any of the events speaks of, each once."""
    found: dict[str, None] = {}
    for value in _added(contents):
        digest = value.get("sha256") if value["type"] == "Revision" else value.get("original")
        if digest:
            found[digest] = None
    return iter(found)


def _added(contents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for content in contents:
        yield from filter(None, (edit["after"] for edit in content["edits"]))


def replayed(contents: Iterable[dict[str, Any]]) -> Iterator[Entity]:
    """The values that stood after the last of the events, in the order in which they were added.

    Read as plain content and made into values at the end: most events of a long history are overtaken.
    """
    state: _State = {}
    for content in contents:
        for edit in content["edits"]:
            value = edit["after"] or edit["before"]
            key = value["type"], value["id"]
            if edit["after"] is None:
                del state[key]
            else:
                state[key] = edit["after"]
    return filter(None, map(untagged, state.values()))


def write_state(past: Database, values: Iterable[Entity], last: Change) -> None:
    """Write the values as if the last event had added them all."""
    change = replace(last, edits=added(*values))
    for edit in change.edits:
        edits.write(past, edit)
    derived.refresh(past, change)


def _synchronise(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
