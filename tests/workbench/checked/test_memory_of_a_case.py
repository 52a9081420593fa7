"""Which claims of a case other cases hear of."""

from dataclasses import replace

import pytest
from casework import STAMP, checked_case

from workbench import review
from workbench.change import Change, Edit, added
from workbench.checked.memory import settled_claims
from workbench.model import (
    Attribution,
    Citation,
    Claim,
    Credit,
    Disposition,
    Source,
    SourceKind,
    Terms,
    Verdict,
)


@pytest.fixture
def store(tmp_path):
    store = checked_case(tmp_path / "ostley.twosource")
    yield store
    store.close()


def told(store):
    return settled_claims(store, store.path)


def decided(store):
    (verdict,) = store.all(Verdict)
    return store.get(Claim, verdict.claim), verdict


def test_a_claim_with_a_verdict_is_told_with_its_date_its_checker_and_its_evidence(store):
    claim, verdict = decided(store)
    (found,) = told(store)
    assert (found.wording, found.verdict, found.tone) == (claim.wording, "Contradicted", "bad")
    assert (found.at, found.checker) == (verdict.at.date().isoformat(), verdict.by)
    assert found.conclusion == verdict.conclusion
    assert found.place.case == "case"
    assert found.place.claim == claim.id
    assert all(item.words for item in found.evidence)
    assert found.evidence


def test_a_claim_keeps_its_id_when_its_verdict_changes(store):
    claim, verdict = decided(store)
    (before,) = told(store)
    store.apply(review.decide(claim, verdict, "mixed", "After all.", verdict.id, STAMP))
    (after,) = told(store)
    assert (after.id, after.verdict) == (before.id, "Mixed")


def test_a_verdict_taken_back_is_no_longer_told(store):
    _, verdict = decided(store)
    store.apply(review.withdraw(verdict, STAMP))
    assert decided_wordings(store) == []


@pytest.mark.parametrize(
    ("disposition", "is_told"),
    [(Disposition.CONFIRMED, True), (Disposition.ON_AUTHOR, False), (Disposition.TK, False)],
)
def test_a_disposition_is_told_where_it_settles_the_matter(store, disposition, is_told):
    claim = next(
        item
        for item in store.all(Claim)
        if item.disposition is Disposition.OPEN and not verdict_of(store, item)
    )
    store.apply(Change("Set", STAMP, (Edit(claim, replace(claim, disposition=disposition)),)))
    assert (claim.wording in decided_wordings(store)) is is_told


def test_a_dismissed_claim_is_not_told(store):
    claim, _ = decided(store)
    store.apply(review.dismiss(claim, STAMP))
    assert decided_wordings(store) == []


def test_a_claim_linked_to_a_protected_source_stays_in_its_case(store):
    claim, _ = decided(store)
    source = Source("s9", "Heron", SourceKind.PERSON, protected=True)
    store.apply(Change("Link", STAMP, added(source, Citation("c9", claim.id, source.id))))
    assert decided_wordings(store) == []


def test_a_claim_linked_to_a_source_off_the_record_stays_in_its_case(store):
    claim, _ = decided(store)
    source = Source("s9", "Maud Irle", SourceKind.PERSON, terms=Terms.OFF_RECORD)
    store.apply(Change("Link", STAMP, added(source, Citation("c9", claim.id, source.id))))
    assert decided_wordings(store) == []


def test_a_claim_credited_to_a_protected_source_stays_in_its_case(store):
    claim, _ = decided(store)
    source = Source("s9", "Heron", SourceKind.PERSON, protected=True)
    place = claim.passage
    credit = Credit((), (), (place.span,))
    said = Attribution("a9", place.document, place.revision, "heron", "said", credit)
    store.apply(Change("Note", STAMP, added(source, said)))
    assert decided_wordings(store) == []


def verdict_of(store, claim):
    return next((item for item in store.all(Verdict) if item.claim == claim.id), None)


def decided_wordings(store):
    return [item.wording for item in told(store)]
