"""Two drafts beside each other: what was taken out, put in or moved, and where each stands in the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from workbench.drafts.alterations import is_grave
from workbench.drafts.draft import Draft, Stretch
from workbench.drafts.fresh import fresh_sentences
from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair, lay_beside
from workbench.text import Span

_JOINED = 2
"""Words kept between two changes that are read as one."""


class Touch(StrEnum):
    """What was done to words."""

    OUT = "taken out"
    IN = "put in"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Touched:
    """Words of one draft that the other has not, or has elsewhere; `grave` are figures and negations."""

    span: Span
    touch: Touch
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two drafts compared.

    `ours` and `theirs` are the words touched in the old and in the new one, in order. `steps` are the
    differences as a reader goes through them: a place in each, either of which may be empty. `points` are
    places of the old draft with those of the new that stand beside them, both growing. `back` are stretches
    of the new draft with their place in the old one. `fresh` are its sentences that were not there.
    """

    ours: tuple[Touched, ...]
    theirs: tuple[Touched, ...]
    steps: tuple[tuple[Span, Span], ...]
    points: tuple[tuple[int, int], ...]
    back: tuple[tuple[Span, Span], ...]
    fresh: tuple[Span, ...]

    def across(self, place: int, *, to_new: bool) -> int:
        """The character of the other draft that stands beside one of this."""
        here, there = (0, 1) if to_new else (1, 0)
        at = bisect_right(self.points, place, key=itemgetter(here)) - 1
        if at < 0:
            return 0
        point = self.points[at]
        beside = point[there] + place - point[here]
        return min(beside, self.points[at + 1][there]) if at + 1 < len(self.points) else beside

    def in_old(self, span: Span) -> Span | None:
        """Where words of the new draft stood in the old one, as far as they did."""
        found = [
            Span(
                max(span.start, new.start) - new.start + old.start,
                min(span.end, new.end) - new.start + old.start,
            )
            for new, old in self.back
            if new.overlaps(span)
        ]
        inside = [one for one in found if one]
        if not inside:
            return None
        return Span(min(one.start for one in inside), max(one.end for one in inside))


def beside(old: str, new: str) -> Beside:
    """Compare two drafts, whichever came first."""
    pair = lay_beside(old, new)
    gaps = _without_specks(_gaps(pair))
    kept = bytearray(len(pair.matching.new))
    for at, there in enumerate(pair.matching.there):
        if there != NOWHERE and pair.matching.kept[at]:
            kept[there] = 1
    sides = (
        (pair.old, pair.matching.there, pair.matching.kept, Touch.OUT, [gap[0] for gap in gaps]),
        (pair.new, pair.matching.back, kept, Touch.IN, [gap[1] for gap in gaps]),
    )
    ours, theirs = (tuple(_touched(*side)) for side in sides)
    return Beside(
        ours,
        theirs,
        tuple(_steps(pair, gaps)),
        tuple(_points(pair)),
        tuple(_back(pair)),
        tuple(sentence.span for sentence in fresh_sentences(pair)),
    )


def _gaps(pair: Pair) -> Iterator[tuple[Stretch, Stretch]]:
    """What lies between the words that both drafts have in the same order."""
    ours = theirs = 0
    there, kept = pair.matching.there, pair.matching.kept
    for at in range(len(there)):
        if there[at] == NOWHERE or not kept[at]:
            continue
        if at > ours or there[at] > theirs:
            yield (ours, at), (theirs, there[at])
        ours, theirs = at + 1, there[at] + 1
    if ours < len(there) or theirs < len(pair.matching.back):
        yield (ours, len(there)), (theirs, len(pair.matching.back))


def _without_specks(gaps: Iterable[tuple[Stretch, Stretch]]) -> list[tuple[Stretch, Stretch]]:
    """The gaps, with a small word or two between larger ones counted in: a sentence in place of another."""
    joined: list[tuple[Stretch, Stretch]] = []
    for gap in gaps:
        if joined and _is_speck(joined[-1], gap):
            last = joined.pop()
            gap = (last[0][0], gap[0][1]), (last[1][0], gap[1][1])
        joined.append(gap)
    return joined


def _is_speck(before: tuple[Stretch, Stretch], after: tuple[Stretch, Stretch]) -> bool:
    """Whether so little was kept between two changes that nobody would say it was kept."""
    kept = after[0][0] - before[0][1]
    sizes = (max(ours[1] - ours[0], theirs[1] - theirs[0]) for ours, theirs in (before, after))
    return kept <= _JOINED and min(sizes) > kept


def _touched(
    draft: Draft,
    counterparts: Sequence[int],
    kept: bytearray,
    touch: Touch,
    gaps: Sequence[Stretch],
) -> Iterator[Touched]:
    """The words of each gap, in runs of those that moved, of plain ones, and of figures and negations."""

    def kind(at: int) -> tuple[Touch, bool]:
        if counterparts[at] != NOWHERE and not kept[at]:
            return Touch.MOVED, False
        return touch, is_grave(draft.words.keys[at])

    for gap in gaps:
        for (found, grave), run in groupby(range(*gap), kind):
            places = tuple(run)
            yield Touched(draft.span((places[0], places[-1] + 1)), found, grave)


def _steps(pair: Pair, gaps: Sequence[tuple[Stretch, Stretch]]) -> Iterator[tuple[Span, Span]]:
    """Differences a reader sees as one: those with hardly a word between them, joined."""
    joined: list[tuple[Stretch, Stretch]] = []
    for ours, theirs in gaps:
        if joined and ours[0] - joined[-1][0][1] <= _JOINED and theirs[0] - joined[-1][1][1] <= _JOINED:
            last = joined.pop()
            ours, theirs = (last[0][0], ours[1]), (last[1][0], theirs[1])
        joined.append((ours, theirs))
    for ours, theirs in joined:
        yield pair.old.span(ours), pair.new.span(theirs)


def _points(pair: Pair) -> Iterator[tuple[int, int]]:
    """The beginnings of kept runs, and of the lines within them."""
    there, kept = pair.matching.there, pair.matching.kept
    last = NOWHERE - 1
    for at in range(len(there)):
        if there[at] == NOWHERE or not kept[at]:
            last = NOWHERE - 1
            continue
        place = pair.old.words.places[at][0]
        if there[at] != last + 1 or pair.old.text[place - 1 : place] == "\n":
            yield place, pair.new.words.places[there[at]][0]
        last = there[at]


def _back(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Stretches of the new draft that stand in the old one letter for letter, moved or not."""
    back = pair.matching.back
    first = 0
    for at in range(1, len(back) + 1):
        follows = at < len(back) and back[at - 1] != NOWHERE and back[at] == back[at - 1] + 1
        if follows:
            continue
        if back[first] != NOWHERE:
            new = pair.new.span((first, at))
            yield new, pair.old.span((back[first], back[first] + at - first))
        first = at
