"""What was found out about the claim before: a few cards above its evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.checked.earlier import Earlier
from ui.panels.earlier_card import EarlierCard
from ui.panels.flow import Stack
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look


class EarlierGroup(QWidget):
    """Hidden while nothing is known from before."""

    case_wanted = Signal(object, str)
    page_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[EarlierCard] = []
        self._heading = Words(
            look, self.tr("Checked before"), px=12, strong=True, tone=Tone.MUTED, parent=self
        )
        self._rows = Stack(self, gap=8)
        self._rows.addWidget(self._heading)
        self.hide()

    @property
    def cards(self) -> tuple[EarlierCard, ...]:
        """The cards that are shown, from top to bottom."""
        return tuple(card for card in self._cards if card.isVisibleTo(self))

    def show_earlier(self, claim: str, found: tuple[Earlier, ...]) -> None:
        """Show what was found for the claim of these words."""
        while len(self._cards) < len(found):
            self._make_card()
        for card, earlier in zip(self._cards, found, strict=False):
            card.show_earlier(claim, earlier)
            card.show()
        for card in self._cards[len(found) :]:
            card.hide()
        self.setVisible(bool(found))

    def _make_card(self) -> None:
        card = EarlierCard(self._look, self)
        card.case_wanted.connect(self.case_wanted)
        card.page_wanted.connect(self.page_wanted)
        self._cards.append(card)
        self._rows.addWidget(card)
