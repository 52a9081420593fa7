"""What the desk makes of a claim: disposition, verdict, conclusion, note, and the claimant's answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.gating import Gating
from ui.models.signs import Sign, disposition_sign, step_sign
from ui.panels.buttons import LinkButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.confirming import Confirming
from ui.panels.field import Captioned, Field
from ui.panels.keys import Keys
from ui.panels.owing import Owing
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import review
from workbench.model import Claim, ClaimId, Disposition, ScaleId, Verdict, VerdictId


class DecisionForm(QWidget):
    """Two scales, two controls. Every edit is one change, made when the writer pauses or moves on."""

    withheld = Signal(str)
    """A sentence: a claim that is no longer shown was not confirmed, and why."""
    asked = Signal()
    """A question is put before the claim is confirmed, and has to be seen."""
    left = Signal()
    """It has been answered: the keyboard is to go back to where one reads."""

    def __init__(
        self, session: Session, look: Look, keys: Keys, gating: Gating, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._look, self._keys = session, look, keys
        self._claim: ClaimId | None = None
        self._disposition = ChoiceButton(look, self.tr("Disposition"))
        self._verdict = ChoiceButton(look, self.tr("Verdict"))
        self._confirming = Confirming(session, look, gating)
        self._owing = Owing(session, look)
        self._own = Field(look, self.tr("Verdict"), self.tr("In the desk’s own words, in one line"))
        self._conclusion = Field(look, self.tr("Conclusion"), self.tr("One sentence that sums it up"))
        self._note = Field(look, self.tr("Note for the desk"), self.tr("What the desk should know"))
        self._answer = Field(look, self.tr("The claimant’s answer"), self.tr("In their own words"))
        self._add_answer = LinkButton(look, self.tr("Add the claimant’s answer"))
        self._fields = (self._own, self._conclusion, self._note, self._answer)
        self._boxes = {field: Captioned(look, field) for field in self._fields}
        self.show_keys(keys)
        self._build()
        self._connect()

    def show_keys(self, keys: Keys) -> None:
        """Offer dispositions and the steps of the case's scale, each with the key that sets it."""
        self._keys = keys
        dispositions = [
            Choice[object](item, disposition_sign(item), "", keys.get(item, "")) for item in Disposition
        ]
        self._disposition.set_choices(dispositions)
        self._offer_steps()

    def show_claim(self, claim: Claim) -> None:
        """Show a claim; what is still being written about another one is saved first."""
        fresh = claim.id != self._claim
        if fresh:
            self.settle()
        self._claim = claim.id
        writable = self._session.store.read_only is None
        verdict = self._session.verdict(claim.id)
        self._disposition.show_choice(claim.disposition, disposition_sign(claim.disposition))
        self._confirming.show_claim(claim, fresh=fresh, writable=writable)
        self._owing.show_claim(claim, fresh=fresh, writable=writable)
        self._owing.setVisible(claim.disposition in review.WAITING)
        self._show_verdict(verdict, fresh=fresh)
        self._note.show_stored(claim.note, fresh=fresh)
        self._answer.show_stored(claim.answer, fresh=fresh)
        self._show_answer(bool(claim.answer) or (not fresh and self._answer.isVisibleTo(self)))
        self._allow(writable)

    def settle(self) -> None:
        """Save what is being written, now."""
        self._owing.settle()
        self._confirming.settle()
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

    def write_verdict(self) -> None:
        """Put the cursor into the verdict, where that is in the desk's own words."""
        self._own.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write_owner(self) -> bool:
        """Put the cursor where one says who owes it; False while nothing is owed."""
        claim = self._current()
        if claim is None or claim.disposition not in review.WAITING:
            return False
        self._owing.focus_owner()
        return True

    def write_answer(self) -> None:
        """Open the claimant's answer and put the cursor into it."""
        self._show_answer(True)
        self._answer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_disposition(self, disposition: Disposition) -> None:
        """Set the working disposition; one that confirms has to pass the gate of its claim first."""
        claim = self._current()
        if claim is None or claim.disposition is disposition:
            self._confirming.drop()
        elif disposition is Disposition.CONFIRMED:
            self._confirming.confirm(claim)
        else:
            self._confirming.drop()
            self._session.do(review.dispose(claim, disposition, self._session.stamp()))
            self._ask_owner(disposition)

    def set_verdict(self, step: str | None) -> None:
        """Give a verdict of the case's scale; None takes it back."""
        self._conclusion.settle()
        claim, session = self._current(), self._session
        given, scale = session.verdict(claim.id) if claim else None, session.scale().id
        if claim is None or _key(given) == (None if step is None else (scale, step)):
            return
        if step is not None:
            words, id = given.conclusion if given else "", VerdictId(session.new_id())
            session.do(review.decide(claim, given, step, words, id, session.stamp(), scale=scale))
        elif given is not None:
            session.do(review.withdraw(given, session.stamp()))

    def _ask_owner(self, disposition: Disposition) -> None:
        """Who chose from the menu with the mouse goes on to say who owes it; the keyboard stays put."""
        if disposition in review.WAITING and self._disposition.hasFocus():
            self._owing.focus_owner()

    def _offer_steps(self) -> None:
        scale = self._session.scale()
        steps = [
            Choice[object]((scale.id, step.key), step_sign(step), step.definition, self._keys.get(place, ""))
            for place, step in enumerate(self._session.steps(), 1)
        ]
        self._verdict.set_choices([*steps, Choice[object](None, self._no_verdict())])

    def _show_verdict(self, verdict: Verdict | None, *, fresh: bool) -> None:
        scale, steps = self._session.scale(), self._session.steps()
        self._offer_steps()
        given = self._session.given_step(verdict.claim) if verdict else None
        self._verdict.show_choice(_key(verdict), step_sign(given) if given else self._no_verdict())
        of_scale = verdict is not None and verdict.scale == scale.id
        self._own.show_stored(verdict.step if verdict and of_scale and not steps else "", fresh=fresh)
        self._conclusion.show_stored(verdict.conclusion if verdict else "", fresh=fresh)
        self._boxes[self._own].setVisible(not steps)
        self._boxes[self._conclusion].setVisible(verdict is not None)
        self._verdict_word.say(self.tr("Verdict") if steps else self.tr("Given before"))
        for widget in (self._verdict, self._verdict_word):
            widget.setVisible(bool(steps) or (verdict is not None and not of_scale))

    def _build(self) -> None:
        choices = QGridLayout()
        choices.setHorizontalSpacing(8)
        choices.setVerticalSpacing(4)
        words = (self.tr("Disposition"), self.tr("Verdict"))
        captions = [Words(self._look, word, px=11, strong=True, tone=Tone.MUTED) for word in words]
        self._verdict_word = captions[1]
        for column, button in enumerate((self._disposition, self._verdict)):
            choices.addWidget(captions[column], 0, column)
            choices.addWidget(button, 1, column)
            choices.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(choices)
        for part in (self._confirming, self._owing, *self._boxes.values()):
            rows.addWidget(part)
        rows.addWidget(self._add_answer, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._disposition.picked.connect(self.set_disposition)
        self._confirming.withheld.connect(self.withheld)
        self._confirming.asked.connect(self.asked)
        self._confirming.left.connect(self.left)
        self._verdict.picked.connect(self._pick_verdict)
        self._owing.owed.connect(self._keep_owing)
        self._own.written.connect(self._keep_own)
        self._conclusion.written.connect(self._keep_conclusion)
        self._note.written.connect(self._keep_note)
        self._answer.written.connect(self._keep_answer)
        self._add_answer.clicked.connect(self.write_answer)

    def _allow(self, writable: bool) -> None:
        for button in (self._disposition, self._verdict, self._add_answer):
            button.setEnabled(writable)
        for field in self._fields:
            field.setReadOnly(not writable)

    def _show_answer(self, shown: bool) -> None:
        self._boxes[self._answer].setVisible(shown)
        self._add_answer.setVisible(not shown)

    def _pick_verdict(self, picked: tuple[ScaleId, str] | None) -> None:
        self.set_verdict(picked[1] if picked else None)

    def _keep_owing(self, owner: str, due: str | None) -> None:
        claim = self._current()
        if claim is not None and claim.disposition in review.WAITING:
            self._session.do(review.owe(claim, owner, due, self._session.stamp()))

    def _keep_own(self, text: str) -> None:
        """A verdict in the desk's own words, on one line; without words it is taken back."""
        words = " ".join(text.split())
        claim = self._current()
        given = self._session.verdict(claim.id) if claim else None
        if not self._session.steps() and (words or _key(given) is not None):
            self.set_verdict(words or None)

    def _keep_conclusion(self, text: str) -> None:
        claim, session = self._current(), self._session
        given = session.verdict(claim.id) if claim else None
        if claim is not None and given is not None and given.conclusion != text:
            stamp = session.stamp()
            session.do(review.decide(claim, given, given.step, text, given.id, stamp, scale=given.scale))

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

    def _no_verdict(self) -> Sign:
        return Sign(self.tr("No verdict"), "circle-dashed", Tone.MUTED)


def _key(verdict: Verdict | None) -> tuple[ScaleId, str] | None:
    """Which step of which scale a verdict is: two scales may both have a step "true"."""
    return (verdict.scale, verdict.step) if verdict else None
