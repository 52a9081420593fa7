"""Opposites of the news, told of the same thing."""

from __future__ import annotations

import pytest

from workbench.analysis import Statement
from workbench.evidence.checks import check
from workbench.evidence.reading import read


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The army deployed its troops.", "The army withdrew its troops.", ("deployed", "withdrew")),
        ("Northport won the final.", "Northport lost the final.", ("won", "lost")),
        ("The mayor accepted the gift.", "The mayor turned down the gift.", ("accepted", "turned down")),
        ("The court convicted the mayor.", "The court acquitted the mayor.", ("convicted", "acquitted")),
        ("The mayor confirmed the sale.", "The mayor denied the sale.", ("confirmed", "denied")),
        ("The bank raised its rates.", "The bank cut its rates.", ("raised", "cut")),
        ("Prices rose in May.", "Prices fell in May.", ("rose", "fell")),
        ("The firm hired 200 workers.", "The firm laid off 200 workers.", ("hired", "laid off")),
        ("Parliament imposed the ban.", "Parliament lifted the ban.", ("imposed", "lifted")),
        ("The judge upheld the ruling.", "The judge overturned the ruling.", ("upheld", "overturned")),
        ("The union supports the plan.", "The union opposes the plan.", ("supports", "opposes")),
        ("The union backed the plan.", "The union voted against the plan.", ("backed", "voted against")),
        ("Troops left the town.", "Troops entered the town.", ("left", "entered")),
        ("The talks succeeded.", "The talks failed.", ("succeeded", "failed")),
        ("The prisoner escaped.", "The prisoner was captured.", ("escaped", "captured")),
        ("The port published the letter.", "The port withheld the letter.", ("published", "withheld")),
        ("The vote was postponed.", "The vote was brought forward.", ("postponed", "brought forward")),
    ],
)
def test_opposite_acts_of_the_news_are_known(claim: str, passage: str, expected: tuple[str, str]) -> None:
    assert expected in check(read(Statement(claim)), read(Statement(passage))).opposition.acts


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The court convicted the mayor.", "The court acquitted the skipper."),
        ("The bank raised its rates.", "The bank cut its staff."),
        ("Parliament imposed the ban.", "Parliament lifted the tariff."),
        ("The union backed the plan.", "The union did not oppose the plan."),
    ],
)
def test_opposite_acts_on_other_things_are_none(claim: str, passage: str) -> None:
    assert check(read(Statement(claim)), read(Statement(passage))).opposition.acts == ()
