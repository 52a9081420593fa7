from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.wording import stem, wording


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("withdraw withdrew withdrawn withdrawal withdrawing Withdraws", 1),
        ("violate violated violation violations", 1),
        ("deny denies denied denial", 1),
        ("announce announced announcement", 1),
        ("child children child’s", 1),
        ("army arms", 2),
        ("policy police", 2),
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str, expected: int) -> None:
    assert len({stem(form) for form in forms.split()}) == expected


def test_people_and_capitals_stand_for_their_country() -> None:
    found = wording("French envoys met Malian leaders in Bamako, and the US watched us.")
    assert wording("France Mali America").stems <= found.names
    assert "us" not in found.names
    assert wording("France left.").names == {stem("France")}


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    found = wording("Bridges fell. Oldhaven mourned.")
    assert found.names == {stem("Oldhaven")}


def test_a_headline_in_capitals_names_nobody() -> None:
    assert wording("Ferry Sinks After Storm Hits Harbour Wall").names == frozenset()


def test_a_negation_reaches_the_next_words_and_stops_at_a_comma() -> None:
    found = wording("The council did not approve the plan, and the mayor resigned.")
    assert {stem("approve"), stem("plan")} <= found.negated
    assert stem("resign") not in found.negated


@given(st.text(max_size=120))
def test_words_are_found_in_place_and_in_order(text: str) -> None:
    found = wording(text).words
    assert all(word.span.of(text) == word.text for word in found)
    assert [word.span for word in found] == sorted(word.span for word in found)


def test_names_side_by_side_are_one_and_a_possessive_closes_it() -> None:
    found = wording(
        "On Friday evening Skerry’s Harbour Board will meet the UN Security Council to discuss repairs."
    )
    whole = {" ".join(word.text for word in name) for name in found.compounds.values()}
    assert whole >= {"Harbour Board", "UN Security Council"}
