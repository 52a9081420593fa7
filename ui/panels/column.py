"""A column of cards and words, one below the other, scrolled up and down and as wide as its pane."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.panels.flow import Stack

_ABOVE_PX = 12


class Column(QScrollArea):
    """Shows `parts`. The keyboard goes to them, never to the column itself."""

    def __init__(self, *, gap: int, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self._rows = Stack(self._content, gap=gap)
        self._rows.setContentsMargins(margins)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._content)
        for widget in (self.viewport(), self._content):
            widget.setBackgroundRole(QPalette.ColorRole.Window)

    def fill(self, parts: Iterable[QWidget]) -> None:
        """Put parts below those that are there."""
        for part in parts:
            self._rows.addWidget(part)

    def go_to_top(self) -> None:
        """Show the first part."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, part: QWidget) -> None:
        """Bring one part into view, or something within it."""
        self.ensureWidgetVisible(part, 0, _ABOVE_PX)
