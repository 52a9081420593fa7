"""What stands between a claim and "confirmed": the rule for its kind, and a written reason to pass it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.gating import Gating
from ui.panels.field import Captioned, Field
from ui.panels.gate_question import GateQuestion
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import review
from workbench.gates import GateResult
from workbench.model import Claim, ClaimId, Disposition


class Confirming(QWidget):
    """Confirms a claim that passes, else asks. A claim whose origins are being counted waits for that."""

    withheld = Signal(str)
    """A sentence: a claim that is no longer shown was not confirmed, and why."""
    asked = Signal()
    """The question is put, and has to be seen."""
    left = Signal()
    """It has been answered: the keyboard is to go back to where one reads."""

    def __init__(self, session: Session, look: Look, gating: Gating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._gating = session, gating
        self._claim: ClaimId | None = None
        self._asked: ClaimId | None = None
        self._awaited: list[ClaimId] = []
        self._question = GateQuestion(look, self)
        self._short = Words(look, px=12, tone=Tone.CARE, parent=self)
        self._waiver = Field(look, self.tr("Why it is confirmed all the same"), self.tr("A written reason"))
        self._box = Captioned(look, self._waiver)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for widget in (self._question, self._short, self._box):
            rows.addWidget(widget)
        self._question.waived.connect(self._waive)
        self._question.left_open.connect(self.drop)
        self._waiver.written.connect(self._keep_reason)
        gating.judged.connect(self._go_on)

    def show_claim(self, claim: Claim, *, fresh: bool, writable: bool) -> None:
        """Show what a confirmed claim lacks, and the reason for which it is confirmed all the same."""
        self._claim = claim.id
        if self._asked is not None and (fresh or claim.disposition is Disposition.CONFIRMED):
            self._put_away()
        if fresh and claim.id in self._awaited:
            self._ask(claim)
        self._waiver.show_stored(claim.waiver, fresh=fresh)
        self._waiver.setReadOnly(not writable)
        self._show_short(claim)

    def confirm(self, claim: Claim) -> None:
        """Confirm a claim; what is missing is asked about first, and counted first where need be."""
        result = self._gating.judge(claim)
        if result is not None and result.passes:
            self._set_confirmed(claim)
            return
        if result is None and claim.id not in self._awaited:
            self._awaited.append(claim.id)
        self._ask(claim)
        self.asked.emit()
        self._question.focus_reason()

    def drop(self) -> None:
        """Leave the claim as it is."""
        if self._claim in self._awaited:
            self._awaited.remove(self._claim)
        if self._asked is not None:
            self._put_away()

    def settle(self) -> None:
        """Save the reason that is being written."""
        self._waiver.settle()

    def _ask(self, claim: Claim) -> None:
        self._asked = claim.id
        self._question.ask(self._gating.judge(claim))
        self._arrange()

    def _put_away(self) -> None:
        writing = self._question.isAncestorOf(QApplication.focusWidget() or self)
        self._asked = None
        self._question.hide()
        self._arrange()
        if writing:
            self.left.emit()

    def _go_on(self) -> None:
        """Origins have been counted: confirm what was waiting for that, or say what is missing."""
        for id in tuple(self._awaited):
            claim = self._session.claim(id)
            result = self._gating.judge(claim) if claim else GateResult()
            if result is not None:
                self._awaited.remove(id)
                if claim is not None:
                    self._resolve(claim, result)
        shown = self._session.claim(self._claim) if self._claim else None
        if shown is not None:
            self._show_short(shown)

    def _resolve(self, claim: Claim, result: GateResult) -> None:
        if result.passes:
            self._set_confirmed(claim)
        elif claim.id == self._claim:
            self._ask(claim)
        else:
            words = self.tr("Not confirmed: “{claim}”. {missing}")
            self.withheld.emit(words.format(claim=claim.wording, missing=" ".join(result.missing)))

    def _set_confirmed(self, claim: Claim, reason: str = "") -> None:
        stamp = self._session.stamp()
        self._session.do(review.dispose(claim, Disposition.CONFIRMED, stamp, waiver=reason))

    def _waive(self, reason: str) -> None:
        claim = self._session.claim(self._asked) if self._asked else None
        if claim is not None:
            self.drop()
            self._set_confirmed(claim, reason)

    def _show_short(self, claim: Claim) -> None:
        short = self._gating.falls_short(claim)
        words = self.tr("Confirmed, but it lacks what that asks for. {missing}")
        self._short.say(words.format(missing=" ".join(short.missing)) if short else "")
        self._short.setVisible(short is not None)
        self._box.setVisible(bool(claim.waiver) or short is not None)
        self._arrange()

    def _arrange(self) -> None:
        """It takes no room while there is nothing to say."""
        self.setVisible(not (self._question.isHidden() and self._short.isHidden() and self._box.isHidden()))

    def _keep_reason(self, text: str) -> None:
        claim = self._session.claim(self._claim) if self._claim else None
        if claim is not None and claim.disposition is Disposition.CONFIRMED:
            self._session.do(review.waive(claim, text, self._session.stamp()))
