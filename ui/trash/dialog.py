"""What was removed and what was set aside, in a window of its own: look at it, and bring it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.history.details import moment_words
from ui.jobs import Jobs
from ui.models.rows import Column, Rows
from ui.models.value_words import Known
from ui.panels.words import EmptyState, Words
from ui.seams import SharedStore
from ui.session import Session
from ui.steps import Step, Steps
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.trash.rows import TrashRow, trash_rows
from workbench.change import Stamp
from workbench.progress import Progress
from workbench.restoring import Restoration, restore, take_up
from workbench.trash import Removal, Trash, trash

_FIRST_SIZE = QSize(1000, 620)
_PAUSE_MS = 120
_Listing = tuple[Trash, tuple[TrashRow, ...]]


class TrashDialog(QDialog):
    """Lists what can be brought back. Stays open, so that several things can be; every one can be undone."""

    told = Signal(str)
    """What came back with it, or could not."""
    failed = Signal(str)

    def __init__(
        self, session: Session, store: SharedStore, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._store = session, store
        self._trash = Trash()
        self._news = ""
        self._all: tuple[TrashRow, ...] = ()
        self._jobs = Jobs(self)
        self._steps = Steps(self._jobs, self)
        self._title = Words(look, self.tr("Removed and set aside"), px=17, strong=True)
        self._state = Words(look, px=12, tone=Tone.MUTED)
        self._filter = QLineEdit()
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._list = QTreeView()
        self._preview = Words(look, px=15, reading=True)
        self._about = Words(look, px=12, tone=Tone.MUTED)
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._restore = QPushButton(self.tr("Restore"))
        self._done = QPushButton(self.tr("Close"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the trash anew, in the worker."""
        self._steps.add(Step("read", "", partial(_listing, self._store), self._show))

    def rows(self) -> tuple[TrashRow, ...]:
        """What is listed."""
        return self._model.rows()

    def choose(self, row: TrashRow) -> None:
        """Choose one of the rows."""
        index = self._model.index_of(row.key)
        flags = QItemSelectionModel.SelectionFlag
        self._list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def restore_chosen(self) -> None:
        """Bring the chosen one back."""
        row = self._model.row(self._list.currentIndex())
        if row is not None and self._restore.isEnabled():
            self._restore.setEnabled(False)
            work = partial(_prepared, self._store, self._trash, row, self._session.stamp())
            self._steps.add(Step("restore", "", work, self._bring_back))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop reading, however the window is left."""
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        self._steps.cancel()
        self._jobs.stop()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Removed and set aside"))
        self.resize(_FIRST_SIZE)
        self._filter.setPlaceholderText(self.tr("Filter by words, kind or name"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._set_list_up()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._restore.setProperty("role", "primary")
        self._preview.setMinimumHeight(44)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._done, self._restore):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 18, 22, 16)
        rows.setSpacing(8)
        for part in (self._title, self._state, self._filter):
            rows.addWidget(part)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self._preview)
        rows.addWidget(self._about)
        rows.addSpacing(4)
        rows.addLayout(buttons)

    def _set_list_up(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setAccessibleName(self.tr("What can be brought back"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 130), (2, 210), (3, 160), (4, 120)):
            header.resizeSection(section, width)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._show_matching)
        self._list.activated.connect(self.restore_chosen)
        self._list.selectionModel().currentChanged.connect(self._preview_chosen)
        self._restore.clicked.connect(self.restore_chosen)
        self._done.clicked.connect(self.reject)
        self._session.changed.connect(self.refresh)
        self._steps.failed.connect(self._fail)

    def _columns(self) -> Sequence[Column[TrashRow]]:
        tip = {Qt.ItemDataRole.ToolTipRole: lambda row: row.words}
        return (
            Column(self.tr("What"), lambda row: row.kind, tip),
            Column(self.tr("Words"), lambda row: row.words, tip),
            Column(self.tr("Where from"), lambda row: row.place, tip),
            Column(self.tr("When"), lambda row: moment_words(row.at), tip),
            Column(self.tr("By"), lambda row: row.by, tip),
        )

    def _show(self, listing: _Listing) -> None:
        self._trash, self._all = listing
        self._show_matching()

    def _show_matching(self) -> None:
        words = self._filter.text().casefold().split()
        shown = [row for row in self._all if all(word in row.searched for word in words)]
        self._model.show_rows(shown)
        self._pages.setCurrentWidget(self._list if shown else self._empty)
        self._state.say(self._news or self.tr("Nothing here is lost. What you restore can be undone."))
        if self._all:
            self._empty.say(self.tr("Nothing fits"), self.tr("Try fewer letters."))
        else:
            self._empty.say(
                self.tr("Nothing was removed or set aside"),
                self.tr(
                    "Claims, passages, documents and whatever else leaves the case can be fetched back here."
                ),
            )
        if shown and not self._list.currentIndex().isValid():
            self.choose(shown[0])
        self._preview_chosen()

    def _preview_chosen(self, *_: object) -> None:
        row = self._model.row(self._list.currentIndex())
        self._restore.setEnabled(row is not None and self._store.read_only is None)
        self._preview.say(row.preview if row else "")
        about = (row.how, row.place, row.along) if row else ()
        self._about.say(" · ".join(part for part in about if part))

    def _bring_back(self, restoration: Restoration) -> None:
        if self._session.do(restoration.change):
            said = self.tr("It is back. Undo takes it out again.")
            self._news = " ".join((said, *restoration.remarks))
            self._state.say(self._news)
            self.told.emit(self._news)
        self._preview_chosen()

    def _fail(self, sentence: str) -> None:
        self._news = sentence
        self._state.say(sentence)
        self.failed.emit(sentence)
        self._restore.setEnabled(True)


def _listing(store: SharedStore, _progress: Progress) -> _Listing:
    reader = store.reader()
    try:
        found = trash(reader.removing(), reader)
        return found, trash_rows(found, Known(reader))
    finally:
        reader.close()


def _prepared(
    store: SharedStore, found: Trash, row: TrashRow, stamp: Stamp, _progress: Progress
) -> Restoration:
    reader = store.reader()
    try:
        if isinstance(row.what, Removal):
            return restore(row.what, found, reader, stamp)
        return Restoration(take_up(row.what, reader, stamp))
    finally:
        reader.close()
