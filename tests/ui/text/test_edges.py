"""Edges of a mark move by whole words and never cross."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.text.edges import dragged, moved
from workbench.text import Span

TEXT = "The council’s own estimate, £1.9m, rose by 4.2% last year."


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("words", "start_by", "end_by", "expected"),
    [
        ("own", -1, 0, "council’s own"),
        ("own", 0, 2, "own estimate, £1.9m"),
        ("own estimate, £1.9m", 2, 0, "£1.9m"),
        ("own estimate", 0, -1, "own"),
        ("4.2%", -9, 9, "The council’s own estimate, £1.9m, rose by 4.2% last year"),
        ("wn esti", -1, 1, "own estimate"),
        ("own", 1, 0, "own"),
        ("own", 0, -1, "own"),
    ],
)
def test_edges_move_by_words_but_one_word_stays(words, start_by, end_by, expected):
    assert moved(TEXT, span_of(words), start_by, end_by).of(TEXT) == expected


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 120), st.booleans())
def test_a_dragged_edge_never_crosses_the_other(start, length, to, last):
    span = Span(start, start + length)
    after = dragged(span, to, last=last)
    assert len(after) >= 1
    assert after.start == start if last else after.end == span.end
