"""The searches kept under a name, and what can be searched: what the page shows before anything is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.column import Column
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.everywhere.saving import typed_as
from workbench.model import SavedSearch


class SavedSearches(Column):
    """A list of saved searches over a few words on how to ask."""

    chosen = Signal(object)
    """A `SavedSearch` to be asked."""
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)
    example_wanted = Signal(str)
    """A question to be typed for the editor."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, margins=QMargins(18, 12, 18, 18), parent=parent)
        self._look = look
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 16)
        self._lines.setSpacing(2)
        self.fill((self._list, *self._advice()))

    def show_searches(self, searches: Sequence[SavedSearch], *, may_change: bool) -> None:
        """Show these; `may_change` tells whether they can be renamed and removed."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._list.setVisible(bool(searches))
        if searches:
            self._lines.addWidget(Words(self._look, self.tr("Saved searches"), px=14, strong=True))
        for search in sorted(searches, key=lambda one: one.name.casefold()):
            self._lines.addWidget(self._line(search, may_change))

    def _line(self, search: SavedSearch, may_change: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        link = LinkButton(self._look, search.name)
        link.setToolTip(typed_as(search))
        link.clicked.connect(partial(self.chosen.emit, search))
        row.addWidget(link)
        typed = Words(self._look, typed_as(search), px=12, tone=Tone.MUTED)
        typed.setWordWrap(False)
        row.addWidget(typed)
        if may_change:
            row.addWidget(self._menu(search))
        row.addStretch(1)
        return line

    def _menu(self, search: SavedSearch) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._look.icon("menu", Tone.MUTED))
        button.setAccessibleName(self.tr("Rename or remove “{name}”").format(name=search.name))
        button.setToolTip(button.accessibleName())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        rename = menu.addAction(self._look.icon("pencil", Tone.MUTED), self.tr("Rename…"))
        rename.triggered.connect(partial(self.rename_wanted.emit, search))
        remove = menu.addAction(self._look.icon("trash-2", Tone.MUTED), self.tr("Remove"))
        remove.triggered.connect(partial(self.remove_wanted.emit, search))
        button.setMenu(menu)
        return button

    def _advice(self) -> tuple[QWidget, ...]:
        title = Words(self._look, self.tr("What are you looking for?"), px=14, strong=True)
        told = Words(
            self._look,
            self.tr(
                "Everything in this case can be found: every draft of the story, the source texts, claims, "
                "notes and answers, queries, verdicts, the register and its contacts, and the history. "
                "All words must occur, in any order; a word half typed will do."
            ),
            tone=Tone.MUTED,
        )
        examples = (
            ('"word for word"', self.tr("these words in this order")),
            ("-word", self.tr("leaves out what holds the word")),
            ("kind:claim is:open", self.tr("one kind, one state: claims that are open")),
            ("is:overdue", self.tr("what somebody owes and has not brought in time")),
            ("kind:history by:name", self.tr("what one person did")),
            ("verdict:contradicted", self.tr("claims with that verdict, and what belongs to them")),
            ("source:letter", self.tr("what comes from a source, or rests on it")),
            ("after:2026-03 before:2026-04", self.tr("from one day on, until the day before another")),
        )
        return title, told, *(self._example(*example) for example in examples)

    def _example(self, typed: str, told: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        link = LinkButton(self._look, typed)
        link.setFixedWidth(190)
        link.clicked.connect(partial(self.example_wanted.emit, typed))
        row.addWidget(link)
        words = Words(self._look, told, px=12, tone=Tone.MUTED)
        row.addWidget(words, 1)
        return line
