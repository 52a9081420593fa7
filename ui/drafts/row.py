"""One line of the tray: what became of a passage, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.drafts.told import fate_words
from ui.panels.card import Card
from ui.panels.grounds import paint_icon
from ui.theme.colours import Tone
from ui.theme.look import Look

if TYPE_CHECKING:
    from workbench.drafts import Waiting

_HEIGHT, _SIDE = 52, 12


class WaitingRow(Card):
    """A passage that waits. Chosen by a click or by the keyboard; Up and Down ask for the next."""

    chosen = Signal(str)
    """The id of the claim."""
    stepped = Signal(int)

    def __init__(self, look: Look, waiting: Waiting, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.waiting = waiting
        self._fate = fate_words(waiting.fate)
        self._words = " ".join(waiting.claim.wording.split())
        self.setAccessibleName(f"{self._fate}. {self._words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def choose(self) -> None:
        """Become the passage that is being placed."""
        self.chosen.emit(self.waiting.claim.id)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(240, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what became of it above its words."""
        super().paintEvent(event)
        painter, theme = QPainter(self), self._look.theme
        asked = self.waiting.asked is not None
        tone = Tone.ACCENT if asked else Tone.CARE
        icon = "pencil" if asked else "triangle-alert"
        paint_icon(painter, self._look.icon(icon, tone), QRect(_SIDE, 9, 13, 13))
        painter.setPen(theme.ink(tone))
        painter.setFont(self._look.ui_font(12))
        said = self.tr("Changed as you asked") if asked else self._fate
        room = QRect(_SIDE + 19, 6, self.width() - 2 * _SIDE - 19, 19)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        font = self._look.reading_font(14)
        painter.setFont(font)
        painter.setPen(theme.text)
        line = QRect(_SIDE, 26, self.width() - 2 * _SIDE, 20)
        cut = QFontMetrics(font).elidedText(self._words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)
