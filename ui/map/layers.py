"""Cards and the lines that pass between them, put in order within their columns so that few lines cross.

The layered drawing of Sugiyama, Tagawa and Toda (1981): a line that passes a column takes a place in it, as
a card does, so that no line runs beneath a card. All lines to one giver share that place. Each column is then
sorted again and again by where its neighbours stand (barycentres), and the order with fewest crossings kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

CARD_SLOT, LINE_SLOT = 78.0, 13.0
"""Height that a card, or a line passing, takes up in its column, space around it included; in pixels."""
_SWEEPS = 8
_PATIENCE = 2
"""After so many sweeps that brought nothing, no more are made."""


@dataclass(slots=True)
class Layers:
    """Items by number: the cards first, in the order given, then the places where lines pass.

    `lower` marks what belongs below the dividing line. `left` and `right` are the neighbours in the columns
    beside; `inside` those in the same column. `columns` holds the items of each, from top to bottom.
    `y` is the middle of each item, the dividing line being 0.
    """

    column: list[int]
    lower: list[bool]
    slot: list[float]
    left: list[list[int]]
    right: list[list[int]]
    inside: list[list[int]]
    columns: list[list[int]]
    chains: list[tuple[int, ...]] = field(default_factory=list)
    """For each line its items, from the taker to the giver."""
    y: list[float] = field(default_factory=list)


def layers(
    column: Sequence[int], lower: Sequence[bool], links: Iterable[tuple[int, int]], width: int
) -> Layers:
    """Put `len(column)` cards into `width` columns; `links` go from taker to giver, by number of the card."""
    made = Layers(
        list(column),
        list(lower),
        [CARD_SLOT] * len(column),
        left=[[] for _ in column],
        right=[[] for _ in column],
        inside=[[] for _ in column],
        columns=[[] for _ in range(width)],
    )
    for item, at in enumerate(column):
        made.columns[at].append(item)
    passing: dict[tuple[int, int], int] = {}
    for taker, giver in links:
        made.chains.append(_chain(made, taker, giver, passing))
    for items in made.columns:
        items.sort(key=made.lower.__getitem__)
    made.y = [0.0] * len(made.column)
    _order(made)
    return made


def crossings(made: Layers) -> int:
    """How many times lines cross between columns."""
    rank = [0] * len(made.column)
    for items in made.columns:
        for at, item in enumerate(items):
            rank[item] = at
    total = 0
    for items in made.columns:
        passed: list[int] = []
        for item in items:
            ends = [rank[other] for other in made.right[item]]
            for end in ends:
                total += len(passed) - bisect_right(passed, end)
            passed += ends
            passed.sort()  # two sorted runs: quick
    return total


def _chain(made: Layers, taker: int, giver: int, passing: dict[tuple[int, int], int]) -> tuple[int, ...]:
    """The items from taker to giver, those in between made where no line to the giver passes yet."""
    start, end = made.column[taker], made.column[giver]
    if start == end:
        made.inside[taker].append(giver)
        made.inside[giver].append(taker)
        return taker, giver
    towards = -1 if end < start else 1
    between = [_pass(made, giver, at, passing) for at in range(start + towards, end, towards)]
    chain = (taker, *between, giver)
    for one, other in pairwise(chain):
        near, far = (other, one) if towards < 0 else (one, other)
        if far not in made.right[near]:
            made.right[near].append(far)
            made.left[far].append(near)
    return chain


def _pass(made: Layers, giver: int, at: int, passing: dict[tuple[int, int], int]) -> int:
    key = giver, at
    if key not in passing:
        passing[key] = item = len(made.column)
        made.column.append(at)
        made.lower.append(made.lower[giver])
        made.slot.append(LINE_SLOT)
        for neighbours in (made.left, made.right, made.inside):
            neighbours.append([])
        made.columns[at].append(item)
    return passing[key]


def _order(made: Layers) -> None:
    for items in made.columns:
        _pack(made, items)
    best, fewest, since = [list(items) for items in made.columns], crossings(made), 0
    for sweep in range(_SWEEPS):
        if not fewest or since == _PATIENCE:
            break
        leftwards = bool(sweep % 2)
        beside = made.right if leftwards else made.left
        for items in reversed(made.columns) if leftwards else made.columns:
            _sort(made, items, beside)
        count, since = crossings(made), since + 1
        if count < fewest:
            best, fewest, since = [list(items) for items in made.columns], count, 0
    made.columns = best
    for items in best:
        _pack(made, items)


def _sort(made: Layers, items: list[int], beside: list[list[int]]) -> None:
    """Sort a column by the middle of each item's neighbours on one side, those above the line first."""
    y = made.y
    wanted = {item: sum([y[other] for other in near]) / len(near) for item in items if (near := beside[item])}
    for item in items:
        if item not in wanted:
            own = [wanted[other] for other in made.inside[item] if other in wanted]
            wanted[item] = sum(own) / len(own) if own else y[item]
    items.sort(key=lambda item: (made.lower[item], wanted[item]))
    _pack(made, items)


def _pack(made: Layers, items: Sequence[int]) -> None:
    """Stack a column without gaps, away from the dividing line."""
    y, slot, lower = made.y, made.slot, made.lower
    above = below = 0.0
    for item in reversed(items):
        if not lower[item]:
            y[item] = above - slot[item] / 2
            above -= slot[item]
    for item in items:
        if lower[item]:
            y[item] = below + slot[item] / 2
            below += slot[item]
