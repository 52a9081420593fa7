"""What the pages beside the claims have in common: a tally, a list, and below it what is known of one row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QStyledItemDelegate, QVBoxLayout, QWidget

from ui.panels.grounds import plain_list
from ui.panels.words import EmptyState, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look


class ListPane(QWidget):
    """A list over what is below it; an advice in place of both while there is nothing to list.

    Reads nothing while nobody looks. Who derives from it says in `_read` what to list.
    """

    revealed = Signal(object)
    """The `Span` of the story to bring into view."""
    lit = Signal(object)
    """The `Lit` words of the story."""
    open_passage = Signal(object)
    """A `Passage` of another document."""
    left = Signal()
    """Escape: the keyboard is to go back to the story."""

    def __init__(self, session: Session, look: Look, listed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._count = Words(look, px=12, tone=Tone.MUTED)
        self._list = plain_list(listed)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()

    def refresh(self, *_: object) -> None:
        """Read the list anew; nothing while nobody looks."""
        if self.isVisible():
            self._read()

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what has changed unseen."""
        super().showEvent(event)
        self.refresh()

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(312, 600)

    def _read(self) -> None:
        """Show what the case holds now."""
        raise NotImplementedError

    def _lay_out(
        self, head: Sequence[QWidget], below: QWidget, shares: Sequence[int], *, spacing: int
    ) -> None:
        """Put the tally and `head` above the list, and `below` under it, with these first heights."""
        for half in (self._list, below):
            self._parts.addWidget(half)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self._parts.setSizes(list(shares))
        self._pages.addWidget(self._parts)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 6, 0)
        layout.setSpacing(spacing)
        column = QVBoxLayout()
        column.setContentsMargins(4, 0, 10, 0)
        column.setSpacing(spacing)
        for part in (self._count, *head):
            column.addWidget(part)
        layout.addLayout(column)
        layout.addWidget(self._pages, 1)

    def _list_with(self, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        self._list.setModel(model)
        self._list.setItemDelegate(delegate)
        self._look.changed.connect(self._list.viewport().update)

    def _show_page(self, *, filled: bool) -> None:
        """Show the list; where it is empty, the advice."""
        self._list.scheduleDelayedItemsLayout()
        self._pages.setCurrentWidget(self._parts if filled else self._empty)
