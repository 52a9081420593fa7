"""How one source looks in the list: name, kind, other names, how often it is credited, and its entry."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.models.rows import ROW_ROLE
from ui.models.source_rows import SourceRow, count_text, details_text
from ui.panels.grounds import paint_ground, paint_icon
from ui.panels.lines import Lines
from ui.register.signs import register_line
from ui.theme.colours import Tone
from ui.theme.look import Look

_SIDE, _TOP, _ICON, _INDENT = 12, 8, 16, 27
_NAME_PX, _SMALL_PX = 18, 17


class SourceDelegate(QStyledItemDelegate):
    """Paints a `SourceRow`. A pencil marks those on whom the editor has had a word, a shield the protected.

    Those of the register have their icon in colour and one line more.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = Lines(look.ui_font(13, QFont.Weight.DemiBold), _NAME_PX, 2)
        self._details = Lines(look.ui_font(12), _SMALL_PX, 2)
        self._small = look.ui_font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as name and forms need at the width of the list."""
        row: SourceRow = index.data(ROW_ROLE)
        width = option.rect.width() - 2 * _SIDE - _INDENT
        name = self._name.height(row.name, width - self._taken(row))
        lines = _SMALL_PX * (2 if row.source else 1)
        return QSize(
            option.rect.width(), 2 * _TOP + name + self._details.height(details_text(row), width) + lines
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row: SourceRow = index.data(ROW_ROLE)
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        icon = QRect(inner.left(), inner.top() + 1, _ICON, _ICON)
        tone = Tone.ACCENT if row.source else Tone.MUTED
        paint_icon(painter, self._look.icon(row.icon, tone), icon)
        for place, sign in enumerate(_signs(row)):
            at = QRect(inner.right() - 13 - 18 * place, inner.top() + 2, 13, 13)
            paint_icon(painter, self._look.icon(sign, Tone.ACCENT), at)
        words = inner.adjusted(_INDENT, 0, 0, 0)
        self._paint_words(painter, words, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, words: QRect, row: SourceRow) -> None:
        theme, name_width = self._look.theme, words.width() - self._taken(row)
        painter.setPen(theme.text)
        self._name.paint(painter, row.name, words.left(), words.top(), name_width)
        top = words.top() + self._name.height(row.name, name_width)
        painter.setPen(theme.muted)
        self._details.paint(painter, details_text(row), words.left(), top, words.width())
        top += self._details.height(details_text(row), words.width())
        self._paint_line(painter, QRect(words.left(), top, words.width(), _SMALL_PX), count_text(row))
        if row.source:
            painter.setPen(theme.ink(Tone.ACCENT))
            line = QRect(words.left(), top + _SMALL_PX, words.width(), _SMALL_PX)
            self._paint_line(painter, line, register_line(row.source, row.contacts, row.cited))

    def _paint_line(self, painter: QPainter, line: QRect, text: str) -> None:
        painter.setFont(self._small)
        shown = QFontMetrics(self._small).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _taken(self, row: SourceRow) -> int:
        return sum(20 for _ in _signs(row))


def _signs(row: SourceRow) -> tuple[str, ...]:
    """The icons behind the name."""
    protected = row.source is not None and row.source.protected
    return (*(("pencil",) if row.decided else ()), *(("shield",) if protected else ()))
