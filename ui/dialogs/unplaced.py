"""Annotations that found no place: their words, who wrote what, and why not; to be placed, or let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look

if TYPE_CHECKING:
    from workbench.annotations import Placed

_SIZE = (520, 460)
_SHORT = 90


class UnplacedDialog(QDialog):
    """Stays open beside the window: the words are selected there. Closed by itself with the last one."""

    put_wanted = Signal(object)
    """The `Placed` to be put on the words selected."""

    def __init__(self, look: Look, left: Sequence[Placed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(self.tr("Annotations without a place"))
        self._left = list(left)
        title = QLabel(self.tr("Annotations without a place"), self)
        title.setProperty("role", "title")
        advice = Words(look, self.tr("Select words in the story or a source, and put the annotation there."))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Annotations without a place"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said = Words(look)
        self._why = Words(look, px=12, tone=Tone.MUTED)
        self.put = QPushButton(self.tr("Put on the words selected"), self)
        self.put.clicked.connect(self._put)
        self.let_go = QPushButton(self.tr("Let go"), self)
        self.let_go.clicked.connect(self._let_go)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        for button in (self.put, self.let_go, close):
            button.setAutoDefault(False)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        for part in (title, advice, self._list, self._said, self._why):
            column.addWidget(part, 1 if part is self._list else 0)
        for button in (self.put, self.let_go):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(*_SIZE)
        self._list.currentRowChanged.connect(self._show)
        for one in self._left:
            words = " ".join(one.annotation.quote.exact.split())
            QListWidgetItem(words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…", self._list)
        self._list.setCurrentRow(0)

    @property
    def current(self) -> Placed | None:
        """The annotation chosen."""
        row = self._list.currentRow()
        return self._left[row] if 0 <= row < len(self._left) else None

    def count(self) -> int:
        """How many still have no place."""
        return len(self._left)

    def take_away(self, placed: Placed) -> None:
        """One has found its place."""
        row = self._left.index(placed)
        del self._left[row]
        self._list.takeItem(row)
        if not self._left:
            self.close()

    def _show(self, *_: object) -> None:
        one = self.current
        if one is None:
            return
        author = one.annotation.author or self.tr("Nobody named")
        self._said.say(f"{author}: {one.annotation.said}" if one.annotation.said else author)
        self._why.say(one.why_not)

    def _put(self) -> None:
        if self.current is not None:
            self.put_wanted.emit(self.current)

    def _let_go(self) -> None:
        if self.current is not None:
            self.take_away(self.current)
