"""The signatures under the draft: where they stand, what has changed since, the way to give or take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.models.dates import date_words, moment_words
from ui.models.opening_words import part_word, state_sign
from ui.models.person_words import person_words
from ui.panels.buttons import LinkButton
from ui.panels.flow import Flow, Stack
from ui.panels.words import Chip, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId, Hand, SignOff
from workbench.signed_since import Since
from workbench.signing import Signed, State

_SHOWN = 6
"""Steps since the signature that are listed."""


class SignatureSection(QWidget):
    """Tells the state in a chip and a few lines; changes nothing itself."""

    sign_wanted = Signal()
    reopen_wanted = Signal()
    claim_wanted = Signal(object)
    """The `ClaimId` that a step after the signature was about."""
    history_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = Chip(look)
        self._told = Words(look)
        self._changed = Words(look, tone=Tone.BAD)
        self._steps = QWidget()
        self._step_rows = Stack(self._steps, gap=0)
        self._note = Words(look, px=12, tone=Tone.MUTED)
        self.sign = QPushButton(self.tr("Sign…"))
        self.reopen = QPushButton(self.tr("Reopen…"))
        self._history = LinkButton(look, self.tr("See the whole history"))
        self._links: list[StepLink] = []
        self._lay_out()
        self.sign.clicked.connect(self.sign_wanted)
        self.reopen.clicked.connect(self.reopen_wanted)
        self._history.clicked.connect(self.history_wanted)

    def show_signed(
        self, signed: Signed, since: Sequence[Since], numbers: Mapping[ClaimId, int], *, writable: bool
    ) -> None:
        """Show where the signatures stand. `numbers` are the badges of the claims that are shown."""
        self._state.show_sign(state_sign(signed.state))
        self._told.say(told(signed))
        self._changed.say(self._what_changed(signed))
        self._changed.setVisible(bool(self._changed.text()))
        self._show_steps(since, numbers)
        notes = [one.note for one in signed.signatures if one.note]
        self._note.say(
            self.tr("Why it was signed with things left open: {note}").format(note=" ".join(notes))
        )
        self._note.setVisible(bool(notes))
        self._show_buttons(signed, writable=writable)

    def _show_buttons(self, signed: Signed, *, writable: bool) -> None:
        can_sign = signed.state in (State.UNSIGNED, State.SIGNED, State.OUTDATED)
        second = self.tr("Sign as the second person…")
        self.sign.setText(second if signed.state is State.SIGNED else self.tr("Sign…"))
        self.sign.setVisible(can_sign)
        self.reopen.setVisible(bool(signed.signatures) and signed.state is not State.OUTDATED)
        self.sign.setEnabled(writable)
        self.reopen.setEnabled(writable)

    def _what_changed(self, signed: Signed) -> str:
        if signed.state is not State.CHANGED:
            return ""
        if signed.cut:
            return self.tr(
                "The history does not hold what was signed: it was cut or rewritten. "
                "Compare the head printed in the report with this case."
            )
        parts = [part_word(part) for part in signed.changed]
        if not parts:
            return self.tr("The checker’s signature is missing.")
        last = parts.pop()
        joined = self.tr("{parts} and {last}").format(parts=", ".join(parts), last=last) if parts else last
        words = self.tr("No longer as signed: {parts}. Undo the changes, and the signature fits again.")
        return words.format(parts=joined)

    def _show_steps(self, since: Sequence[Since], numbers: Mapping[ClaimId, int]) -> None:
        shown = since[-_SHOWN:][::-1]
        while len(self._links) < len(shown):
            link = StepLink(self._look, self._steps)
            link.claim_wanted.connect(self.claim_wanted)
            self._step_rows.addWidget(link)
            self._links.append(link)
        for number, link in enumerate(self._links):
            link.setVisible(number < len(shown))
            if number < len(shown):
                link.show_step(shown[number], numbers)
        self._steps.setVisible(bool(shown))
        self._history.setVisible(bool(since))

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = Flow(buttons, gap=8)
        row.addWidget(self.sign)
        row.addWidget(self.reopen)
        head = QWidget()
        Flow(head).addWidget(self._state)
        foot = QWidget()
        Flow(foot).addWidget(self._history)
        rows = Stack(self, gap=8)
        for part in (head, self._told, self._changed, self._steps, foot, self._note, buttons):
            rows.addWidget(part)


class StepLink(LinkButton):
    """One step after the signature; leads to the claim it was about."""

    claim_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._claim: ClaimId | None = None
        self.clicked.connect(self._follow)

    def show_step(self, step: Since, numbers: Mapping[ClaimId, int]) -> None:
        """Show another one."""
        known = [claim for claim in step.claims if claim in numbers]
        self._claim = known[0] if len(known) == 1 else None
        label = self.tr("Undone: {label}").format(label=step.label) if step.undone else step.label
        if self._claim is not None:
            words = self.tr("{label}, claim {number}")
            label = words.format(label=label, number=numbers[self._claim])
        self.say(label, f" · {person_words(step.by)}, {_short(step.at)}")
        self.setEnabled(self._claim is not None)
        self.setToolTip(f"{label} · {person_words(step.by)}, {moment_words(step.at)}")

    def _follow(self) -> None:
        if self._claim is not None:
            self.claim_wanted.emit(self._claim)


def told(signed: Signed) -> str:
    """Who signed which draft when, a line for each signature."""
    if not signed.signatures:
        return _said("Nobody has signed draft {draft} yet.").format(draft=signed.latest)
    lines = [_line(one, signed) for one in signed.signatures]
    if signed.state is State.OUTDATED:
        words = _said("Signed for draft {signed}; draft {latest} is here.")
        lines.append(words.format(signed=signed.draft, latest=signed.latest))
    lines += (_said("Nothing in this case is by {name}.").format(name=name) for name in signed.strangers)
    return "\n".join(lines)


def _line(one: SignOff, signed: Signed) -> str:
    who = _said("Checker: {name}, {when}") if one.hand is Hand.CHECKER else _said("Second: {name}, {when}")
    words = who.format(name=person_words(one.by), when=moment_words(one.at))
    return f"{words} · {_said('draft {number}').format(number=signed.draft)}"


def _short(at: datetime) -> str:
    """The time of day for what was done today, else the day."""
    local = at.astimezone()
    today = local.date() == datetime.now().astimezone().date()
    return f"{local:%H:%M}" if today else date_words(local.date().isoformat())


def _said(words: str) -> str:
    return QCoreApplication.translate("Signatures", words)
