"""The schema as numbered steps, `schema/0001.sql` onwards; a file's user_version says how many it has had.

A step is frozen once shipped. It is plain SQL and knows nothing of the program.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sqlite_utils import Database

from db.connection import APPLICATION_ID, number


@cache
def steps(folder: str = "schema") -> tuple[str, ...]:
    """The SQL of every step, the first one first."""
    found = sorted(files("db").joinpath(folder).iterdir(), key=lambda file: file.name)
    return tuple(file.read_text("utf-8") for file in found if file.name.endswith(".sql"))


def is_behind(db: Database) -> bool:
    """Whether the file lacks steps that this program knows."""
    return number(db, "user_version") < len(steps())


def is_ahead(db: Database) -> bool:
    """Whether the file has had steps that this program does not know."""
    return number(db, "user_version") > len(steps())


def step_up(db: Database) -> None:
    """Take the steps the file has not had. Belongs inside a transaction."""
    for step in steps()[number(db, "user_version") :]:
        for statement in statements(step):
            db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {len(steps())}")


def parts(db: Database) -> dict[str, str]:
    """The SQL of every table, index and trigger, by name. The tables inside FTS5 are not among them."""
    rows = db.conn.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: sql for name, sql in rows if not name.startswith(("passage_", "sqlite_"))}


@cache
def expected_parts() -> dict[str, str]:
    """The `parts` of a file that has had every step."""
    db = Database(memory=True, execute_plugins=False)
    try:
        step_up(db)
        return parts(db)
    finally:
        db.close()


def statements(script: str) -> Iterator[str]:
    """The statements of a step, one by one."""
    # `executescript` would commit the transaction that a step belongs to.
    lines: list[str] = []
    for line in script.splitlines():
        if not line.startswith("--"):
            lines.append(line)
        statement = "\n".join(lines)
        if sqlite3.complete_statement(statement):
            yield statement
            lines = []
