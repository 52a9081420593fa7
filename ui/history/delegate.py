"""How a line of the history looks: when, what and by whom, and beneath it the words it was about."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.history.entries import Entry
from ui.history.rows import Day
from ui.history.telling import Topic
from ui.models.person_words import person_words
from ui.models.rows import ROW_ROLE
from ui.panels.grounds import paint_ground, paint_icon
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Act
from workbench.model import ClaimId
from workbench.record import Odd

ROW_PX = 50
_SIDE, _TIME_PX, _ICON_PX, _LINE_PX = 18, 46, 26, 19
_ICONS = {
    Topic.CLAIMS: "highlighter",
    Topic.DECISIONS: "scale",
    Topic.EVIDENCE: "link",
    Topic.DOCUMENTS: "file-text",
    Topic.SOURCES: "user",
    Topic.QUERIES: "message-square",
    Topic.SIGNING: "shield",
    Topic.DESK: "settings",
    Topic.FOUND: "sparkles",
}
_TURNED = {Act.UNDONE: "undo-2", Act.REDONE: "redo-2"}


class EntryDelegate(QStyledItemDelegate):
    """Paints headings and entries, all of one height.

    `numbers` are those of the claims now; `odd` is what a reader should know of an event, by its number.
    """

    def __init__(self, look: Look, crossed_out: Container[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.crossed_out = crossed_out
        self.numbers: Mapping[ClaimId, int] = {}
        self.odd: dict[int, tuple[Odd, ...]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height, so that a list of 50,000 is laid out at once."""
        return QSize(option.rect.width(), ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or an entry."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Day):
            self._paint_day(painter, option.rect, row)
        elif isinstance(row, Entry):
            paint_ground(painter, option, self._look.theme)
            self._paint_entry(painter, option.rect, row)
        painter.restore()

    def icon_of(self, entry: Entry) -> str:
        """The name of the icon that stands for what an entry is about."""
        if entry.number in self.odd:
            return "triangle-alert"
        return _TURNED.get(entry.act) or ("copy" if entry.is_merge else _ICONS[entry.told.topic])

    def _paint_day(self, painter: QPainter, rect: QRect, day: Day) -> None:
        font = self._look.ui_font(12, QFont.Weight.DemiBold)
        line = QRect(rect.left() + _SIDE, rect.bottom() - 24, rect.width() - 2 * _SIDE, 20)
        self._line(painter, line, day.words, font, self._look.theme.muted)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme, look = self._look.theme, self._look
        crossed = entry.number in self.crossed_out
        quiet = crossed or entry.told.topic is Topic.FOUND
        left, top = rect.left() + _SIDE, rect.top() + 6
        right = rect.right() - _SIDE
        small, plain = look.ui_font(12), look.ui_font(13)
        self._line(painter, QRect(left, top, _TIME_PX, _LINE_PX), f"{entry.at:%H:%M}", small, theme.muted)
        tone = Tone.CARE if entry.number in self.odd else Tone.MUTED if quiet else Tone.ACCENT
        icon = look.icon(self.icon_of(entry), tone)
        paint_icon(painter, icon, QRect(left + _TIME_PX, top + 2, 15, 15))
        start = left + _TIME_PX + _ICON_PX
        name = person_words(entry.by)
        by = min(QFontMetrics(small).horizontalAdvance(name) + 3, (right - start) // 3)
        self._line(painter, QRect(right - by, top, by, _LINE_PX), name, small, theme.muted)
        plain.setStrikeOut(crossed)
        ink = theme.muted if quiet else theme.text
        what = entry.what(self.numbers)
        self._line(painter, QRect(start, top, right - start - by - 12, _LINE_PX), what, plain, ink)
        below = QRect(start, top + _LINE_PX, right - start, _LINE_PX)
        self._line(painter, below, entry.told.words, look.reading_font(13), theme.muted)

    def _line(self, painter: QPainter, rect: QRect, text: str, font: QFont, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
