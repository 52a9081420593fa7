"""Words of the old draft laid beside those of the new, each to one at most, moved passages included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.drafts.anchors import SIZES, Anchors, anchors
from workbench.drafts.order import in_order
from workbench.tracing.alignment import Run

NOWHERE = -1
_CLOSE = 40
"""Words between two runs that belong together, wherever they moved."""
_LARGEST_GAP = 9_000_000
"""Words of one gap times words of the other that are still compared word by word (1 MB of bits)."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Two drafts, spelled, and for each word its counterpart in the other, or `NOWHERE`.

    `kept` are the words of the old draft that keep the order of the story; others that are paired have moved.
    """

    old: str
    new: str
    there: Sequence[int]
    back: Sequence[int]
    kept: bytearray
    anchors: tuple[Anchors, ...]


def match(old: str, new: str) -> Matching:
    """Lay two spelled drafts beside each other. Time and memory grow with their length, not its square."""
    pairing = _Pairing(old, new)
    fixed = tuple(anchors(old, new, size) for size in SIZES)
    for each in fixed:
        for ours, theirs in each.places:
            pairing.pair_run(ours, theirs, each.size)
    pairing.extend_runs()
    pairing.fill_gaps(pairing.runs(), most=_CLOSE)
    pairing.fill_gaps(in_order(pairing.runs()))
    kept = bytearray(len(old))
    for run in in_order(pairing.runs()):
        kept[run.ours : run.ours + run.length] = b"\1" * run.length
    return Matching(old, new, pairing.there, pairing.back, kept, fixed)


class _Pairing:
    """Counterparts as they are found. What has one keeps it."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self.there, self.back = [NOWHERE] * len(old), [NOWHERE] * len(new)

    def pair_run(self, ours: int, theirs: int, size: int) -> None:
        """Pair the words of an anchor, from its end back to those that the anchor before it has paired."""
        for at in reversed(range(size)):
            if self.there[ours + at] == theirs + at:
                return
            self._pair(ours + at, theirs + at)

    def extend_runs(self) -> None:
        """Pair equal words behind and before every run, and at both ends of the drafts, as far as they go."""
        for run in (Run(-1, -1, 1), *self.runs(), Run(len(self._old), len(self._new), 1)):
            ours, theirs = run.ours + run.length, run.theirs + run.length
            while self._pair(ours, theirs):
                ours, theirs = ours + 1, theirs + 1
            ours, theirs = run.ours - 1, run.theirs - 1
            while self._pair(ours, theirs):
                ours, theirs = ours - 1, theirs - 1

    def _pair(self, ours: int, theirs: int) -> bool:
        if not (0 <= ours < len(self._old) and 0 <= theirs < len(self._new)):
            return False
        if (
            self.there[ours] != NOWHERE
            or self.back[theirs] != NOWHERE
            or self._old[ours] != self._new[theirs]
        ):
            return False
        self.there[ours], self.back[theirs] = theirs, ours
        return True

    def runs(self) -> list[Run]:
        """The paired words as runs, in the order of the old draft."""
        found: list[Run] = []
        for at, there in enumerate(self.there):
            last = found[-1] if found else Run(NOWHERE, NOWHERE, 0)
            if there == NOWHERE:
                continue
            if at == last.ours + last.length and there == last.theirs + last.length:
                found[-1] = last._replace(length=last.length + 1)
            else:
                found.append(Run(at, there, 1))
        return found

    def fill_gaps(self, runs: Sequence[Run], most: int | None = None) -> None:
        """Pair what is left between neighbouring runs, word by word; only where at most `most` are."""
        ends = (Run(-1, -1, 1), *runs, Run(len(self._old), len(self._new), 1))
        for one, after in pairwise(ends):
            gaps = after.ours - one.ours - one.length, after.theirs - one.theirs - one.length
            if min(gaps) > 0 and (most is None or max(gaps) <= most):
                ours = _unpaired(self.there, one.ours + one.length, after.ours)
                theirs = _unpaired(self.back, one.theirs + one.length, after.theirs)
                self._fill(ours, theirs)

    def _fill(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        for a, b in _common("".join(self._old[at] for at in ours), "".join(self._new[at] for at in theirs)):
            self.there[ours[a]], self.back[theirs[b]] = theirs[b], ours[a]


def _unpaired(counterparts: Sequence[int], start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if counterparts[at] == NOWHERE]


def _common(one: str, other: str) -> Iterator[tuple[int, int]]:
    """Places of equal words in order; none where both are too long to compare."""
    from rapidfuzz.distance import Indel

    if len(one) * len(other) > _LARGEST_GAP:
        return
    for block in Indel.opcodes(one, other).as_matching_blocks():
        yield from ((block.a + at, block.b + at) for at in range(block.size))
