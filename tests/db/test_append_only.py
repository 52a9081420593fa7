"""What is never changed or removed, tried from outside with every statement that could."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import CaseStore, verify

DIGEST = "c" * 64
KEPT = ("text", "original", "history", "revision")
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
    "UPDATE revision SET sha256 = '{digest}'",
    "UPDATE revision SET number = number + 1",
    "REPLACE INTO revision (id, document, number, sha256) SELECT id, document, 9, '{digest}' FROM revision",
    "REPLACE INTO revision (id, document, number, sha256)"
    " SELECT 'new', document, number, '{digest}' FROM revision",
    "REPLACE INTO revision SELECT seq, 'new', document, 9, '{digest}' FROM revision",
    "INSERT INTO revision (id, document, number, sha256) SELECT id, document, number, '{digest}'"
    " FROM revision WHERE true ON CONFLICT DO UPDATE SET sha256 = '{digest}'",
)


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


def contents(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in KEPT]
