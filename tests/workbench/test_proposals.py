from __future__ import annotations

from dataclasses import replace
from itertools import count

from casework import STAMP, STORY, revision, words

from workbench.analysis import Analysis, Judgement, ProposedClaim
from workbench.change import Change
from workbench.model import Claim, ClaimId, ClaimKind, Credit, Evidence, Relation, Status, passage
from workbench.proposals import Finding, propose, suggest
from workbench.review import mark, move_edges
from workbench.text import Span

TEXT = revision("story", STORY)
SOURCE = revision("source", "The station was closed for 23 days. Nobody was hurt.")


def new_ids() -> object:
    numbers = count()
    return lambda: f"id-{next(numbers)}"


def analysis(*spans: Span, credits: tuple[Credit, ...] = ()) -> Analysis:
    claims = tuple(ProposedClaim(span, 80.0, ClaimKind.FIGURE, None, ("number: 19",)) for span in spans)
    return Analysis((), (), claims, credits)


def proposed(change: Change | None, kind: type = Claim) -> list[Claim]:
    assert change is not None
    return [edit.after for edit in change.edits if isinstance(edit.after, kind)]


DAYS = words(STORY, "closed for 19 days")
FIRST = words(STORY, "the first closure in 40 years")


def test_found_claims_are_stored_as_proposals() -> None:
    (claim,) = proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))
    assert claim.status is Status.PROPOSED
    assert claim.wording == "closed for 19 days"
    assert claim.reasons == ("number: 19",)


def test_what_the_editor_settled_is_not_proposed_again() -> None:
    for status in (Status.ACCEPTED, Status.DISMISSED):
        claim = replace(proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))[0], status=status)
        assert propose(TEXT, analysis(DAYS), (claim,), (), new_ids(), STAMP) is None


def test_a_second_analysis_replaces_only_open_proposals() -> None:
    old = proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))
    change = propose(TEXT, analysis(FIRST), old, (), new_ids(), STAMP)
    assert change is not None
    assert [edit.before for edit in change.edits if edit.after is None] == old
    assert [claim.wording for claim in proposed(change)] == ["the first closure in 40 years"]


def test_the_same_analysis_twice_changes_nothing() -> None:
    credit = Credit((words(STORY, "the county"),), (words(STORY, "admitted"),), (DAYS,))
    first = propose(TEXT, analysis(DAYS, credits=(credit,)), (), (), new_ids(), STAMP)
    assert first is not None
    stored = [edit.after for edit in first.edits]
    claims = [value for value in stored if isinstance(value, Claim)]
    credits = [value for value in stored if not isinstance(value, Claim)]
    assert propose(TEXT, analysis(DAYS, credits=(credit,)), claims, credits, new_ids(), STAMP) is None


HEADLINE = words(STORY, "the county")


def repeated(*also: Span) -> Analysis:
    return Analysis((), (), (ProposedClaim(DAYS, 80.0, ClaimKind.FIGURE, None, ("number: 19",), also),), ())


def test_a_claim_in_several_places_is_one_proposal() -> None:
    (claim,) = proposed(propose(TEXT, repeated(HEADLINE, FIRST), (), (), new_ids(), STAMP))
    assert claim.wording == "closed for 19 days"
    assert [place.span for place in claim.also] == [HEADLINE, FIRST]
    assert propose(TEXT, repeated(HEADLINE, FIRST), (claim,), (), new_ids(), STAMP) is None


def test_claims_found_to_be_one_keep_the_id_of_the_main_place() -> None:
    old = proposed(propose(TEXT, analysis(FIRST, DAYS), (), (), new_ids(), STAMP))
    change = propose(TEXT, repeated(FIRST), old, (), new_ids(), STAMP)
    assert change is not None
    assert [edit.before for edit in change.edits if edit.after is None] == [old[0]]
    assert [claim.id for claim in proposed(change)] == [old[1].id]


