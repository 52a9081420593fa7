"""The margin beside a text: numbered badges on the lines where marks begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.text.layer import Screen
from ui.text.marks import Mark
from ui.theme.colours import Tone
from ui.theme.look import Look

_START = attrgetter("span.start")
_HEIGHT = 19.0
_LEAST_WIDTH = 22.0
_APART = 4.0
_FROM_TEXT = 2.0


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge on screen; several marks share one where there is no room for all."""

    rect: QRectF
    label: str
    marks: tuple[Mark, ...]
    is_current: bool


class Widths(dict[str, float]):
    """Widths of badges by what stands on them, each measured once."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, label: str) -> float:
        self[label] = max(_LEAST_WIDTH, self._metrics.horizontalAdvance(label) + 10)
        return self[label]


class Margin(QWidget):
    """Lies beneath a text's page and shows on both sides of it; passes the wheel on to the page."""

    badge_clicked = Signal(object)
    """Keys of the badge's marks."""

    def __init__(self, look: Look, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._page = page
        self._badges: tuple[Badge, ...] = ()
        self._right = 0
        self._width_of = Widths(self._font())
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)

    @property
    def badges(self) -> tuple[Badge, ...]:
        """The badges on screen."""
        return self._badges

    def show_badges(self, screen: Screen, right: int) -> None:
        """Show the badges of the marks that begin on screen, `right` being the edge of the words."""
        self._badges = tuple(badges(screen, right - _FROM_TEXT, self._width_of))
        self._right = right
        self.update(0, 0, right, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badges; there are none on the far side of the page."""
        if event.rect().left() >= self._right:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for badge in self._badges:
            if badge.rect.intersects(QRectF(event.rect())):
                self._paint(painter, badge)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the marks of a badge."""
        badge = self._badge_at(event.position())
        if badge is not None and event.button() is Qt.MouseButton.LeftButton:
            self.badge_clicked.emit(tuple(mark.key for mark in badge.marks))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a badge can be clicked."""
        badge = self._badge_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if badge else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page."""
        QApplication.sendEvent(self._page, event)

    def _font(self) -> QFont:
        return self._look.ui_font(11, QFont.Weight.DemiBold)

    def _paint(self, painter: QPainter, badge: Badge) -> None:
        theme = self._look.theme
        tone = badge.marks[0].tone if len(badge.marks) == 1 else Tone.MUTED
        ground, words = theme.tint(tone), theme.ink(tone)
        if badge.is_current:
            ground, words = theme.ink(tone), theme.paper
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(badge.rect, 5, 5)
        painter.setPen(words)
        painter.drawText(badge.rect, Qt.AlignmentFlag.AlignCenter, badge.label)

    def _badge_at(self, point: QPointF) -> Badge | None:
        return next((badge for badge in self._badges if badge.rect.contains(point)), None)


def badges(screen: Screen, right: float, width_of: Widths) -> list[Badge]:
    """Badges in reading order on each line, the last one against `right`; "+2" is two without room."""
    current = {stretch.mark.key for stretch in screen.current}
    by_line: dict[float, list[Mark]] = defaultdict(list)
    for stretch in (*screen.placed, *screen.current):
        if stretch.starts and stretch.mark.badge:
            by_line[stretch.piece.base].append(stretch.mark)
    for marks in by_line.values():
        marks.sort(key=_START)
    return [
        badge for base, marks in by_line.items() for badge in _on_line(base, marks, right, width_of, current)
    ]


def _on_line(
    base: float, marks: Sequence[Mark], right: float, width_of: Widths, current: set[str]
) -> list[Badge]:
    groups = _grouped(marks, right - _APART, width_of)
    made: list[Badge] = []
    for label, group in reversed(groups):
        width = width_of[label]
        rect = QRectF(right - width, base - 14.5, width, _HEIGHT)
        made.append(Badge(rect, label, group, any(mark.key in current for mark in group)))
        right -= width + _APART
    return made[::-1]


def _grouped(marks: Sequence[Mark], room: float, width_of: Widths) -> list[tuple[str, tuple[Mark, ...]]]:
    """One group a mark where all fit, else as many as fit and one for the rest."""
    widths = [width_of[mark.badge] + _APART for mark in marks]
    shown = len(marks)
    if sum(widths) > room:
        room -= width_of[f"+{len(marks)}"] + _APART
        while shown and sum(widths[:shown]) > room:
            shown -= 1
    groups: list[tuple[str, tuple[Mark, ...]]] = [(mark.badge, (mark,)) for mark in marks[:shown]]
    rest = tuple(marks[shown:])
    return [*groups, (f"+{len(rest)}", rest)] if rest else groups
