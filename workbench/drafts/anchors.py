"""Runs of words that stand once in the old draft and once in the new: the fixed points between them.

Texts come spelled (`tracing.tokens.spelled`): a character a word. What stands once in both is the same
passage wherever it went (patience diff, B. Cohen), which cannot be said of what is repeated.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

SIZES = (32, 12, 4)
"""Words in a run, the longest first: those are the least likely to agree by chance."""
_REPEATED = -1


@dataclass(frozen=True, slots=True)
class Anchors:
    """Places in the old draft and in the new where the same run of `size` words begins, by the former."""

    size: int
    places: tuple[tuple[int, int], ...]

    def last_until(self, end: int) -> tuple[int, int] | None:
        """The last anchor that ends at `end` or before."""
        at = bisect_right(self.places, end - self.size, key=itemgetter(0)) - 1
        return self.places[at] if at >= 0 else None

    def first_from(self, start: int) -> tuple[int, int] | None:
        """The first anchor that begins at `start` or after."""
        at = bisect_left(self.places, start, key=itemgetter(0))
        return self.places[at] if at < len(self.places) else None


def anchors(old: str, new: str, size: int) -> Anchors:
    """The runs of `size` words that stand once in `old` and once in `new`."""
    ours, theirs = _once(old, size), _once(new, size)
    return Anchors(
        size,
        tuple(
            (place, there)
            for run, place in ours.items()
            if place != _REPEATED and (there := theirs.get(run, _REPEATED)) != _REPEATED
        ),
    )


def _once(text: str, size: int) -> dict[str, int]:
    """Where each run begins; no place for one that stands there more than once."""
    places: dict[str, int] = {}
    for at in range(len(text) - size + 1):
        run = text[at : at + size]
        places[run] = _REPEATED if run in places else at
    return places
