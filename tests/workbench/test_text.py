from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import Quote, Span, locate, merged, normalise, occurrences, paragraph_at, quote, trimmed

TEXT = "The mayor spoke. The mayor left. Nobody asked the mayor why."


def spans(length: int = 60) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(
        lambda pair: Span(min(pair), max(pair))
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_cannot_end_before_it_starts(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans(), spans())
def test_overlap_is_mutual_and_means_a_shared_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(st.lists(spans()))
def test_merged_spans_cover_the_same_characters_without_touching(given_spans: list[Span]) -> None:
    result = merged(given_spans)
    covered = {place for span in given_spans for place in range(span.start, span.end)}
    assert {place for span in result for place in range(span.start, span.end)} == covered
    assert all(a.end < b.start for a, b in itertools.pairwise(result))


@given(st.text(max_size=60), spans())
def test_a_trimmed_span_holds_the_same_words(text: str, span: Span) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    assert trimmed(text, span).of(text) == span.of(text).strip()


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_quote_is_found_again_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = locate(quote(text, Span(start, end)), text)
    assert found is not None
    assert found.of(text) == text[start:end]


def test_surroundings_decide_between_equal_words() -> None:
    third = list(occurrences("mayor", TEXT))[2]
    assert locate(quote(TEXT, third), TEXT) == third


def test_words_are_found_again_after_the_text_around_them_changed() -> None:
    wanted = quote(TEXT, Span(17, 31))
    edited = "Late on Monday everything changed: the mayor left, and nobody knew."
    found = locate(wanted, edited)
    assert found is not None
    assert "mayor left" in found.of(edited)


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    assert locate(Quote("bridge closed for nineteen days"), TEXT) is None
    assert locate(Quote(""), TEXT) is None
    assert locate(Quote("mayor"), "") is None


@given(st.text())
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in once)


def test_line_ends_and_invisible_characters_are_settled_once() -> None:
    assert normalise("\ufeffone\r\ntwo\rthree\u2028four\x00\u200b so\u00adft") == "one\ntwo\nthree\nfour soft"
    assert normalise("Cafe\u0301\ud800\u00a0!") == "Café\ufffd\u00a0!"


def test_paragraphs_are_counted_without_empty_lines() -> None:
    text = "One.\n\nTwo.\n \nThree."
    assert [paragraph_at(text, text.index(word)) for word in ("One", "Two", "Three")] == [1, 2, 3]
