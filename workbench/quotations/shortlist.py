"""Which documents may hold which quotation, by the neighbouring words they share: in pairs and in fours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_MARKS = ",.;:!?\"'()[]-…_*"
_LEAST_SHARE = 0.25
_NEAR_BEST = 0.8
_MOST_DOCUMENTS = 12

Shingle = str | tuple[str, ...]


def shortlist(quotations: Sequence[str], texts: Iterable[str]) -> list[list[int]]:
    """For each quotation the numbers of the texts to look in, the likeliest first.

    All strings must be in one typography and lower case. A text has to share a quarter of a
    quotation's pairs and fours of words, and four fifths of what the likeliest text shares; a quotation
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
    words = _words(quotation)
    return {*pairwise(words), *_fours(words)} if len(words) > 1 else set(words)


def _words(text: str) -> list[str]:
    """Words cut at blanks and the usual marks; quicker by half than a regular expression."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.split()


def _fours(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _counted(wanted: dict[Shingle, list[int]], text: str) -> dict[int, int]:
    """How many of each quotation's shingles stand in a text."""
    words = _words(text)
    counts: defaultdict[int, int] = defaultdict(int)
    known = wanted.__contains__
    found: set[Shingle] = {*filter(known, pairwise(words)), *filter(known, _fours(words))}
    if any(isinstance(shingle, str) for shingle in wanted):
        found.update(filter(known, words))
    for shingle in found:
        for number in wanted[shingle]:
            counts[number] += 1
    return counts
