"""What a later telling says otherwise than an earlier one."""

from __future__ import annotations

import pytest

from workbench.analysis import Statement
from workbench.tracing.since import since

CHANGES = [
    (
        "The mill may have closed in March, two workers told the paper.",
        "The mill has closed in March.",
        ("hedge", "may have closed", "has closed"),
    ),
    (
        "At least 41 people were killed in the flood at Marlow.",
        "The flood at Marlow killed 53 people.",
        ("figure", "At least 41", "53"),
    ),
    (
        "Nearly 50 houses were damaged in Lindow.",
        "50 houses were damaged in Lindow.",
        ("figure", "Nearly 50", "50"),
    ),
    (
        "The council paid £2 million for the offices.",
        "The council paid £3.4 million for the offices.",
        ("figure", "£2 million", "£3.4 million"),
    ),
    ("The council reportedly sold the bridge.", "The council sold the bridge.", ("source", "reportedly", "")),
    (
        "The council plans to sell the bridge.",
        "The council sold the bridge.",
        ("hedge", "plans to sell", "sold"),
    ),
    (
        "The council sold the bridge on 3 May.",
        "The council sold the bridge on 5 May.",
        ("date", "3 May", "5 May"),
    ),
    ("The minister may resign in May.", "The minister resigned in May.", ("hedge", "may resign", "resigned")),
    (
        "The ferry will be closed for three weeks.",
        "The ferry was closed for three weeks.",
        ("word", "will be closed", ""),
    ),
    ("The council sold the bridge.", "The council could sell the bridge.", ("hedge", "sold", "could sell")),
]


@pytest.mark.parametrize(("earlier", "later", "change"), CHANGES)
def test_what_changed_is_named(earlier: str, later: str, change: tuple[str, str, str]) -> None:
    found = since(Statement(earlier), Statement(later))
    assert [(one.kind, one.before, one.after) for one in found] == [change]


def test_a_figure_that_rose_is_said_to_have_grown() -> None:
    (found,) = since(
        Statement("At least 41 people were killed in the flood at Marlow."),
        Statement("The flood at Marlow killed 53 people."),
    )
    assert found.why == "“At least 41” has grown to “53”."


def test_an_estimate_told_as_a_fact_has_lost_its_reservation() -> None:
    (found,) = since(Statement("Nearly 50 houses burned."), Statement("50 houses burned."))
    assert found.why == "“Nearly 50” is told as “50” now, without the reservation."


def test_words_passed_on_later_are_said_to_be_somebodys() -> None:
    (found,) = since(
        Statement("The repairs cost £38 million."), Statement("The repairs cost £38 million, she says.")
    )
    assert (found.kind, found.after) == ("source", "says")
    assert found.why == "“says” was added: it is passed on as somebody's words now."


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The mill closed in 1998.", "In 1998 the mill closed."),
        ("The ferry may stop in May.", "In May the ferry may stop."),
        ("The mill closed in 1998, with 40 people.", "The mill closed."),
        ("", "The mill closed."),
    ],
)
def test_nothing_changed_where_the_same_is_told(earlier: str, later: str) -> None:
    assert since(Statement(earlier), Statement(later)) == ()
