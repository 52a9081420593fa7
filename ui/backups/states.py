"""The dialog that offers earlier states of a case: look at one, or go back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.backups.words import moment_words, reason_words, since_words, size_words
from workbench.backups import State

SIZE = (680, 520)
_ROW_PX = 28


class StatesDialog(QDialog):
    """Filled by `show_states`; deletes itself when closed."""

    look_wanted = Signal(object)
    """A `Backup` to look at."""
    return_wanted = Signal(object)
    """A `Backup` to go back to."""

    def __init__(self, title: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Earlier states"))
        self.resize(*SIZE)
        self._now = now
        self._states: Sequence[State] = ()
        self._heading = QLabel(self.tr("Earlier states of “{title}”").format(title=title), self)
        self._heading.setProperty("role", "title")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._words = _muted(self.tr("Looking for earlier states…"), self)
        self.list = self._made_list()
        self._since = _muted("", self)
        self._since.setProperty("role", "")
        self._since.setMinimumHeight(56)
        self._since.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.look = QPushButton(self.tr("Open a copy to look at it"), self)
        self.look.clicked.connect(self._look_at)
        self.go_back = QPushButton(self.tr("Go back to this one"), self)
        self.go_back.setDefault(True)
        self.go_back.clicked.connect(self._go_back)
        self.close_ = QPushButton(self.tr("Close"), self)
        self.close_.clicked.connect(self.reject)
        self._lay_out()
        self._show_chosen()

    def show_states(self, states: Sequence[State]) -> None:
        """Offer these, the newest first."""
        self._states = states
        self.list.clear()
        rows = [self._row(state) for state in states]
        self.list.addTopLevelItems(rows)
        if rows:
            self._words.setText(
                self.tr(
                    "Twosource keeps these by itself; together they take {size}. Whatever you choose, the "
                    "case as it is now is kept too."
                ).format(size=size_words(sum(state.backup.size for state in states)))
            )
            self.list.setCurrentItem(rows[0])
            self.list.setFocus()
        else:
            self._words.setText(
                self.tr("There is none yet. One is made when a case is opened and every half hour of work.")
            )
        self._show_chosen()

    def since_words(self) -> str:
        """What is told of the state chosen."""
        return self._since.text()

    def _row(self, state: State) -> QTreeWidgetItem:
        backup = state.backup
        row = QTreeWidgetItem(
            [
                moment_words(backup.at, self._now),
                reason_words(backup.reason) if state.is_sound else self.tr("damaged"),
                f"{backup.number:,}",
                size_words(backup.size),
            ]
        )
        row.setSizeHint(1, QSize(0, _ROW_PX))
        for column in (2, 3):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setAccessibleName(self.tr("Earlier states, the newest first"))
        made.setHeaderLabels([self.tr("When"), self.tr("Kept"), self.tr("Changes in it"), self.tr("Size")])
        for column in (2, 3):
            made.headerItem().setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        head = made.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.currentItemChanged.connect(self._show_chosen)
        made.itemActivated.connect(self._look_at)
        return made

    def _chosen(self) -> State | None:
        row = self.list.currentIndex().row()
        return self._states[row] if 0 <= row < len(self._states) else None

    def _show_chosen(self) -> None:
        state = self._chosen()
        usable = state is not None and state.is_sound
        self.look.setEnabled(usable)
        self.go_back.setEnabled(usable)
        self._since.setText(since_words(state.since) if state is not None and usable else "")

    def _look_at(self) -> None:
        self._leave_with(self.look_wanted)

    def _go_back(self) -> None:
        self._leave_with(self.return_wanted)

    def _leave_with(self, wanted: SignalInstance) -> None:
        state = self._chosen()
        if state is not None and state.is_sound:
            self.accept()
            wanted.emit(state.backup)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        for part in (self._heading, self._words):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self._since)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.close_, self.look, self.go_back):
            button.setAutoDefault(button is self.go_back)
            row.addWidget(button)
        column.addLayout(row)


def _muted(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
