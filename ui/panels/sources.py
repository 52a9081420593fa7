"""Whom the texts credit: persons, organisations, outlets and letters, each with what it is credited for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.deciding import call, merge_all, split_off
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.identity import RenameDialog, SplitDialog
from ui.models.credited_rows import credited_rows
from ui.models.found_rows import FoundRow
from ui.models.named_documents import document_candidates
from ui.models.registered_rows import with_register
from ui.models.rows import Column, Rows
from ui.models.source_rows import (
    Credited,
    SourceRow,
    count_text,
    details_text,
    matching_sources,
    source_tally,
)
from ui.panels.buttons import LinkButton
from ui.panels.found_delegate import FoundDelegate
from ui.panels.grounds import plain_list
from ui.panels.keys import Keys, with_key
from ui.panels.source_delegate import SourceDelegate
from ui.panels.words import EmptyState, Words
from ui.register.signs import register_line
from ui.register.tools import RegisterTools
from ui.session import Session
from ui.text.layer import Lit
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look
from workbench.change import Key
from workbench.model import Citation, Contact, DocumentId, Source, SourceId

_SHARES = (340, 300)


class SourcesPanel(QWidget):
    """Every source; below the list, where the chosen one is credited. Who is who can be put right here."""

    revealed = Signal(object)
    """The `Span` of the story to bring into view."""
    lit = Signal(object)
    """The `Lit` words of the story."""
    open_passage = Signal(object)
    """A `Passage` of another document."""
    open_document = Signal(object)
    """The `DocumentId` of the source's own text."""
    card_wanted = Signal(object)
    """The `SourceRow` to take into the register, or whose card is to be opened."""
    log_wanted = Signal(object)
    """The `SourceRow` that somebody has been in touch with."""
    add_wanted = Signal()
    left = Signal()
    """Escape: the keyboard is to go back to the story."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._sources: tuple[SourceRow, ...] | None = None
        self._every: tuple[SourceRow, ...] = ()
        self._own_text: DocumentId | None = None
        self._credited: dict[str, Credited] = {}
        self._count = Words(look, px=12, tone=Tone.MUTED)
        self._filter = QLineEdit()
        self._list = plain_list(self.tr("Sources"))
        self._model = Rows(self._columns(), lambda row: row.key, self)
        self._tools = RegisterTools()
        self._add = QPushButton(beside_icon(self.tr("Add a source…")))
        self._merge = QPushButton(self.tr("Merge…"))
        self._split = QPushButton(self.tr("Split off…"))
        self._rename = QPushButton(self.tr("Rename…"))
        self._open = LinkButton(look)
        self._hint = Words(look, px=12, tone=Tone.MUTED)
        self._places = plain_list(self.tr("What the source is credited with"))
        self._credits = Rows(self._place_columns(), lambda row: row.key, self)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._empty = EmptyState(look)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.refresh()

    def show_sources(self, sources: tuple[SourceRow, ...]) -> None:
        """Show who has been found."""
        self._sources = sources
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the sources that fit the filter; nothing while nobody looks."""
        if not self.isVisible():
            return
        every = with_register(self._session, self._sources or ())
        self._every = every
        self._model.show_rows(matching_sources(every, self._filter.text()))
        self._list.scheduleDelayedItemsLayout()
        self._count.say(source_tally(every))
        self._count.setVisible(bool(every))
        self._pages.setCurrentWidget(self._parts if self._model.rowCount() else self._empty)
        self._say_why_empty()
        self._follow()

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
        return self._credits.rows()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the lists."""
        return self._list.hasFocus() or self._places.hasFocus()

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the panel."""
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

    def ask_merge(self) -> None:
        """Ask which name is to stay of those that mean the same one."""
        rows = [row for row in self.chosen() if row.who is not None]
        words = self.tr("They are one and the same. By which name?")
        choices = [(row.name, row) for row in rows]
        dialog = ChooseDialog(self.tr("Merge sources"), words, self.tr("Merge"), choices, self.window())
        dialog.answered.connect(partial(self._merge_into, rows))
        dialog.open()

    def ask_split(self) -> None:
        """Ask which names mean somebody else."""
        who = self.chosen()[0].who
        if who is None:
            return
        forms = [(self._form_text(seen.form.words, seen.form.document), seen.form) for seen in who.forms]
        dialog = SplitDialog(who.name, forms, self.window())
        dialog.answered.connect(partial(split_off, self._session, who))
        dialog.open()

    def ask_name(self) -> None:
        """Ask by which name the source goes."""
        who = self.chosen()[0].who
        if who is None:
            return
        dialog = RenameDialog(who.name, self.window())
        dialog.answered.connect(partial(call, self._session, who))
        dialog.open()

    def want_card(self, *_: object) -> None:
        """Ask for the card of the source chosen; one that is not in the register yet is taken in."""
        rows = self.chosen()
        if len(rows) == 1 and (rows[0].source or self._session.store.read_only is None):
            self.card_wanted.emit(rows[0])

    def every(self) -> tuple[SourceRow, ...]:
        """All sources as they stand now, whether they fit the filter or not, and even while nobody looks."""
        return self._every if self.isVisible() else with_register(self._session, self._sources or ())

    def row_of(self, source: SourceId) -> SourceRow | None:
        """The row of an entry of the register."""
        return next((row for row in self.every() if row.source and row.source.id == source), None)

    def show_keys(self, keys: Keys) -> None:
        """Say by which keys the register is kept."""
        self._tools.show_keys(keys)
        words = self.tr("Add a source that no text names")
        self._add.setToolTip(with_key(words, keys.get("new_source", "")))

    def _want_log(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            self.log_wanted.emit(rows[0])

    def _follow_register(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Source, Contact, Citation}:
            self.refresh()

    def _tint(self) -> None:
        self._add.setIcon(self._look.icon("plus"))

    def _merge_into(self, rows: list[SourceRow], answer: tuple[SourceRow]) -> None:
        kept = answer[0]
        ordered = [kept, *(row for row in rows if row is not kept)]
        merge_all(self._session, [row.who for row in ordered if row.who is not None])

    def _form_text(self, words: str, id: DocumentId) -> str:
        document = self._session.document(id)
        return f"{words}  —  {document.title if document and document.title else self.tr('Untitled')}"

    def _build(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter sources"))
        self._filter.setAccessibleName(self.tr("Filter sources by name or kind"))
        self._filter.setClearButtonEnabled(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(SourceDelegate(self._look, self))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._places.setModel(self._credits)
        self._places.setItemDelegate(FoundDelegate(self._look, self))
        self._merge.setToolTip(self.tr("Say that the sources selected are one and the same"))
        self._split.setToolTip(self.tr("Say that some of the names mean somebody else"))
        self._rename.setToolTip(self.tr("Call the source by another name in this case"))
        below = QWidget()
        for button in (self._merge, self._split, self._rename):
            self._tools.buttons.addWidget(button)
        column = QVBoxLayout(below)
        column.setContentsMargins(4, 8, 4, 0)
        for part in (self._tools, self._open, self._hint):
            column.addWidget(part)
        column.addWidget(self._places, 1)
        for half in (self._list, below):
            self._parts.addWidget(half)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self._parts.setSizes(list(_SHARES))
        self._pages.addWidget(self._parts)
        self._pages.addWidget(self._empty)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 6, 0)
        layout.setSpacing(9)
        head = QVBoxLayout()
        head.setContentsMargins(4, 0, 10, 0)
        head.setSpacing(9)
        head.addWidget(self._count)
        head.addWidget(self._filter)
        head.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self.refresh)
        self._list.selectionModel().selectionChanged.connect(self._follow)
        self._places.selectionModel().currentChanged.connect(self._show_place)
        for signal in (self._places.clicked, self._places.activated):
            signal.connect(self._show_place)
        self._merge.clicked.connect(self.ask_merge)
        self._split.clicked.connect(self.ask_split)
        self._rename.clicked.connect(self.ask_name)
        self._open.clicked.connect(self._open_own_text)
        self._tools.card.clicked.connect(self.want_card)
        self._tools.log.clicked.connect(self._want_log)
        self._add.clicked.connect(self.add_wanted)
        self._list.activated.connect(self.want_card)
        self._session.changed.connect(self._follow_register)
        self._look.changed.connect(self._list.viewport().update)
        self._look.changed.connect(self._tint)
        self._tint()

    def _columns(self) -> tuple[Column[SourceRow], ...]:
        roles = {Qt.ItemDataRole.AccessibleTextRole: self._spoken, Qt.ItemDataRole.ToolTipRole: _reasons}
        return (Column(self.tr("Source"), lambda row: row.name, roles),)

    def _place_columns(self) -> tuple[Column[FoundRow], ...]:
        return (
            Column(self.tr("Passage"), lambda row: row.text, {Qt.ItemDataRole.AccessibleTextRole: _told}),
        )

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
        listed = credited_rows(self._session, one) if one else []
        self._credited = {row.key: item for item, row in listed}
        self._credits.show_rows([row for _, row in listed])
        self._places.scheduleDelayedItemsLayout()
        named = [row for row in rows if row.who is not None]
        writable = self._session.store.read_only is None
        kinds = {row.who.kind for row in named if row.who}
        self._merge.setEnabled(writable and len(named) == len(rows) > 1 and len(kinds) == 1)
        self._split.setEnabled(
            writable and one is not None and one.who is not None and len(one.who.forms) > 1
        )
        self._rename.setEnabled(writable and one is not None and one.who is not None)
        known = one is not None and one.source is not None
        self._tools.show_source(chosen=one is not None, known=known, writable=writable)
        self._add.setEnabled(writable)
        self._say_how(len(rows), credited=bool(listed))
        own = document_candidates(self._session, one.name) if one else []
        self._own_text = own[0].id if own else None
        self._open.setVisible(bool(own))
        if own:
            self._open.say(self.tr("Open “{title}”").format(title=own[0].title or self.tr("Untitled")))

    def _show_place(self, index: QModelIndex) -> None:
        row = self._credits.row(index)
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

    def _say_how(self, chosen: int, *, credited: bool) -> None:
        """What to do while there is nothing to be listed."""
        self._hint.setVisible(chosen != 1 or not credited)
        if chosen == 1:
            self._hint.say(self.tr("No text of the case credits this source."))
        elif chosen:
            words = self.tr("{count} chosen. Merge them if they are one and the same.")
            if not self._merge.isEnabled():
                words = self.tr("{count} chosen. Persons can be merged with persons, bodies with bodies.")
            self._hint.say(words.format(count=chosen))
        else:
            self._hint.say(
                self.tr("Choose a source to see what it is credited with; choose several to merge them.")
            )

    def _say_why_empty(self) -> None:
        if self._every:
            self._empty.say(self.tr("No source fits"), self.tr("Clear the filter to see all of them."))
        elif self._sources is None:
            self._empty.say(self.tr("Gathering the sources…"), "")
        else:
            advice = self.tr("Whoever the story or another text credits with words is listed here.")
            self._empty.say(self.tr("No sources yet"), advice)


def _told(row: FoundRow) -> str:
    return ". ".join((row.title, row.details, row.text))


def _reasons(row: SourceRow) -> str | None:
    """Why the names are taken for one, as plain text."""
    from ui.text.view import plain

    return plain("; ".join(row.who.reasons)) if row.who and row.who.reasons else None
