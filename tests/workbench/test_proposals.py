from __future__ import annotations

from dataclasses import replace
from itertools import count

from casework import STAMP, STORY, revision, words

from workbench.analysis import Analysis, Judgement, ProposedClaim
from workbench.change import Change
from workbench.model import Claim, ClaimKind, Credit, Evidence, Relation, Status, passage
from workbench.proposals import Finding, propose, suggest
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
