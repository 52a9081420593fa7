"""The tables take what the values can be, and nothing else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from mill import STORY, claim, revision
from sqlite_utils import Database

from db.connection import APPLICATION_ID, number
from db.rows import table_of, tables
from db.steps import is_ahead, is_behind, step_up, steps
from workbench.model import Entity


@pytest.fixture
def db() -> Iterator[Database]:
    with closing(Database(memory=True, execute_plugins=False)) as made:
        step_up(made)
        yield made


def enum_columns() -> list[tuple[type[Entity], str, type[Enum]]]:
    found = []
    for table in tables():
        hints = get_type_hints(table.kind)
        for field in fields(table.kind):
            hint: Any = hints[field.name]
            options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
            found += [
                (table.kind, field.name, option)
                for option in options
                if isinstance(option, type) and issubclass(option, Enum)
            ]
    return found


@pytest.mark.parametrize(("kind", "column", "enum"), enum_columns())
def test_a_column_takes_every_member_and_no_other_word(
    db: Database, kind: type[Entity], column: str, enum: type[Enum]
) -> None:
    table = table_of(kind)
    (sql,) = db.conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
    alone = f"CREATE TABLE alone ({check_of(sql, column)})"
    db.conn.execute(alone)
    for member in enum:
        db.conn.execute("INSERT INTO alone VALUES (?)", (member.value,))
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        db.conn.execute("INSERT INTO alone VALUES ('other')")


def check_of(sql: str, column: str) -> str:
    """The definition of one column, up to what ends it: a column of a later step stands on the last line."""
    start = next(match.start(1) for match in re.finditer(r"[\n,] +(\w+) TEXT", sql) if match[1] == column)
    depth = 0
    for at, letter in enumerate(sql[start:], start):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0 or (letter == "," and depth == 0):
            return sql[start:at]
    raise AssertionError(column)


def test_every_table_has_the_columns_of_its_values(db: Database) -> None:
    for table in tables():
        assert [column.name for column in db.table(table.name).columns] == ["seq", *table.columns]


def test_every_table_is_strict(db: Database) -> None:
    loose = [table.name for table in db.tables if not table.strict and not table.name.startswith("passage")]
    assert loose == []


def test_spans_and_scores_have_limits(db: Database) -> None:
    table = table_of(type(claim("c", revision("story", 1, STORY))))
    good = replace(claim("c", revision("story", 1, STORY)), score=55.0)
    insert = (
        f"INSERT INTO claim ({', '.join(table.columns)}) VALUES ({', '.join('?' for _ in table.columns)})"
    )
    row = dict(zip(table.columns, table.row(good), strict=True))
    db.conn.execute(insert, tuple(row.values()))
    for wrong in ({"span_start": -1}, {"span_start": 90, "span_end": 80}, {"score": 101}, {"score": "high"}):
        with pytest.raises(sqlite3.IntegrityError):
            db.conn.execute(insert, tuple((row | {"id": "other"} | wrong).values()))


def test_the_header_says_what_the_file_is(db: Database) -> None:
    assert number(db, "application_id") == APPLICATION_ID
    assert number(db, "user_version") == len(steps())
    assert not is_behind(db)
    assert not is_ahead(db)


def test_steps_are_numbered_without_a_gap() -> None:
    from importlib.resources import files

    names = sorted(file.name for file in (files("db") / "schema").iterdir() if file.name.endswith(".sql"))
    assert names == [f"{at:04}.sql" for at in range(1, len(names) + 1)]
