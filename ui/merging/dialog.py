"""Merging as the editor sees it: what comes in by itself, then each clash. It writes nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.merging.sheet import Arriving, ClashSheet
from ui.merging.work import Compared
from ui.panels.words import EmptyState, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Key
from workbench.merging.values import Choice, Clash

_SIZE = QSize(1040, 680)
_LIST_PX = 320


class MergeDialog(QDialog):
    """Opens at once and is filled when the copy has been compared. Decides nothing by itself."""

    merge_wanted = Signal(object)
    """What was chosen, by the keys of the clashes."""

    def __init__(self, path: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._path = look, path
        self._compared: Compared | None = None
        self._choices: dict[Key, Choice] = {}
        self._title = Words(look, self.tr("Merge “{name}”").format(name=path.name), px=16, strong=True)
        self._summary = Words(look, px=12, tone=Tone.MUTED)
        self._empty = EmptyState(look)
        self._list = QListWidget()
        self._arriving = Arriving(look)
        self._sheet = ClashSheet(look)
        self._details, self._pages = QStackedWidget(), QStackedWidget()
        self._all_ours = QPushButton(self.tr("All ours"))
        self._all_theirs = QPushButton(self.tr("All theirs"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._merge = QPushButton(self.tr("Merge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge a colleague’s copy"))
        self.resize(_SIZE)
        self._build()
        self._connect()
        self.say(self.tr("Comparing both copies…"), self.tr("The copy is examined first."))

    @property
    def path(self) -> Path:
        """The copy that is to be merged."""
        return self._path

    @property
    def choices(self) -> dict[Key, Choice]:
        """What has been chosen so far."""
        return dict(self._choices)

    def say(self, title: str, words: str) -> None:
        """Say what is being done, or why nothing can be merged."""
        self._empty.say(title, words)
        self._pages.setCurrentWidget(self._empty)
        for button in (self._all_ours, self._all_theirs):
            button.hide()
        self._merge.setEnabled(False)

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be merged."""
        self.say(self.tr("Nothing was merged"), sentence)
        self._merge.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()

    def show_compared(self, compared: Compared) -> None:
        """Show what was found; what has been chosen before stays chosen."""
        self._compared = compared
        found = compared.ready.found
        if found.is_empty:
            self.refuse(self.tr("The copy holds nothing that this case lacks."))
            return
        offered = {clash.key: clash.offers for clash in found.clashes}
        self._choices = {key: one for key, one in self._choices.items() if one in offered.get(key, ())}
        self._fill()
        several = len(found.clashes) > 1
        self._all_ours.setVisible(several)
        self._all_theirs.setVisible(several)
        self._pages.setCurrentIndex(1)
        self._list.setFocus()
        self._follow()

    def choose(self, choice: Choice) -> None:
        """Decide the clash shown, and go on to the next that is open."""
        clash = self._current()
        if clash is None or choice not in clash.offers:
            return
        self._choices[clash.key] = choice
        self._mark(self._list.currentRow())
        self._show_current()
        self._follow()
        self._go_to_open()

    def choose_all(self, choice: Choice) -> None:
        """Decide everything for one side."""
        for clash in self._clashes():
            self._choices[clash.key] = choice if choice in clash.offers else Choice.BOTH
        for row in range(1, self._list.count()):
            self._mark(row)
        self._show_current()
        self._follow()

    def _clashes(self) -> tuple[Clash, ...]:
        return self._compared.ready.found.clashes if self._compared else ()

    def _current(self) -> Clash | None:
        row = self._list.currentRow()
        return self._clashes()[row - 1] if 0 < row <= len(self._clashes()) else None

    def _their_name(self) -> str:
        people = self._compared.ready.found.people if self._compared else ()
        return people[0] if people else self._path.stem

    def _fill(self) -> None:
        assert self._compared is not None
        found, told = self._compared.ready.found, self._compared.counts
        self._list.clear()
        QListWidgetItem("", self._list).setIcon(self._look.icon("copy", Tone.MUTED))
        for _ in found.clashes:
            QListWidgetItem("", self._list)
        by_itself = self.tr("Comes in by itself")
        self._list.item(0).setText(f"{by_itself}\n{told or self.tr('nothing')}")
        head = (
            self.tr("{what} come in by themselves").format(what=told)
            if told
            else self.tr("Nothing comes in by itself")
        )
        self._arriving.show_arrivals(head, "\n".join(found.remarks), self._compared.arrivals)
        for row in range(1, self._list.count()):
            self._mark(row)
        self._list.setCurrentRow(1 if found.clashes else 0)
        self._go_to_open()

    def _mark(self, row: int) -> None:
        """Show in the list what is chosen."""
        assert self._compared is not None
        clash, told = self._clashes()[row - 1], self._compared.told[row - 1]
        choice = self._choices.get(clash.key)
        words = {
            None: self.tr("to be decided"),
            Choice.OURS: self.tr("ours"),
            Choice.THEIRS: self.tr("theirs"),
            Choice.BOTH: self.tr("both"),
        }
        item = self._list.item(row)
        item.setText(f"{told.question}\n{told.subject}: {words[choice]}")
        item.setToolTip(item.text())
        icon = ("circle-dashed", Tone.CARE) if choice is None else ("circle-check", Tone.GOOD)
        item.setIcon(self._look.icon(*icon))

    def _show_current(self) -> None:
        clash = self._current()
        if clash is None or self._compared is None:
            self._details.setCurrentWidget(self._arriving)
            return
        chosen = self._choices.get(clash.key)
        told = self._compared.told[self._list.currentRow() - 1]
        self._sheet.show_clash(clash, told, chosen, self._their_name())
        self._details.setCurrentWidget(self._sheet)

    def _go_to_open(self) -> None:
        """Go to the next clash that nobody has decided, after the current one or from the top."""
        clashes = self._clashes()
        at = max(self._list.currentRow() - 1, 0)
        for place in (*range(at, len(clashes)), *range(at)):
            if clashes[place].key not in self._choices:
                self._list.setCurrentRow(place + 1)
                return

    def _follow(self) -> None:
        """Say how much is left to decide; only then can be merged."""
        clashes = self._clashes()
        left = sum(clash.key not in self._choices for clash in clashes)
        people = ", ".join(self._compared.ready.found.people[:3]) if self._compared else ""
        if not clashes:
            told = self.tr("Nothing clashes.")
        elif left:
            told = self.tr("{left} of {all} to be decided. Nothing is written before you merge.").format(
                left=left, all=len(clashes)
            )
        else:
            told = self.tr("All {all} are decided. Nothing is written before you merge.").format(
                all=len(clashes)
            )
        self._summary.say(self.tr("Work of {people}. {told}").format(people=people, told=told))
        self._merge.setEnabled(not left and self._compared is not None)
        self._merge.setDefault(not left)

    def _ask_merge(self) -> None:
        self.say(self.tr("Merging…"), self.tr("A backup is made first."))
        self.merge_wanted.emit(self.choices)

    def _build(self) -> None:
        self._list.setAccessibleName(self.tr("What is merged"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setWordWrap(False)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(2)
        for detail in (self._arriving, self._sheet):
            self._details.addWidget(detail)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._list)
        parts.addWidget(self._details)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_LIST_PX, _SIZE.width() - _LIST_PX])
        self._pages.addWidget(self._empty)
        self._pages.addWidget(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 14)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(22, 0, 22, 0)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._summary)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(self._button_row())

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(8)
        for button in (self._all_ours, self._all_theirs):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self._cancel, self._merge):
            row.addWidget(button)
        for button in (self._all_ours, self._all_theirs, self._cancel):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_current)
        self._sheet.chosen.connect(self.choose)
        self._all_ours.clicked.connect(self._choose_all_ours)
        self._all_theirs.clicked.connect(self._choose_all_theirs)
        self._cancel.clicked.connect(self.reject)
        self._merge.clicked.connect(self._ask_merge)
        for key, slot in (("1", self._choose_ours), ("2", self._choose_theirs), ("3", self._choose_both)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _choose_ours(self) -> None:
        self.choose(Choice.OURS)

    def _choose_theirs(self) -> None:
        self.choose(Choice.THEIRS)

    def _choose_both(self) -> None:
        self.choose(Choice.BOTH)

    def _choose_all_ours(self) -> None:
        self.choose_all(Choice.OURS)

    def _choose_all_theirs(self) -> None:
        self.choose_all(Choice.THEIRS)
