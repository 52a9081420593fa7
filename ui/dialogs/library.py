"""The library's articles in a window of their own, beside the case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.jobs import Job
from ui.models.dates import date_words
from ui.models.rows import Column, Rows
from ui.panels.words import EmptyState, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.library import Article, LibraryState

if TYPE_CHECKING:
    from ui.library.librarian import Librarian
    from workbench.library import ArticleId
    from workbench.ports import Library
    from workbench.progress import Progress

MOST = 500
"""So many articles are listed; who needs another one filters."""
PAUSE_MS = 120
_FIRST_SIZE = QSize(860, 560)

_Listing = tuple[tuple[Article, ...], LibraryState]


class LibraryDialog(QDialog):
    """Stands beside the window; nothing in it blocks. It lists anew whenever the library changes."""

    files_wanted = Signal()
    folder_wanted = Signal()
    brought = Signal(object)
    """A list of `ArticleId` to bring into the case."""

    def __init__(self, librarian: Librarian, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._asked: Job | None = None
        self._title = Words(look, self.tr("Your library"), px=17, strong=True)
        self._state = Words(look, px=12, tone=Tone.MUTED)
        self._filter = QLineEdit()
        self._model = Rows(self._columns(), lambda article: article.id, self)
        self._list = QTreeView()
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._files = QPushButton(self.tr("Add files…"))
        self._folder = QPushButton(self.tr("Add a folder…"))
        self._remove = QPushButton(self.tr("Remove…"))
        self._bring = QPushButton(self.tr("Bring into this case"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._connect()
        self._show_chosen()

    def refresh(self) -> None:
        """Ask the library what it holds; the answer is shown when it comes."""
        if not self.isVisible():
            return
        if not self._librarian.begun:
            self._show(((), LibraryState(0, 0, 0, 0)))
            return
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._librarian.ask(partial(_listing, self._filter.text().strip()))
        self._asked.done.connect(self._show)
        self._asked.failed.connect(self._say_failed)
        self._asked.ended.connect(self._forget)

    def chosen(self) -> list[ArticleId]:
        """The articles chosen in the list."""
        rows = (self._model.row(index) for index in self._list.selectionModel().selectedRows())
        return [article.id for article in rows if article is not None]

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list, ready to filter."""
        super().showEvent(event)
        self.refresh()
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Library"))
        self.resize(_FIRST_SIZE)
        self._filter.setPlaceholderText(self.tr("Filter by title or outlet"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._set_list_up()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self._bring.setProperty("role", "primary")
        buttons = QHBoxLayout()
        for button in (self._files, self._folder, self._remove, self._bring):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(2, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 18, 22, 16)
        rows.setSpacing(8)
        for part in (self._title, self._state, self._filter):
            rows.addWidget(part)
        rows.addWidget(self._pages, 1)
        rows.addSpacing(4)
        rows.addLayout(buttons)

    def _set_list_up(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Articles"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 190), (2, 110), (3, 84)):
            header.resizeSection(section, width)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self._filter.textChanged.connect(self._pause.start)
        self._librarian.changed.connect(self._pause.start)
        self._librarian.steps.rested.connect(self._pause.start)
        self._files.clicked.connect(self.files_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._bring.clicked.connect(self._bring_chosen)
        self._remove.clicked.connect(self._ask_removal)
        self._list.activated.connect(self._bring_chosen)
        self._list.selectionModel().selectionChanged.connect(self._show_chosen)

    def _columns(self) -> Sequence[Column[Article]]:
        right = {Qt.ItemDataRole.TextAlignmentRole: _at_the_right}
        tip = {Qt.ItemDataRole.ToolTipRole: _address}
        return (
            Column(self.tr("Title"), lambda article: article.title or self.tr("Untitled"), tip),
            Column(self.tr("Outlet"), lambda article: article.outlet, tip),
            Column(self.tr("Date"), lambda article: date_words(article.published), tip),
            Column(self.tr("Passages"), lambda article: f"{article.passages:,}", right),
        )

    def _show(self, listing: _Listing) -> None:
        articles, state = listing
        self._model.show_rows(articles)
        self._pages.setCurrentWidget(self._list if articles else self._empty)
        self._state.say(self._state_words(state))
        if state.articles:
            self._empty.say(self.tr("No article of that name"), self.tr("Try fewer letters."))
        else:
            self._empty.say(
                self.tr("Your library is empty"),
                self.tr(
                    "Articles kept here are searched in every case. Add files or a folder, or the "
                    "documents of the open case from the menu."
                ),
            )
        self._show_chosen()

    def _state_words(self, state: LibraryState) -> str:
        said = [
            self.tr("{articles} articles, {passages} passages").format(
                articles=f"{state.articles:,}", passages=f"{state.passages:,}"
            )
        ]
        if state.unindexed:
            said.append(self.tr("{count} still to be indexed").format(count=f"{state.unindexed:,}"))
        if state.unembedded:
            said.append(self.tr("{count} still being read for meaning").format(count=f"{state.unembedded:,}"))
        return "; ".join(said)

    def _show_chosen(self, *_: QItemSelection) -> None:
        for button in (self._remove, self._bring):
            button.setEnabled(bool(self.chosen()))

    def _bring_chosen(self) -> None:
        if chosen := self.chosen():
            self.brought.emit(chosen)

    def _ask_removal(self) -> None:
        chosen = self.chosen()
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove from the library"))
        few = self.tr("Remove this article from your library?")
        box.setText(
            few if len(chosen) == 1 else self.tr("Remove {count} articles?").format(count=len(chosen))
        )
        box.setInformativeText(self.tr("Cases that have taken it in keep it. This cannot be undone."))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(
            partial(self._librarian.remove, chosen)
        )
        box.open()

    def _say_failed(self, sentence: str) -> None:
        self._state.say(sentence)

    def _forget(self) -> None:
        if self.sender() is self._asked:
            self._asked = None


def _listing(words: str, library: Library, _progress: Progress) -> _Listing:
    return library.articles(words, limit=MOST), library.state()


def _address(article: Article) -> str:
    return article.url or article.title


def _at_the_right(_article: Article) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
