"""Everything that stands between a draft and its signature, each thing told once and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from casework import revision, words

from workbench.checkable import checkable
from workbench.coverage import coverage
from workbench.held import Held
from workbench.model import (
    Channel,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Reply,
    Role,
    SourceId,
    SourceKind,
    Status,
    Verdict,
    VerdictId,
    passage,
)
from workbench.openings import (
    Circumstances,
    Kind,
    Moment,
    Opening,
    Severity,
    left_open,
    must,
    odd_times,
    openings,
)
from workbench.text import Span

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)
TEXT = "The depot burned for 19 hours. Petra Quell took bribes. Nobody was hurt."
STORY = DocumentId("story")
DRAFT = revision("story", TEXT)
LETTER = revision("letter", "The depot burned for 23 hours.")
DEPOT = words(TEXT, "The depot burned for 19 hours.")
FIXED: tuple[Entity, ...] = (
    Document(STORY, Role.STORY, "Depot"),
    Document(DocumentId("letter"), Role.SOURCE, "Letter", kind=SourceKind.LETTER),
    DRAFT,
    LETTER,
)


def claim(id: str = "c", span: Span = DEPOT, **known: Any) -> Claim:
    fresh = Claim(ClaimId(id), passage(DRAFT, span), disposition=Disposition.CORRECTED)
    return replace(fresh, **known)


def linked(relation: Relation, **known: Any) -> Evidence:
    return replace(Evidence(EvidenceId("e"), ClaimId("c"), passage(LETTER, Span(0, 9)), relation), **known)


def found(*values: Entity, **around: Any) -> tuple[Opening, ...]:
    by_kind: dict[Any, tuple[Entity, ...]] = {}
    for value in (*FIXED, *values):
        by_kind[type(value)] = (*by_kind.get(type(value), ()), value)
    return openings(Held(by_kind), STORY, Circumstances(NOW, **around))


def told(*values: Entity, **around: Any) -> list[tuple[Kind, Severity]]:
    return [(one.kind, one.severity) for one in found(*values, **around)]


def test_nothing_is_open_in_a_settled_case() -> None:
    assert found(claim()) == ()


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"disposition": Disposition.OPEN}, [(Kind.OPEN_CLAIM, Severity.MUST)]),
        ({"status": Status.PROPOSED}, [(Kind.PROPOSED, Severity.SHOULD)]),
        ({"status": Status.DISMISSED, "disposition": Disposition.OPEN}, []),
        ({"disposition": Disposition.UNVERIFIABLE}, []),
        ({"disposition": Disposition.TK}, [(Kind.WAITING, Severity.SHOULD)]),
        ({"disposition": Disposition.ON_AUTHOR, "owner": "Tam"}, [(Kind.WAITING, Severity.SHOULD)]),
        ({"disposition": Disposition.TK, "due": "2026-03-06"}, [(Kind.OVERDUE, Severity.MUST)]),
        ({"disposition": Disposition.TK, "due": "2026-03-07"}, [(Kind.WAITING, Severity.SHOULD)]),
        ({"kind": ClaimKind.ACCUSATION}, [(Kind.NO_REPLY, Severity.MUST)]),
        ({"disposition": Disposition.CONFIRMED}, [(Kind.GATE, Severity.MUST)]),
        ({"disposition": Disposition.CONFIRMED, "waiver": "Seen it myself."}, []),
    ],
)
def test_what_a_claim_leaves_open(known: dict[str, Any], expected: list[Any]) -> None:
    origins = {ClaimId("c"): 0}
    assert told(claim(**known), origins=origins) == expected


def test_who_owes_what_until_when_is_told() -> None:
    (late,) = found(claim(disposition=Disposition.TK, owner="Tam", due="2026-03-01"))
    assert late.words == "“The depot burned for 19 hours.” Tam was to bring it by 2026-03-01."
    (unnamed,) = found(claim(disposition=Disposition.TK))
    assert "Nobody is down for bringing it, without a date" in unnamed.words


def test_a_claim_of_an_earlier_draft_waits_in_the_tray_and_is_told_only_there() -> None:
    later = replace(revision("story", TEXT + " It was dark.", 2))
    assert told(claim(disposition=Disposition.OPEN), later) == [(Kind.TRAY, Severity.MUST)]
    assert told(claim(gone=True), later) == []


def test_a_gate_is_not_judged_before_the_origins_are_counted() -> None:
    confirmed = claim(disposition=Disposition.CONFIRMED)
    assert told(confirmed) == []
    assert told(confirmed, origins={ClaimId("c"): 2}) == []
    assert told(confirmed, linked(Relation.SUPPORTS), origins={ClaimId("c"): 1}) == []


def test_queries_that_are_open_and_changes_not_made_lead_to_the_query() -> None:
    query = Query(QueryId("q"), ClaimId("c"), "Since when?")
    assert told(claim(), query) == [(Kind.OPEN_QUERY, Severity.MUST)]
    wanted = replace(query, wording="for 23 hours", status=QueryStatus.ACCEPTED)
    (opening,) = found(claim(), wanted)
    assert (opening.kind, opening.query) == (Kind.CHANGE_NOT_MADE, "q")
    for done in (QueryStatus.REFUSED, QueryStatus.APPLIED):
        assert told(claim(), replace(wanted, status=done)) == []
    assert told(claim(), replace(query, status=QueryStatus.ACCEPTED)) == []


def test_a_query_about_words_without_a_claim_counts_and_one_about_another_text_does_not() -> None:
    about = Query(QueryId("q"), None, "Who?", passage=passage(DRAFT, DEPOT))
    assert told(about) == [(Kind.OPEN_QUERY, Severity.MUST)]
    assert told(replace(about, passage=passage(LETTER, Span(0, 5)))) == []


def test_a_reply_that_was_asked_for_may_be_signed_over() -> None:
    asked = Contact(
        ContactId("k"),
        SourceId("s"),
        "Nora",
        "2026-03-02T10:00",
        Channel.PHONE,
        "Is it so?",
        claim=ClaimId("c"),
        reply=Reply.ASKED,
    )
    accused = claim(kind=ClaimKind.ACCUSATION)
    (opening,) = found(accused, asked)
    assert (opening.kind, opening.severity) == (Kind.NO_REPLY, Severity.SHOULD)
    assert "Asked on 2026-03-02" in opening.words
    assert told(accused, replace(asked, reply=Reply.DECLINED)) == []


def verdict(step: str, **known: Any) -> Verdict:
    return replace(Verdict(VerdictId("v"), ClaimId("c"), step, "", "Nora", NOW), **known)


def test_a_good_verdict_over_contradicting_evidence_is_told() -> None:
    against = linked(Relation.CONTRADICTS)
    assert told(claim(), verdict("supported"), against) == [(Kind.CONTRADICTED, Severity.MUST)]
    assert told(claim(), verdict("mixed"), against) == []
    assert told(claim(), verdict("supported"), replace(against, status=Status.PROPOSED)) == []


def test_a_verdict_given_on_other_words_is_told() -> None:
    old = verdict("mixed", wording="The depot burned for 18 hours.")
    assert told(claim(), old) == [(Kind.OTHER_WORDS, Severity.MUST)]
    assert told(claim(), verdict("mixed", wording="The depot burned for 19 hours.")) == []


def test_claims_without_a_verdict_are_told_only_where_verdicts_are_given() -> None:
    other = claim("d", words(TEXT, "Nobody was hurt."))
    assert told(claim(), other) == []
    assert [(one.kind, one.claim) for one in found(claim(), other, verdict("mixed"))] == [
        (Kind.NO_VERDICT, "d")
    ]


def test_what_has_no_mark_is_told_by_sort_and_leads_to_the_first_of_them() -> None:
    bare = coverage(checkable(TEXT), ())
    opened = found(coverage=bare)
    assert {one.words for one in opened} == {"1 figure carries no mark.", "1 name carries no mark."}
    assert opened[0].span == words(TEXT, "19 hours")


def test_a_white_draft_is_told_with_its_numbers() -> None:
    text = " ".join(f"The depot held {number} crates." for number in range(10, 20))
    (white,) = [one for one in found(coverage=coverage(checkable(text), ())) if one.kind is Kind.WHITE]
    assert "10 of 10 sentences" in white.words


def test_a_clock_set_back_and_one_ahead_are_told() -> None:
    noon = Moment(1, "Nora", NOW)
    assert list(odd_times([noon, Moment(2, "Otto", NOW - timedelta(minutes=1))], NOW)) == []
    (back,) = odd_times([noon, Moment(2, "Otto", NOW - timedelta(days=1))], NOW)
    assert "step 2, by Otto" in back.words
    (ahead,) = odd_times([Moment(1, "", NOW + timedelta(days=1))], NOW)
    assert "by nobody named, is dated in the future" in ahead.words


def test_what_must_be_settled_stands_first_and_what_is_left_open_is_summed_up() -> None:
    opened = found(
        claim(disposition=Disposition.TK),
        claim("d", disposition=Disposition.OPEN),
        claim("p", status=Status.PROPOSED),
        claim("p2", status=Status.PROPOSED),
        coverage=coverage(checkable(TEXT), ()),
    )
    assert opened[0].severity is Severity.MUST
    assert must(opened) == 1
    assert left_open(opened) == (
        "1 passage that waits for somebody; 2 proposed claims not looked at; "
        "1 figure carries no mark; 1 name carries no mark"
    )


def test_a_missing_reply_is_told_once_of_a_confirmed_accusation() -> None:
    accused = claim(kind=ClaimKind.ACCUSATION, disposition=Disposition.CONFIRMED)
    assert told(accused, origins={ClaimId("c"): 2}) == [(Kind.NO_REPLY, Severity.MUST)]
