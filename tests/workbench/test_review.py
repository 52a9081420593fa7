from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from casework import STAMP, STORY, revision, words

from workbench import linking, review
from workbench.change import Edit, added
from workbench.model import (
    CitationId,
    Claim,
    ClaimId,
    Disposition,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    ScaleId,
    Source,
    SourceId,
    SourceKind,
    Status,
    Verdict,
    VerdictId,
    passage,
)

TEXT = revision("story", STORY)
PLACE = passage(TEXT, words(STORY, "closed for 19 days"))
OPEN = Claim(ClaimId("claim"), PLACE)
PROPOSED = replace(OPEN, status=Status.PROPOSED)
ITEM = Evidence(EvidenceId("evidence"), OPEN.id, PLACE, Relation.CONTEXT, Status.PROPOSED)
SOURCE = Source(SourceId("source"), "The fire service", SourceKind.DOCUMENT)


@pytest.mark.parametrize(
    "change",
    [
        review.accept(PROPOSED, STAMP),
        review.dispose(PROPOSED, Disposition.CONFIRMED, STAMP),
        review.move_edges(PROPOSED, PLACE, STAMP),
        review.decide(PROPOSED, None, "mixed", "", VerdictId("v"), STAMP),
        linking.link(PROPOSED, PLACE, Relation.SUPPORTS, EvidenceId("e"), STAMP),
        linking.relate(PROPOSED, ITEM, Relation.SUPPORTS, STAMP),
        linking.cite(PROPOSED, SOURCE, CitationId("c"), STAMP, new=True),
    ],
    ids=lambda change: change.label,
)
def test_working_on_a_proposed_claim_takes_it_up(change: Any) -> None:
    (claim,) = [edit.after for edit in change.edits if isinstance(edit.after, Claim)]
    assert claim.status is Status.ACCEPTED


def test_disposition_and_verdict_are_two_fields() -> None:
    (edit,) = review.dispose(OPEN, Disposition.TK, STAMP).edits
    assert edit == Edit(OPEN, replace(OPEN, disposition=Disposition.TK))
    (given,) = review.decide(OPEN, None, "supported", "Two letters agree.", VerdictId("v"), STAMP).edits
    assert given.after == Verdict(
        VerdictId("v"),
        OPEN.id,
        "supported",
        "Two letters agree.",
        STAMP.by,
        STAMP.at,
        wording=OPEN.wording,
    )


def test_a_second_verdict_replaces_the_first() -> None:
    first = Verdict(VerdictId("v"), OPEN.id, "mixed", "", "A", STAMP.at)
    (edit,) = review.decide(OPEN, first, "supported", "", VerdictId("other"), STAMP).edits
    assert edit.before == first
    assert isinstance(edit.after, Verdict)
    assert edit.after.id == "v"


def test_a_note_and_an_answer_leave_each_other_alone() -> None:
    noted = replace(OPEN, note="ask again", answer="no")
    (edit,) = review.annotate(noted, STAMP, answer="yes").edits
    assert edit.after == replace(noted, answer="yes")


def test_a_new_source_enters_the_register_with_its_first_link() -> None:
    known = linking.cite(OPEN, SOURCE, CitationId("c"), STAMP, new=False)
    fresh = linking.cite(OPEN, SOURCE, CitationId("c"), STAMP, new=True)
    assert fresh.edits == (*added(SOURCE), *known.edits)


def test_unlinking_is_remembered_as_dismissed() -> None:
    linked = replace(ITEM, status=Status.ACCEPTED)
    (edit,) = linking.set_aside(linked, STAMP).edits
    assert edit.after == replace(linked, status=Status.DISMISSED)


def test_an_answered_query_keeps_its_question() -> None:
    query = Query(QueryId("q"), OPEN.id, "Who counted?", "for 23 days")
    (edit,) = review.answer(
        query, replace(query, answer="The crews.", status=QueryStatus.ACCEPTED), STAMP
    ).edits
    assert edit.before == query


def test_who_owes_what_goes_once_nothing_is_owed_any_more() -> None:
    owed = replace(OPEN, disposition=Disposition.TK, owner="Ida Holm", due="2026-03-09")
    (edit,) = review.dispose(owed, Disposition.ON_AUTHOR, STAMP).edits
    assert edit.after == replace(owed, disposition=Disposition.ON_AUTHOR)
    (edit,) = review.dispose(owed, Disposition.CORRECTED, STAMP).edits
    assert isinstance(edit.after, Claim)
    assert (edit.after.owner, edit.after.due) == ("", None)


def test_the_written_reason_stands_as_long_as_the_claim_is_confirmed() -> None:
    (edit,) = review.dispose(OPEN, Disposition.CONFIRMED, STAMP, waiver=" I was \n there. ").edits
    assert isinstance(edit.after, Claim)
    assert edit.after.waiver == "I was there."
    (edit,) = review.dispose(edit.after, Disposition.OPEN, STAMP).edits
    assert isinstance(edit.after, Claim)
    assert edit.after.waiver == ""


def test_what_was_due_before_today_is_overdue_while_it_is_owed() -> None:
    owed = replace(OPEN, disposition=Disposition.TK, due="2026-03-09")
    assert review.is_overdue(owed, date(2026, 3, 10))
    assert not review.is_overdue(owed, date(2026, 3, 9))
    assert not review.is_overdue(replace(owed, disposition=Disposition.CORRECTED), date(2026, 3, 10))


def test_asking_notes_who_asked_and_when() -> None:
    (edit,) = review.ask(Query(QueryId("q"), OPEN.id, "Who counted?"), STAMP).edits
    assert isinstance(edit.after, Query)
    assert (edit.after.by, edit.after.at) == (STAMP.by, STAMP.at)


def test_nobody_calls_a_query_applied_by_hand() -> None:
    query = Query(QueryId("q"), OPEN.id, "Who counted?", "for 23 days")
    with pytest.raises(ValueError, match="found applied"):
        review.answer(query, replace(query, status=QueryStatus.APPLIED), STAMP)


def test_a_verdict_names_its_scale() -> None:
    (edit,) = review.decide(OPEN, None, "true", "", VerdictId("v"), STAMP, scale=ScaleId("six-step")).edits[
        -1:
    ]
    assert isinstance(edit.after, Verdict)
    assert edit.after.scale == "six-step"
