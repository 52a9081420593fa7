"""Words are found whatever their case, accents, quotation marks and dashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.text.folding import Places, find, folded
from workbench.text import Span


@given(st.text())
def test_a_folded_text_is_as_long_as_before(text):
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("words", "text"),
    [("creme brulee", "Crème Brûlée"), ('"no"', "“No”"), ("o'neill", "O’Neill"), ("2019-20", "2019–20")],
)
def test_typed_plainly_it_is_found_as_printed(words, text):
    assert list(find(folded(words), folded(text))) == [Span(0, len(text))]


def test_places_are_those_of_the_text():
    text = "😀 İstanbul, istanbul"
    assert [span.of(text) for span in find(folded("istanbul"), folded(text))] == ["İstanbul", "istanbul"]


def test_nothing_is_found_for_no_words():
    assert list(find("", "text")) == []


def test_the_nearest_place_lies_ahead_or_is_the_first():
    places = Places([5, 9], 1)
    assert [places.nearest(at) for at in (0, 6, 10)] == [0, 1, 0]
    assert Places().nearest(0) is None


def test_places_can_be_cut_like_a_list():
    places = Places([5, 9, 12], 2)
    assert list(places[1:]) == [Span(9, 11), Span(12, 14)]
    assert places[-1] == Span(12, 14)
