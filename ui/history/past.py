"""The bar above a case that is shown as it was: as of when, and the way back to today."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme.colours import Tone
from ui.theme.look import Look


class PastBar(QFrame):
    """Stays as long as the earlier state is shown. `today` is the case it is a state of; None for none."""

    left = Signal()
    """The case is to be shown as it is today."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past")
        self._look = look
        self.today: Path | None = None
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.button = QPushButton(self.tr("Back to today"), self)
        self.button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        look.changed.connect(self._dress)
        self.hide()

    def show_past(self, sentence: str, today: Path) -> None:
        """Say of when the state is that is shown."""
        self.today = today
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._dress()
        self.show()

    def leave(self) -> None:
        """No earlier state is shown any more."""
        self.today = None
        self.hide()

    def sentence(self) -> str:
        """What the bar says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _dress(self) -> None:
        theme = self._look.theme
        self._sign.setPixmap(self._look.icon("clock", Tone.ACCENT).pixmap(16, 16))
        self.setStyleSheet(
            f"#past {{ background: {theme.selection.name()};"
            f" border: none; border-bottom: 1px solid {theme.line.name()}; }}"
        )
