"""Where the arrow keys lead: left to who gave the words, right to who took them, up and down in a column."""

from __future__ import annotations

from enum import Enum, auto

from ui.map.layout import Layout
from ui.map.sheet import Sheet


class Way(Enum):
    """A direction."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()


def go(sheet: Sheet, layout: Layout, card: str, way: Way) -> str | None:
    """The next card from `card`; None at the edge of the map.

    Sideways along a line where one leads that way: to the left rather to a giver, to the right to a taker,
    the most level one first. Where no line leads, to the next column.
    """
    at = next(place for place, column in enumerate(layout.columns) if card in column.cards)
    here = layout.columns[at].cards
    if way in (Way.UP, Way.DOWN):
        place = here.index(card) + (1 if way is Way.DOWN else -1)
        return here[place] if 0 <= place < len(here) else None
    side = -1 if way is Way.LEFT else 1
    givers = [line.giver for line in sheet.lines if line.taker == card]
    takers = [line.taker for line in sheet.lines if line.giver == card]
    columns = layout.columns[at + 1 :] if side > 0 else layout.columns[:at][::-1]
    next_column = next((list(column.cards) for column in columns if column.cards), [])
    for keys in (givers, takers, next_column) if way is Way.LEFT else (takers, givers, next_column):
        beyond = [key for key in keys if (layout.cards[key].x - layout.cards[card].x) * side > 0]
        if beyond:
            return min(beyond, key=lambda key: _distance(layout, card, key))
    return None


def _distance(layout: Layout, card: str, other: str) -> tuple[float, float]:
    """How far up or down, then how far aside."""
    one, two = layout.cards[card], layout.cards[other]
    return abs(one.middle - two.middle), abs(one.x - two.x)
