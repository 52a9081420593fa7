"""The case as it was at any event: written, opened, and gone again when it is closed."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from mill import PAGE, STAMP, STORY, claim, new_document, revision, verdict

from db import CaseStore, create_case, open_past, verify
from workbench.canonical import KINDS
from workbench.change import Change, added, inverse, removed
from workbench.errors import CaseNotWritten, ReadOnlyCase
from workbench.model import Case, CaseId, Claim, Verdict

WHY = "This is the case as it was."


@pytest.fixture
def store(store: CaseStore) -> CaseStore:
    """Eight events: a text comes, is edited, goes and comes back; a verdict is given and withdrawn."""
    give = Change("Give verdict", STAMP, added(verdict("v", "closed")))
    store.apply(give)
    paper = new_document("paper", "The council denies that 300 people lost their jobs.")
    store.apply(paper)
    store.apply(inverse(give, STAMP))
    store.apply(inverse(paper, STAMP))
    store.apply(Change("Mark claim", STAMP, added(claim("early", revision("story", 1, STORY), 0, 4))))
    store.apply(Change("Remove claim", STAMP, removed(claim("closed", revision("story", 1, STORY)))))
    return store


def contents(store: CaseStore) -> object:
    return [store.all(kind) for kind in KINDS], store.history(), sorted(store.search.every(), key=str)


def test_every_state_is_the_one_that_was_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "past.twosource"
    changes = (
        new_document("story", original=PAGE),
        Change("Mark claim", STAMP, added(claim("closed", revision("story", 1, STORY)))),
        Change("Give verdict", STAMP, added(verdict("v", "closed"))),
        Change("Withdraw verdict", STAMP, removed(verdict("v", "closed"))),
        inverse(Change("Mark claim", STAMP, added(claim("closed", revision("story", 1, STORY)))), STAMP),
    )
    case = Case(CaseId("mill"), "The mill", "two-source", STAMP.at)
    with closing(create_case(tmp_path / "mill.twosource", case, STAMP)) as store:
        states = [contents(store)]
        for change in changes:
            store.apply(change, [PAGE])
            states.append(contents(store))
        for number, state in enumerate(states, 1):
            store.write_past(number, path)
            assert verify(path) == ()
            with closing(open_past(path, WHY)) as past:
                assert contents(past) == state


def test_a_text_that_was_removed_later_is_there_again(store: CaseStore, tmp_path: Path) -> None:
    store.write_past(5, tmp_path / "past")
    with closing(open_past(tmp_path / "past", WHY)) as past:
        assert [hit.text for hit in past.search.passages(["denies", "300"], limit=1)] == [
            "The council denies that 300 people lost their jobs."
        ]
        assert past.original(PAGE.sha256) == PAGE.data
        assert len(past.all(Verdict)) == 1


def test_it_is_for_reading_and_goes_when_it_is_closed(store: CaseStore, tmp_path: Path) -> None:
    path = tmp_path / "past"
    with closing(store.reader()) as reader:
        reader.write_past(4, path)
    past = open_past(path, WHY)
    assert past.read_only == WHY
    with pytest.raises(ReadOnlyCase, match=WHY):
        past.apply(Change("Remove claim", STAMP, removed(*past.all(Claim))))
    past.close()
    past.close()
    assert not path.exists()
    assert set(os.listdir(tmp_path)) == {store.path.name, f".{store.path.name}.lock"}


def test_where_it_cannot_be_written_what_was_there_stays(store: CaseStore, tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritten, match="could not be written"):
        store.write_past(2, tmp_path / "no folder" / "past")
    with pytest.raises(IndexError):
        store.write_past(99, tmp_path / "past")
    with pytest.raises(IndexError):
        store.write_past(0, tmp_path / "past")
    assert not list(tmp_path.glob("*past*"))
