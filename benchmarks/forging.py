"""Forge a case in every way that a row can be forged, and flip its bits: is all of it noticed?

Rows: every column of every row of the history, of the lines that a merge brought in and of the values is
forged; rows are cut out, swapped, put in, doubled, renumbered and given another type. `verify` has to name
the first that does not fit. (A last event that changed nothing could be cut unseen; here it writes notes.)
Bits: single bits of the file are flipped until so many flips have changed what a reader gets; flips that have
no effect (unused space) are counted apart.
Run: python -m benchmarks.forging [FLIPS]
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.many_claims import STAMP
from benchmarks.mixed import KINDS_OF_WORK, Mixed, begin
from db import open_case, verify
from db.rows import tables
from workbench.change import Change
from workbench.errors import WorkbenchError

CLAIMS = 30
TURNS = 3 * KINDS_OF_WORK
DIGEST = "c" * 64
READ = ("text", "original", "history", "line", "sentence", "passage", "fingerprint")
"""What a reader gets besides the tables of values."""

Forgery = tuple[str, str, str]
"""What was forged, the SQL that does it, and what one of the findings has to hold."""


@dataclass(slots=True)
class Flips:
    """How the flips ended. `unnoticed` are the bits that changed what a reader gets and were not noticed."""

    tried: int = 0
    effective: int = 0
    noticed_without_effect: int = 0
    unnoticed: list[int] = field(default_factory=list)


def main(flips: int = 3_000) -> int:
    """Run both and print; 1 when anything went unnoticed."""
    with TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as place:
        path = Path(place, "lock.twosource")
        make(path)
        tried, missed = forge_all(path)
        print(f"rows: {tried} forgeries, {tried - len(missed)} named; file of {path.stat().st_size} bytes")
        for what in missed:
            print(f"  not named: {what}")
        found = flip_many(path, flips, random.Random(7))
    print(
        f"bits: {found.tried} flipped, {found.effective} changed what a reader gets, "
        f"{found.effective - len(found.unnoticed)} of these noticed"
    )
    print(f"      {found.tried - found.effective} without effect, {found.noticed_without_effect} noticed too")
    return int(bool(missed or found.unnoticed))


def make(path: Path) -> None:
    """A case of some forty events, the last a merge of a colleague's line of four."""
    with closing(begin(path)) as store:
        work = Mixed(store)
        for turn in range(TURNS):
            work.step(turn)
        work.mark_all(CLAIMS)  # so that most of the file's pages are full
        copy = path.with_name("colleague.twosource")
        store.save_copy(copy)
        parted = store.head().number
        with closing(open_case(copy)) as theirs:
            other = Mixed(theirs)
            for turn in range(TURNS, TURNS + 4):
                other.step(turn)
            line = theirs.own_line()[parted:]
        copy.unlink()
        store.apply(Change("Merge", STAMP, (), merged=line[-1].hash), merged=line)
        work.note_all(TURNS)


def forge_all(path: Path) -> tuple[int, list[str]]:
    """Every forgery on a copy of its own; how many, and those whose row was not named."""
    missed, tried = [], 0
    forged = path.with_name("forged.twosource")
    for what, sql, expected in forgeries(path):
        shutil.copyfile(path, forged)
        forge(forged, sql)
        tried += 1
        if not any(expected in finding for finding in verify(forged)):
            missed.append(f"{what}: {verify(forged)}")
    return tried, missed


def forge(path: Path, sql: str) -> None:
    """Run statements as somebody who takes triggers, checks and types off and puts them back."""
    if "AS BLOB" in sql:
        _set_types(path, ")")
    _run_without_triggers(path, sql)
    if "AS BLOB" in sql:
        _set_types(path, ") STRICT")


