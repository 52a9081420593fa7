"""What is never changed or removed, tried from outside with every statement that could."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from mill import STAMP
from sqlite_utils import Database
from sqlite_utils.db import TransactionError

from db import CaseStore, verify
from db.connection import connect, transaction
from db.guard import guarded
from db.steps import parts, statements
from workbench.change import Change
from workbench.model import Sha256
from workbench.ports import Line

DIGEST = "c" * 64
KEPT = ("text", "original", "history", "line", "revision")
ATTEMPTS = (
    "UPDATE text SET text = 'other'",
    "UPDATE OR REPLACE text SET sha256 = sha256",
    "DELETE FROM text",
    "INSERT OR REPLACE INTO text SELECT sha256, 'other' FROM text",
    "INSERT OR REPLACE INTO text (rowid, sha256, text) SELECT rowid, '{digest}', 'other' FROM text",
    "INSERT INTO text SELECT sha256, 'other' FROM text WHERE true ON CONFLICT DO UPDATE SET text = 'other'",
    "UPDATE original SET data = x'00'",
    "DELETE FROM original",
    "REPLACE INTO original SELECT sha256, x'00' FROM original",
    "REPLACE INTO original (rowid, sha256, data) SELECT rowid, '{digest}', x'00' FROM original",
    "INSERT INTO original SELECT sha256, x'00' FROM original WHERE true"
    " ON CONFLICT DO UPDATE SET data = x'00'",
    "UPDATE history SET event = '{{}}'",
    "UPDATE history SET number = number + 10",
    "DELETE FROM history WHERE number = (SELECT max(number) FROM history)",
    "INSERT OR REPLACE INTO history SELECT number, '{{}}', hash FROM history",
    "INSERT INTO history SELECT number, '{{}}', hash FROM history WHERE true"
    " ON CONFLICT DO UPDATE SET event = '{{}}'",
    "INSERT INTO history VALUES (77, '{{}}', '{digest}')",
    "UPDATE line SET event = '{{}}'",
    "UPDATE OR REPLACE line SET previous = '{digest}'",
    "DELETE FROM line",
    "INSERT OR REPLACE INTO line SELECT hash, previous, number, '{{}}' FROM line",
    "REPLACE INTO line (rowid, hash, previous, number, event)"
    " SELECT rowid, '{digest}', previous, number, '{{}}' FROM line",
    "INSERT INTO line SELECT hash, previous, number, '{{}}' FROM line WHERE true"
    " ON CONFLICT DO UPDATE SET event = '{{}}'",
    "UPDATE revision SET sha256 = '{digest}'",
    "UPDATE revision SET number = number + 1",
    "REPLACE INTO revision (id, document, number, sha256) SELECT id, document, 9, '{digest}' FROM revision",
    "REPLACE INTO revision (id, document, number, sha256)"
    " SELECT 'new', document, number, '{digest}' FROM revision",
    "REPLACE INTO revision SELECT seq, 'new', document, 9, '{digest}' FROM revision",
    "INSERT INTO revision (id, document, number, sha256) SELECT id, document, number, '{digest}'"
    " FROM revision WHERE true ON CONFLICT DO UPDATE SET sha256 = '{digest}'",
)


@pytest.fixture
def store(store: CaseStore) -> CaseStore:
    """A case with a row in each table that is only added to."""
    head, event = store.history()[-1].hash, '{"at":"2026-03-14","by":"Ben","edits":[],"label":"Note"}'
    line = Line(4, event, head, Sha256(sha256(f"{head}\n{event}".encode()).hexdigest()))
    store.apply(Change("Merge", STAMP, (), merged=line.hash), merged=[line])
    return store


@pytest.fixture(params=["ON", "OFF"])
def outsider(
    store: CaseStore, case_path: Path, request: pytest.FixtureRequest
) -> Iterator[sqlite3.Connection]:
    """Another program's connection; many leave recursive_triggers and foreign_keys off."""
    store.close()
    with closing(sqlite3.connect(case_path)) as connection:
        connection.execute(f"PRAGMA recursive_triggers = {request.param}")
        yield connection


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_history_texts_originals_and_revisions_withstand(outsider: sqlite3.Connection, attempt: str) -> None:
    before = contents(outsider)
    with pytest.raises(sqlite3.IntegrityError, match=r"never|only grows"):
        outsider.execute(attempt.format(digest=DIGEST))
    outsider.commit()
    assert contents(outsider) == before


