"""What every card in a list of cards has: ground, border, and the accent of the one the keys act on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.look import Look


class Card(QWidget):
    """Chosen by a click or by the keyboard coming to it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def choose(self) -> None:
        """Ask to become the current card."""
        raise NotImplementedError

    def set_current(self, current: bool) -> None:
        """Mark the card as the one that the keys act on."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card's ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        width = 1.6 if self._current else 1.0
        painter.setPen(QPen(theme.accent if self._current else theme.line, width))
        painter.setBrush(theme.raised)
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        super().mousePressEvent(event)
        self.choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the card that the keyboard has come to."""
        super().focusInEvent(event)
        self.choose()