def _set_types(path: Path, ending: str) -> None:
    """Let the tables that only grow end so in the schema: SQLite heeds types only with STRICT."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = rtrim(rtrim(sql, 'STRIC '), ')') || ?"
            " WHERE type = 'table' AND name IN ('history', 'line')",
            (ending,),
        )


def _run_without_triggers(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        connection.execute("PRAGMA synchronous = OFF")  # a forger is in no fear of power cuts
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(sql)
        for _, body in triggers:
            connection.execute(body)


def forgeries(path: Path) -> Iterator[Forgery]:
    """Every forgery of every row that only grows, and of every row of a value."""
    with closing(sqlite3.connect(path)) as connection:
        numbers = [number for (number,) in connection.execute("SELECT number FROM history ORDER BY number")]
        line = connection.execute("SELECT number, hash FROM line ORDER BY number").fetchall()
        values = [
            (table.name, column, seq)
            for table in tables()
            for (seq,) in connection.execute(f'SELECT seq FROM "{table.name}"').fetchall()
            for column in table.columns
        ]
    for number in numbers:
        yield from history_forgeries(number, numbers[-1])
    for number, hash in line:
        yield from line_forgeries(number, hash)
    for table, column, seq in values:
        yield from value_forgeries(table, column, seq)


def history_forgeries(number: int, last: int) -> Iterator[Forgery]:
    """The forgeries of one row of the history."""
    row = f"WHERE number = {number}"
    other = number - 1 if number == last else number + 1
    first = min(number, other)
    forge = f"UPDATE history SET {{}} {row}"
    lost = f"lacks event {number}." if number < last else "is not what the history says"
    yield f"history {number} event", forge.format("event = replace(event, 'Ada', 'Eve')"), f"vent {number} "
    relabel = """event = replace(event, '"label":"', '"label":"x')"""
    yield f"history {number} label", forge.format(relabel), f"vent {number} "
    yield f"history {number} spaces", forge.format("event = event || ' '"), f"vent {number} "
    yield f"history {number} empty", forge.format("event = ''"), f"vent {number} "
    yield f"history {number} hash", forge.format(f"hash = '{DIGEST}'"), f"vent {number} "
    yield f"history {number} hash case", forge.format("hash = upper(hash)"), f"vent {number} "
    yield f"history {number} number", forge.format("number = 9999"), f"lacks event {number}."
    yield f"history {number} cut", f"DELETE FROM history {row}", lost
    for column in ("event", "hash"):
        retype = forge.format(f"{column} = cast({column} AS BLOB)")
        yield f"history {number} {column} retyped", retype, f"vent {number} "
    yield (
        f"history {number} swapped",
        f"UPDATE history SET number = -1 {row}; UPDATE history SET number = {number} WHERE number = {other};"
        f"UPDATE history SET number = {other} WHERE number = -1",
        f"vent {first} ",
    )
    yield (
        f"history {number} doubled",
        f"UPDATE history SET number = number + 1000 WHERE number > {number};"
        f"INSERT INTO history SELECT {number} + 1, event, hash FROM history {row};"
        f"UPDATE history SET number = number - 999 WHERE number > 1000",
        f"vent {number + 1} ",
    )


def line_forgeries(number: int, hash: str) -> Iterator[Forgery]:
    """The forgeries of one row of a line that a merge brought in."""
    row = f"WHERE hash = '{hash}'"
    forge = f"UPDATE line SET {{}} {row}"
    for column, value in (
        ("event", "replace(event, 'Ada', 'Eve')"),
        ("event", "event || ' '"),
        ("event", "''"),
        ("event", "cast(event AS BLOB)"),
        ("previous", f"'{DIGEST}'"),
        ("hash", f"'{DIGEST}'"),
        ("number", "number + 1"),
    ):
        yield f"line {number} {column} = {value}", forge.format(f"{column} = {value}"), "brought in"
    yield f"line {number} cut", f"DELETE FROM line {row}", "brought in"
    event = '{"at":"2026-03-14T09:30:00+00:00","by":"Eve","edits":[],"label":"Put in"}'
    digest = sha256(f"{hash}\n{event}".encode()).hexdigest()
    yield (
        f"line {number} put in",
        f"INSERT INTO line VALUES ('{digest}', '{hash}', {number + 1}, '{event}')",
        "belongs nowhere",
    )


def value_forgeries(table: str, column: str, seq: int) -> Iterator[Forgery]:
    """One cell of a value changed behind the history's back."""
    cell = f'"{column}"'
    forged = f"CASE WHEN typeof({cell}) = 'text' THEN {cell} || 'x' ELSE coalesce({cell}, 0) + 1 END"
    yield f"{table} {seq} {column}", f'UPDATE "{table}" SET {cell} = {forged} WHERE seq = {seq}', table


def flip_many(path: Path, wanted: int, place: random.Random) -> Flips:
    """Flip single bits at random until so many have changed what a reader gets."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM")  # few bits are to lie where nothing is stored
    sound = path.read_bytes()
    expected, flipped, found = contents(path), path.with_name("flipped.twosource"), Flips()
    while found.effective < wanted:
        bit = place.randrange(len(sound) * 8)
        content = bytearray(sound)
        content[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(content)
        found.tried += 1
        noticed = bool(verify(flipped))
        if contents(flipped) == expected:
            found.noticed_without_effect += noticed
            continue
        found.effective += 1
        if not noticed:
            found.unnoticed.append(bit)
    return found


def contents(path: Path) -> object:
    """All that a reader gets of a case; the error where it cannot be read."""
    try:
        with closing(open_case(path)) as store:
            names = (*(table.name for table in tables()), *READ)
            rows = [store._db.conn.execute(f'SELECT * FROM "{name}"').fetchall() for name in names]
            return rows, store.search.passages(["lock", "keepers", "1931"], limit=9)
    except (WorkbenchError, sqlite3.Error, UnicodeError) as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
