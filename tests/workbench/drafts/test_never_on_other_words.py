"""Whatever is done to a draft, passages attach to their own words; and hostile drafts take no longer."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.drafts import Fate, carry
from workbench.text import Span

WORDS = st.sampled_from(
    "he said no the ferry sold 5 12.5 not isn't “Yes” — … . , ; \n Polish polish £".split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
MARKS = str.maketrans({"—": "-", "–": "-", "“": '"', "”": '"', "’": "'", "…": "..."})


def plain(words: str) -> str:
    """Another idea of typography than the program's own: marks made plain, and no spaces at all."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", words).replace("\u00ad", "").translate(MARKS))


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, str, list[Span]]:
    """A draft, another with pieces of it cut out, moved, doubled or put in, and passages of the first."""
    old = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(old)), max_size=5)))
    pieces = [old[a:b] for a, b in zip([0, *cuts], [*cuts, len(old)], strict=True)]
    order = draw(st.lists(st.sampled_from([*range(len(pieces)), -1]), max_size=7))
    new = "".join(draw(TEXTS) if number < 0 else pieces[number] for number in order)
    ends = st.tuples(st.integers(0, len(old)), st.integers(0, len(old))).map(sorted)
    return old, new, [Span(start, end) for start, end in draw(st.lists(ends, max_size=6))]


@given(drafts())
def test_attached_words_are_equal_up_to_typography(made):
    old, new, spans = made
    for one in carry(old, new, spans).passages:
        assert one.fate.attaches == (one.place is not None)
        if one.place is not None:
            assert plain(one.place.of(new)) == plain(one.old.of(old))
        if one.fate in (Fate.SAME, Fate.MOVED):
            assert one.place.of(new) == one.old.of(old)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(old, new):
    carried = carry(old, new, [Span(0, len(old))])
    for one in (*carried.passages[0].alterations, *carried.passages[0].around):
        assert one.old.end <= len(old)
        assert one.new.end <= len(new)


@given(TEXTS.filter(str.strip))
def test_an_unchanged_draft_keeps_every_word_in_place_and_shows_nothing_as_new(text):
    spans = [Span(*found.span()) for found in re.finditer(r"\S+", text)]
    carried = carry(text, text, spans)
    assert [(one.fate, one.place) for one in carried.passages] == [(Fate.SAME, span) for span in spans]
    assert not carried.fresh


@pytest.mark.parametrize("unit", ["word ", "a\n", "no. ", ".", '"', "5,", "x"])
def test_one_thing_over_and_over_is_carried_in_time(unit):
    old = unit * (60_000 // len(unit))
    carried = carry(old, old + unit, [Span(at, at + 40) for at in range(0, 50_000, 5_000)])
    assert not any(one.fate is Fate.SAME for one in carried.passages)
