"""Search by hand."""

import pytest

from workbench.evidence.asked import lit, search_case, search_library
from workbench.library import LibraryHit
from workbench.ports import Hit
from workbench.text import Span

TEXTS = (
    "The ferry sank in a gale.",
    "The captain’s log was lost.",
    "Ferries sink when they are overloaded.",
    "Nobody spoke.",
)


def hit(number):
    return Hit("paper", "paper-1", Span(number * 100, number * 100 + 9), TEXTS[number], 1.0)


class Words:
    """Finds every passage that holds one of the terms, cut to four letters."""

    def passages(self, terms, *, limit, exclude=None):
        starts = [term.casefold()[:4] for term in terms]
        return tuple(
            hit(number)
            for number, text in enumerate(TEXTS)
            if any(start in text.casefold() for start in starts)
        )[:limit]

    def every(self):
        return tuple(hit(number) for number in range(len(TEXTS)))


def found(words):
    return [item.hit.text for item in search_case(words, Words(), limit=10)]


def test_words_as_typed_come_before_their_other_forms():
    assert found("ferry")[0] == TEXTS[0]
    assert found("overloaded") == [TEXTS[2]]


def test_a_word_still_being_typed_is_found():
    assert found("capt") == [TEXTS[1]]


@pytest.mark.parametrize("typed", ["captain's log", "CAPTAIN’S   LOG"])
def test_case_space_and_kind_of_apostrophe_do_not_matter(typed):
    assert found(typed) == [TEXTS[1]]


@pytest.mark.parametrize("typed", ["", "  ", "a"])
def test_next_to_nothing_finds_nothing(typed):
    assert found(typed) == []


def test_small_words_are_searched_when_there_is_nothing_else():
    assert TEXTS[2] in found("when they")


def test_a_phrase_is_lit_as_a_whole_and_else_its_words():
    assert [span.of(TEXTS[0]) for span in lit("sank in", TEXTS[0])] == ["sank in"]
    assert [span.of(TEXTS[0]) for span in lit("gale ferry", TEXTS[0])] == ["ferry", "gale"]


def test_signs_of_a_pattern_are_only_words():
    assert lit("sank (in", TEXTS[0]) == lit("sank", TEXTS[0])


def test_the_library_answers_with_what_is_lit():
    class Shelf:
        def passages(self, terms, *, limit):
            return (LibraryHit("a", Span(0, 25), TEXTS[0], 1.0),)

    (item,) = search_library("ferry", Shelf(), limit=5)
    assert [span.of(item.hit.text) for span in item.lit] == ["ferry"]
