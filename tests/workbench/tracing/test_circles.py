from __future__ import annotations

import pytest
from credited_by_hand import BODY, Writer
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import DocumentId, SourceKind
from workbench.tracing.circles import circles, knots, taken_from
from workbench.tracing.provenance import trace
from workbench.tracing.values import Edge, Party, PartyId, Step


def party(name: str) -> Party:
    return Party(PartyId(name), name.upper(), DocumentId(name), SourceKind.NEWSPAPER)


def edges(*pairs: str) -> list[Edge]:
    return [Edge(PartyId(pair[0]), PartyId(pair[1]), Step.CITES, "") for pair in pairs]


def rings(*pairs: str) -> list[str]:
    found = circles([party(name) for name in "abcdefgh"], edges(*pairs))
    return ["".join(circle.parties) for circle in found]


def test_two_that_rest_on_each_other_are_told_in_a_sentence() -> None:
    (circle,) = circles([party("a"), party("b")], edges("ab", "ba"))
    assert circle.parties == ("a", "b")
    assert circle.why == "“A” rests on “B” and “B” rests on “A”: neither is confirmed by the other."


def test_a_ring_of_three_names_all_its_steps() -> None:
    (circle,) = circles([party(name) for name in "abc"], edges("ab", "bc", "ca"))
    assert circle.why == (
        "“A” rests on “B”, “B” rests on “C” and “C” rests on “A”: none of them is where it began."
    )


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (["ab", "bc"], []),
        (["aa"], []),
        (["ab", "bc", "ca", "cd"], ["abc"]),
        (["ab", "bc", "cd", "da", "db"], ["abcd"]),
        (["ab", "ba", "cd", "dc"], ["ab", "cd"]),
        (["ab", "ba", "bc", "cb"], ["ab", "cb"]),
        (["ab", "ac", "bd", "cd"], []),
    ],
)
def test_rings_are_found_and_nothing_else(pairs: list[str], expected: list[str]) -> None:
    assert rings(*pairs) == expected


def test_a_very_long_ring_is_found_without_recursion() -> None:
    names = [f"d{number}" for number in range(5000)]
    long = [
        Edge(PartyId(one), PartyId(other), Step.CITES, "")
        for one, other in zip(names, [*names[1:], names[0]], strict=True)
    ]
    (circle,) = circles([party(name) for name in names], long)
    assert len(circle.parties) == 5000


def test_people_who_quote_each_other_are_no_circle_of_reporting() -> None:
    people = [Party(PartyId(name), name, kind=SourceKind.PERSON) for name in "ab"]
    assert circles(people, edges("ab", "ba")) == ()


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_every_ring_is_one_and_everybody_in_a_knot_is_in_a_ring(pairs: list[tuple[str, str]]) -> None:
    some = edges(*("".join(pair) for pair in pairs))
    takes = taken_from(some)
    found = circles([party(name) for name in "abcdef"], some)
    for circle in found:
        ring = circle.parties
        assert len(set(ring)) == len(ring) > 1
        assert all(other in takes[one] for one, other in zip(ring, [*ring[1:], ring[0]], strict=True))
    knotted = {one for group in knots(takes) for one in group}
    assert {one for circle in found for one in circle.parties} == knotted


def test_two_papers_that_report_each_other_are_found() -> None:
    ledger = Writer(
        "ledger", "The Town Crier reported that the weir cracked in two places.", outlet="Marlow Ledger"
    )
    ledger.credit("The Town Crier", "the weir cracked in two places", "reported", BODY)
    crier = Writer(
        "crier", "The weir cracked in two places, said the Marlow Ledger.", outlet="The Town Crier"
    )
    crier.credit("the Marlow Ledger", "The weir cracked in two places", "said", BODY)
    found = trace([ledger.text, crier.text])
    assert [circle.parties for circle in found.circles] == [("document:ledger", "document:crier")]


def test_a_document_that_links_to_itself_is_no_circle() -> None:
    own = Writer("own", "The weir cracked, as we said.", url="https://own.example/weir")
    own.link("as we said", "https://own.example/weir#top")
    assert trace([own.text]).circles == ()
