"""One thing that is open, as a row that can be followed; and the heading of a group of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.models.signs import Sign
from ui.panels.grounds import paint_icon
from ui.panels.lines import Lines
from ui.text.view import plain
from ui.theme.colours import Tone, blend
from ui.theme.look import Look
from workbench.openings import Opening

_LEFT, _RIGHT, _ABOVE = 24, 6, 5
_LINE_PX = 17
_MOST_LINES = 4
_HEAD_PX = 30


class _Flat(QAbstractButton):
    """A row without an edge: tinted where it is pointed at, ringed where the keyboard is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the row, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies beneath the words."""
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(blend(theme.window, theme.hover, 0.7) if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class OpeningRow(_Flat):
    """The sentence of an opening, on as many lines as it takes up to four. The tooltip has all of it."""

    def __init__(self, look: Look, lines: Lines, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._lines = lines
        self.opening: Opening | None = None
        # Not fixed: then the layout would hold it to the height it had at an earlier width.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_opening(self, opening: Opening) -> None:
        """Show another one."""
        if opening == self.opening:
            return
        self.opening = opening
        self.setText(opening.words)
        self.setAccessibleName(opening.words)
        self.setToolTip(plain(opening.words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its words are broken into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._lines.height(self.text(), width - _LEFT - _RIGHT) + 2 * _ABOVE

    def sizeHint(self) -> QSize:
        """One line, and whatever width there is."""
        return QSize(120, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        self.paint_ground(painter)
        painter.setPen(self._look.theme.text)
        self._lines.paint(painter, self.text(), _LEFT, _ABOVE, self.width() - _LEFT - _RIGHT)


class GroupHead(_Flat):
    """The heading of a group: an arrow that tells whether it is unfolded, icon, words, how many."""

    def __init__(self, look: Look, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._sign, self._count = sign, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count = count
        self.setText(self._sign.word)
        self.setAccessibleName(f"{self._sign.word}: {count:,}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, _HEAD_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow, icon, words and number."""
        painter = QPainter(self)
        self.paint_ground(painter)
        theme, middle = self._look.theme, self.height() // 2
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, self._look.icon(arrow, Tone.MUTED), QRect(2, middle - 7, 14, 14))
        paint_icon(
            painter, self._look.icon(self._sign.icon, self._sign.tone), QRect(_LEFT, middle - 7, 14, 14)
        )
        count = f"{self._count:,}"
        strong = self._look.ui_font(13, QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(theme.ink(self._sign.tone))
        room = self.rect().adjusted(0, 0, -_RIGHT - 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        metrics = QFontMetrics(strong)
        left = _LEFT + 20
        width = room.right() - metrics.horizontalAdvance(count) - 10 - left
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(width, 0))
        painter.setPen(theme.text)
        painter.drawText(QRect(left, 0, max(width, 0), self.height()), Qt.AlignmentFlag.AlignVCenter, words)


def row_lines(look: Look) -> Lines:
    """What breaks the words of all rows into lines."""
    return Lines(look.ui_font(13), _LINE_PX, _MOST_LINES)
