"""What the lines and cards of the map mean, in one row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.map.strokes import arrow, colour_of, pen_of
from ui.map.style import Style, on_screen
from ui.map.words import said, step_word
from ui.theme.look import Look
from workbench.tracing.values import Step

HEIGHT = 28.0
_SAMPLE, _GAP = 34.0, 18.0


def paint_legend(painter: QPainter, left: float, middle: float, style: Style, *, rings: bool) -> float:
    """Paint the row from `left`; its right end. `rings` when the map has circular reporting."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.font(11))
    for step in Step:
        left = _paint_line(painter, left, middle, style, step, circular=False)
    if rings:
        left = _paint_line(painter, left, middle, style, Step.CREDITS, circular=True)
    return _paint_card(painter, left, middle, style)


def _paint_line(
    painter: QPainter, left: float, middle: float, style: Style, step: Step, *, circular: bool
) -> float:
    colour = colour_of(circular, style.theme, lit=False, dimmed=False)
    end = QPointF(left + _SAMPLE, middle)
    painter.setPen(pen_of(step, colour, 1.0))
    painter.drawLine(QPointF(left, middle), end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrow(end, (1.0, 0.0)))
    words = said("in a circle") if circular else step_word(step)
    return _paint_words(painter, left + _SAMPLE + 7, middle, style, words)


def _paint_card(painter: QPainter, left: float, middle: float, style: Style) -> float:
    painter.setPen(QPen(style.theme.muted, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(style.theme.paper)
    painter.drawRoundedRect(QRectF(left, middle - 6.5, 22, 13), 3, 3)
    return _paint_words(painter, left + 29, middle, style, said("not in the case"))


def _paint_words(painter: QPainter, left: float, middle: float, style: Style, words: str) -> float:
    metrics: Callable[[str], float] = QFontMetricsF(painter.font()).horizontalAdvance
    painter.setPen(style.theme.muted)
    painter.drawText(QPointF(left, middle + 4), words)
    return left + metrics(words) + _GAP


class Legend(QWidget):
    """The row on the screen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rings = look, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        steps = ", ".join(step_word(step) for step in Step)
        self.setAccessibleName(
            self.tr("Legend: lines lead to who gave the words; {steps}").format(steps=steps)
        )
        look.changed.connect(self.update)

    def show_rings(self, shown: bool) -> None:
        """Whether the map has circular reporting."""
        self._rings = shown
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(420, round(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        paint_legend(painter, 4, self.height() / 2, on_screen(self._look), rings=self._rings)