def test_ignoring_conflicts_changes_nothing_either(outsider: sqlite3.Connection, case_path: Path) -> None:
    before = contents(outsider)
    with pytest.raises(sqlite3.IntegrityError):
        outsider.execute("INSERT OR IGNORE INTO text SELECT sha256, 'other' FROM text")
    assert contents(outsider) == before
    assert verify(case_path) == ()


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_they_withstand_through_an_attached_database(store: CaseStore, case_path: Path, attempt: str) -> None:
    store.close()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("ATTACH ? AS main_case", (str(case_path),))
        before = contents(connection)
        with pytest.raises(sqlite3.IntegrityError, match=r"never|only grows"):
            connection.execute(attempt.format(digest=DIGEST))
        connection.commit()
        assert contents(connection) == before


def attempts_of_our_own(db: Database) -> Iterator[Callable[[], object]]:
    """What a careless step of the schema, or sqlite-utils, could do with our own connection."""
    keys = {"text": "sha256", "original": "sha256", "history": "number", "line": "hash"}
    for name, key in keys.items():
        table, row = db.table(name), next(iter(db.table(name).rows))
        other = {**row, key: row[key]}
        yield partial(table.transform, drop={key})
        yield partial(table.transform, types={key: str}, rename={key: "other"})
        yield partial(table.upsert, {**other, **changed(name)}, pk=key)
        yield partial(table.insert, {**other, **changed(name)}, pk=key, replace=True)
        yield partial(table.delete_where)
        yield partial(table.drop)
        for statement in (
            f"DROP TABLE {name}",
            f"ALTER TABLE {name} RENAME TO other",
            f"ALTER TABLE {name} ADD COLUMN other TEXT",
            f"DROP TRIGGER {name}_is_not_changed",
            f"DROP TRIGGER {name}_is_not_removed",
            f"UPDATE {name} SET {key} = {key}",
            f"DELETE FROM {name}",
            "PRAGMA writable_schema = ON",
        ):
            yield partial(take_step, db, statement)


def changed(table: str) -> dict[str, object]:
    return {"text": {"text": "x"}, "original": {"data": b"x"}}.get(table, {"event": "{}"})


def take_step(db: Database, statement: str) -> None:
    with transaction(db):
        for each in statements(f"{statement};\n"):
            db.conn.execute(each)


def test_our_own_connection_refuses_what_would_take_the_protection_away(
    store: CaseStore, case_path: Path
) -> None:
    store.close()
    with closing(guarded(connect(case_path, mode="rw"))) as db:
        before, protected = contents(db.conn), parts(db)
        tried = 0
        for attempt in attempts_of_our_own(db):
            with pytest.raises((sqlite3.DatabaseError, TransactionError)):
                attempt()
            db.rollback()
            assert (contents(db.conn), parts(db)) == (before, protected)
            tried += 1
        assert tried > 50
    assert verify(case_path) == ()


@pytest.mark.parametrize("table", ["text", "original", "history", "line"])
@pytest.mark.parametrize(
    "way",
    [
        "DROP TRIGGER {table}_is_not_changed",
        "DROP TRIGGER {table}_is_not_removed",
        "DROP TABLE {table}",
        "ALTER TABLE {table} ADD COLUMN other TEXT",
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = '{table}_is_not_changed'",
        "PRAGMA writable_schema = ON;"
        " UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = '{table}'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema"
        " SET sql = replace(sql, 'BEFORE UPDATE', 'AFTER UPDATE') WHERE name = '{table}_is_not_changed'",
    ],
)
def test_protection_taken_away_by_another_program_is_noticed(
    store: CaseStore, case_path: Path, table: str, way: str
) -> None:
    store.close()
    with closing(sqlite3.connect(case_path)) as connection:
        connection.executescript(way.format(table=table))
    assert verify(case_path) != ()


@pytest.mark.parametrize("table", ["text", "original", "history", "line"])
def test_a_table_made_anew_by_another_program_is_noticed(
    store: CaseStore, case_path: Path, table: str
) -> None:
    store.close()
    with closing(sqlite3.connect(case_path)) as connection:
        db = Database(connection, execute_plugins=False)
        db.table(table).transform(not_null=set())
        assert table in db.table_names()
    assert any(table in finding for finding in verify(case_path))


def contents(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in KEPT]
