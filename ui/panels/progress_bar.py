"""How far a check has come: a slim bar, one stretch for each colour of what is settled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.models.claim_rows import Tally
from ui.theme.look import Look

_GAP, _HEIGHT = 2, 6


class CheckBar(QWidget):
    """Segments for the checked claims by tone; what is left stays pale."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tally = Tally(0, 0, 0, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_tally(self, tally: Tally, words: str) -> None:
        """Show a count; `words` say the same to who cannot see it."""
        self._tally = tally
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A slim line."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme, tally = self._look.theme, self._tally
        open_count = tally.taken_up - tally.checked
        parts = [(theme.ink(tone), count) for tone, count in tally.tones] + [(theme.line, open_count)]
        left, each = 0.0, self.width() / max(tally.taken_up, 1)
        if not tally.taken_up:
            parts = [(theme.line, 1)]
        for colour, count in parts:
            if count > 0:
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(left, 0, max(each * count - _GAP, 2), _HEIGHT), 3, 3)
                left += each * count
