"""When the chosen claim appeared where: a list from the oldest text on, with what changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStackedWidget, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.map.appearance_rows import AppearanceRow
from ui.models.rows import ROW_ROLE, Column, Rows
from ui.panels.comparison import Comparison, compared
from ui.panels.grounds import paint_ground, plain_list
from ui.panels.lines import Lines
from ui.panels.words import EmptyState
from ui.theme.colours import Tone
from ui.theme.look import Look

WIDEST = 820
"""The list never gets wider, so that its lines can be read."""
_DATE_PX, _TOP, _SIDE, _DOT = 112, 11, 14, 4.5
_LINE_PX, _SMALL_PX, _GAP = 23, 18, 3


class Timeline(QWidget):
    """The appearances of one claim. The keyboard goes through them by the arrows; Enter opens one."""

    opened = Signal(object)
    """The `Passage` to be shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = plain_list(self.tr("When the claim appeared where"))
        self._list.setItemDelegate(AppearanceDelegate(look, self))
        self._list.setMaximumWidth(WIDEST)
        roles = {Qt.ItemDataRole.AccessibleTextRole: _spoken}
        columns = (Column[AppearanceRow](self.tr("Passage"), lambda row: row.words, roles),)
        self._model = Rows(columns, lambda row: row.key, self)
        self._list.setModel(self._model)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self._list.selectionModel().currentChanged.connect(self._compare)
        self._beside = Comparison(look)
        self._beside.setMaximumWidth(WIDEST)
        self._beside.hide()
        self._empty = EmptyState(look)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._list, 1)
        column.addWidget(self._beside)
        self._pages = QStackedWidget()
        self._pages.addWidget(told)
        self._pages.addWidget(self._empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 8, 6, 8)
        rows.addWidget(self._pages)
        look.changed.connect(self._list.viewport().update)

    def show_rows(self, rows: Sequence[AppearanceRow], *, chosen: bool) -> None:
        """Show the appearances of the claim that is `chosen`, if any is."""
        self._model.show_rows(rows)
        self._list.scheduleDelayedItemsLayout()
        self._pages.setCurrentIndex(0 if rows else 1)
        self._compare()
        if chosen:
            self._empty.say(
                self.tr("The claim appears nowhere else"),
                self.tr("Import the texts it may come from, with Ctrl+I, or link passages that support it."),
            )
        else:
            self._empty.say(
                self.tr("No claim is chosen"), self.tr("Choose one in the list to see where it appeared.")
            )

    def rows(self) -> tuple[AppearanceRow, ...]:
        """What is shown, from the oldest on."""
        return self._model.rows()

    def take_keyboard(self) -> None:
        """Go on from the first appearance."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._model.rowCount() and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _compare(self, *_: object) -> None:
        """Set the chosen telling beside the first, with what differs tinted."""
        shown, row = self.rows(), self._model.row(self._list.currentIndex())
        told = bool(shown) and row is not None and row.key != shown[0].key
        self._beside.setVisible(told)
        if told and row is not None:
            headings = tuple(" · ".join((one.date, one.title)) for one in (shown[0], row))
            self._beside.show_wordings(*compared(shown[0].words, row.words, (headings[0], headings[1])))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.opened.emit(row.place)


class AppearanceDelegate(QStyledItemDelegate):
    """Paints an `AppearanceRow`: the date beside a rail, then title, words, and what changed since."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strong, self._small = look.ui_font(13, QFont.Weight.DemiBold), look.ui_font(12)
        self._words = Lines(look.reading_font(15), _LINE_PX, 5)
        self._since = Lines(self._small, _SMALL_PX, 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need at the width of the list."""
        row: AppearanceRow = index.data(ROW_ROLE)
        width = self._inner(option.rect).width()
        height = 2 * _TOP + 2 * _SMALL_PX + _GAP + self._words.height(row.words, width)
        height += sum(self._since.height(told, width) + _GAP for told in row.since)
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row: AppearanceRow = index.data(ROW_ROLE)
        theme, inner = self._look.theme, self._inner(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        self._paint_rail(painter, option.rect, row)
        line = QRect(option.rect.left() + _SIDE, inner.top(), _DATE_PX - _SIDE - 20, _SMALL_PX)
        self._paint_line(painter, line, row.date, self._strong if row.first else self._small)
        painter.setPen(theme.text)
        line = QRect(inner.left(), inner.top(), inner.width(), _SMALL_PX)
        self._paint_line(painter, line, row.title, self._strong)
        painter.setPen(theme.muted)
        self._paint_line(painter, line.translated(0, _SMALL_PX), row.details, self._small)
        top = inner.top() + 2 * _SMALL_PX + _GAP
        painter.setPen(theme.text)
        self._words.paint(painter, row.words, inner.left(), top, inner.width())
        top += self._words.height(row.words, inner.width()) + _GAP
        painter.setPen(theme.ink(Tone.CARE))
        for told in row.since:
            self._since.paint(painter, told, inner.left(), top, inner.width())
            top += self._since.height(told, inner.width()) + _GAP
        painter.restore()

    def _paint_rail(self, painter: QPainter, rect: QRect, row: AppearanceRow) -> None:
        """A dot on a line that runs from the oldest to the newest."""
        theme = self._look.theme
        x, middle = rect.left() + _DATE_PX - 12.0, rect.top() + _TOP + _SMALL_PX / 2
        painter.setPen(QPen(theme.line, 2))
        painter.drawLine(QPointF(x, middle if row.first else rect.top()), QPointF(x, rect.bottom()))
        painter.setPen(QPen(theme.accent if row.first else theme.muted, 2))
        painter.setBrush(theme.accent if row.first else theme.paper)
        painter.drawEllipse(QRectF(x - _DOT, middle - _DOT, 2 * _DOT, 2 * _DOT))
        painter.setPen(theme.text if row.first else theme.muted)

    def _paint_line(self, painter: QPainter, line: QRect, words: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(_DATE_PX + 6, _TOP, -_SIDE, -_TOP)


def _spoken(row: AppearanceRow) -> str:
    return ". ".join(part for part in (row.date, row.title, row.details, row.words, *row.since) if part)
