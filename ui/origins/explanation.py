"""The origins of a claim laid open, each with its documents and the editor's word on them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.origins.count_dialog import CountDialog, Wanted
from ui.origins.document_row import DocumentRow
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
        self._rows = Stack(self, gap=10)
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
        for words in explained.interests:
            self._rows.addWidget(Words(self._look, words, px=12, tone=Tone.CARE, parent=self))
        for group in explained.groups:
            self._add(group)
        self._rows.invalidate()
        self._focus(kept)

    def rows(self) -> list[DocumentRow]:
        """A row for each document, in the order shown."""
        widgets = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = [item.widget() for item in widgets if item is not None]
        return [widget for widget in found if isinstance(widget, DocumentRow)]

    def _add(self, group: OriginGroup) -> None:
        heading = f"{group.number}  {group.heading}" if group.number else group.heading
        self._rows.addWidget(Words(self._look, heading, px=13, strong=True, tone=group.tone, parent=self))
        if group.note:
            self._rows.addWidget(Words(self._look, group.note, px=12, tone=Tone.CARE, parent=self))
        for counted in group.documents:
            row = DocumentRow(
                counted, self._look, writable=self._session.store.read_only is None, parent=self
            )
            row.opened.connect(self.open_passage)
            row.apart_wanted.connect(self._ask_apart)
            row.together_wanted.connect(self._ask_together)
            row.traced_wanted.connect(self._as_traced)
            self._rows.addWidget(row)

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
