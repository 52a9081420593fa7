from __future__ import annotations

import pytest

from workbench.analysis import Judgement, Statement
from workbench.evidence.checks import check
from workbench.evidence.judge import judge
from workbench.evidence.opposition import Opposition
from workbench.evidence.reading import read
from workbench.model import Relation


def found(claim: str, passage: str) -> Opposition:
    return check(read(Statement(claim)), read(Statement(passage))).opposition


def judged(claim: str, passage: str) -> Judgement:
    return judge(Statement(claim), [Statement(passage)])[0]


def test_acts_done_to_the_same_people_are_opposites() -> None:
    acts = found("The trust armed the smugglers.", "The trust helped drive the smugglers out.").acts
    assert acts == (("armed", "drive the smugglers out"),)


def test_a_passive_is_done_to_what_stands_before_it() -> None:
    assert found("The ferry was banned from the harbour.", "The port let the ferry sail.").acts
    assert not found("The ferry was banned by the port.", "The ferry’s owners let the port grow.").acts


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The hull had worn beyond the permitted depth on the ferry Tern.", "The ferry Tern was banned."),
        ("Traffic is banned for the first time since the pier opened.", "The council closed the pier."),
        ("The trust armed the smugglers.", "The trust fought the flames while smugglers fled."),
    ],
)
def test_mere_background_opposes_nothing(claim: str, passage: str) -> None:
    assert found(claim, passage).acts == ()
    assert found(claim, passage).opposites == ()


def test_one_pair_of_words_is_named_once() -> None:
    reasons = judged("The council opened the pier.", "The council closed the pier.").reasons
    assert len(set(reasons)) == len(reasons)
    assert sum("speaks against" in reason for reason in reasons) == 1


@pytest.mark.parametrize(
    ("passage", "bears"),
    [
        ("Rosa Lindqvist denied that she sold the pier.", True),
        ("The mayor rejected three offers of the bank, and the pier decayed.", False),
        ("The report that she sold the pier is a hoax.", True),
    ],
)
def test_a_denial_counts_where_it_reaches_the_claim_s_matter(passage: str, bears: bool) -> None:
    if not bears:
        assert found("Rosa Lindqvist sold ice creams.", passage).denials == ()
    else:
        assert found("Rosa Lindqvist sold the pier.", passage).denials


def test_what_is_denied_is_no_support() -> None:
    told = judged(
        "The harbour’s first warning was ignored.", "The port denies that the first warning was ignored."
    )
    assert told.relation is not Relation.SUPPORTS


def test_a_first_time_is_opposed_by_an_earlier_one() -> None:
    told = judged(
        "It is the first time that heavy ships have been turned away from the pier.",
        "Heavy ships were kept from the pier once before, in the winter of 1996.",
    )
    assert told.relation is Relation.CONTRADICTS
    assert told.reasons[0] == "the claim says “first time”, the passage “once before”"


def test_another_time_has_another_date() -> None:
    told = judged(
        "The pier was closed to heavy ships on 4 March 2026.",
        "The pier was closed to heavy ships once before, in the winter of 1996.",
    )
    assert not any(reason.startswith("the passage has") for reason in told.reasons)
