from __future__ import annotations

import pytest

from workbench.analysis import Judgement, Statement
from workbench.evidence.judge import judge
from workbench.model import Relation


def judged(claim: str, passage: str) -> Judgement:
    return judge(Statement(claim), [Statement(passage)])[0]


def both(told: Judgement) -> list[str]:
    return [reason for reason in told.reasons if reason.startswith("both name ")]


def test_names_are_whole() -> None:
    told = judged(
        "The UN Security Council met Rosa Lindqvist about the pier.",
        "Mrs Lindqvist addressed the UN Security Council about the pier.",
    )
    assert both(told) == ["both name UN Security Council and Lindqvist and say “pier”"]


def test_a_word_that_two_names_share_is_not_named() -> None:
    told = judged("The United Nations bought the pier.", "The United Bank bought the pier.")
    assert both(told) == []


def test_a_verb_is_no_name() -> None:
    told = judged("Rosa Lindqvist stated her case.", "Rosa Lindqvist fled the Island State of Skerry.")
    assert "State" not in " ".join(told.reasons)


@pytest.mark.parametrize(
    ("passage", "reason"),
    [
        ("Rosa Lindqvist sold the pier, according to the port.", "the passage has this from the port"),
        ("Rosa Lindqvist allegedly sold the pier.", "the passage keeps its distance: “allegedly”"),
        ("Rosa Lindqvist may have sold the pier.", "the passage only says “may have sold”"),
    ],
)
def test_a_distance_is_named_in_an_editor_s_words(passage: str, reason: str) -> None:
    assert reason in judged("Rosa Lindqvist sold the pier.", passage).reasons


def test_no_side_is_taken_for_offices_and_people_alone() -> None:
    told = judged(
        "“Every letter we opened was handed to the port within a week,” said its managing director, Rosa "
        "Lindqvist.",
        "The yard answered within eleven days, its managing director, Rosa Lindqvist, told the paper.",
    )
    assert told.relation is Relation.CONTEXT


def test_people_alone_do_not_bear_out_an_act() -> None:
    told = judged(
        "Skerry’s harbour board: Oldhaven arms smugglers.",
        "Skerry’s mayor defended her plans for the ferry and spoke of smugglers on the outer islands.",
    )
    assert told.relation is not Relation.SUPPORTS


def test_reasons_are_few() -> None:
    claim = "The ferry Tern carried 4,200 people, 12 cars and 3 dogs to Oldhaven on 4 May 2020 in thick fog."
    passage = "The ferry Tern did not carry 4,100 people, 11 cars or 2 dogs to Oldhaven on 5 May 2020."
    assert len(judged(claim, passage).reasons) <= 4
