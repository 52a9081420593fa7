"""The cases opened lately, as a menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.settings import Settings


class RecentCases(QMenu):
    """Filled when it is opened."""

    chosen = Signal(str)
    """The path of a case file."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Recent cases"))
        self._settings = settings
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)

    def _fill(self) -> None:
        self.clear()
        for name in self._settings.recent:
            # A lone ampersand would make a shortcut.
            self.addAction(Path(name).stem.replace("&", "&&")).setData(name)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
