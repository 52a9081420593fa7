"""What the author was asked about a claim, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.panels.flow import Stack, emptied
from ui.panels.query_card import QueryCard
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Claim, Query


class Queries(QWidget):
    """One card for each question or change request. It changes nothing itself."""

    answered = Signal(object)
    """The `Query` as it is to be."""
    edit_wanted = Signal(str)
    """The id of the query to ask otherwise."""
    taken_back = Signal(str)
    """The id of the query to ask no more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: dict[str, QueryCard] = {}
        self._rows = Stack(self, gap=8)
        self._title = Words(
            look, self.tr("Asked the author"), px=12, strong=True, tone=Tone.MUTED, parent=self
        )

    def show_queries(self, claim: Claim, queries: Sequence[Query], *, writable: bool) -> None:
        """Show the questions about one claim, in the order they were put."""
        emptied(self._rows)
        wanted = {query.id for query in queries}
        for id in [id for id in self._cards if id not in wanted]:
            card = self._cards.pop(id)
            card.hide()
            card.deleteLater()
        self._rows.addWidget(self._title)
        for query in queries:
            self._rows.addWidget(self._card(query, claim, writable))
        self.setVisible(bool(queries))

    def settle(self) -> None:
        """Save answers that are being written."""
        for card in tuple(self._cards.values()):
            card.settle()

    def write_answer(self) -> bool:
        """Put the cursor into the answer to the first question that waits; False where none does."""
        card = next(iter(self._cards.values()), None)
        if card is not None:
            card.write_answer()
        return card is not None

    def _card(self, query: Query, claim: Claim, writable: bool) -> QueryCard:
        if query.id not in self._cards:
            card = self._cards[query.id] = QueryCard(self._look, self)
            card.answered.connect(self.answered)
            card.edit_wanted.connect(self.edit_wanted)
            card.taken_back.connect(self.taken_back)
        words = (query.passage or claim.passage).quote.exact
        self._cards[query.id].show_query(query, words, writable=writable)
        return self._cards[query.id]
