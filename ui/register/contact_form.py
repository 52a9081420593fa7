"""Asks when somebody was in touch with a source, how, what was asked and what they answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form
from ui.register.remark import Remark
from ui.register.signs import channel_word, reply_sign
from workbench.days import lies_ahead, typed_day
from workbench.model import Channel, Claim, ClaimId, Contact, ContactId, Reply, SourceId
from workbench.register import clean_name

_SHORT = 70


@dataclass(frozen=True, slots=True)
class Met:
    """A contact, and the name of whom it was with; `contact.source` is who that was before."""

    name: str
    contact: Contact

    def with_source(self, source: SourceId) -> Contact:
        """The contact with this source."""
        return replace(self.contact, source=source)


class ContactForm(Form):
    """Answers `Met`: a new contact, or the one given as corrected. Of `names`, those typed are offered.

    `tells` says whether a text gives a protected source away, as far as that can be known.
    """

    def __init__(
        self,
        names: Sequence[str],
        name: str,
        claims: Sequence[Claim],
        contact: Contact,
        today: date,
        tells: Callable[[str], bool],
        parent: QWidget | None = None,
        *,
        new: bool = True,
    ) -> None:
        super().__init__(parent)
        self._contact, self._today, self._tells = contact, today, tells
        title = self.tr("Log a contact") if new else self.tr("Contact")
        self.say(title, self.tr("Also when nobody was reached: that you tried counts."), self.tr("Save"))
        self._name = self.add_line(self.tr("With whom"), name, self.tr("Abena Mensah, or the press office"))
        self._name.setCompleter(_completer(names, self))
        self._by = self.add_line(self.tr("By"), contact.by)
        self._at = self.add_line(self.tr("When"), contact.at.replace("T", " "), "2026-03-14 16:30")
        self._channel = Box(
            [(_capital(channel_word(channel)), channel) for channel in Channel], contact.channel, self
        )
        self.add_row(self.tr("How"), self._channel)
        none: tuple[str, ClaimId | None] = (self.tr("No claim in particular"), None)
        elsewhere = (self.tr("A claim of another text"), contact.claim)
        others = [elsewhere] if contact.claim and contact.claim not in {one.id for one in claims} else []
        numbered = [
            (f"{number}  {_short(claim.wording)}", claim.id) for number, claim in enumerate(claims, 1)
        ]
        self._claim = Box([none, *numbered, *others], contact.claim, self)
        self.add_row(self.tr("About"), self._claim)
        self._asked = self.add_lines(self.tr("Asked"), contact.asked, height=64)
        self._answer = self.add_lines(
            self.tr("Answer"), contact.answer, self.tr("In their own words, as far as you can"), height=80
        )
        usual: tuple[str, Reply | None] = (self.tr("Not about the right of reply"), None)
        replies = [(reply_sign(reply).word, reply) for reply in Reply]
        self._reply = Box([usual, *replies], contact.reply, self)
        self.add_row(self.tr("Right of reply"), self._reply)
        self._problem = Remark(self, lines=2)
        for line in (self._name, self._by, self._at):
            line.textChanged.connect(self.watch)
        for lines in (self._asked, self._answer):
            lines.textChanged.connect(self.watch)
        for box in (self._claim, self._reply):
            box.currentIndexChanged.connect(self.watch)
        self._answer.textChanged.connect(self._follow_answer)
        self.watch()

    def answer(self) -> Met | None:
        """The contact; None while it has no date that can be, or nothing was asked or answered."""
        at = typed_day(self._at.text())
        asked, answer = self._asked.toPlainText().strip(), self._answer.toPlainText().strip()
        by = clean_name(self._by.text())
        if self._objection() or at is None:
            return None
        contact = Contact(
            ContactId(self._contact.id),
            self._contact.source,
            by,
            at,
            self._channel.chosen(),
            asked,
            answer,
            self._claim.chosen(),
            self._reply.chosen() if self._claim.chosen() else None,
        )
        return Met(clean_name(self._name.text()), contact)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with whom, where that is open, else with what was asked; the rest is as it mostly is."""
        super().showEvent(event)
        if self._name.text():
            self._asked.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def watch(self, *_: object) -> None:
        """Say what is missing, and switch the button on when nothing is."""
        self._reply.setEnabled(self._claim.chosen() is not None)
        self._problem.setText(self._objection())
        super().watch()

    def _objection(self) -> str:
        if not clean_name(self._name.text()):
            return self.tr("Say with whom. Whoever is not in the register yet is taken into it.")
        at = typed_day(self._at.text())
        if at is None:
            return self.tr(
                "Give the date as 2026-03-14, with 16:30 after it if you know the time; 2026-03 will do."
            )
        if lies_ahead(at, self._today):
            return self.tr("This date lies ahead. Log a contact once it was made.")
        if not clean_name(self._by.text()):
            return self.tr("Say who of the desk it was.")
        if not self._asked.toPlainText().strip() and not self._answer.toPlainText().strip():
            return self.tr("Write what was asked, or what they said.")
        if self._tells(f"{self._asked.toPlainText()}\n{self._answer.toPlainText()}"):
            return self.tr("This holds the real name of a protected source. Use the code name.")
        return ""

    def _follow_answer(self) -> None:
        """An answer to somebody accused who had been asked for a reply is that reply."""
        if self._reply.chosen() is Reply.ASKED and self._answer.toPlainText().strip():
            self._reply.choose(Reply.GIVEN)


def _completer(names: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(names), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHORT else flat[: _SHORT - 1].rstrip() + "…"