def test_a_claim_whose_main_place_moves_keeps_its_id() -> None:
    old = proposed(propose(TEXT, analysis(FIRST), (), (), new_ids(), STAMP))
    (claim,) = proposed(propose(TEXT, repeated(FIRST), old, (), new_ids(), STAMP))
    assert (claim.id, claim.passage.span) == (old[0].id, DAYS)


def test_a_place_that_becomes_a_claim_of_its_own_takes_no_other_claims_id() -> None:
    old = proposed(propose(TEXT, repeated(FIRST), (), (), new_ids(), STAMP))
    made = proposed(propose(TEXT, analysis(FIRST, DAYS), old, (), lambda: "new", STAMP))
    assert {claim.passage.span: claim.id for claim in made} == {FIRST: "new", DAYS: old[0].id}


def test_places_of_a_settled_claim_are_not_proposed_and_the_others_are() -> None:
    (claim,) = proposed(propose(TEXT, repeated(HEADLINE), (), (), new_ids(), STAMP))
    dismissed = replace(claim, status=Status.DISMISSED)
    assert propose(TEXT, analysis(HEADLINE, DAYS), (dismissed,), (), new_ids(), STAMP) is None
    (rest,) = proposed(propose(TEXT, repeated(HEADLINE, FIRST), (dismissed,), (), lambda: "new", STAMP))
    assert (rest.passage.span, rest.also) == (FIRST, ())


def test_what_the_editor_wrote_about_a_proposal_survives() -> None:
    (claim,) = proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))
    for written in (replace(claim, note="ask the county"), replace(claim, answer="We stand by it.")):
        assert propose(TEXT, analysis(DAYS), (written,), (), new_ids(), STAMP) is None
        assert propose(TEXT, analysis(), (written,), (), new_ids(), STAMP) is None


def test_a_claim_of_the_editors_own_and_one_with_moved_edges_survive() -> None:
    own = mark(passage(TEXT, FIRST), ClaimId("own"), STAMP).edits[0].after
    assert isinstance(own, Claim)
    (claim,) = proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))
    wider = passage(TEXT, Span(DAYS.start - 4, DAYS.end))
    moved = move_edges(claim, wider, STAMP).edits[0].after
    assert isinstance(moved, Claim)
    assert propose(TEXT, analysis(FIRST, DAYS), (own, moved), (), new_ids(), STAMP) is None
    assert propose(TEXT, analysis(), (own, moved), (), new_ids(), STAMP) is None


def finding(wanted: str, relation: Relation = Relation.CONTRADICTS) -> Finding:
    scores = dict.fromkeys(Relation, 10.0) | {relation: 80.0}
    place = passage(SOURCE, words(SOURCE.text, wanted))
    return Finding(place, Judgement(relation, 80.0, scores, ("figures differ: 19 / 23",)))


CLAIM = proposed(propose(TEXT, analysis(DAYS), (), (), new_ids(), STAMP))[0]


def test_a_dismissed_passage_is_not_suggested_again() -> None:
    (item,) = proposed(suggest(CLAIM, [finding("closed for 23 days")], (), new_ids(), STAMP), Evidence)
    dismissed = replace(item, status=Status.DISMISSED)
    assert suggest(CLAIM, [finding("closed for 23 days")], [dismissed], new_ids(), STAMP) is None
    change = suggest(
        CLAIM, [finding("closed for 23 days"), finding("Nobody was hurt")], [dismissed], new_ids(), STAMP
    )
    assert [item.passage.quote.exact for item in proposed(change, Evidence)] == ["Nobody was hurt"]


def test_newer_suggestions_replace_older_ones() -> None:
    old = proposed(suggest(CLAIM, [finding("closed for 23 days")], (), new_ids(), STAMP), Evidence)
    assert suggest(CLAIM, [finding("closed for 23 days")], old, new_ids(), STAMP) is None
    change = suggest(CLAIM, [finding("Nobody was hurt", Relation.CONTEXT)], old, new_ids(), STAMP)
    assert change is not None
    assert len(change.edits) == 2
