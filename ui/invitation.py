"""What stands in the middle while there is nothing to read: what to do next, with buttons that do it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.panels.buttons import literal
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.icons import beside_icon
from ui.theme.look import Look

WIDTH = 460
"""Widest the words run, in pixels."""


class Invitation(QWidget):
    """A title, a line of advice, and buttons for commands."""

    def __init__(self, look: Look, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("invitation")
        self._title = Words(look, px=24, strong=True, reading=True)
        self._advice = Words(look, px=13, tone=Tone.MUTED)
        self.buttons = _buttons(actions, self)
        self.below = QVBoxLayout()
        self.below.setSpacing(2)
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addStretch(2)
        middle.addWidget(self._title)
        middle.addWidget(self._advice)
        middle.addSpacing(6)
        middle.addLayout(_row(self.buttons))
        middle.addSpacing(14)
        middle.addLayout(self.below)
        middle.addStretch(3)
        column = QWidget(self)
        column.setLayout(middle)
        column.setMaximumWidth(WIDTH)
        column.setMinimumWidth(min(WIDTH, 340))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 16, 32, 16)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def say(self, title: str, advice: str) -> None:
        """Name what is missing, and advise the next step."""
        self._title.say(title)
        self._advice.say(advice)


class CommandButton(QPushButton):
    """A push button that triggers a command, there while the command can be used."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(beside_icon(self._action.text()))
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setVisible(self._action.isEnabled())


class Welcome(Invitation):
    """The window without a case: make one, open one, or go on with a recent one."""

    chosen = Signal(str)
    """Path of a recent case."""

    def __init__(self, look: Look, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(look, actions, parent)
        self._look = look
        self.say(
            self.tr("Twosource"),
            self.tr(
                "Check a story against its sources, claim by claim. A case holds the story, everything "
                "you check it against, and every decision, in one file."
            ),
        )
        self._heading = Words(look, self.tr("Recent cases"), px=12, strong=True, tone=Tone.MUTED)
        self.below.addWidget(self._heading)
        self._recent: list[QPushButton] = []

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the cases used last."""
        for button in self._recent:
            button.deleteLater()
        self._recent = [self._button(Path(path)) for path in paths]
        self._heading.setVisible(bool(paths))

    def _button(self, path: Path) -> QPushButton:
        button = QPushButton(self._look.icon("file-text", Tone.MUTED), beside_icon(literal(path.stem)), self)
        button.setProperty("role", "quiet")
        button.setToolTip(str(path))
        button.setObjectName(str(path))
        button.setStyleSheet("text-align: left;")
        button.clicked.connect(self._choose)
        self.below.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())


def _buttons(actions: Sequence[QAction], parent: QWidget) -> list[CommandButton]:
    return [CommandButton(action, parent) for action in actions]


def _row(buttons: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
