"""The oldest telling of a claim, and the later ones beside it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from workbench.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Status,
    passage,
)
from workbench.text import Span
from workbench.tracing.appearances import appearances, is_oldest

STORY = "The mill in Lindow has closed and 53 people lost their jobs."


def revision(id: str, text: str) -> Revision:
    digest = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, text, digest)


def document(id: str, published: str | None) -> Document:
    role = Role.STORY if id == "story" else Role.SOURCE
    return Document(DocumentId(id), role, id, published=published)


def evidence(
    id: str,
    text: str,
    relation: Relation = Relation.SUPPORTS,
    status: Status = Status.PROPOSED,
    score: float = 50.0,
) -> Evidence:
    place = passage(revision(id, text), Span(0, len(text)))
    return Evidence(EvidenceId(f"{id} {text[:9]}"), CLAIM.id, place, relation, status, score)


CLAIM = Claim(ClaimId("mill"), passage(revision("story", STORY), Span(0, len(STORY))))


def told(dates: dict[str, str | None], *found: Evidence) -> list[str]:
    documents = {DocumentId(id): document(id, date) for id, date in dates.items()}
    return [str(one.passage.document) for one in appearances(CLAIM, found, documents)]


def test_the_oldest_document_comes_first() -> None:
    dates = {"story": "2026-03-14", "wire": "2026-03-12", "paper": "2026-03-13"}
    found = (evidence("paper", STORY), evidence("wire", STORY))
    assert told(dates, *found) == ["wire", "paper", "story"]


def test_a_year_alone_is_not_older_than_a_day_in_it() -> None:
    assert told({"story": "2026-03-14", "wire": "2026"}, evidence("wire", STORY)) == ["story", "wire"]


def test_an_undated_document_comes_last() -> None:
    assert told({"story": "2026-03-14", "wire": None}, evidence("wire", STORY)) == ["story", "wire"]


def test_of_the_same_day_the_story_is_not_the_first() -> None:
    assert told({"story": "2026-03-14", "wire": "2026-03-14"}, evidence("wire", STORY)) == ["wire", "story"]


def test_what_was_dismissed_or_is_mere_context_is_no_appearance() -> None:
    dates = {"story": "2026-03-14", "wire": "2026-03-12", "paper": "2026-03-13"}
    found = (
        evidence("wire", STORY, status=Status.DISMISSED),
        evidence("paper", STORY, relation=Relation.CONTEXT),
    )
    assert told(dates, *found) == ["story"]


def test_a_document_with_another_figure_holds_the_claim_too() -> None:
    smaller = "The mill in Lindow may have closed and 41 people lost their jobs."
    dates = {"story": "2026-03-14", "wire": "2026-03-12"}
    documents = {DocumentId(id): document(id, date) for id, date in dates.items()}
    first, later = appearances(CLAIM, [evidence("wire", smaller, Relation.CONTRADICTS)], documents)
    assert first.passage.document == "wire"
    assert [(one.before, one.after) for one in later.since] == [
        ("41", "53"),
        ("may have closed", "has closed"),
    ]


def test_a_document_that_denies_the_claim_does_not_hold_it() -> None:
    denial = "The mill in Lindow has not closed, the owner said."
    dates = {"story": "2026-03-14", "wire": "2026-03-12"}
    assert told(dates, evidence("wire", denial, Relation.CONTRADICTS)) == ["story"]


def test_of_two_passages_the_linked_one_stands_for_its_document() -> None:
    dates = {"story": "2026-03-14", "wire": "2026-03-12"}
    documents = {DocumentId(id): document(id, date) for id, date in dates.items()}
    linked = evidence("wire", "The mill closed.", status=Status.ACCEPTED, score=1.0)
    first, _ = appearances(CLAIM, [evidence("wire", STORY, score=99.0), linked], documents)
    assert first.passage == linked.passage


def test_nothing_is_compared_with_an_undated_first() -> None:
    smaller = "The mill in Lindow closed and 41 people lost their jobs."
    documents = {DocumentId(id): document(id, None) for id in ("story", "wire")}
    assert all(not one.since for one in appearances(CLAIM, [evidence("wire", smaller)], documents))


def test_times_are_compared_wherever_they_were_taken() -> None:
    dates = {"story": None, "late": "2026-03-12T23:00:00-11:00", "early": "2026-03-12T23:00:00Z"}
    assert told(dates, evidence("late", STORY), evidence("early", STORY)) == ["early", "late", "story"]


def test_a_date_after_the_text_was_read_is_none() -> None:
    wrong = replace(document("paper", "2199-01-01"), accessed="2026-03-20")
    documents = {DocumentId(one.id): one for one in (document("story", "2026-03-14"), wrong)}
    found = appearances(CLAIM, [evidence("paper", "The mill may have closed.")], documents)
    assert [one.passage.document for one in found] == ["story", "paper"]
    assert is_oldest(wrong, ()) is None


def test_only_what_is_certainly_before_all_others_is_the_oldest() -> None:
    first, month, year = (
        document(id, date) for id, date in (("a", "2026-02"), ("b", "2026-03"), ("c", "2026"))
    )
    assert is_oldest(first, [month])
    assert is_oldest(first, [month, year]) is False
    assert is_oldest(first, [month, document("d", None)]) is False
