"""The page in the middle: one field, what it could be narrowed by, and what was found, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.everywhere.filters import Filters
from ui.everywhere.rows import numbered
from ui.everywhere.saved import SavedSearches
from ui.models.found_rows import FoundRow
from ui.models.rows import Column, Rows
from ui.panels.found_delegate import FoundDelegate
from ui.panels.grounds import plain_list
from ui.panels.words import EmptyState, Words
from ui.session import Session
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench.everywhere.answer import Answer, Hit
from workbench.everywhere.entries import Sort
from workbench.everywhere.query import with_filter
from workbench.everywhere.saving import saved_as, typed_as
from workbench.model import ClaimId, SavedSearch

WIDEST = 900
"""The list never gets wider, so that its lines can be read."""
LEAST_PX = 440


class EverywherePage(QWidget):
    """The keyboard goes from the field to what was found and back by the arrows; Enter opens, Esc leaves."""

    asked = Signal(str)
    """What is in the field has changed."""
    opened = Signal(object)
    """A `Hit` to be gone to."""
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._hits: dict[str, Hit] = {}
        self._searches: Sequence[SavedSearch] = ()
        self._answered = ""
        self._may_save = False
        self._answer: Answer | None = None
        self._title = Words(look, self.tr("Search everything in the case"), px=15, strong=True)
        self._field = QLineEdit()
        self._save, self._close = QToolButton(), QToolButton()
        self._filters = Filters(look)
        self._remarks = Words(look, px=12, tone=Tone.CARE)
        self._list = plain_list(self.tr("What was found"))
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._empty = EmptyState(look)
        self.saved = SavedSearches(look)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self._tint()
        self._say_what_is_there()

    @property
    def typed(self) -> str:
        """What is in the field."""
        return " ".join(self._field.text().split())

    def take_keyboard(self) -> None:
        """Ready to type; the first letter typed replaces what is there."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def type(self, words: str) -> None:
        """Ask this."""
        self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_searches(self, searches: Sequence[SavedSearch], *, may_change: bool) -> None:
        """Show the searches that are kept."""
        self._searches = searches
        self.saved.show_searches(searches, may_change=may_change)
        self._may_save = may_change
        self._say_whether_saved()

    def show_answer(self, typed: str, answer: Answer, rows: Sequence[FoundRow]) -> None:
        """Show what was found, unless something else has been typed since."""
        if typed != self.typed:
            return
        fresh = typed != self._answered
        self._answered = typed
        self._hits = {hit.entry.id: hit for hit in answer.hits}
        self._model.show_rows([self._numbered(row) for row in rows])
        self._list.scheduleDelayedItemsLayout()  # the same row is higher with a heading, or lower without
        self._answer = answer
        after_a_turn(self, self._show_filters)  # laying them out takes as long as the list
        self._remarks.say(" ".join(answer.asked.remarks))
        self._remarks.setVisible(bool(answer.asked.remarks))
        if self._model.rowCount() and (fresh or not self._list.currentIndex().isValid()):
            self._list.setCurrentIndex(self._model.index(0, 0))
            self._list.scrollToTop()
        self._say_what_is_there()

    def _show_filters(self) -> None:
        if self.typed and self._answer is not None:
            self._filters.show_answer(self._answer)

    def _numbered(self, row: FoundRow) -> FoundRow:
        entry = self._hits[row.key].entry
        if entry.sort is not Sort.CLAIM or entry.key is None:
            return row
        try:
            return numbered(row, self._session.number(ClaimId(entry.key.id)))
        except KeyError:  # set aside, or of another story
            return row

    def rows(self) -> tuple[FoundRow, ...]:
        """What is shown, in order."""
        return self._model.rows()

    def open_current(self) -> None:
        """Go to what is chosen."""
        row = self._model.row(self._list.currentIndex())
        hit = self._hits.get(row.key) if row is not None else None
        if hit is not None and self._answered == self.typed:
            self.opened.emit(hit)

    def minimumSizeHint(self) -> QSize:
        """No narrower than a story."""
        return QSize(LEAST_PX, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page from wherever on it one is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's and the list's keys that lead out of them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, key: Qt.Key) -> bool:
        at_top = self._list.currentIndex().row() <= 0
        if key is Qt.Key.Key_Escape:
            self.closed.emit()
        elif watched is self._field and key is Qt.Key.Key_Down and self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self._list and key is Qt.Key.Key_Up and at_top:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            return False
        return True

    def _build(self) -> None:
        self._field.setPlaceholderText(self.tr("Words, names, figures; kind:claim is:open"))
        self._field.setAccessibleName(self.tr("Search everything in the case for"))
        self._field.setClearButtonEnabled(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(FoundDelegate(self._look, self))
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setBatchSize(8)
        self._close.setAccessibleName(self.tr("Back to the story"))
        self._close.setToolTip(self.tr("Back to the story  (Esc)"))
        for page in (self._list, self._empty, self.saved):
            self._pages.addWidget(page)
        self._filters.hide()
        self._remarks.hide()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._field, 1)
        line.addWidget(self._save)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(18, 12, 12, 8)
        rows.setSpacing(9)
        rows.addLayout(head)
        rows.addLayout(line)
        for part in (self._filters, self._remarks):
            rows.addWidget(part)
        rows.addWidget(self._pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addWidget(inner, 1_000)
        whole.addStretch(1)

    def _connect(self) -> None:
        for widget in (self._field, self._list):
            widget.installEventFilter(self)
        self._field.textChanged.connect(self._ask)
        self._save.clicked.connect(self.save_wanted)
        self._close.clicked.connect(self.closed)
        self._list.activated.connect(self._open)
        self._filters.wanted.connect(self._narrow)
        self.saved.chosen.connect(self._type_saved)
        self.saved.example_wanted.connect(self.type)
        self._look.changed.connect(self._tint)

    def _columns(self) -> tuple[Column[FoundRow], ...]:
        roles = {Qt.ItemDataRole.AccessibleTextRole: _spoken}
        return (Column(self.tr("What was found"), lambda row: row.text, roles),)

    def _ask(self) -> None:
        self._say_whether_saved()
        self._say_what_is_there()
        self.asked.emit(self.typed)

    def _narrow(self, name: str, value: str) -> None:
        self.type(with_filter(self._field.text(), name, value))

    def _type_saved(self, search: SavedSearch) -> None:
        self.type(typed_as(search))

    def _open(self, _index: QModelIndex) -> None:
        self.open_current()

    def _say_whether_saved(self) -> None:
        kept = saved_as(self.typed, self._searches) if self.typed else None
        self._save.setEnabled(self._may_save and bool(self.typed))
        words = self.tr("Saved as “{name}”").format(name=kept.name) if kept else self.tr("Save this search…")
        self._save.setToolTip(words)
        self._save.setAccessibleName(words)
        self._save.setIcon(self._look.icon("star", Tone.CARE if kept else Tone.MUTED))

    def _say_what_is_there(self) -> None:
        """The list, or the saved searches while nothing is typed, or why there is nothing."""
        if not self.typed:
            self._pages.setCurrentWidget(self.saved)
            self._filters.hide()
            self._remarks.hide()
            return
        if self._answered != self.typed:
            if not self._model.rowCount():
                self._empty.say(self.tr("Looking…"), "")
                self._pages.setCurrentWidget(self._empty)
            return
        self._empty.say(
            self.tr("Nothing found"),
            self.tr("Try fewer words, the beginning of a word, or take a filter away."),
        )
        self._pages.setCurrentWidget(self._list if self._model.rowCount() else self._empty)

    def _tint(self) -> None:
        self._close.setIcon(self._look.icon("x", Tone.MUTED))
        self._say_whether_saved()
        self._list.viewport().update()


def _spoken(row: FoundRow) -> str:
    return ". ".join(part for part in (row.heading, row.title, row.details, row.text) if part)
