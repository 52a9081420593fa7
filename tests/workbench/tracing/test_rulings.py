"""The editor's word on origins: one for each document and claim, and it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from casework import STAMP, add_text, claim_on, new_case

from db.store import CaseStore
from workbench.change import inverse
from workbench.model import ClaimId, DocumentId, Ruling, RulingId
from workbench.tracing.rulings import count_apart, count_together, withdraw

A, B, C = DocumentId("a"), DocumentId("b"), DocumentId("c")


@pytest.fixture
def store(tmp_path: Path):
    store = new_case(tmp_path / "case.twosource")
    for id in (A, B, C):
        place = add_text(store, id, f"Words of {id}.")
    claim_on(store, place, "Words", "claim")
    yield store
    store.close()


def ruled(store: CaseStore) -> list[tuple[str, str | None, str | None]]:
    return [(item.document, item.claim, item.joined) for item in store.all(Ruling)]


def test_a_word_on_a_document_is_kept_and_taken_back(store: CaseStore) -> None:
    change = count_apart(A, None, (), RulingId("1"), STAMP)
    assert change is not None
    store.apply(change)
    assert ruled(store) == [("a", None, None)]
    store.apply(inverse(change, STAMP))
    assert ruled(store) == []


def test_a_new_word_takes_the_place_of_the_old(store: CaseStore) -> None:
    first = count_apart(A, ClaimId("claim"), (), RulingId("1"), STAMP)
    assert first is not None
    store.apply(first)
    second = count_together(A, B, ClaimId("claim"), store.all(Ruling), RulingId("2"), STAMP)
    assert second is not None
    store.apply(second)
    assert ruled(store) == [("a", "claim", "b")]


def test_a_word_for_one_claim_leaves_that_for_all(store: CaseStore) -> None:
    for number, claim in enumerate([None, ClaimId("claim")]):
        change = count_apart(A, claim, store.all(Ruling), RulingId(str(number)), STAMP)
        assert change is not None
        store.apply(change)
    back = withdraw(A, ClaimId("claim"), store.all(Ruling), STAMP)
    assert back is not None
    store.apply(back)
    assert ruled(store) == [("a", None, None)]


def test_saying_the_same_again_changes_nothing() -> None:
    known = (Ruling(RulingId("1"), A, None, B),)
    assert count_together(A, B, None, known, RulingId("2"), STAMP) is None
    assert withdraw(C, None, known, STAMP) is None


def test_a_document_cannot_be_joined_to_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        count_together(A, A, None, (), RulingId("1"), STAMP)
