"""The origins of a claim laid open, each with its documents and the editor's word on them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.origins.count_dialog import CountDialog, Wanted
from ui.origins.document_row import DocumentRow
from ui.origins.group_card import GroupCard
from ui.origins.groups import Counted, Explained, OriginGroup
from ui.panels.flow import Stack, emptied
from ui.panels.words import Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId, DocumentId, RulingId
from workbench.tracing.rulings import count_apart, count_together, withdraw


class Explanation(QWidget):
    """Shows what `explained` tells. Whatever the editor says of it is a change like any other."""

    open_passage = Signal(object)
    """A `Passage` to show in its document."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._claim: ClaimId | None = None
        self._shown: tuple[ClaimId, Explained] | None = None
        self._cards: list[GroupCard] = []
        self._rows = Stack(self, gap=8)
        self._rows.setContentsMargins(0, 4, 0, 4)

    def show_origins(self, claim: ClaimId, explained: Explained) -> None:
        """Show the origins of a claim."""
        self._claim = claim
        if (claim, explained) == self._shown:
            return
        kept = self._focused()
        self._shown = claim, explained
        for widget in emptied(self._rows):
            widget.hide()
            widget.deleteLater()
        self._cards = []
        for words in explained.interests:
            self._rows.addWidget(Words(self._look, words, px=12, tone=Tone.CARE, parent=self))
        for group in explained.groups:
            self._add(group)
        self._rows.invalidate()
        self._focus(kept)

    def follow(self, widget: QWidget) -> None:
        """Let the keyboard come here from a widget, and go through the documents in order."""
        for row in self.rows():
            for button in row.buttons():
                QWidget.setTabOrder(widget, button)
                widget = button

    def rows(self) -> list[DocumentRow]:
        """A row for each document, in the order shown."""
        return [row for card in self._cards for row in card.documents]

    def _add(self, group: OriginGroup) -> None:
        writable = self._session.store.read_only is None
        card = GroupCard(group, self._look, writable=writable, parent=self)
        for row in card.documents:
            row.opened.connect(self.open_passage)
            row.apart_wanted.connect(self._ask_apart)
            row.together_wanted.connect(self._ask_together)
            row.traced_wanted.connect(self._as_traced)
        self._cards.append(card)
        self._rows.addWidget(card)

    def _ask_apart(self, counted: Counted) -> None:
        self._ask(counted, [])

    def _ask_together(self, counted: Counted) -> None:
        others = [row.counted for row in self.rows() if row.counted.document != counted.document]
        if others:
            self._ask(counted, [(other.document, _told(other)) for other in others])

    def _ask(self, counted: Counted, others: list[tuple[DocumentId, str]]) -> None:
        dialog = CountDialog(counted.title, others, self.window())
        dialog.answered.connect(partial(_rule, self._session, self._claim, counted.document))
        dialog.open()

    def _as_traced(self, counted: Counted) -> None:
        ruling, session = counted.ruling, self._session
        if ruling is not None:
            change = withdraw(ruling.document, ruling.claim, session.rulings(), session.stamp())
            session.do(change)

    def _focused(self) -> DocumentId | None:
        return next(
            (row.counted.document for row in self.rows() if row.isAncestorOf(self.focusWidget())), None
        )

    def _focus(self, document: DocumentId | None) -> None:
        """Give the keyboard back to the document it was on."""
        for row in self.rows():
            if row.counted.document == document:
                row.count.setFocus()


def _rule(session: Session, claim: ClaimId | None, document: DocumentId, wanted: Wanted) -> None:
    about = None if wanted.everywhere else claim
    known, id, stamp = session.rulings(), RulingId(session.new_id()), session.stamp()
    if wanted.joined is None:
        session.do(count_apart(document, about, known, id, stamp, reason=wanted.reason))
    else:
        session.do(count_together(document, wanted.joined, about, known, id, stamp, reason=wanted.reason))


def _told(counted: Counted) -> str:
    return f"{counted.title} ({counted.imprint})" if counted.imprint else counted.title
