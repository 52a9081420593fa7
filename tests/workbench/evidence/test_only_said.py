from __future__ import annotations

import pytest

from workbench.analysis import Statement
from workbench.evidence.checks import Checks, check
from workbench.evidence.judge import judge
from workbench.evidence.reading import read
from workbench.evidence.reasons import reasons
from workbench.model import Relation

CLAIM = "Oldhaven armed smugglers."


def checks(claim: str, passage: str) -> Checks:
    return check(read(Statement(claim)), read(Statement(passage)))


@pytest.mark.parametrize(
    ("passage", "reason"),
    [
        ("Skerry accused Oldhaven of arming smugglers.", "only says that Skerry accused Oldhaven of it"),
        (
            "Oldhaven was accused by Skerry of arming smugglers on its coast.",
            "only says that Skerry accused Oldhaven of it",
        ),
        ("Oldhaven stands accused of arming smugglers.", "only says that somebody accused Oldhaven of it"),
        (
            "Skerry’s harbour master claimed that Oldhaven had armed smugglers.",
            "only says that Skerry’s harbour master claimed it",
        ),
        ("Oldhaven had armed smugglers, the trust alleged.", "only says that the trust claimed it"),
    ],
)
def test_an_accusation_or_a_claim_is_told_as_such(passage: str, reason: str) -> None:
    found = checks(CLAIM, passage)
    assert found.only_said
    assert reasons(found, Relation.SUPPORTS)[0] == reason


@pytest.mark.parametrize(
    "passage",
    [
        "Oldhaven armed smugglers for years.",
        "Oldhaven armed smugglers, the harbour master said on Friday.",
        "Skerry accused the yard of theft. Oldhaven armed smugglers.",
        "Oldhaven, which had claimed the island, armed smugglers.",
    ],
)
def test_what_is_told_plainly_is_not_only_said(passage: str) -> None:
    assert not checks(CLAIM, passage).only_said


def test_two_reports_of_one_accusation_say_the_same() -> None:
    found = checks(
        "Skerry accused Oldhaven of arming smugglers.", "Skerry has accused Oldhaven of arming smugglers."
    )
    assert found.said is None


def test_from_whom_a_passage_has_it_is_named() -> None:
    found = checks(CLAIM, "Oldhaven has armed smugglers, the harbour master said on Friday.")
    assert "the passage has this from the harbour master" in reasons(found, Relation.SUPPORTS)


@pytest.mark.parametrize(
    ("passage", "printed"),
    [
        ("The council plans to close the pier.", "plans to close"),
        ("The council said it would close the pier.", "would close"),
        ("The council may have closed the pier.", "may have closed"),
        ("The council threatened to close the pier.", "threatened to close"),
        ("The council closed the pier.", ""),
        ("The council closed the pier and plans to sell it.", ""),
    ],
)
def test_an_act_that_is_only_planned_or_possible_is_told(passage: str, printed: str) -> None:
    assert checks("The council closed the pier.", passage).unrealised == printed


def test_a_plan_is_no_less_than_the_plan_claimed() -> None:
    assert (
        checks("The council plans to close the pier.", "The council plans to close the pier.").unrealised
        == ""
    )


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("All schools in Oldhaven shut.", "Some schools in Oldhaven shut.", ("All", "Some")),
        ("Every ferry was late.", "Most ferries were late.", ("Every", "Most")),
        (
            "Oldhaven is the largest port.",
            "Oldhaven is one of the largest ports.",
            ("largest", "one of the largest"),
        ),
        ("It was the first ferry.", "It was one of the first ferries.", ("first", "one of the first")),
        (
            "Oldhaven is the largest port.",
            "Oldhaven is the second-largest port.",
            ("largest", "second-largest"),
        ),
        ("Some schools shut.", "All schools shut.", None),
        ("All schools shut.", "All schools and some shops shut.", None),
    ],
)
def test_less_than_the_claim_says_is_told(claim: str, passage: str, expected: tuple[str, str] | None) -> None:
    assert checks(claim, passage).partial == expected


@pytest.mark.parametrize(
    ("passage", "is_turned"),
    [
        ("Oldhaven attacked Skerry.", True),
        ("Skerry was attacked by Oldhaven.", True),
        ("Oldhaven was attacked by Skerry.", False),
        ("Oldhaven, attacked by Skerry, fell.", False),
        ("Skerry attacked Oldhaven again.", False),
    ],
)
def test_who_did_it_to_whom_is_told_through_passives(passage: str, is_turned: bool) -> None:
    assert bool(checks("Skerry attacked Oldhaven.", passage).opposition.swapped) is is_turned


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Lindqvist, mayor of Oldhaven, sold the pier.", "The Oldhaven mayor Lindqvist sold the pier."),
        ("Skerry met Oldhaven in the final.", "Oldhaven met Skerry in the final."),
    ],
)
def test_another_order_of_names_is_no_other_deed(claim: str, passage: str) -> None:
    assert checks(claim, passage).opposition.swapped is None


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pier closed in 2019.", "The pier closed in 2019, Lindqvist told the paper."),
        ("Nearly 50 boats left.", "Some 48 boats left."),
    ],
)
def test_no_ground_is_invented_where_the_texts_agree(claim: str, passage: str) -> None:
    first = reasons(checks(claim, passage), Relation.CONTRADICTS)[0]
    assert first == "may say something else; no single word shows it"


def test_where_no_finding_speaks_against_the_parting_phrases_are_named() -> None:
    first = reasons(checks("Musala is a computer.", "Musala is a mountain."), Relation.CONTRADICTS)[0]
    assert first == "says something else about the same matter: “mountain”, where the claim has “computer”"


def test_figures_of_perhaps_other_things_are_only_set_side_by_side() -> None:
    first = reasons(checks("The pier opened in 2014.", "The tunnel flooded in 2016."), Relation.CONTRADICTS)[
        0
    ]
    assert first == "the passage has “2016”, the claim “2014”"


def test_the_object_of_another_verb_is_not_taken_for_who_denies() -> None:
    claim = "Inspectors warned twice before the Ostley bridge was closed."
    passage = "The company that runs the Ostley Bridge denies that the inspectors’ first warning was ignored."
    (judged,) = judge(Statement(claim), [Statement(passage)])
    assert not any("Ostley Bridge denies" in reason for reason in judged.reasons)
