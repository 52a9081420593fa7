"""Words cited by the page or row they stand on."""

from __future__ import annotations

import pytest
from casework import revision
from hypothesis import given
from hypothesis import strategies as st

from workbench.citable import find_place, label_of, place_in, places_over
from workbench.model import Place
from workbench.text import Span

PAGES = tuple(Place(Span(10 * page, 10 * page + 9), f"page {page + 1}") for page in range(30))
ROWS = (
    Place(Span(0, 5), "Counts, row 1"),
    Place(Span(6, 9), "Counts, row 12"),
    Place(Span(10, 12), "Costs, row 2"),
)


def test_words_on_one_page_are_cited_by_it():
    assert label_of(PAGES, Span(12, 15)) == "page 2"


def test_words_that_run_over_a_page_are_cited_by_both():
    assert label_of(PAGES, Span(15, 22)) == "page 2 to page 3"


def test_a_text_without_pages_is_cited_by_paragraph():
    assert place_in(revision("d", "One.\n\nTwo."), Span(6, 10)) == "paragraph 2"


@given(st.integers(0, 310), st.integers(0, 40))
def test_the_places_are_those_that_share_a_character(start, length):
    span = Span(start, start + max(1, length))
    assert places_over(PAGES, span) == tuple(place for place in PAGES if place.span.overlaps(span))


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("12", "Counts, row 12"),
        ("2", "Costs, row 2"),
        ("counts, row 1", "Counts, row 1"),
        (" costs ", "Costs, row 2"),
    ],
)
def test_a_place_is_found_by_its_number_or_its_name(typed, label):
    assert find_place(ROWS, typed).label == label


@pytest.mark.parametrize("typed", ["", "  ", "99", "page 1"])
def test_what_is_not_there_is_not_found(typed):
    assert find_place(ROWS, typed) is None
