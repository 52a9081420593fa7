"""Words of one text laid beside words of another, wherever either has them.

Texts come spelled (`tokens.spelled`): a character a word. Runs of equal words are found from n-grams both
have; runs close to each other in both texts are one stretch, with small edits between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 10
"""So many words may be edited, put in or left out between two runs of one stretch."""
_PER_WORD = 2
"""And so many times the words of the shorter of the two runs."""
_PLACES = 6
"""Places of an n-gram that are tried; one that stands in a text more often tells nothing."""
_OPEN = 6
"""Stretches that a further run may still belong to; so that a chance run between breaks none."""
_ANCHORS = ((4_000_000, 3), (400_000_000, 4))
_LONGEST_ANCHOR = 5


class Run(NamedTuple):
    """`length` equal words: from number `ours` of one text, `theirs` of the other."""

    ours: int
    theirs: int
    length: int


class Stretch(NamedTuple):
    """Runs in the order they have in both texts, with little between them."""

    runs: tuple[Run, ...]

    @property
    def ours(self) -> tuple[int, int]:
        """The first word and the end of the stretch in the one text."""
        return self.runs[0].ours, self.runs[-1].ours + self.runs[-1].length

    @property
    def theirs(self) -> tuple[int, int]:
        """The first word and the end of the stretch in the other text."""
        return self.runs[0].theirs, self.runs[-1].theirs + self.runs[-1].length

    @property
    def equal(self) -> int:
        """How many of its words are equal."""
        return sum(run.length for run in self.runs)


def stretches(ours: str, theirs: str) -> list[Stretch]:
    """What stands in both texts, in the order of `theirs`. A passage repeated there is found each time."""
    runs = _runs(ours, theirs)
    taken = bytearray(len(theirs))
    for run in runs:
        _take(taken, run)
    return [Stretch(tuple(_filled(chain, ours, theirs, taken))) for chain in _chained(runs)]


def _runs(ours: str, theirs: str) -> list[Run]:
    """Runs of equal words that together cover what of `theirs` also stands in `ours`, none overlapping."""
    size = next((size for product, size in _ANCHORS if len(ours) * len(theirs) <= product), _LONGEST_ANCHOR)
    places = _places(ours, size)
    found: list[Run] = []
    at = 0
    while at <= len(theirs) - size:
        starts = places.get(theirs[at : at + size])
        run = _longest(ours, theirs, at, starts, found[-1] if found else None) if starts else None
        if run is None:
            at += 1
        else:
            found.append(run)
            at = run.theirs + run.length
    return found


def _places(text: str, size: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at in range(len(text) - size + 1):
        gram = text[at : at + size]
        known = places.get(gram)
        if known is None:
            places[gram] = [at]
        elif len(known) < _PLACES:
            known.append(at)
    return places


def _longest(ours: str, theirs: str, at: int, starts: Sequence[int], last: Run | None) -> Run | None:
    """The longest run through `at`; among equals the one that goes on where the last run ended."""
    floor = last.theirs + last.length if last else 0
    expected = last.ours + at - last.theirs if last else 0
    best, farthest = None, (0, 0)
    for start in starts:
        length = _reach(ours, start, theirs, at)
        rank = (length, -abs(start - expected))
        if best is None or rank > farthest:
            best, farthest = start, rank
    if best is None:
        return None
    back = 0
    while at - back > floor and best - back > 0 and ours[best - back - 1] == theirs[at - back - 1]:
        back += 1
    return Run(best - back, at - back, farthest[0] + back)


def _reach(ours: str, start: int, theirs: str, at: int) -> int:
    """How many words from `start` and `at` on are equal."""
    step, length = 64, 0
    while ours[start + length : start + length + step] == theirs[at + length : at + length + step]:
        length += step
        if at + length >= len(theirs) or start + length >= len(ours):
            return min(length, len(theirs) - at, len(ours) - start)
    most = min(len(ours) - start, len(theirs) - at)
    while length < most and ours[start + length] == theirs[at + length]:
        length += 1
    return length


def _chained(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs gathered into stretches; `runs` are in the order of the other text."""
    chains: list[list[Run]] = []
    for run in runs:
        chain = next((chain for chain in reversed(chains[-_OPEN:]) if _follows(chain[-1], run)), None)
        if chain is None:
            chains.append([run])
        else:
            chain.append(run)
    return chains


def _follows(last: Run, run: Run) -> bool:
    ours = run.ours - last.ours - last.length
    theirs = run.theirs - last.theirs - last.length
    most = min(GAP, _PER_WORD * min(last.length, run.length))
    return 0 <= ours <= most and 0 <= theirs <= most


def _filled(chain: Sequence[Run], ours: str, theirs: str, taken: bytearray) -> Iterator[Run]:
    """The runs, with the equal words between them that no other stretch has `taken`."""
    from rapidfuzz.distance import Indel

    last: Run | None = None
    for run in chain:
        if last:
            a, b = last.ours + last.length, last.theirs + last.length
            between = (ours[a : run.ours], theirs[b : run.theirs])
            if all(between):
                for block in Indel.opcodes(*between).as_matching_blocks():
                    found = Run(a + block.a, b + block.b, block.size)
                    if block.size and not any(taken[found.theirs : found.theirs + found.length]):
                        _take(taken, found)
                        yield found
        yield run
        last = run


def _take(taken: bytearray, run: Run) -> None:
    taken[run.theirs : run.theirs + run.length] = b"\1" * run.length


def covered(runs: Sequence[tuple[int, int]]) -> int:
    """How many words the stretches `(first, end)` cover together."""
    total = reached = 0
    for first, end in sorted(runs):
        if end > reached:
            total += end - max(first, reached)
            reached = end
    return total
