"""What is typed into the search is read forgivingly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.everywhere.entries import Sort
from workbench.everywhere.folding import folded, places
from workbench.everywhere.query import FILTERS, Filter, Term, asked, in_parts, sorts_of, with_filter

TYPED = st.text(st.sampled_from('ab é"“”:-.1 kindbys\n\u00adßﬁ'), max_size=40) | st.text(max_size=30)


@given(TYPED)
def test_nothing_typed_is_an_error(typed):
    found = asked(typed)
    for term in (*found.terms, *found.excluded):
        assert term.words == folded(term.words)
        assert term.words
    for item in found.filters:
        assert item.name in FILTERS
        assert item.value


@given(TYPED)
def test_what_is_kept_asks_the_same_as_what_was_typed(typed):
    words, filters = in_parts(typed)
    again = asked(" ".join((*filters, words)))
    now = asked(typed)
    assert again.terms == now.terms
    assert again.excluded == now.excluded
    assert again.filters == now.filters


@given(TYPED, st.sampled_from(Sort))
def test_a_filter_added_twice_is_taken_away_again(typed, sort):
    once = with_filter(typed, "kind", sort.value)
    twice = with_filter(once, "kind", sort.value)
    wanted = Filter("kind", sort.value)
    assert (wanted in asked(once).filters) != (wanted in asked(twice).filters)
    assert asked(twice).terms == asked(typed).terms


@given(st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), unique=True))
def test_every_plain_word_must_occur(words):
    assert [term.words for term in asked(" ".join(words)).terms] == words


@given(st.text(max_size=60))
def test_each_folded_character_has_its_place_in_the_text(text):
    bare, place = folded(text), places(text)
    assert len(place) == len(bare) + 1
    assert place == sorted(place)
    for at, letter in enumerate(bare):
        if letter != " ":
            assert letter in folded(text[place[at]])


@pytest.mark.parametrize(
    ("typed", "terms", "excluded"),
    [
        ("Café  LETTER", [Term("cafe"), Term("letter")], []),
        ('"word for word"', [Term("word for word", True)], []),
        ("“typed so”", [Term("typed so", True)], []),
        ('"still being typ', [Term("still being typ")], []),
        ("ferry -letter", [Term("ferry")], [Term("letter")]),
        ('ferry -"the letter"', [Term("ferry")], [Term("the letter", True)]),
        ("ferry - boat", [Term("ferry"), Term("boat")], []),
        ("co‑op 3.5", [Term("co-op"), Term("3.5")], []),
        ("https://example.org/a", [Term("https://example.org/a")], []),
        ("10:30", [Term("10:30")], []),
        ('"" -', [], []),
        ("twice twice", [Term("twice")], []),
    ],
)
def test_words_phrases_and_what_is_left_out(typed, terms, excluded):
    found = asked(typed)
    assert list(found.terms) == terms
    assert list(found.excluded) == excluded
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("kind:claim is:open", [Filter("kind", "claim"), Filter("is", "open")]),
        ('by:"Ada Lind"', [Filter("by", "Ada Lind")]),
        ("-kind:history", [Filter("kind", "history", True)]),
        ("KIND:Claims", [Filter("kind", "Claims")]),
        ("after:2026-03", [Filter("after", "2026-03")]),
        ("kind:", []),
    ],
)
def test_filters(typed, filters):
    found = asked(typed)
    assert list(found.filters) == filters
    assert found.terms == ()
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("typed", "told", "terms"),
    [
        ("colour:red", "“colour:” is no filter", ["colour:red"]),
        ("kind:zebra boat", "no kind “zebra”", ["boat"]),
        ("before:whenever boat", "“whenever” was not understood", ["boat"]),
    ],
)
def test_what_cannot_be_followed_is_told_in_a_sentence(typed, told, terms):
    found = asked(typed)
    assert told in found.remarks[0]
    assert [term.words for term in found.terms] == terms
    assert found.filters == ()


@pytest.mark.parametrize(
    ("word", "sorts"),
    [
        ("claim", (Sort.CLAIM,)),
        ("Claims", (Sort.CLAIM,)),
        ("queries", (Sort.QUERY,)),
        ("stories", (Sort.STORY,)),
        ("sign-offs", (Sort.SIGNATURE,)),
        ("text", (Sort.STORY, Sort.SOURCE)),
        ("zebra", ()),
    ],
)
def test_kinds_go_by_several_words(word, sorts):
    assert sorts_of(word) == sorts
