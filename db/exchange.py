"""A whole case as one JSON text, and such a text as a case again, without loss.

The history is the case: what stands now follows from it, and is written besides for programs that only want
to look. Events are kept as the very texts that their hashes are of.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from db import edits, history, lines
from db.codec import event_change
from db.history import Record
from db.opening import create_file
from db.past import replayed, write_state
from db.steps import steps
from db.values import every
from workbench.canonical import KINDS, encode
from workbench.errors import CaseNotWritten, DamagedCase, StaleChange, UnreadableFile
from workbench.model import Case, Original, Sha256
from workbench.ports import Line

FORMAT = "twosource case"
VERSION = 1
_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def whole_case(db: Database) -> Iterator[str]:
    """The case as JSON, in pieces: originals are large and come one by one."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "schema": len(steps()),
        "case": {kind.__name__: [encode(value) for value in every(db, kind)] for kind in KINDS},
        "history": [record._asdict() for record in history.records(db)],
        "lines": [asdict(line) for line in lines.every(db).values()],
        "texts": dict(db.conn.execute("SELECT sha256, text FROM text")),
    }
    told = json.dumps(head, ensure_ascii=False, indent=1)
    yield told.removesuffix("\n}") + ',\n "originals": {'
    rows = db.conn.execute("SELECT sha256, data FROM original")
    for number, (sha256, data) in enumerate(rows):
        yield f'{"," * bool(number)}\n  "{sha256}": "{b64encode(data).decode("ascii")}"'
    yield "\n }\n}\n"


def case_from_json(content: str, path: Path, name: str) -> None:
    """Make a case file at `path` of what `whole_case` wrote. `name` is what the text is called.

    Raises:
        UnreadableFile: it is something else, or does not hold together; nothing was made.
        CaseError: there is a file of that name already.
    """
    refused = UnreadableFile(
        f"{name} is no whole case as Twosource writes it, or was changed since, so no case was made of it. "
        "Export the case as JSON again."
    )
    try:
        told = json.loads(content)
        if told["format"] != FORMAT or told["version"] != VERSION:
            raise refused
        fill = _filling(told)
    except _MALFORMED as error:
        raise refused from error
    try:
        made = create_file(path, fill)
    except (*_MALFORMED, StaleChange, DamagedCase) as error:
        raise refused from error
    made.db.close()
    if made.lock is not None:
        made.lock.release()


def _filling(told: dict[str, Any]) -> Callable[[Database], None]:
    records = [Record(int(row["number"]), str(row["event"]), Sha256(row["hash"])) for row in told["history"]]
    _require_chain(records)
    merged = [Line(**row) for row in told["lines"]]
    originals = [
        Original(Sha256(digest), b64decode(data, validate=True)) for digest, data in told["originals"].items()
    ]
    texts = [(str(digest), str(text)) for digest, text in told["texts"].items()]

    def fill(db: Database) -> None:
        """Write it all, in the transaction in which the file is made."""
        db.conn.executemany("INSERT INTO text (sha256, text) VALUES (?, ?)", texts)
        edits.keep(db, originals)
        db.conn.executemany("INSERT INTO history (number, event, hash) VALUES (?, ?, ?)", records)
        lines.append(db, merged)
        contents = [json.loads(record.event) for record in records]
        write_state(db, replayed(contents), event_change(records[-1].event))
        if len(every(db, Case)) != 1:
            raise ValueError("not exactly one case")

    return fill


def _require_chain(records: list[Record]) -> None:
    previous = history.START
    for number, record in enumerate(records, 1):
        if record.number != number or history.chained(previous, record.event) != record.hash:
            raise ValueError("the history does not hold together")
        previous = record.hash
    if not records:
        raise ValueError("no history")


def write_json(db: Database, path: Path) -> None:
    """Write the case as JSON to `path`, all of it or nothing. Raises `CaseNotWritten`."""
    partial = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            for piece in whole_case(db):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise CaseNotWritten(
            f"“{path.name}” could not be written ({error.strerror}). Make room, or choose another place."
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
