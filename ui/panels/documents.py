"""The list of documents: the story, and the sources it is checked against."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui.models.document_rows import DocumentRow, document_rows
from ui.models.rows import Column, Rows
from ui.panels.document_delegate import DocumentDelegate
from ui.panels.grounds import plain_list
from ui.panels.keys import Keys, keys_of_table, with_key
from ui.panels.words import EmptyState, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import DocumentId, Role


class DocumentsPanel(QWidget):
    """Shows every document of the case. What is to be done with one is announced, not done here."""

    opened = Signal(object)
    """`DocumentId`: a double click, or Enter."""
    details_requested = Signal(object)
    role_requested = Signal(object, object)
    """`DocumentId` and the `Role` it is to have."""
    removal_requested = Signal(object)
    add_requested = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._delegate = DocumentDelegate(look, self)
        self._model = Rows(self._columns(), lambda row: row.document.id, self)
        self._title = Words(look, self.tr("Documents"), px=15, strong=True)
        self._add = QToolButton()
        self._list = plain_list(self.tr("Documents"))
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.show_keys(keys_of_table())
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the documents anew."""
        self._model.show_rows(document_rows(self._session))
        self._pages.setCurrentWidget(self._list if self._model.rowCount() else self._empty)
        self._add.setEnabled(self._session.store.read_only is None)

    def current(self) -> DocumentId | None:
        """The document chosen in the list."""
        row = self._model.row(self._list.currentIndex())
        return row.document.id if row else None

    def choose(self, id: DocumentId) -> None:
        """Choose a document in the list."""
        self._list.setCurrentIndex(self._model.index_of(id))

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu_for(self, row: DocumentRow) -> QMenu:
        """What can be done with one document."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Use as source") if row.is_story else self.tr("Use as story")
        writable = self._session.store.read_only is None
        is_text = row.document.medium is None
        for text, slot, allowed in (
            (self.tr("Open"), self._open_current, True),
            (self.tr("Details…"), self._ask_details, True),
            (words, self._ask_role, writable and is_text),
            (self.tr("Remove…"), self._ask_removal, writable),
        ):
            action = QAction(text, menu)
            action.setEnabled(allowed)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def show_keys(self, keys: Keys) -> None:
        """Say by which key documents are added."""
        self._add.setToolTip(with_key(self.tr("Add a document"), keys.get("import", "")))

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(312, 600)

    def _build(self) -> None:
        add = self.tr("Add a document")
        self._add.setAccessibleName(add)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty.say(
            self.tr("No documents yet"), self.tr("Drop the story here, then the sources it rests on.")
        )
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 6, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 6, 0)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self._pages, 1)
        self._tint()

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self._list.activated.connect(self._open)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._session.changed.connect(self.refresh)
        self._session.story_changed.connect(self.refresh)
        self._look.changed.connect(self._tint)

    def _columns(self) -> tuple[Column[DocumentRow], ...]:
        roles = {Qt.ItemDataRole.AccessibleTextRole: self._spoken}
        return (Column(self.tr("Document"), self._delegate.title_text, roles),)

    def _spoken(self, row: DocumentRow) -> str:
        delegate = self._delegate
        return ". ".join((delegate.title_text(row), delegate.origin_text(row), delegate.part_text(row)))

    def _show_menu(self, point: QPoint) -> None:
        row = self._model.row(self._list.indexAt(point))
        if row is not None:
            self.menu_for(row).popup(self._list.viewport().mapToGlobal(point))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.opened.emit(row.document.id)

    def _open_current(self) -> None:
        if (id := self.current()) is not None:
            self.opened.emit(id)

    def _ask_details(self) -> None:
        if (id := self.current()) is not None:
            self.details_requested.emit(id)

    def _ask_role(self) -> None:
        row = self._model.row(self._list.currentIndex())
        if row is not None:
            role = Role.SOURCE if row.is_story else Role.STORY
            self.role_requested.emit(row.document.id, role)

    def _ask_removal(self) -> None:
        if (id := self.current()) is not None:
            self.removal_requested.emit(id)

    def _tint(self) -> None:
        self._add.setIcon(self._look.icon("plus", Tone.MUTED))
        self._list.viewport().update()
