"""What the examination of a case finds, tried by damaging one on purpose."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

import pytest
from mill import PAGE, STAMP, STORY, new_document, revision, verdict

from db import CaseStore, open_case, verify
from workbench.canonical import KINDS
from workbench.change import Change, added, inverse
from workbench.errors import CaseError, DamagedCase
from workbench.model import Claim


@pytest.fixture
def path(store: CaseStore, case_path: Path) -> Path:
    """A closed, sound case with five events."""
    store.apply(Change("Give verdict", STAMP, added(verdict("v", "closed"))))
    store.apply(new_document("paper", "The council denies that 300 people lost their jobs."))
    store.close()
    return case_path


def tamper(path: Path, *statements: str, without: str = "") -> None:
    """Change the file as somebody would who knows SQLite, taking a trigger off for the time."""
    with closing(sqlite3.connect(path)) as connection:
        trigger = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (without,)).fetchone()
        if trigger:
            connection.execute(f"DROP TRIGGER {without}")
        for statement in statements:
            connection.execute(statement)
        if trigger:
            connection.execute(trigger[0])
        connection.commit()


def test_a_sound_case_has_no_findings_and_is_not_touched(path: Path) -> None:
    content, before = path.read_bytes(), path.stat().st_mtime_ns
    assert verify(path) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, before)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_case_is_examined_while_it_is_open(store: CaseStore) -> None:
    assert verify(store.path) == ()
    store.apply(new_document("paper", "Something."))
    assert verify(store.path) == ()


def test_an_altered_event_is_named(path: Path) -> None:
    tamper(
        path,
        "UPDATE history SET event = replace(event, 'Ada Brook', 'Eve Brook') WHERE number = 3",
        without="history_is_not_changed",
    )
    assert verify(path) == ("Event 3 of the history differs from its hash: it or one before it was altered.",)


def test_a_history_hashed_anew_differs_from_what_is_stored(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT number, event FROM history ORDER BY number").fetchall()
    statements, previous = [], "0" * 64
    for number, event in rows:
        forged = event.replace("Only one source", "No source")
        previous = sha256(f"{previous}\n{forged}".encode()).hexdigest()
        escaped = forged.replace("'", "''")
        statements.append(
            f"UPDATE history SET event = '{escaped}', hash = '{previous}' WHERE number = {number}"
        )
    tamper(path, *statements, without="history_is_not_changed")
    assert verify(path) == ("The verdict v is not what the history says.",)


def test_a_missing_event_is_named(path: Path) -> None:
    tamper(path, "DELETE FROM history WHERE number = 3", without="history_is_not_removed")
    assert verify(path) == ("The history lacks event 3.",)


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE claim SET note = 'Fine.'", "The claim closed is not what the history says."),
        ("DELETE FROM verdict", "The verdict v is not what the history says."),
        (
            "INSERT INTO source (id, name, kind, note) VALUES ('s', 'Eve', 'person', '')",
            "The source s is not what the history says.",
        ),
    ],
)
def test_rows_changed_behind_the_history_are_named(path: Path, statement: str, finding: str) -> None:
    tamper(path, statement)
    assert verify(path) == (finding,)


def test_altered_texts_and_originals_are_named(path: Path) -> None:
    digest = revision("story", 1, STORY).sha256
    tamper(path, f"UPDATE text SET text = 'x' WHERE sha256 = '{digest}'", without="text_is_not_changed")
    tamper(path, "UPDATE original SET data = x'00'", without="original_is_not_changed")
    found = verify(path)
    assert f"The text {digest[:12]}… differs from its sha256." in found
    assert f"The original {PAGE.sha256[:12]}… differs from its sha256." in found


def test_lost_references_and_search_entries_are_named(path: Path) -> None:
    tamper(path, "DELETE FROM original", without="original_is_not_removed")
    tamper(path, "DELETE FROM passage WHERE rowid = 1", "UPDATE passage SET text = 'lie' WHERE rowid = 2")
    found = " ".join(verify(path))
    assert "refers to something in original that is not there" in found
    assert "The search has lost some of its passages." in found
    assert "words of “The mill” that are not in its latest text" in found


def test_missing_and_foreign_parts_are_named(path: Path) -> None:
    tamper(path, "DROP TRIGGER history_is_not_changed", "CREATE TABLE notes (words)")
    assert set(verify(path)) == {
        "A part of the file is missing: history_is_not_changed.",
        "The file holds a part that is not ours: notes.",
    }


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_byte_is_found_or_changes_nothing(path: Path, seed: int) -> None:
    expected = contents(path)
    content = bytearray(path.read_bytes())
    content[random.Random(seed).randrange(len(content))] ^= 0xFF
    path.write_bytes(content)
    if verify(path) == ():
        assert contents(path) == expected


@pytest.mark.parametrize("seed", range(10))
def test_a_case_with_a_destroyed_page_never_ends_in_a_bug(path: Path, seed: int) -> None:
    content = bytearray(path.read_bytes())
    start = random.Random(seed).randrange(1, len(content) // 4096) * 4096
    content[start : start + 4096] = random.Random(seed).randbytes(4096)
    path.write_bytes(content)
    assert verify(path) != ()
    with suppress(CaseError), closing(open_case(path)) as store:
        store.all(Claim)
        store.history()


def contents(path: Path) -> object:
    """All that a case holds for its reader."""
    with closing(open_case(path)) as store:
        found = store.search.passages(["council", "jobs"], limit=9)
        return [store.all(kind) for kind in KINDS], store.history(), found, store.original(PAGE.sha256)


def test_the_hash_is_what_the_documentation_says(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT event, hash FROM history ORDER BY number").fetchall()
    previous = "0" * 64
    for event, stored in rows:
        previous = sha256(previous.encode() + b"\n" + event.encode("utf-8")).hexdigest()
        assert previous == stored
        assert (
            json.dumps(json.loads(event), ensure_ascii=False, separators=(",", ":"), sort_keys=True) == event
        )


def test_values_and_events_that_cannot_be_read_are_named_on_one_line_each(path: Path) -> None:
    tamper(path, "UPDATE layout SET zones = 'none'")
    assert "The table “layout” holds a value that cannot be read." in verify(path)
    nonsense = '{"at":"2026-03-14T09:30:00+00:00","by":"Eve","edits":[{"after":1,"before":2}],"label":"x"}'
    digest = sha256(f"{'0' * 64}\n{nonsense}".encode()).hexdigest()
    tamper(
        path,
        f"UPDATE history SET event = '{nonsense}', hash = '{digest}' WHERE number = 1",
        without="history_is_not_changed",
    )
    assert "Event 1 of the history cannot be read: it is none of ours." in verify(path)


@pytest.mark.parametrize("seed", range(20))
def test_every_finding_is_one_line(path: Path, seed: int) -> None:
    content = bytearray(path.read_bytes())
    place = random.Random(seed)
    for _ in range(30):
        content[place.randrange(4096, len(content))] ^= 255
    path.write_bytes(content)
    assert all("\n" not in finding for finding in verify(path))


@pytest.mark.parametrize(
    "old", sorted((Path(__file__).parents[1] / "data").glob("case-*.twosource")), ids=lambda old: old.name
)
def test_an_earlier_case_is_sound_and_stays_as_it_is(old: Path, tmp_path: Path) -> None:
    copy = tmp_path / old.name
    copy.write_bytes(old.read_bytes())
    assert verify(copy) == ()
    assert copy.read_bytes() == old.read_bytes()


def test_a_text_that_only_the_history_still_needs_is_missed(store: CaseStore, case_path: Path) -> None:
    paper = new_document("paper", "The council denies it.")
    store.apply(paper)
    store.apply(inverse(paper, STAMP))
    store.close()
    tamper(case_path, "DELETE FROM text WHERE text LIKE '%denies it.'", without="text_is_not_removed")
    (found,) = verify(case_path)
    assert found.startswith("The text ")
    assert found.endswith("that came in with event 4 is missing.")


def test_an_event_nested_without_end_is_named_and_never_ends_in_a_bug(path: Path) -> None:
    nested = "[" * 100_000
    digest = sha256(f"{'0' * 64}\n{nested}".encode()).hexdigest()
    tamper(
        path,
        f"UPDATE history SET event = '{nested}', hash = '{digest}' WHERE number = 1",
        without="history_is_not_changed",
    )
    assert verify(path) == ("Event 1 of the history cannot be read: it is none of ours.",)
    with closing(open_case(path)) as store, pytest.raises(DamagedCase):
        store.history()


def test_a_cell_that_reads_the_same_but_is_another_is_named(path: Path) -> None:
    tamper(path, "UPDATE verdict SET at = replace(at, 'T', ' ')")
    assert verify(path) == ("The verdict v is not what the history says.",)


def test_rows_put_in_another_order_are_named(path: Path) -> None:
    tamper(path, "UPDATE document SET seq = 9 WHERE id = 'story'")
    assert verify(path) == ("The rows of the table “document” stand in another order than the history says.",)
