"""A picture to choose an area of, with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.logged.drawn import Drawn
from ui.theme.look import Look
from workbench.logged import corners

_HIGHEST_PX = 240
_LEAST_PX = 4
"""A shorter stroke of the mouse is a click, which lets go of the area."""


class Preview(QWidget):
    """Shows a picture as large as there is room. What is drawn on it is told in pixels of the original."""

    area_drawn = Signal(int, int, int, int)
    """Left, top, right, bottom."""
    area_dropped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: QImage | None = None
        self._full = QSize()
        self._area: QRect | None = None
        self._began: QPoint | None = None
        self._has_areas = True
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_picture(self, drawn: Drawn | None, *, areas: bool = True) -> None:
        """Show another picture; None shows none. `areas`: whether they can be drawn on it."""
        self._picture = self._area = None
        self._has_areas = areas
        self.setCursor(Qt.CursorShape.CrossCursor if areas else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(
            self.tr("Picture; draw an area of it with the mouse, or type its corners")
            if areas
            else self.tr("The page")
        )
        if drawn is not None:
            step = 3 * drawn.width
            shown = QImage(drawn.pixels, drawn.width, drawn.height, step, QImage.Format.Format_RGB888)
            self._picture = shown.copy()  # the bytes may go away
            self._full = QSize(drawn.full_width, drawn.full_height)
        self.setVisible(drawn is not None)
        self.updateGeometry()
        self.update()

    def show_place(self, place: str) -> None:
        """Show where an area lies, as it is cited; nothing for any other place."""
        found = corners(place)
        area = QRect(QPoint(found[0], found[1]), QPoint(found[2] - 1, found[3] - 1)) if found else None
        if area != self._area:
            self._area = area
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the picture is at a usual width."""
        return QSize(420, self.heightForWidth(420))

    def hasHeightForWidth(self) -> bool:
        """A picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the picture at a width."""
        if self._picture is None:
            return 0
        size = self._picture.size().scaled(width, _HIGHEST_PX, Qt.AspectRatioMode.KeepAspectRatio)
        return min(size.height(), self._picture.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin an area."""
        wanted = self._has_areas and self._picture is not None
        if wanted and event.button() is Qt.MouseButton.LeftButton:
            self._began = self._at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it larger or smaller."""
        if self._began is not None:
            self._area = self._between(self._began, self._at(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the area; a click alone lets go of the one there was."""
        began, self._began = self._began, None
        if began is None:
            return
        area, scale = self._between(began, self._at(event.position())), self._scale()
        if max(area.width(), area.height()) * scale < _LEAST_PX:
            self._area = None
            self.area_dropped.emit()
        else:
            self._area = area
            self.area_drawn.emit(area.left(), area.top(), area.right() + 1, area.bottom() + 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and the area."""
        if self._picture is None:
            return
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.drawImage(place, self._picture)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self._area is not None:
            scale = self._scale()
            shown = QRectF(
                place.left() + self._area.left() * scale,
                place.top() + self._area.top() * scale,
                self._area.width() * scale,
                self._area.height() * scale,
            )
            # On any picture one of the two can be seen.
            painter.setPen(QPen(theme.raised, 4))
            painter.drawRect(shown)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(shown)

    def _place(self) -> QRect:
        """Where the picture stands."""
        assert self._picture is not None
        size = self._picture.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint(0, 0), size)

    def _scale(self) -> float:
        """Pixels of the screen for one of the original."""
        return self._place().width() / max(1, self._full.width())

    def _at(self, point: QPointF) -> QPoint:
        """A point of the original."""
        scale = self._scale()
        left = min(max(0, round(point.x() / scale)), self._full.width())
        return QPoint(left, min(max(0, round(point.y() / scale)), self._full.height()))

    def _between(self, one: QPoint, other: QPoint) -> QRect:
        left, right = sorted((one.x(), other.x()))
        top, bottom = sorted((one.y(), other.y()))
        return QRect(left, top, max(1, right - left), max(1, bottom - top))
