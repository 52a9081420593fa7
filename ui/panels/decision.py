"""What the desk makes of a claim: disposition, verdict, conclusion, note, and the claimant's answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.models.signs import Sign, disposition_sign, step_sign
from ui.panels.buttons import LinkButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.field import Captioned, Field
from ui.panels.keys import Keys
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import review
from workbench.model import Claim, ClaimId, Disposition, VerdictId


class DecisionForm(QWidget):
    """Two scales, two controls. Every edit is one change, made when the writer pauses or moves on."""

    def __init__(self, session: Session, look: Look, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._claim: ClaimId | None = None
        self._disposition = ChoiceButton(look, self.tr("Disposition"))
        self._verdict = ChoiceButton(look, self.tr("Verdict"))
        self._conclusion = Field(look, self.tr("Conclusion"), self.tr("One sentence that sums it up"))
        self._note = Field(look, self.tr("Note for the desk"), self.tr("What the desk should know"))
        self._answer = Field(look, self.tr("The claimant’s answer"), self.tr("In their own words"))
        self._add_answer = LinkButton(look, self.tr("Add the claimant’s answer"))
        self._fields = (self._conclusion, self._note, self._answer)
        self._boxes = tuple(Captioned(look, field) for field in self._fields)
        self.show_keys(keys)
        self._build()
        self._connect()

    def show_keys(self, keys: Keys) -> None:
        """Offer dispositions and the steps of the case's scale, each with the key that sets it."""
        dispositions = [
            Choice[object](item, disposition_sign(item), "", keys.get(item, "")) for item in Disposition
        ]
        self._disposition.set_choices(dispositions)
        steps = [
            Choice[object](step.key, step_sign(step), step.definition, keys.get(place, ""))
            for place, step in enumerate(review.SCALES[self._scale()], 1)
        ]
        self._verdict.set_choices([*steps, Choice[object](None, self._no_verdict())])

    def show_claim(self, claim: Claim) -> None:
        """Show a claim; what is still being written about another one is saved first."""
        fresh = claim.id != self._claim
        if fresh:
            self.settle()
        self._claim = claim.id
        verdict = self._session.verdict(claim.id)
        self._disposition.show_choice(claim.disposition, disposition_sign(claim.disposition))
        self._verdict.show_choice(verdict.step if verdict else None, self._no_verdict())
        self._conclusion.show_stored(verdict.conclusion if verdict else "", fresh=fresh)
        self._note.show_stored(claim.note, fresh=fresh)
        self._answer.show_stored(claim.answer, fresh=fresh)
        self._show_answer(bool(claim.answer) or (not fresh and self._answer.isVisibleTo(self)))
        self._allow(self._session.store.read_only is None, bool(verdict))

    def settle(self) -> None:
        """Save what is being written, now."""
        for field in self._fields:
            field.settle()

    def write_note(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_conclusion(self) -> bool:
        """Put the cursor into the conclusion; False while there is no verdict."""
        claim = self._current()
        if claim is None or self._session.verdict(claim.id) is None:
            return False
        self._conclusion.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def write_answer(self) -> None:
        """Open the claimant's answer and put the cursor into it."""
        self._show_answer(True)
        self._answer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_disposition(self, disposition: Disposition) -> None:
        """Set the working disposition."""
        claim = self._current()
        if claim is not None and claim.disposition is not disposition:
            self._session.do(review.dispose(claim, disposition, self._session.stamp()))

    def set_verdict(self, step: str | None) -> None:
        """Give a verdict; None takes it back."""
        self._conclusion.settle()
        claim, session = self._current(), self._session
        given = session.verdict(claim.id) if claim else None
        if claim is None or (given.step if given else None) == step:
            return
        if step is not None:
            words, id = given.conclusion if given else "", VerdictId(session.new_id())
            session.do(review.decide(claim, given, step, words, id, session.stamp()))
        elif given is not None:
            session.do(review.withdraw(given, session.stamp()))

    def _build(self) -> None:
        choices = QGridLayout()
        choices.setHorizontalSpacing(8)
        choices.setVerticalSpacing(4)
        for column, (word, button) in enumerate(
            ((self.tr("Disposition"), self._disposition), (self.tr("Verdict"), self._verdict))
        ):
            choices.addWidget(Words(self._look, word, px=11, strong=True, tone=Tone.MUTED), 0, column)
            choices.addWidget(button, 1, column)
            choices.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(choices)
        for box in self._boxes:
            rows.addWidget(box)
        rows.addWidget(self._add_answer, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._disposition.picked.connect(self.set_disposition)
        self._verdict.picked.connect(self.set_verdict)
        self._conclusion.written.connect(self._keep_conclusion)
        self._note.written.connect(self._keep_note)
        self._answer.written.connect(self._keep_answer)
        self._add_answer.clicked.connect(self.write_answer)

    def _allow(self, writable: bool, has_verdict: bool) -> None:
        for button in (self._disposition, self._verdict, self._add_answer):
            button.setEnabled(writable)
        for field in self._fields:
            field.setReadOnly(not writable)
        self._boxes[0].setVisible(has_verdict)

    def _show_answer(self, shown: bool) -> None:
        self._boxes[2].setVisible(shown)
        self._add_answer.setVisible(not shown)

    def _keep_conclusion(self, text: str) -> None:
        claim, session = self._current(), self._session
        given = session.verdict(claim.id) if claim else None
        if claim is not None and given is not None and given.conclusion != text:
            session.do(review.decide(claim, given, given.step, text, given.id, session.stamp()))

    def _keep_note(self, text: str) -> None:
        claim = self._current()
        if claim is not None and claim.note != text:
            self._session.do(review.annotate(claim, self._session.stamp(), note=text))

    def _keep_answer(self, text: str) -> None:
        claim = self._current()
        if claim is not None and claim.answer != text:
            self._session.do(review.annotate(claim, self._session.stamp(), answer=text))

    def _current(self) -> Claim | None:
        """The claim the form shows, as it stands now; None when it has left the case."""
        return self._session.claim(self._claim) if self._claim else None

    def _scale(self) -> str:
        case = self._session.case()
        return case.scale if case else next(iter(review.SCALES))

    def _no_verdict(self) -> Sign:
        return Sign(self.tr("No verdict"), "circle-dashed", Tone.MUTED)
