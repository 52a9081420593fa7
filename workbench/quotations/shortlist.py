"""Which documents may hold which quotation, by the pairs of neighbouring words they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_LEAST_SHARE = 0.3
_NEAR_BEST = 0.75
_MOST_DOCUMENTS = 12

Shingle = str | tuple[str, str]


def shortlist(quotations: Sequence[str], texts: Iterable[str]) -> list[list[int]]:
    """For each quotation the numbers of the texts to look in, the likeliest first.

    All strings must be in one typography and lower case. A text has to share three in ten of a
    quotation's pairs of words, and three quarters of what the likeliest text shares; a quotation
    of one word asks for that word.
    """
    wanted: defaultdict[Shingle, list[int]] = defaultdict(list)
    sizes = []
    for number, quotation in enumerate(quotations):
        shingles = _shingles(quotation)
        sizes.append(len(shingles))
        for shingle in shingles:
            wanted[shingle].append(number)
    shares: list[list[tuple[float, int]]] = [[] for _ in quotations]
    for place, text in enumerate(texts):
        for number, count in _counted(wanted, text).items():
            if count >= sizes[number] * _LEAST_SHARE:
                shares[number].append((-count / sizes[number], place))
    return [_likeliest(found) for found in shares]


def _likeliest(shares: list[tuple[float, int]]) -> list[int]:
    """The numbers of the texts with the greatest shares; these are negative, the greatest sorts first."""
    best = min(shares, default=(0.0, 0))[0]
    return [place for share, place in sorted(shares)[:_MOST_DOCUMENTS] if share <= best * _NEAR_BEST]


def _shingles(quotation: str) -> set[Shingle]:
    words = _WORD.findall(quotation)
    return set(pairwise(words)) if len(words) > 1 else set(words)


def _counted(wanted: dict[Shingle, list[int]], text: str) -> dict[int, int]:
    """How many of each quotation's shingles stand in a text."""
    words = _WORD.findall(text)
    counts: defaultdict[int, int] = defaultdict(int)
    for shingle in {*filter(wanted.__contains__, pairwise(words)), *filter(wanted.__contains__, words)}:
        for number in wanted[shingle]:
            counts[number] += 1
    return counts
