"""What the library has for a claim: a group of cards beneath the case's own suggestions."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.library.offers import Offer
from ui.panels.flow import Stack
from ui.panels.keys import Keys
from ui.panels.library_card import LibraryCard
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look


class LibraryGroup(QWidget):
    """Hidden while there is nothing to offer. Cards are made one at a time: the window never waits."""

    wanted = Signal(object)
    """The `Offer` whose article is to come into the case."""
    current_changed = Signal()

    def __init__(self, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self._claim, self._writable = "", True
        self._offers: tuple[Offer, ...] = ()
        self._current: str | None = None
        self._cards: list[LibraryCard] = []
        self._shown = 0
        self._heading = Words(look, px=12, strong=True, tone=Tone.MUTED, parent=self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._show_next)
        self._rows = Stack(self, gap=10)
        self._rows.addWidget(self._heading)
        self.hide()

    @property
    def current(self) -> Offer | None:
        """The offer that the keys act on, when it is one of these."""
        return next((offer for offer in self._offers if offer.key == self._current), None)

    def show_offers(self, claim: str, offers: tuple[Offer, ...], *, done: bool, writable: bool) -> None:
        """Show what there is for the claim of these words; not `done` while it is still being compared."""
        self._claim, self._offers, self._writable = claim, offers, writable
        if self._current not in {offer.key for offer in offers}:
            self.choose(None)
        waiting = self.tr("being compared…") if not done else str(len(offers))
        self._heading.say(self.tr("From your library") + f"  ·  {waiting}")
        self.setVisible(bool(offers))
        for card in self._cards[len(offers) :]:
            card.hide()
        self._shown = 0
        self._next.start()

    def show_keys(self, keys: Keys) -> None:
        """Show other keys on the cards."""
        self._keys = keys
        for card in self._cards:
            card.show_keys(keys)

    def step(self, by: int) -> LibraryCard | None:
        """Make the next card current, or the one before; None above the first, which lets go of all."""
        keys = [offer.key for offer in self._offers]
        at = keys.index(self._current) + by if self._current in keys else (0 if by > 0 else -1)
        if not keys or at < 0:
            self.choose(None)
            return None
        while self._shown < len(self._offers):
            self._show_next()
        self.choose(keys[min(at, len(keys) - 1)])
        return next((card for card in self._cards if card.offer and card.offer.key == self._current), None)

    def choose(self, key: str | None) -> None:
        """Make one offer current, or none."""
        if key == self._current:
            return
        self._current = key
        self._mark_current()
        self.current_changed.emit()

    def _show_next(self) -> None:
        """Make a card, or fill one: each takes a moment that the window can spare."""
        if self._shown < len(self._offers):
            if self._shown == len(self._cards):
                self._make_card()
            else:
                self._fill_card(self._cards[self._shown], self._offers[self._shown])
            self._next.start()

    def _make_card(self) -> None:
        card = LibraryCard(self._look, self._keys, self)
        card.chosen.connect(self.choose)
        card.wanted.connect(self.wanted)
        card.hide()
        self._cards.append(card)
        self._rows.addWidget(card)

    def _fill_card(self, card: LibraryCard, offer: Offer) -> None:
        card.show_offer(self._claim, offer, writable=self._writable)
        card.set_current(offer.key == self._current)
        card.show()
        self._shown += 1

    def _mark_current(self) -> None:
        for card in self._cards:
            card.set_current(card.offer is not None and card.offer.key == self._current)
