"""What one source is credited with, and where its own text is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.credited_rows import credited_rows
from ui.models.found_rows import FoundRow
from ui.models.named_documents import document_candidates
from ui.models.rows import Column, Rows
from ui.models.source_rows import Credited, SourceRow
from ui.panels.buttons import LinkButton
from ui.panels.found_delegate import FoundDelegate
from ui.panels.grounds import plain_list
from ui.panels.words import Words
from ui.session import Session
from ui.text.layer import Lit
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import DocumentId


class CreditedWords(QWidget):
    """Lists the words a source is credited with; choosing some shows them in their text."""

    revealed = Signal(object)
    """The `Span` of the story to bring into view."""
    lit = Signal(object)
    """The `Lit` words of the story."""
    open_passage = Signal(object)
    """A `Passage` of another document."""
    open_document = Signal(object)
    """The `DocumentId` of the source's own text."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._own_text: DocumentId | None = None
        self._credited: dict[str, Credited] = {}
        self._open = LinkButton(look)
        self._hint = Words(look, px=12, tone=Tone.MUTED)
        self._list = plain_list(self.tr("What the source is credited with"))
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._build()

    def show_chosen(self, rows: list[SourceRow], *, mergeable: bool) -> None:
        """Show what one source is credited with; of several, what can be done with them."""
        one = rows[0] if len(rows) == 1 else None
        listed = credited_rows(self._session, one) if one else []
        self._credited = {row.key: item for item, row in listed}
        self._model.show_rows([row for _, row in listed])
        self._list.scheduleDelayedItemsLayout()
        self._hint.setVisible(not listed)
        self._hint.say(self._advice(len(rows), mergeable=mergeable))
        self._offer_own_text(one)

    def rows(self) -> tuple[FoundRow, ...]:
        """What is listed."""
        return self._model.rows()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the list."""
        return self._list.hasFocus()

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._look, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._open, self._hint):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        self._open.clicked.connect(self._open_own_text)
        self._list.selectionModel().currentChanged.connect(self._show_place)
        for signal in (self._list.clicked, self._list.activated):
            signal.connect(self._show_place)
        self._look.changed.connect(self._list.viewport().update)

    def _columns(self) -> tuple[Column[FoundRow], ...]:
        return (
            Column(self.tr("Passage"), lambda row: row.text, {Qt.ItemDataRole.AccessibleTextRole: _told}),
        )

    def _offer_own_text(self, row: SourceRow | None) -> None:
        own = document_candidates(self._session, row.name) if row else []
        self._own_text = own[0].id if own else None
        self._open.setVisible(bool(own))
        if own:
            self._open.say(self.tr("Open “{title}”").format(title=own[0].title or self.tr("Untitled")))

    def _show_place(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is None:
            return
        item, story = self._credited[row.key], self._session.story()
        place, source = item.place, item.source
        if story is None or place.document != story.id:
            self.open_passage.emit(place)
            return
        self.revealed.emit(place.span)
        self.lit.emit((Lit(place.span), *([Lit(source, True)] if source else [])))

    def _open_own_text(self) -> None:
        if self._own_text is not None:
            self.open_document.emit(self._own_text)

    def _advice(self, chosen: int, *, mergeable: bool) -> str:
        """What to do while there is nothing to be listed."""
        if chosen == 1:
            return self.tr("No text of the case credits this source.")
        if not chosen:
            return self.tr("Choose a source to see what it is credited with; choose several to merge them.")
        words = self.tr("{count} chosen. Merge them if they are one and the same.")
        if not mergeable:
            words = self.tr("{count} chosen. Persons can be merged with persons, bodies with bodies.")
        return words.format(count=chosen)


def _told(row: FoundRow) -> str:
    return ". ".join((row.title, row.details, row.text))
