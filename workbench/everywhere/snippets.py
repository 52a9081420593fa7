"""A few words around what was found, with the hit in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.everywhere.folding import folded, places
from workbench.everywhere.query import Term
from workbench.text import Span, merged

WIDTH = 190
"""So many characters are shown of a longer text."""
_ELLIPSIS = "…"
_MOST_LIT = 60


def stands(term: Term, text: str, start: int = 0) -> int:
    """Where a term first stands in folded `text`: at the beginning of a word. -1 when it does not."""
    words = term.words
    joined = words[0].isalnum()
    at = text.find(words, start)
    while at >= 0:
        begins = at == 0 or not joined or not text[at - 1].isalnum()
        if begins and (not term.whole or _ends(words, text, at + len(words))):
            return at
        at = text.find(words, at + 1)
    return -1


def snippet(text: str, terms: Sequence[Term], width: int = WIDTH) -> tuple[str, tuple[Span, ...]]:
    """The part of `text` where most of the terms stand close together, and where in it they stand.

    White space is shown as single spaces. Without a hit it is the beginning.
    """
    flat = " ".join(text.split())
    lit = hits(flat, terms)
    if len(flat) <= width:
        return flat, lit
    start, end = _window(flat, lit, width)
    opening, closing = _ELLIPSIS if start else "", _ELLIPSIS if end < len(flat) else ""
    shift = len(opening) - start
    inside = (span for span in lit if span.start >= start and span.end <= end)
    moved = tuple(Span(span.start + shift, span.end + shift) for span in inside)
    return f"{opening}{flat[start:end]}{closing}", moved


def hits(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Where the terms stand in `text`, in order, those that touch joined."""
    bare, found = folded(text), list[Span]()
    place = places(text)
    for term in terms:
        at = stands(term, bare)
        while at >= 0 and len(found) < _MOST_LIT:
            end = at + len(term.words)
            # A letter may fold to two, and both come from one place.
            found.append(Span(place[at], max(place[at] + 1, place[end - 1] + 1)))
            at = stands(term, bare, end)
    return merged(found)


def _window(text: str, lit: Sequence[Span], width: int) -> tuple[int, int]:
    """The stretch of `width` around the hits that stand closest together, from word to word."""
    if not lit:
        return 0, _back(text, width)
    groups = [[other for other in lit if 0 <= other.start - span.start < width * 2 // 3] for span in lit]
    best = max(groups, key=lambda group: (sum(map(len, group)), -group[0].start))
    middle = (best[0].start + best[-1].end) // 2
    start = max(0, min(middle - width // 2, len(text) - width))
    start = min(_forward(text, start), best[0].start)
    end = _back(text, min(len(text), start + width))
    return start, max(end, min(best[-1].end, start + width))


def _forward(text: str, at: int) -> int:
    """The beginning of the next word, unless that is far away."""
    gap = re.compile(r"\s").search(text, at, at + 24) if at else None
    return gap.end() if gap else at


def _back(text: str, at: int) -> int:
    """The end of the word before."""
    if at >= len(text):
        return len(text)
    gap = text.rfind(" ", max(0, at - 24), at)
    return gap if gap > 0 else at


def _ends(words: str, text: str, end: int) -> bool:
    return end >= len(text) or not words[-1].isalnum() or not text[end].isalnum()
