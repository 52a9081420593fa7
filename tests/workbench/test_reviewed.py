"""The record that a review reads: what is new is read once, and the event before a signature is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from db.store import CaseStore
from workbench import review
from workbench.change import Change, Stamp, added
from workbench.checkable import checkable
from workbench.model import Claim, DocumentId, Hand, Sha256, SignOff, SignOffId
from workbench.reviewed import Record, Review, review_of, signatures_in_force
from workbench.signing import Part, State, seals

STORY = DocumentId("story")
LATER = Stamp("Otto Hale", STAMP.at + timedelta(hours=1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    store = checked_case(tmp_path / "case.twosource")
    yield store
    store.close()


def give(store: CaseStore, head: Sha256 | None = None) -> SignOff:
    draft = store.latest(STORY)
    assert draft is not None
    last = head or store.head().hash
    sealed = seals(store, STORY)
    given = SignOff(SignOffId("s"), STORY, draft.id, Hand.CHECKER, LATER.by, LATER.at, last, sealed)
    store.apply(Change("Sign the draft", LATER, added(given)))
    return given


def reviewed(store: CaseStore, record: Record) -> Review:
    draft = store.latest(STORY)
    assert draft is not None
    record.follow(store, signatures_in_force(store, STORY))
    return review_of(store, STORY, checkable(draft.text), record, LATER.at, {})


def note(store: CaseStore, words: str) -> None:
    claim = store.get(Claim, "first")
    assert claim is not None
    store.apply(review.annotate(claim, LATER, note=words))


def test_the_history_is_followed_without_reading_it_again(store: CaseStore) -> None:
    record = Record()
    reviewed(store, record)
    count = len(store.history())
    assert [moment.number for moment in record.moments] == list(range(1, count + 1))
    note(store, "One")
    reviewed(store, record)
    assert [moment.number for moment in record.moments] == list(range(1, count + 2))
    assert record.events == []


def test_what_followed_a_signature_is_told_as_it_happens(store: CaseStore) -> None:
    record = Record()
    reviewed(store, record)
    give(store)
    assert reviewed(store, record).signed.state is State.SIGNED
    note(store, "One")
    note(store, "Two")
    found = reviewed(store, record)
    assert found.signed.changed == (Part.CLAIMS,)
    assert [one.label for one in found.since] == ["Edit note", "Edit note"]
    assert found == reviewed(store, Record())


def test_a_signature_whose_event_is_not_in_the_history_is_told(store: CaseStore) -> None:
    give(store, Sha256("e" * 64))
    found = reviewed(store, Record())
    assert found.signed.cut
    assert found.signed.state is State.CHANGED
    assert found.since == ()


def test_a_signature_taken_back_is_no_longer_followed(store: CaseStore) -> None:
    record, given = Record(), give(store)
    reviewed(store, record)
    taken = replace(given, reopened_by="Nora", reopened_at=LATER.at, reopened_why="A letter")
    store.apply(Change("Reopen the draft", LATER, (review.Edit(given, taken),)))
    assert reviewed(store, record).signed.state is State.UNSIGNED
    assert record.events == []
