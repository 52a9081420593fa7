"""The events that a merge brought in: kept word for word, never changed, and examined like the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from mill import STAMP, STORY, claim, revision, verdict

from db import CaseStore, open_case, open_past, verify
from workbench.change import Change, Stamp, added
from workbench.model import Sha256
from workbench.ports import Line

COLLEAGUE = Stamp("Ben Cole", STAMP.at)


@pytest.fixture
def store(store: CaseStore, tmp_path: Path) -> Iterator[CaseStore]:
    """Five events; the last took in two events of a colleague's copy, which parted after the third."""
    copy = tmp_path / "colleague.twosource"
    store.save_copy(copy)
    words = revision("story", 1, STORY)
    with closing(open_case(copy)) as theirs:
        theirs.apply(Change("Mark claim", COLLEAGUE, added(claim("jobs", words, 110, 140))))
        theirs.apply(Change("Give verdict", COLLEAGUE, added(verdict("w", "jobs"))))
        line = theirs.own_line()[3:]
    copy.unlink()
    store.apply(Change("Give verdict", STAMP, added(verdict("v", "closed"))))
    both = added(claim("jobs", words, 110, 140), verdict("w", "jobs"))
    store.apply(Change("Merge", STAMP, both, merged=line[-1].hash), merged=line)
    yield store
    store.close()


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody would who knows SQLite, its triggers put back afterwards."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('line', 'history')"
        ).fetchall()
        for name, _ in rows:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *(sql for _, sql in rows)):
            connection.execute(statement)
        connection.commit()


def test_a_line_is_kept_word_for_word(store: CaseStore) -> None:
    mine, theirs = store.own_line(), store.lines()
    assert [line.number for line in theirs] == [4, 5]
    assert theirs[0].previous == mine[2].hash
    assert store.history()[-1].change.merged == theirs[-1].hash
    assert verify(store.path) == ()


def test_a_line_known_already_is_not_kept_twice(store: CaseStore) -> None:
    known = store.lines()
    store.apply(Change("Merge", STAMP, (), merged=known[-1].hash), merged=known)
    assert store.lines() == known
    assert verify(store.path) == ()


def test_a_line_whose_hash_does_not_fit_is_not_taken_in(store: CaseStore) -> None:
    forged = replace(store.lines()[-1], event="{}")
    before = store.history()
    with pytest.raises(ValueError, match="differs from its hash"):
        store.apply(Change("Merge", STAMP, (), merged=forged.hash), merged=[forged])
    assert store.history() == before


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE line SET event = replace(event, 'Ben', 'Eve') WHERE number = 4", "differs from its hash"),
        ("UPDATE line SET hash = '{digest}' WHERE number = 4", "differs from its hash"),
        ("UPDATE line SET previous = '{digest}' WHERE number = 4", "differs from its hash"),
        ("UPDATE line SET number = 9 WHERE number = 5", "should be number 5"),
        ("DELETE FROM line WHERE number = 4", "follows an event that is not there"),
        ("DELETE FROM line", "event 5 brought in"),
        ("DELETE FROM line WHERE number = 5", "event 5 brought in"),
        (
            "UPDATE line SET event = (SELECT event FROM line AS other WHERE other.number <> line.number)",
            "differs from its hash",
        ),
    ],
)
def test_a_line_that_was_tampered_with_is_named(store: CaseStore, statement: str, finding: str) -> None:
    store.close()
    tamper(store.path, statement.format(digest="c" * 64))
    found = verify(store.path)
    assert len(found) == 1
    assert finding in found[0]


@pytest.mark.parametrize(
    ("event", "after", "finding"),
    [
        ('{"at":"2026-03-14T09:30:00+00:00","by":"Eve","edits":[],"label":"x"}', 3, "belongs nowhere"),
        ("[]", 3, "cannot be read"),
        ("no JSON", 3, "cannot be read"),
        (
            '{"at":"2026-03-14T09:30:00+00:00","by":"Eve","edits":[],"label":"x","merged":"'
            + "c" * 64
            + '"}',
            3,
            "brought in another line",
        ),
    ],
)
def test_a_line_put_in_from_outside_is_named(store: CaseStore, event: str, after: int, finding: str) -> None:
    previous = store.history()[after - 1].hash
    digest = sha256(f"{previous}\n{event}".encode()).hexdigest()
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("INSERT INTO line VALUES (?, ?, ?, ?)", (digest, previous, after + 1, event))
        connection.commit()
    (found,) = verify(store.path)
    assert finding in found


def test_a_merge_that_names_a_line_nobody_has_is_named(store: CaseStore) -> None:
    store.apply(Change("Merge", STAMP, (), merged=Sha256("c" * 64)))
    assert verify(store.path) == (
        "The line of history that event 6 brought in (cccccccccccc…) is not there.",
    )


def test_a_line_that_is_itself_a_merge_leads_on(store: CaseStore, tmp_path: Path) -> None:
    """The colleague merges our copy; we merge theirs, which holds our own events as a line."""
    copy = tmp_path / "colleague.twosource"
    store.save_copy(copy)
    store.apply(Change("Note", STAMP, ()))
    ours = store.own_line()
    with closing(open_case(copy)) as theirs:
        theirs.apply(Change("Other note", COLLEAGUE, ()))
        theirs.apply(Change("Merge", COLLEAGUE, (), merged=ours[-1].hash), merged=ours[5:])
        assert verify(copy) == ()
        line: tuple[Line, ...] = theirs.own_line()[5:]
    store.apply(Change("Merge", STAMP, (), merged=line[-1].hash), merged=line)
    assert verify(store.path) == ()


def test_the_case_as_it_was_holds_the_lines_that_had_come_in(store: CaseStore, tmp_path: Path) -> None:
    for number, kept in ((4, 0), (5, 2)):
        store.write_past(number, tmp_path / "past")
        assert verify(tmp_path / "past") == ()
        with closing(open_past(tmp_path / "past", "As it was.")) as past:
            assert len(past.lines()) == kept
