"""How a passage found by hand looks in the list: where it stands above its words, those asked for tinted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.models.found_rows import FoundRow
from ui.models.rows import ROW_ROLE
from ui.panels.grounds import paint_ground, paint_icon
from ui.text.positions import Positions
from ui.theme.colours import Tone
from ui.theme.look import Look

_SIDE, _TOP, _HEADING = 12, 9, 30
_TITLE_PX, _SMALL_PX, _LINE_PX, _LINES = 19, 18, 21, 6
_MOST_KEPT = 400


class FoundDelegate(QStyledItemDelegate):
    """Paints a `FoundRow`."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = look.ui_font(13, QFont.Weight.DemiBold)
        self._small = look.ui_font(12)
        self._heading = look.ui_font(12, QFont.Weight.DemiBold)
        self._laid_out: dict[tuple[FoundRow, int], QTextLayout] = {}
        look.changed.connect(self._laid_out.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need at the width of the list."""
        row: FoundRow = index.data(ROW_ROLE)
        width = option.rect.width()
        lines = min(self._layout(row, width - 2 * _SIDE).lineCount(), _LINES)
        heading = _HEADING if row.heading else 0
        return QSize(width, heading + 2 * _TOP + _TITLE_PX + _SMALL_PX + 3 + lines * _LINE_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, beneath its group's heading if it is the first."""
        row: FoundRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self._paint_heading(painter, option.rect, row)
            option.rect.adjust(0, _HEADING, 0, 0)
        paint_ground(painter, option, self._look.theme)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_title(painter, QRect(inner.left(), inner.top(), inner.width(), _TITLE_PX), row)
        below = QRect(inner.left(), inner.top() + _TITLE_PX, inner.width(), _SMALL_PX)
        self._paint_line(painter, below, row.details, self._small, self._look.theme.muted)
        self._paint_words(painter, inner, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: FoundRow) -> None:
        line = QRect(rect.left() + 4, rect.top(), rect.width() - 8, _HEADING - 4)
        if row.icon:
            icon = QRect(line.left() + 6, line.center().y() - 6, 14, 14)
            paint_icon(painter, self._look.icon(row.icon, Tone.MUTED), icon)
            line.adjust(28, 0, 0, 0)
        self._paint_line(painter, line, row.heading, self._heading, self._look.theme.muted)

    def _paint_title(self, painter: QPainter, line: QRect, row: FoundRow) -> None:
        """The title, and at the right what the passage does to the claim once it is linked."""
        taken = 0
        if row.sign is not None:
            taken = QFontMetrics(self._heading).horizontalAdvance(row.sign.word) + 24
            right = line.right() - taken
            icon = QRect(right + 6, line.top() + 3, 13, 13)
            paint_icon(painter, self._look.icon(row.sign.icon, row.sign.tone), icon)
            rest = line.adjusted(line.width() - taken + 24, 0, 2, 0)
            self._paint_line(painter, rest, row.sign.word, self._heading, self._look.theme.ink(row.sign.tone))
        title = line.adjusted(0, 0, -taken - 4 if taken else 0, 0)
        self._paint_line(painter, title, row.title, self._title, self._look.theme.text)

    def _paint_words(self, painter: QPainter, inner: QRect, row: FoundRow) -> None:
        painter.setPen(self._look.theme.text)
        top = inner.top() + _TITLE_PX + _SMALL_PX + 3
        layout = self._layout(row, inner.width())
        for number in range(min(layout.lineCount(), _LINES)):
            layout.lineAt(number).draw(painter, QPointF(inner.left(), top))

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    def _layout(self, row: FoundRow, width: int) -> QTextLayout:
        known = self._laid_out.get((row, width))
        if known is None:
            if len(self._laid_out) > _MOST_KEPT:
                self._laid_out.clear()
            known = self._laid_out[row, width] = self._lay_out(row, width)
        return known

    def _lay_out(self, row: FoundRow, width: int) -> QTextLayout:
        flat = row.text.replace("\n", " ")
        layout = QTextLayout(flat, self._look.reading_font(15))
        layout.setFormats(self._formats(row, flat))
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid() and number <= _LINES:
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * _LINE_PX))
            number += 1
        layout.endLayout()
        return layout

    def _formats(self, row: FoundRow, text: str) -> list[QTextLayout.FormatRange]:
        positions, made = Positions(text), []
        for span in row.lit:
            tinted = QTextLayout.FormatRange()
            tinted.start = positions.to_qt(span.start)
            tinted.length = positions.to_qt(span.end) - tinted.start
            tinted.format = QTextCharFormat()
            tinted.format.setBackground(self._look.theme.tint(Tone.CARE))
            made.append(tinted)
        return made
