"""What leaves the case together, and what stays behind without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from casework import STAMP, checked_case

from db.store import CaseStore
from workbench.change import Change, added, inverse, removed
from workbench.dependants import completed
from workbench.model import (
    Channel,
    Claim,
    ClaimId,
    Contact,
    ContactId,
    Document,
    DocumentId,
    Ruling,
    RulingId,
    Source,
    SourceId,
    SourceKind,
)

STORY, LETTER, PAPER = DocumentId("story"), DocumentId("letter"), DocumentId("paper")
DESK = Source(SourceId("desk"), "Press desk", SourceKind.ORGANISATION, PAPER, papers=(LETTER, PAPER))
CALL = Contact(
    ContactId("call"),
    DESK.id,
    "Nora Quist",
    "2026-03-06",
    Channel.PHONE,
    "How many days?",
    claim=ClaimId("days"),
)
RULED = Ruling(RulingId("ruled"), PAPER, ClaimId("days"), LETTER)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with closing(checked_case(tmp_path / "case.twosource")) as store:
        store.apply(Change("Log a contact", STAMP, added(DESK, CALL, RULED)))
        yield store


def leave(store: CaseStore, document: DocumentId) -> Change:
    value = store.get(Document, document)
    assert value is not None
    change = completed(Change("Remove", STAMP, removed(value)), store)
    store.apply(change)
    return change


def test_a_source_lets_go_of_papers_that_leave(case: CaseStore) -> None:
    leave(case, PAPER)
    kept = case.get(Source, DESK.id)
    assert kept is not None
    assert (kept.document, kept.papers) == (None, (LETTER,))


def test_a_ruling_leaves_with_either_of_its_documents(case: CaseStore) -> None:
    leave(case, LETTER)
    assert case.all(Ruling) == ()


def test_a_contact_outlives_the_claim_it_was_about(case: CaseStore) -> None:
    leave(case, STORY)
    assert case.all(Claim) == ()
    assert [contact.claim for contact in case.all(Contact)] == [None]


def test_a_contact_leaves_with_its_source(case: CaseStore) -> None:
    case.apply(completed(Change("Remove", STAMP, removed(DESK)), case))
    assert case.all(Contact) == ()


@pytest.mark.parametrize("document", [STORY, LETTER, PAPER])
def test_what_left_comes_back_as_it_was(case: CaseStore, document: DocumentId) -> None:
    before = {kind: set(case.all(kind)) for kind in (Source, Contact, Ruling, Claim)}
    case.apply(inverse(leave(case, document), STAMP))
    assert {kind: set(case.all(kind)) for kind in (Source, Contact, Ruling, Claim)} == before
