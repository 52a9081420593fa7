"""When the desk was in touch with a source: one card for each contact."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Stack, emptied
from ui.panels.words import Chip, Words
from ui.register.section import Section
from ui.register.signs import contact_line, reply_sign
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench import register
from workbench.model import Claim, Contact, Source

_MOST = 8
"""So many contacts are shown until the earlier ones are asked for."""
_SHORT = 60
"""So much of a claim's words is shown on a contact."""


class ContactsSection(Section):
    """The log of one source, the last contact first."""

    log_wanted = Signal()
    edit_wanted = Signal(object)
    """The `Contact` to correct."""
    claim_chosen = Signal(object)
    """The `ClaimId` to go to."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.title.say(self.tr("Contacts"))
        self._shown: tuple[object, ...] | None = None
        self._whole = False
        self._earlier = LinkButton(look)
        self._list = QWidget()
        self._cards = Stack(self._list, gap=8)
        self._none = Words(look, self.tr("Nobody has been in touch yet."), px=12, tone=Tone.MUTED)
        self._log = QPushButton(beside_icon(self.tr("Log a contact…")))
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._log)
        row.addStretch()
        for part in (self._none, self._list, self._earlier, tools):
            self.rows.addWidget(part)
        self._log.setAutoDefault(False)
        self._log.clicked.connect(self.log_wanted)
        self._earlier.clicked.connect(self._show_whole)
        look.changed.connect(self._tint)
        self._tint()

    def show_source(self, source: Source, *, fresh: bool) -> None:
        """Show its contacts; of many, the earlier ones only when asked for."""
        self._id = source.id
        self._whole = self._whole and not fresh
        every = tuple(reversed(self._session.contacts(source.id)))
        contacts = every if self._whole else every[:_MOST]
        self._earlier.setVisible(len(contacts) < len(every))
        self._earlier.say(self.tr("Show {count} earlier").format(count=len(every) - len(contacts)))
        claims = tuple(self._session.claim(item.claim) if item.claim else None for item in contacts)
        self._none.setVisible(not contacts)
        self._list.setVisible(bool(contacts))
        self._log.setEnabled(self.writable)
        if (contacts, claims, self.writable) == self._shown:
            return
        self._shown = (contacts, claims, self.writable)
        for widget in emptied(self._cards):
            widget.hide()
            widget.deleteLater()
        for contact, claim in zip(contacts, claims, strict=True):
            self._cards.addWidget(self._card(contact, claim))

    def _card(self, contact: Contact, claim: Claim | None) -> ContactCard:
        card = ContactCard(self._look, contact, claim, self)
        card.edit.clicked.connect(partial(self.edit_wanted.emit, contact))
        card.cross.clicked.connect(partial(self._strike, contact))
        card.edit.setVisible(self.writable)
        card.cross.setVisible(self.writable)
        if claim is not None:
            card.about.clicked.connect(partial(self.claim_chosen.emit, claim.id))
        return card

    def _show_whole(self) -> None:
        self._whole = True
        if source := self.source():
            self.show_source(source, fresh=False)

    def _strike(self, contact: Contact) -> None:
        self.do(register.strike(contact, self._session.stamp()))

    def _tint(self) -> None:
        self._log.setIcon(self._look.icon("message-square"))


class ContactCard(QWidget):
    """One contact: when and how, the claim it was about, what was asked and answered."""

    def __init__(self, look: Look, contact: Contact, claim: Claim | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.edit, self.cross, self.about = QToolButton(), QToolButton(), LinkButton(look)
        self.edit.setToolTip(self.tr("Correct this contact, or write down the answer"))
        self.cross.setToolTip(self.tr("Take this contact out of the log"))
        for button in (self.edit, self.cross):
            button.setAccessibleName(button.toolTip())
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Words(look, contact_line(contact), px=12, strong=True, tone=Tone.MUTED), 1)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 8, 10)
        rows.setSpacing(5)
        rows.addLayout(head)
        if contact.reply is not None:
            rows.addWidget(Chip(look, reply_sign(contact.reply)), 0, Qt.AlignmentFlag.AlignLeft)
        if claim is not None:
            self.about.say(self.tr("About: {words}").format(words=_short(claim.wording)))
            rows.addWidget(self.about)
        for text, reading in ((contact.asked, False), (contact.answer, True)):
            if text:
                rows.addWidget(Words(look, text, px=14 if reading else 13, reading=reading))
        if not contact.answer:
            rows.addWidget(Words(look, self.tr("No answer noted."), px=12, tone=Tone.MUTED))
        self.setAccessibleName(". ".join((contact_line(contact), contact.asked, contact.answer)))
        look.changed.connect(self._tint)
        self._tint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card's ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.theme.line)
        painter.setBrush(self._look.theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _tint(self) -> None:
        self.edit.setIcon(self._look.icon("pencil", Tone.MUTED))
        self.cross.setIcon(self._look.icon("x", Tone.MUTED))
        self.update()


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHORT else flat[: _SHORT - 1].rstrip() + "…"
