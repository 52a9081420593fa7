"""The cards of queries, one below the other; made one by one: the window never waits for them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.models.signs import Sign
from ui.panels.flow import Stack, emptied
from ui.panels.query_card import QueryCard
from ui.theme.look import Look
from workbench.queries import Asked

_PAUSE_MS = 1
_NEEDED = ("rapidfuzz.distance", "workbench.evidence.differences")
"""What comparing two wordings imports, each in a turn of its own."""


@dataclass(frozen=True, slots=True)
class ShownQuery:
    """A query as its card shows it: where its words are, and whether the draft has what was accepted."""

    asked: Asked
    where: str = ""
    found: Sign | None = None


class QueryCards(QWidget):
    """Shows queries in the order given."""

    card_made = Signal(object)
    """A new `QueryCard`, once in its life, so that whoever shows the cards can listen to it."""

    completed = Signal()
    """Every card is made and in its place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[ShownQuery, ...] = ()
        self._writable = True
        self._cards: dict[str, QueryCard] = {}
        self._spare: QueryCard | None = None
        self._rows = Stack(self, gap=8)
        self._next = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next.timeout.connect(self._make_some)

    def show_queries(self, shown: Sequence[ShownQuery], *, writable: bool) -> None:
        """Show these and no others; cards that are there already follow at once."""
        self._shown, self._writable = tuple(shown), writable
        wanted = {item.asked.query.id for item in shown}
        for id in [id for id in self._cards if id not in wanted]:
            card = self._cards.pop(id)
            card.hide()
            card.deleteLater()
        for item in shown:
            if item.asked.query.id in self._cards:
                self._fill(item)
        self._place()
        self._next.start()

    def card(self, query: str) -> QueryCard | None:
        """The card of a query that is shown, made now if it was not yet."""
        item = next((item for item in self._shown if item.asked.query.id == query), None)
        if item is None:
            return None
        made = query not in self._cards
        self._fill(item)
        if made:
            self._place()
        return self._cards[query]

    def settle(self) -> None:
        """Save answers that are being written."""
        for card in tuple(self._cards.values()):
            card.settle()

    def _make_some(self) -> None:
        waiting = [item for item in self._shown if item.asked.query.id not in self._cards]
        if not waiting:
            self.completed.emit()
            return
        self._next.start()
        for name in _NEEDED:
            if name not in sys.modules:
                import_module(name)
                return
        if self._spare is None:
            # To make a card and to lay it out are each enough for one turn.
            self._spare = self._new_card()
            return
        self._fill(waiting[0])
        self._place()

    def _new_card(self) -> QueryCard:
        return QueryCard(self._look, self, places=True)

    def _fill(self, item: ShownQuery) -> None:
        query = item.asked.query
        if query.id not in self._cards:
            self._cards[query.id], self._spare = self._spare or self._new_card(), None
            self.card_made.emit(self._cards[query.id])
        card = self._cards[query.id]
        card.show_query(query, item.asked.words, writable=self._writable, where=item.where)
        card.show_found(item.found)

    def _place(self) -> None:
        """Put the cards that have been made in order. Those in their place stay: Qt knows their heights."""
        ids = [item.asked.query.id for item in self._shown]
        cards = [self._cards[id] for id in ids if id in self._cards]
        placed = [self._rows.itemAt(at).widget() for at in range(self._rows.count())]  # type: ignore[union-attr]
        if placed != [card for card in cards if card in placed]:
            emptied(self._rows)
            placed = []
        for at, card in enumerate(cards):
            if card not in placed:
                self._rows.insert(at, card)
