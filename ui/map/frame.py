"""What frames the map and stays in sight when it is moved: the dates, and what is primary or secondary."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from ui.map.columns import Slot
from ui.map.layout import CARD_WIDTH, GAP, Column, Layout
from ui.map.style import Style
from ui.map.words import gap_words, said, slot_words

AXIS, GUTTER = 32.0, 26.0
"""Height of the dates, width of the strip beside the map; in pixels."""


def paint_axis(painter: QPainter, layout: Layout, room: QRectF, view: QTransform, style: Style) -> None:
    """Write the date beneath the columns, and how much time was left out in between."""
    painter.fillRect(room, style.theme.window)
    painter.setPen(QPen(style.theme.line, 1.0))
    painter.drawLine(room.topLeft(), room.topRight())
    free = room.left() + 2
    for (first, last), columns in groupby(layout.columns, key=lambda column: column.slot.days):
        one, *others = columns
        left = view.map(QPointF(one.x, 0)).x()
        right = view.map(QPointF((others or [one])[-1].x + CARD_WIDTH, 0)).x()
        if right < room.left() or left > room.right():
            continue
        painter.setFont(style.font(11, strong=True))
        words = slot_words(Slot(first, last))
        needed = painter.fontMetrics().horizontalAdvance(words)
        start = (left + right - needed) / 2
        if start >= free:
            painter.setPen(style.theme.muted)
            painter.drawText(QPointF(start, room.top() + 20), words)
            before = QRectF(free, room.top(), start - free, room.height())
            _paint_gap(painter, one, before, left, view.m11(), style)
            free = start + needed + 10


def _paint_gap(
    painter: QPainter, column: Column, room: QRectF, left: float, scale: float, style: Style
) -> None:
    """Two slanted strokes where much time was left out, with how much, if there is room."""
    if column.gap is None:
        return
    middle = left - GAP * scale / 2
    painter.setPen(QPen(style.theme.muted, 1.3))
    for x in (middle - 2.5, middle + 2.5):
        painter.drawLine(QPointF(x - 2.5, room.top() + 5), QPointF(x + 2.5, room.top() - 5))
    painter.setFont(style.font(11))
    words = gap_words(column.gap)
    needed = painter.fontMetrics().horizontalAdvance(words)
    start = middle - needed / 2
    if start >= room.left() and start + needed + 8 <= room.right():
        painter.setPen(style.theme.muted)
        painter.drawText(QPointF(start, room.top() + 20), words)


def paint_gutter(painter: QPainter, room: QRectF, dividing: float, style: Style) -> None:
    """Say beside the map what stands above the dividing line, and what below it."""
    theme = style.theme
    painter.fillRect(room, theme.window)
    painter.setPen(QPen(theme.line, 1.0))
    painter.drawLine(room.topRight(), room.bottomRight())
    middle = max(room.top(), min(room.bottom(), dividing))
    above = QRectF(room.left(), room.top(), room.width(), middle - room.top())
    below = QRectF(room.left(), middle, room.width(), room.bottom() - middle)
    if room.top() < middle < room.bottom():
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
    painter.setFont(style.font(11, strong=True))
    for part, words in ((above, said("Secondary")), (below, said("Primary"))):
        if part.height() > painter.fontMetrics().horizontalAdvance(words) + 12:
            _paint_upright(painter, part, words, style)


def _paint_upright(painter: QPainter, room: QRectF, words: str, style: Style) -> None:
    painter.save()
    painter.translate(room.center())
    painter.rotate(-90)
    painter.setPen(style.theme.muted)
    place = QRectF(-room.height() / 2, -room.width() / 2, room.height(), room.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
