from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import Judgement, Statement
from workbench.evidence.judge import judge
from workbench.model import Relation

LONG_CLAIM = (
    "In a letter to the port authority, the mayor of Oldhaven, Rosa Lindqvist, wrote that after almost a "
    "decade of dredging in Oldhaven the Harbour Trust had delivered weapons to the smugglers of the outer "
    "islands."
)


def one(claim: str, passage: str, published: str | None = None) -> Judgement:
    return judge(Statement(claim, published), [Statement(passage, published)])[0]


def test_the_same_words_support() -> None:
    found = one("The ferry Tern carried 4,200 people in May.", "The ferry Tern carried 4,200 people in May.")
    assert found.relation is Relation.SUPPORTS


@pytest.mark.parametrize(
    ("claim", "passage", "reason"),
    [
        (
            "The ferry Tern carried 4.2 million people.",
            "The ferry Tern carried 3.9 million people.",
            "the passage has “3.9 million people”, the claim “4.2 million people”",
        ),
        (
            "The bridge at Oldhaven opened in March 2014.",
            "The bridge at Oldhaven opened in May 2016.",
            "the passage has “May 2016”, the claim “March 2014”",
        ),
        (
            "The Harbour Trust armed the smugglers of Oldhaven.",
            "The Harbour Trust helped drive the smugglers out of Oldhaven.",
            "the passage’s “drive the smugglers out” speaks against the claim’s “armed”",
        ),
        (
            "The council approved the plan for the old pier.",
            "The council did not approve the plan for the old pier.",
            "only the passage says “did not approve”",
        ),
    ],
)
def test_a_contradiction_names_its_ground_first(claim: str, passage: str, reason: str) -> None:
    found = one(claim, passage)
    assert found.relation is Relation.CONTRADICTS
    assert found.reasons[0] == reason


def test_figures_that_differ_in_wording_only_are_shown_side_by_side() -> None:
    found = one("The dredging of Oldhaven took almost a decade.", "The dredging of Oldhaven took nine years.")
    assert found.relation is Relation.SUPPORTS
    assert "the passage’s “nine years” fits the claim’s “almost a decade”" in found.reasons


def test_a_denial_is_named() -> None:
    found = one("The mayor Rosa Lindqvist sold the pier.", "Rosa Lindqvist denied that she sold the pier.")
    assert "in the passage Rosa Lindqvist denied it" in found.reasons


def test_passages_that_share_only_names_and_offices_are_context() -> None:
    found = one(LONG_CLAIM, "Rosa Lindqvist, the mayor of Oldhaven, opened a new school on Friday.")
    assert found.relation is Relation.CONTEXT


def test_one_clause_of_a_long_claim_borne_out_is_support() -> None:
    found = one(LONG_CLAIM, "The Harbour Trust spent nine years dredging the channel off Oldhaven.")
    assert found.relation is Relation.SUPPORTS


def test_one_clause_of_a_long_claim_gainsaid_is_a_contradiction() -> None:
    found = one(LONG_CLAIM, "The Harbour Trust had fought the smugglers of the outer islands for years.")
    assert found.relation is Relation.CONTRADICTS


def test_what_has_nothing_in_common_is_context_and_ranks_last() -> None:
    found = one("The ferry Tern carried 4,200 people.", "Bakers elsewhere raised their prices.")
    assert found.relation is Relation.CONTEXT
    assert found.score < 10
    assert found.reasons == ("the two have little in common",)


def test_relative_dates_are_read_from_each_text_s_own_publication() -> None:
    claim = Statement("The ferry Tern sank off Oldhaven last year.", "2021-05-04")
    passage = Statement("The ferry Tern sank off Oldhaven in 2020.", "2023-05-04")
    (found,) = judge(claim, [passage])
    assert "the passage’s “2020” fits the claim’s “last year (2020)”" in found.reasons


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("", ""),
        ("", "The ferry sank."),
        ("The ferry sank.", ""),
        ("ferry", "ferry"),
        ("Die Fähre sank am Freitag vor dem Hafen.", "Le ferry a coulé vendredi au large du port."),
        ("渡轮沉没了", "Паром затонул в пятницу"),
        ("word " * 20_000, "The ferry sank."),
        ("The ferry sank.", "1 " * 20_000),
        ("\ud800 \x00 ferry", "🛳️ ferry"),
    ],
)
def test_odd_texts_are_judged_without_error(claim: str, passage: str) -> None:
    found = one(claim, passage)
    assert sum(found.scores.values()) == pytest.approx(100)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [("", ""), ("", "The ferry sank."), ("The ferry sank.", ""), ("渡轮沉没了", "Паром затонул в пятницу")],
)
def test_where_nothing_can_be_compared_all_is_context(claim: str, passage: str) -> None:
    assert one(claim, passage).relation is Relation.CONTEXT


def test_judgements_come_in_the_order_of_the_passages() -> None:
    claim = Statement("The ferry Tern carried 4,200 people.")
    passages = [Statement("Bakers struck."), Statement(claim.text), Statement("")]
    together = judge(claim, passages)
    for item, found in zip(passages, together, strict=True):
        (alone,) = judge(claim, [item])
        assert (found.relation, found.reasons) == (alone.relation, alone.reasons)
        assert found.score == pytest.approx(alone.score, abs=0.11)
    assert judge(claim, []) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_scores_are_shares_of_a_hundred_for_any_texts(claim: str, passage: str) -> None:
    found = one(claim, passage)
    assert set(found.scores) == set(Relation)
    assert all(0 <= value <= 100.0001 for value in (*found.scores.values(), found.score))
    assert sum(found.scores.values()) == pytest.approx(100)
    assert found.reasons
