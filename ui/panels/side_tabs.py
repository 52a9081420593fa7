"""What shares the left side: one at a time in front, chosen by tabs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget


class SideTabs(QWidget):
    """Tabs above the pages they bring to the front."""

    turned = Signal()
    """Another page is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QTabBar()
        self._pages = QStackedWidget()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setAccessibleName(self.tr("What the left side shows"))
        self._bar.currentChanged.connect(self._turn)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 0)
        rows.setSpacing(0)
        strip = QVBoxLayout()
        strip.setContentsMargins(4, 0, 0, 0)
        strip.addWidget(self._bar)
        rows.addLayout(strip)
        rows.addWidget(self._pages, 1)

    def add(self, page: QWidget, name: str) -> None:
        """Add a page at the end."""
        self._pages.addWidget(page)
        self._bar.addTab(name)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self._bar.setCurrentIndex(self._pages.indexOf(page))

    def _turn(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self.turned.emit()
