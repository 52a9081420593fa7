"""A passage of the library that bears on the claim: what it says, and the way to bring it into the case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.library.offers import Offer
from ui.models.dates import date_words
from ui.models.reason_words import all_findings, reason_sentence
from ui.models.signs import Sign, suggestion_sign
from ui.panels.buttons import ToneButton
from ui.panels.card import Card
from ui.panels.comparison import Comparison, compared
from ui.panels.keys import Keys, with_key
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look


class LibraryCard(Card):
    """A card that can show any offer. It reports what the editor wants and changes nothing."""

    chosen = Signal(str)
    """The key of the offer."""
    wanted = Signal(object)
    """The `Offer` whose article is to come into the case."""

    def __init__(self, look: Look, keys: Keys, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown: tuple[str, Offer] | None = None
        self._chip = Chip(look)
        self._match = Words(look, px=11, tone=Tone.MUTED)
        self._title = Words(look, px=14, strong=True)
        self._details = Words(look, px=12, tone=Tone.MUTED)
        self._comparison = Comparison(look)
        self._reason = Words(look, px=12, tone=Tone.MUTED)
        self._bring = ToneButton(look, Sign(self.tr("Bring into the case"), "plus", Tone.ACCENT))
        self._bring.clicked.connect(self._want)
        self._build()
        self.show_keys(keys)

    @property
    def offer(self) -> Offer | None:
        """What the card shows."""
        return self._shown[1] if self._shown else None

    def show_offer(self, claim: str, offer: Offer, *, writable: bool) -> None:
        """Show an offer beside the claim's words; nothing happens when it is shown already."""
        self._bring.setEnabled(writable)
        if self._shown == (claim, offer):
            return
        self._shown = (claim, offer)
        sign = suggestion_sign(offer.judgement.relation) if offer.judgement else None
        self._chip.show_sign(sign or Sign(self.tr("Shares words"), "library", Tone.MUTED))
        self._title.say(offer.title or self.tr("Untitled"))
        details = " · ".join(part for part in (offer.outlet, date_words(offer.published)) if part)
        self._details.say(details)
        self._details.setVisible(bool(details))
        self._comparison.show_wordings(*compared(claim, offer.text))
        self._say_judgement(offer)
        self.setAccessibleName(f"{sign.word if sign else ''} {offer.title}".strip())
        self.setAccessibleDescription(self._reason.text())

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltip by which key the article is brought in."""
        self._bring.setToolTip(with_key(self.tr("Add this article to the case"), keys.get("bring", "")))

    def choose(self) -> None:
        """Ask to become the current card."""
        if self._shown is not None:
            self.chosen.emit(self._shown[1].key)

    def _say_judgement(self, offer: Offer) -> None:
        found = offer.judgement
        reason = reason_sentence(found.reasons) if found else ""
        self._reason.say(reason)
        self._reason.setToolTip(all_findings(found.reasons) if found else "")
        self._reason.setVisible(bool(reason))
        self._match.say(self.tr("match {score}").format(score=round(found.score)) if found else "")

    def _build(self) -> None:
        head, foot, rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._match.setWordWrap(False)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._match)
        foot.addWidget(self._bring, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addStretch(1)
        rows.setContentsMargins(14, 11, 14, 10)
        rows.setSpacing(5)
        rows.addLayout(head)
        for part in (self._title, self._details, self._comparison, self._reason):
            rows.addWidget(part)
        rows.addLayout(foot)

    def _want(self) -> None:
        if self._shown is not None:
            self.choose()
            self.wanted.emit(self._shown[1])
