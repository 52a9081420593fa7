"""A sentence at the foot of the window that is to be seen but needs no answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.look import Look

_ICON, _GAP = 14, 6
_WIDEST = 460
"""It leaves room for the work beside it, in pixels."""


class Notice(QLabel):
    """A warning sign and the sentence, shortened where there is too little room; all of it in the tooltip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; "" hides it."""
        self.setText(sentence)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line, of which not all need be seen."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + _ICON + _GAP + 16
        return QSize(min(wide, _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The sign and a few words."""
        return QSize(120, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sign and sentence."""
        painter, tone = QPainter(self), Tone.CARE
        top = (self.height() - _ICON) // 2
        self._look.icon("triangle-alert", tone).paint(painter, 0, top, _ICON, _ICON)
        room = self.rect().adjusted(_ICON + _GAP, 0, -10, 0)
        painter.setPen(self._look.theme.ink(tone))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
