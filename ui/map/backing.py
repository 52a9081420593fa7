"""The map kept as a picture of what is in sight, so that moving and zooming paint little or nothing anew.

Moved, it is shifted and only the strips that come into sight are painted. Zoomed, it is stretched over
a small picture of the whole map, and painted anew in bands, between events, once the hand has come to rest.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from ui.map.viewpoint import Viewpoint

PaintMap = Callable[[QPainter, QRectF, float], None]
"""Paints the stretch of the map that lies in a rectangle, at a scale; the painter has the map's measures."""
REST_MS = 70
_BAND_PX = 120


class Backing(QObject):
    """Keeps the picture true to a viewpoint."""

    renewed = Signal()
    """The picture is true to the viewpoint again."""

    def __init__(self, viewpoint: Viewpoint, paint_map: PaintMap, parent: QObject) -> None:
        super().__init__(parent)
        self._viewpoint, self._paint_map = viewpoint, paint_map
        self.ground = QColor()
        self.ratio = 1.0
        """Pixels of the screen to one of ours."""
        self._overview: tuple[QImage, QRectF] | None = None
        self._pixmap: QPixmap | None = None
        self._scale, self._origin, self._room = 1.0, QPointF(), QRectF()
        self._next: QPixmap | None = None
        self._next_scale, self._next_origin, self._next_room = 1.0, QPointF(), QRectF()
        self._done = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._paint_band)

    def show_overview(self, image: QImage, bounds: QRectF) -> None:
        """Keep a small picture of the whole map, to be seen where nothing better is there yet."""
        self._overview = image, bounds

    def drop(self) -> None:
        """The map itself has changed: nothing that is kept is true any more."""
        self._pixmap = None
        self.renew()

    def renew(self) -> None:
        """Paint the picture anew, soon; what is there is shown until then."""
        self._begin()

    def follow(self) -> None:
        """Follow the viewpoint: at the same scale at once, else when it has come to rest."""
        view = self._viewpoint
        if self._turn.isActive() and view.scale == self._next_scale and view.room == self._next_room:
            return
        if view.scale == self._scale and view.room == self._room and self._shift():
            return
        self._turn.stop()
        self._rest.start()

    def finish(self) -> None:
        """Paint all that is still to be painted, now."""
        if self._rest.isActive():
            self._begin()
        while self._turn.isActive():
            self._paint_band()

    def paint(self, painter: QPainter) -> None:
        """Paint what is kept, shifted and stretched to where it belongs."""
        view = self._viewpoint
        true = self._pixmap is not None and view.scale == self._scale and view.room == self._room
        if not true and self._overview is not None:
            image, bounds = self._overview
            painter.drawImage(view.transform.mapRect(bounds), image)
        if self._pixmap is not None:
            factor = view.scale / self._scale
            corner = view.origin + (self._room.topLeft() - self._origin) * factor
            place = QRectF(corner, self._room.size() * factor)
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))

    def _begin(self) -> None:
        self._rest.stop()
        view = self._viewpoint
        if view.room.isEmpty():
            return
        self._next = QPixmap((view.room.size() * self.ratio).toSize())
        self._next.setDevicePixelRatio(self.ratio)
        self._next.fill(self.ground)
        self._next_scale, self._next_origin = view.scale, QPointF(view.origin)
        self._next_room, self._done = QRectF(view.room), 0
        self._turn.start()

    def _paint_band(self) -> None:
        assert self._next is not None
        room = self._next_room
        band = QRectF(0, self._done, room.width(), _BAND_PX)
        offset = self._next_origin - room.topLeft()
        self._fill(self._next, band, offset, self._next_scale)
        self._done += _BAND_PX
        if self._done < room.height():
            return
        self._turn.stop()
        self._pixmap, self._next = self._next, None
        self._scale, self._origin, self._room = self._next_scale, self._next_origin, room
        self.follow()
        self.renewed.emit()

    def _shift(self) -> bool:
        """Move the picture, and paint what has come into sight. False where that cannot be done."""
        if self._pixmap is None:
            return False
        step = self._viewpoint.origin - self._origin
        across, down = step.x() * self.ratio, step.y() * self.ratio
        if across != int(across) or down != int(down):
            return False
        room = self._room
        if abs(step.x()) >= room.width() or abs(step.y()) >= room.height():
            return False
        self._origin = QPointF(self._viewpoint.origin)
        self._scroll(QPoint(int(across), int(down)))
        offset = self._origin - room.topLeft()
        for strip in _strips(step, room):
            self._fill(self._pixmap, strip, offset, self._scale)
        return True

    def _scroll(self, step: QPoint) -> None:
        assert self._pixmap is not None
        if not step.isNull():
            self._pixmap.scroll(step.x(), step.y(), self._pixmap.rect())

    def _fill(self, pixmap: QPixmap, part: QRectF, offset: QPointF, scale: float) -> None:
        """Paint one part of the picture; both in pixels of the widget, from the corner of the map's room."""
        painter = QPainter(pixmap)
        painter.setClipRect(part)
        painter.fillRect(part, self.ground)
        painter.translate(offset)
        painter.scale(scale, scale)
        seen = QRectF((part.topLeft() - offset) / scale, part.size() / scale)
        self._paint_map(painter, seen, scale)
        painter.end()


def _strips(step: QPointF, room: QRectF) -> list[QRectF]:
    """What comes into sight when a picture is shifted, from the corner of its room."""
    width, height = room.width(), room.height()
    strips = []
    if step.x():
        start = 0.0 if step.x() > 0 else width + step.x()
        strips.append(QRectF(start, 0, abs(step.x()), height))
    if step.y():
        start = 0.0 if step.y() > 0 else height + step.y()
        strips.append(QRectF(0, start, width, abs(step.y())))
    return strips
