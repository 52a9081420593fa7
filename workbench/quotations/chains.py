"""Phrases of a quotation found in a text, joined in their order to likely places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.quotations.words import Quoted

_MOST_PLACES = 4
_LOOK_BACK = 20
_LONGEST_OMISSION = 1000
"""Characters that may be missing between two phrases where no ellipsis stands."""
_SKEW = 400.0
_FAR, _REACH = 2.5, 1500.0
_NEVER = 1e9


class Anchor(NamedTuple):
    """`length` words of the quotation from number `word` on, found at `start`..`end` of the text."""

    start: int
    end: int
    word: int
    length: int


Chain = tuple[Anchor, ...]


def chains(quoted: Quoted, anchors: list[Anchor]) -> list[Chain]:
    """Anchors joined in order, the best chains first, none sharing an anchor with a better one."""
    found: list[Chain] = []
    floor = 0.0
    while anchors and len(found) < _MOST_PLACES:
        score, chain = _best_chain(quoted, anchors)
        if score < floor:
            break
        floor = floor or score / 2
        found.append(chain)
        taken = set(chain)
        anchors = [anchor for anchor in anchors if anchor not in taken]
    return found


def _best_chain(quoted: Quoted, anchors: Sequence[Anchor]) -> tuple[float, Chain]:
    scores: list[float] = []
    previous: list[int] = []
    for at, anchor in enumerate(anchors):
        best, link = 0.0, -1
        for before in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            gain = scores[before] - _cost(quoted, anchors[before], anchor)
            if gain > best:
                best, link = gain, before
        scores.append(best + anchor.length)
        previous.append(link)
    at = max(range(len(anchors)), key=lambda number: (scores[number], -number))
    score, chain = scores[at], []
    while at >= 0:
        chain.append(anchors[at])
        at = previous[at]
    return score, tuple(reversed(chain))


def _cost(quoted: Quoted, one: Anchor, other: Anchor) -> float:
    """What it costs to have `other` follow `one`, in words; more than any chain is worth where it can't."""
    if other.word <= one.word:
        return _NEVER
    shared = max(0, one.word + one.length - other.word)
    words = quoted.words
    told = words[other.word].start - words[one.word].start
    skew = abs(other.start - one.start - told)
    if quoted.gaps[other.word] > quoted.gaps[one.word]:
        return shared + min(_FAR, (other.start - one.end) / _REACH) if other.start >= one.end else _NEVER
    return _NEVER if skew > _LONGEST_OMISSION else shared + skew / _SKEW
