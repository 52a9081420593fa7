"""Whom the texts credit: persons, organisations, outlets and letters, each with what it is credited for."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.models.found_rows import FoundRow
from ui.models.registered_rows import with_register
from ui.models.rows import Column, Rows
from ui.models.source_rows import SourceRow, count_text, details_text, matching_sources, source_tally
from ui.panels.credited import CreditedWords
from ui.panels.keys import Keys, with_key
from ui.panels.list_pane import ListPane
from ui.panels.source_delegate import SourceDelegate
from ui.panels.who_tools import WhoTools
from ui.register.signs import register_line
from ui.register.tools import RegisterTools
from ui.session import Session
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import Citation, Contact, Source, SourceId

_SHARES = (340, 300)


class SourcesPanel(ListPane):
    """Every source; below the list, where the chosen one is credited. Who is who can be put right here."""

    open_document = Signal(object)
    """The `DocumentId` of the source's own text."""
    card_wanted = Signal(object)
    """The `SourceRow` to take into the register, or whose card is to be opened."""
    log_wanted = Signal(object)
    """The `SourceRow` that somebody has been in touch with."""
    add_wanted = Signal()
    linked_page_wanted = Signal()
    """A page that the story links to is to be fetched."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, self.tr("Sources"), parent)
        self._sources: tuple[SourceRow, ...] | None = None
        self._every: tuple[SourceRow, ...] | None = None
        self._filter = QLineEdit()
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._tools = RegisterTools()
        self._add = QPushButton(beside_icon(self.tr("Add a source…")))
        self._fetch = QPushButton(beside_icon(self.tr("Fetch a linked page…")))
        self.who = WhoTools(session, self)
        self._credited = CreditedWords(session, look)
        self._build()
        self._connect()
        self.refresh()

    def show_sources(self, sources: tuple[SourceRow, ...]) -> None:
        """Show who has been found."""
        self._sources, self._every = sources, None
        self.refresh()

    def rows(self) -> tuple[SourceRow, ...]:
        """The sources listed."""
        return self._model.rows()

    def chosen(self) -> list[SourceRow]:
        """The sources selected, in the order of the list."""
        found = (self._model.row(index) for index in sorted(self._list.selectedIndexes()))
        return [row for row in found if row is not None]

    def choose(self, *names: str) -> None:
        """Select the sources of these names."""
        selection = self._list.selectionModel()
        selection.clearSelection()
        for row in (row for row in self._model.rows() if row.name in names):
            index = self._model.index_of(row.key)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)

    def choose_source(self, source: SourceId) -> None:
        """Select an entry of the register, where it is listed."""
        row = self.row_of(source)
        index = self._model.index_of(row.key) if row else QModelIndex()
        if index.isValid() and not self._list.selectionModel().isSelected(index):
            self._list.setCurrentIndex(index)

    def credited(self) -> tuple[FoundRow, ...]:
        """What is listed of the one chosen."""
        return self._credited.rows()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the lists."""
        return self._list.hasFocus() or self._credited.has_keyboard()

    def want_card(self, *_: object) -> None:
        """Ask for the card of the source chosen; one that is not in the register yet is taken in."""
        rows = self.chosen()
        if len(rows) == 1 and (rows[0].source or self._session.store.read_only is None):
            self.card_wanted.emit(rows[0])

    def every(self) -> tuple[SourceRow, ...]:
        """All sources as they stand now, whether they fit the filter or not, and even while nobody looks."""
        if self._every is None:
            self._every = with_register(self._session, self._sources or ())
        return self._every

    def row_of(self, source: SourceId) -> SourceRow | None:
        """The row of an entry of the register."""
        return next((row for row in self.every() if row.source and row.source.id == source), None)

    def show_keys(self, keys: Keys) -> None:
        """Say by which keys the register is kept."""
        self._tools.show_keys(keys)
        words = self.tr("Add a source that no text names")
        self._add.setToolTip(with_key(words, keys.get("new_source", "")))

    def _read(self) -> None:
        every = self.every()
        self._model.show_rows(matching_sources(every, self._filter.text()))
        self._count.say(source_tally(every))
        self._count.setVisible(bool(every))
        self._show_page(filled=bool(self._model.rowCount()))
        self._say_why_empty()
        self._follow()

    def _want_log(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            self.log_wanted.emit(rows[0])

    def _follow_register(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Source, Contact, Citation}:
            self._every = None
            self.refresh()

    def _tint(self) -> None:
        self._add.setIcon(self._look.icon("plus"))
        self._fetch.setIcon(self._look.icon("globe"))

    def _build(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter sources"))
        self._filter.setAccessibleName(self.tr("Filter sources by name or kind"))
        self._filter.setClearButtonEnabled(True)
        self._list_with(self._model, SourceDelegate(self._look, self))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for button in self.who.buttons:
            self._tools.buttons.addWidget(button)
        below, add = QWidget(), QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(4, 8, 4, 0)
        column.addWidget(self._tools)
        column.addWidget(self._credited, 1)
        line = QHBoxLayout(add)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._add)
        line.addWidget(self._fetch)
        line.addStretch(1)
        self._lay_out((self._filter, add), below, _SHARES, spacing=9)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self.refresh)
        self._list.selectionModel().selectionChanged.connect(self._follow)
        self._list.activated.connect(self.want_card)
        self._credited.revealed.connect(self.revealed)
        self._credited.lit.connect(self.lit)
        self._credited.open_passage.connect(self.open_passage)
        self._credited.open_document.connect(self.open_document)
        self._tools.card.clicked.connect(self.want_card)
        self._tools.log.clicked.connect(self._want_log)
        self._add.clicked.connect(self.add_wanted)
        self._fetch.clicked.connect(self.linked_page_wanted)
        self._session.changed.connect(self._follow_register)
        self._look.changed.connect(self._tint)
        self._tint()

    def _columns(self) -> tuple[Column[SourceRow], ...]:
        roles = {Qt.ItemDataRole.AccessibleTextRole: self._spoken, Qt.ItemDataRole.ToolTipRole: _reasons}
        return (Column(self.tr("Source"), lambda row: row.name, roles),)

    def _spoken(self, row: SourceRow) -> str:
        decided = self.tr("As you decided") if row.decided else ""
        entry = register_line(row.source, row.contacts, row.cited) if row.source else ""
        protected = self.tr("Protected") if row.source and row.source.protected else ""
        told = (row.name, details_text(row), count_text(row), entry, protected, decided)
        return ". ".join(part for part in told if part)

    def _follow(self, *_: object) -> None:
        """Show what the source chosen is credited with, and what can be done."""
        rows = self.chosen()
        one = rows[0] if len(rows) == 1 else None
        writable = self._session.store.read_only is None
        self.who.show_chosen(rows, writable=writable)
        known = one is not None and one.source is not None
        self._tools.show_source(chosen=one is not None, known=known, writable=writable)
        self._add.setEnabled(writable)
        self._fetch.setEnabled(writable)
        self._credited.show_chosen(rows, mergeable=self.who.merge.isEnabled())

    def _say_why_empty(self) -> None:
        if self._every:
            self._empty.say(self.tr("No source fits"), self.tr("Clear the filter to see all of them."))
        elif self._sources is None:
            self._empty.say(self.tr("Gathering the sources…"), "")
        else:
            advice = self.tr("Whoever the story or another text credits with words is listed here.")
            self._empty.say(self.tr("No sources yet"), advice)


def _reasons(row: SourceRow) -> str | None:
    """Why the names are taken for one, as plain text."""
    from ui.text.view import plain

    return plain("; ".join(row.who.reasons)) if row.who and row.who.reasons else None
