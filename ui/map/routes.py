"""The course of a line: straight along the columns it passes, bent in the gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.map.layers import Layers

Point = tuple[float, float]

_BULGE, _WIDEST_BULGE = 26.0, 74.0


@dataclass(frozen=True, slots=True)
class Route:
    """Cubic curves from the taker to the giver: a start, then two controls and an end for each curve."""

    points: tuple[Point, ...]

    @property
    def end(self) -> Point:
        """Where the line meets the giver's card."""
        return self.points[-1]

    @property
    def heading(self) -> Point:
        """The direction in which it gets there, as a step of length 1 along one axis."""
        (x, y), (end_x, end_y) = self.points[-2], self.points[-1]
        if abs(end_x - x) >= abs(end_y - y):
            return (1.0 if end_x >= x else -1.0), 0.0
        return 0.0, (1.0 if end_y >= y else -1.0)

    @property
    def stops(self) -> tuple[Point, ...]:
        """The ends of the curves: the line in its roughest form."""
        return self.points[::3]


def route(made: Layers, chain: Sequence[int], lefts: Sequence[float], width: float, half: float) -> Route:
    """The course through the items of `chain`; `half` is half a card's height."""
    first, last = chain[0], chain[-1]
    if made.column[first] == made.column[last]:
        return _inside(made, first, last, lefts[made.column[first]], width, half)
    leftwards = made.column[last] < made.column[first]
    points: list[Point] = []
    for item in chain:
        near, far = lefts[made.column[item]] + width, lefts[made.column[item]]
        entry, leave = (near, far) if leftwards else (far, near)
        if item != first:
            _bend(points, (entry, made.y[item]))
        if item not in (first, last):
            _bend(points, (leave, made.y[item]))
        if item == first:
            points.append((leave, made.y[item]))
    return Route(tuple(points))


def _bend(points: list[Point], end: Point) -> None:
    """Go on to `end`, leaving and arriving level."""
    start = points[-1]
    middle = (start[0] + end[0]) / 2
    points += [(middle, start[1]), (middle, end[1]), end]


def _inside(made: Layers, taker: int, giver: int, left: float, width: float, half: float) -> Route:
    """Between two cards of one column: straight where they are neighbours, else around those in between."""
    start, end = made.y[taker], made.y[giver]
    down = 1 if end > start else -1
    low, high = sorted((start, end))
    cards = [item for item in made.columns[made.column[taker]] if made.slot[item] == made.slot[taker]]
    if not any(low < made.y[item] < high for item in cards):
        x, from_y, to_y = left + width / 2, start + down * half, end - down * half
        third = (to_y - from_y) / 3
        return Route(((x, from_y), (x, from_y + third), (x, to_y - third), (x, to_y)))
    right = left + width
    out = right + min(_BULGE + 0.12 * (high - low), _WIDEST_BULGE)
    return Route(((right, start), (out, start), (out, end), (right, end)))
