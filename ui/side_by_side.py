"""Story and source beside one another where there is room for two columns, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.story import NARROWEST


class SideBySide(QSplitter):
    """Turns by itself when it is made wider or narrower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def minimumSizeHint(self) -> QSize:
        """Room for one column."""
        return QSize(NARROWEST, 200)

    def share(self) -> None:
        """Give both the same room."""
        beside = self.orientation() is Qt.Orientation.Horizontal
        half = (self.width() if beside else self.height()) // 2
        self.setSizes([half] * self.count())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when there is too little room, or enough again."""
        beside = event.size().width() >= 2 * NARROWEST
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.share()
        super().resizeEvent(event)
