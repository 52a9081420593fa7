"""The top of the evidence pane: the claim itself, why it matters, and through whom it came."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.models.signs import Sign, kind_word, risk_sign
from ui.panels.flow import Flow
from ui.panels.keys import Keys, with_key
from ui.panels.places import FurtherPlaces
from ui.panels.strip import AttributionStrip
from ui.panels.words import Chip, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import Claim, Status
from workbench.waiting import is_on_other_words

_LARGE_PX, _SMALLER_PX, _CHIP_PX, _SHORT = 19, 16, 24, 80
"""A claim of up to so many characters is written large, a longer one smaller."""
_DOUBLE = '“”„«»"'


class ClaimHead(QWidget):
    """Shows one claim; offers to take it up or set it aside while it is only proposed."""

    accepted = Signal()
    dismissed = Signal()
    history_wanted = Signal()
    """What was done about the claim is to be shown."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._number = Words(look, px=12, tone=Tone.MUTED, parent=self)
        self._kind, self._risk, self._proposed = (Chip(look, parent=self) for _ in range(3))
        self._public = Chip(look, parent=self)
        self._quote = Words(look, px=_LARGE_PX, strong=True, reading=True, parent=self)
        self.strip = AttributionStrip(session, look, self)
        self.places = FurtherPlaces(session, look, self)
        self._why = Words(look, px=12, tone=Tone.MUTED, parent=self)
        self._before = Words(look, px=12, tone=Tone.CARE, parent=self)
        self._history = QToolButton(self)
        self._accept = QPushButton(self.tr("Accept claim"), self)
        self._dismiss = QPushButton(self.tr("Dismiss"), self)
        self._build()
        self._tint()
        look.changed.connect(self._tint)

    def show_claim(self, claim: Claim, number: int) -> None:
        """Show a claim with the number of its badge."""
        proposed = claim.status is Status.PROPOSED
        self._number.say(self.tr("Claim {number}").format(number=number))
        self._show_chip(
            self._proposed, Sign(self.tr("Proposed"), "sparkles", Tone.ACCENT) if proposed else None
        )
        self._show_chip(self._kind, Sign(kind_word(claim.kind), "", Tone.MUTED) if claim.kind else None)
        same = claim.risk is not None and claim.kind is not None and claim.risk.value == claim.kind.value
        self._show_chip(self._risk, risk_sign(claim.risk) if claim.risk and not same else None)
        public = Sign(self.tr("For publication"), "globe", Tone.MUTED)
        self._show_chip(self._public, public if claim.public else None)
        self._quote.set_px(_LARGE_PX if len(claim.wording) <= _SHORT else _SMALLER_PX)
        self._quote.say(_quoted(claim.wording))
        self.strip.show_claim(claim)
        self.places.show_claim(claim)
        self._show_line(self._why, self._why_text(claim))
        self._show_line(self._before, self._before_text(claim))
        writable = self._session.store.read_only is None
        for button in (self._accept, self._dismiss):
            button.setVisible(proposed)
            button.setEnabled(writable)

    def show_keys(self, keys: Keys) -> None:
        """Say by which keys a proposal is taken up or dismissed."""
        self._accept.setToolTip(with_key(self.tr("Accept the proposed claim"), keys.get("accept", "")))
        self._dismiss.setToolTip(with_key(self.tr("Dismiss the claim"), keys.get("dismiss", "")))
        self._history.setToolTip(with_key(self._history.accessibleName(), keys.get("claim_history", "")))

    def _build(self) -> None:
        self._accept.setProperty("role", "primary")
        self._dismiss.setProperty("role", "quiet")
        self._accept.clicked.connect(self.accepted)
        self._dismiss.clicked.connect(self.dismissed)
        self._history.clicked.connect(self.history_wanted)
        self._history.setIconSize(QSize(14, 14))
        self._history.setFixedHeight(_CHIP_PX)
        self._history.setAccessibleName(self.tr("What was done about this claim"))
        self._number.setWordWrap(False)
        top, chips, buttons = QHBoxLayout(), Flow(), QHBoxLayout()
        for chip in (self._proposed, self._kind, self._risk, self._public):
            chips.addWidget(chip)
        top.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        top.addSpacing(6)
        top.addLayout(chips, 1)
        top.addWidget(self._history, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._dismiss)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        rows.addLayout(top)
        for label in (self._quote, self._before, self.places, self.strip, self._why):
            rows.addWidget(label)
        rows.addLayout(buttons)

    def _tint(self) -> None:
        self._history.setIcon(self._look.icon("clock", Tone.MUTED))

    def _why_text(self, claim: Claim) -> str:
        if not claim.reasons:
            return ""
        return self.tr("Worth checking: {reasons}").format(reasons="; ".join(claim.reasons))

    def _before_text(self, claim: Claim) -> str:
        """That the verdict was given before the words changed."""
        verdict = self._session.verdict(claim.id)
        if verdict is None or not is_on_other_words(verdict, claim):
            return ""
        words = " ".join(verdict.wording.split())
        return self.tr("Its verdict was given on other words: {words}").format(words=_quoted(words))

    def _show_chip(self, chip: Chip, sign: Sign | None) -> None:
        chip.show_sign(sign)
        chip.setVisible(sign is not None)

    def _show_line(self, label: Words, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))


def _quoted(wording: str) -> str:
    """In quotation marks, unless it brings its own."""
    return wording if any(mark in wording for mark in _DOUBLE) else f"“{wording}”"
