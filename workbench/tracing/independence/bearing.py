"""Which words of a passage bear on a claim, and how many of them somebody else is credited with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.model import Passage
from workbench.text import Span
from workbench.wording.read import wording

COPIED = 85.0
"""Similarity (0..100, rapidfuzz ratio over words) from which two passages count as one copied text."""
CUT_DOWN = 95.0
"""The same (partial ratio) where one passage is a shortened form of the other."""
LONG_ENOUGH = 8
"""Words a passage needs before its likeness to another says anything about copying."""
_BESIDE = 80
"""Characters between a passage and a link that still belongs to it."""

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")


def words_of(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return wording(text).stems


def carried(spans: Iterable[Span], place: Passage, words: frozenset[str]) -> float:
    """The part, 0..1, of `words` of a passage that stands within the spans of its text."""
    inside = " ".join(_within(span, place) for span in spans)
    return len(words & words_of(inside)) / len(words) if words else 0.0


def is_near(shown: Passage, place: Passage) -> bool:
    """Whether words stand in the passage or right beside it."""
    around = Span(max(0, place.span.start - _BESIDE), place.span.end + _BESIDE)
    return shown.revision == place.revision and shown.span.overlaps(around)


def is_alike(one: Passage, other: Passage) -> bool:
    """Whether two passages are the same but for a few words. What both only quote does not count."""
    from rapidfuzz import fuzz

    words = [_WORD.findall(_QUOTED.sub(" ", place.quote.exact).casefold()) for place in (one, other)]
    if min(map(len, words)) < LONG_ENOUGH:
        return False
    return fuzz.ratio(*words) >= COPIED or fuzz.partial_ratio(*words) >= CUT_DOWN


def _within(span: Span, place: Passage) -> str:
    start = max(span.start, place.span.start) - place.span.start
    return place.quote.exact[start : max(start, span.end - place.span.start)]
