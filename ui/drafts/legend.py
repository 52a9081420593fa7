"""What the tints and lines on two drafts mean, each shown as it is painted there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.drafts.side import paint_line
from ui.text.lines import Piece
from ui.theme.colours import Tone
from ui.theme.look import Look

_GAP, _HEIGHT, _BAR = 18, 26, 3


class Legend(QWidget):
    """One line: taken out, put in, moved, a figure or a "not", new and not covered."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = (
            ("taken out", self.tr("taken out")),
            ("put in", self.tr("put in")),
            ("moved", self.tr("moved")),
            ("grave", self.tr("a figure or a “not”")),
            ("fresh", self.tr("new, not covered yet")),
        )
        self.setAccessibleName(
            self.tr(
                "Words taken out are struck through, words put in underlined, moved words dotted. "
                "New sentences without a claim have a bar beside them."
            )
        )
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = QFontMetrics(self._look.ui_font(11))
        width = sum(metrics.horizontalAdvance(words) + _GAP for _, words in self._entries)
        return QSize(width + 2 * _BAR, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """What there is no room for is left out at the end."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries, each in its own manner."""
        painter, theme = QPainter(self), self._look.theme
        font = self._look.ui_font(11)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        grounds = {
            "taken out": theme.differs_story,
            "put in": theme.differs_source,
            "moved": theme.tint(Tone.MUTED),
            "grave": theme.differs_figure,
        }
        left = 0.0
        for kind, words in self._entries:
            width = metrics.horizontalAdvance(words)
            if left + width > self.width():
                break
            base = (_HEIGHT + metrics.capHeight()) / 2
            piece = Piece(left, left + width, base, metrics.ascent())
            if kind == "fresh":
                bar = QRectF(left - _BAR - 3, piece.rect.top(), _BAR, piece.rect.height())
                painter.fillRect(bar, theme.ink(Tone.CARE))
            else:
                painter.fillRect(piece.rect.adjusted(-3, 0, 3, 0), grounds[kind])
            painter.setPen(theme.text)
            painter.drawText(QRectF(left, 0, width + 2, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
            if kind in ("taken out", "put in", "moved"):
                paint_line(painter, theme, kind, piece)
            left += width + _GAP
