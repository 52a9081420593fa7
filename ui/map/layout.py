"""Where everything on the map stands: pure geometry over dates and links, in pixels at full size.

The dividing line between what speaks at second hand (above) and at first hand (below) lies at y = 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log2, sqrt

from ui.map.columns import Slot, days_between, slots
from ui.map.heights import settle
from ui.map.layers import CARD_SLOT, layers
from ui.map.routes import Route, route

CARD_WIDTH, CARD_HEIGHT = 208.0, 56.0
GAP = 72.0
"""Least room between two columns, in which lines bend."""
LONG_DAYS = 60
"""From so many days on, the gap between two columns is marked."""
_FEWEST_COLUMNS = 14
_WIDEST_EXTRA = 88.0


@dataclass(frozen=True, slots=True)
class Box:
    """A card before it has its place: its date, its side of the dividing line, whether it is the story."""

    key: str
    date: str | None
    lower: bool
    last: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the cards in it, from top to bottom. `gap` is the days since the one before, if many."""

    slot: Slot
    x: float
    cards: tuple[str, ...]
    gap: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all cards and lines, and the rectangle around them all."""

    cards: Mapping[str, Rect]
    routes: tuple[Route, ...]
    """In the order of the links given."""
    columns: tuple[Column, ...]
    bounds: Rect


def lay_out(boxes: Sequence[Box], links: Sequence[tuple[str, str]]) -> Layout:
    """Place the cards by date and the lines from taker to giver between them."""
    number = {box.key: at for at, box in enumerate(boxes)}
    given = slots([box.date for box in boxes], columns_for(len(boxes)))
    placed = [replace(slot, own=box.last) for slot, box in zip(given, boxes, strict=True)]
    order = sorted(set(placed), key=lambda slot: slot.order)
    at = {slot: place for place, slot in enumerate(order)}
    ends = [(number[taker], number[giver]) for taker, giver in links]
    made = layers([at[slot] for slot in placed], [box.lower for box in boxes], ends, len(order))
    settle(made)
    gaps = [days_between(*pair) for pair in pairwise(order)]
    lefts = _lefts(gaps)
    half = CARD_HEIGHT / 2
    cards = {
        box.key: Rect(lefts[made.column[item]], made.y[item] - half, CARD_WIDTH, CARD_HEIGHT)
        for item, box in enumerate(boxes)
    }
    columns = tuple(
        Column(
            slot,
            lefts[place],
            tuple(boxes[item].key for item in made.columns[place] if item < len(boxes)),
            days if place and (days := gaps[place - 1]) and days >= LONG_DAYS else None,
        )
        for place, slot in enumerate(order)
    )
    routes = tuple(route(made, chain, lefts, CARD_WIDTH, half) for chain in made.chains)
    return Layout(cards, routes, columns, _around(cards, lefts))


def columns_for(cards: int) -> int:
    """So many columns make a map about three times as wide as its cards are high."""
    return max(_FEWEST_COLUMNS, round(sqrt(3 * cards * CARD_SLOT / (CARD_WIDTH + GAP))))


def _lefts(gaps: Sequence[int | None]) -> list[float]:
    """The left edge of each column: farther from the one before the more time has passed, but not in step."""
    lefts = [0.0]
    for days in gaps:
        extra = min(14 * log2(1 + (days or 0) / 2), _WIDEST_EXTRA)
        lefts.append(lefts[-1] + CARD_WIDTH + GAP + extra)
    return lefts


def _around(cards: Mapping[str, Rect], lefts: Sequence[float]) -> Rect:
    top = min((rect.y for rect in cards.values()), default=0.0)
    bottom = max((rect.y + rect.height for rect in cards.values()), default=0.0)
    top, bottom = min(top, -CARD_SLOT), max(bottom, CARD_SLOT)
    return Rect(0.0, top, lefts[-1] + CARD_WIDTH, bottom - top)
