from __future__ import annotations

import pytest

from workbench.analysis import Judgement, Statement
from workbench.evidence.judge import judge
from workbench.model import Relation


def judged(claim: str, passage: str) -> Judgement:
    return judge(Statement(claim), [Statement(passage)])[0]


@pytest.mark.parametrize(
    "passage",
    [
        "The tender puts the cost of the dredging at £5.2 million, not the £3.8 million named by the port.",
        "The tender puts the cost of the dredging at £5.2 million rather than the £3.8 million once named.",
    ],
)
def test_a_figure_put_right_is_a_conflict(passage: str) -> None:
    told = judged("The port wrote that the dredging would cost £3.8 million.", passage)
    assert told.relation is Relation.CONTRADICTS
    assert told.reasons[0] == "the passage has “£5.2 million”, the claim “£3.8 million”"
    assert not any("not" in reason for reason in told.reasons[1:])


def test_a_figure_denied_without_another_conflicts_itself() -> None:
    told = judged("The dredging cost £3 million.", "The dredging did cost money, but not £3 million.")
    assert "the passage has “£3 million”, the claim “£3 million”" not in told.reasons
    assert told.relation is not Relation.SUPPORTS


def test_a_figure_that_both_deny_agrees() -> None:
    claim = "The dredging cost £5 million, not £3 million."
    assert not any(reason.startswith("the passage has") for reason in judged(claim, claim).reasons)


def test_one_figure_of_a_long_claim_borne_out_is_support() -> None:
    told = judged(
        "The old ferry carries more than 20,000 people a week and is the only link to the islands of Skerry, "
        "where almost 4,000 people live.",
        "About 21,000 people use the ferry every week.",
    )
    assert told.relation is Relation.SUPPORTS
    assert told.score > 40
    assert told.reasons[0] == "the passage’s “About 21,000 people” fits the claim’s “more than 20,000 people”"
