"""What part of the map is seen, and how large."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

SMALLEST, LARGEST = 0.06, 2.5
LEGIBLE = 0.64
"""At this scale all that is written on a card can be read with ease."""
_MARGIN = 22.0
_KEPT = 60.0
"""So many pixels of the map always stay in sight."""


@dataclass(slots=True)
class Viewpoint:
    """Where the map stands in its room on the screen. `scale` 1 is full size."""

    room: QRectF = field(default_factory=lambda: QRectF(0, 0, 900, 500))
    bounds: QRectF = field(default_factory=lambda: QRectF(0, 0, 1, 1))
    """The rectangle around all that is on the map, in its own measures."""
    scale: float = 1.0
    origin: QPointF = field(default_factory=QPointF)
    """Where the map's own origin lies on the screen."""

    @property
    def transform(self) -> QTransform:
        """From the map to the screen."""
        return QTransform(self.scale, 0, 0, self.scale, self.origin.x(), self.origin.y())

    @property
    def seen(self) -> QRectF:
        """The stretch of the map that is in sight."""
        return QRectF(self.on_map(self.room.topLeft()), self.on_map(self.room.bottomRight()))

    def on_map(self, point: QPointF) -> QPointF:
        """A point of the screen in the map's measures."""
        return (point - self.origin) / self.scale

    def move(self, step: QPointF) -> None:
        """Move the map by so many pixels of the screen."""
        self.origin += step
        self._keep_in_sight()
        self._settle()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Make the map larger or smaller around a point of the screen."""
        fixed = self.on_map(at)
        self.scale = max(SMALLEST, min(LARGEST, self.scale * factor))
        self.origin = at - fixed * self.scale
        self._keep_in_sight()
        self._settle()

    def fit(self, part: QRectF) -> None:
        """Show a part of the map whole, not larger than full size."""
        room = self.room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        share = min(room.width() / max(part.width(), 1), room.height() / max(part.height(), 1))
        self.scale = max(SMALLEST, min(1.0, share))
        self.origin = room.center() - part.center() * self.scale
        self._settle()

    def look_at(self, part: QRectF) -> None:
        """Show a part of the map so large that it can be read; where it is too wide, its right end."""
        self.fit(self.bounds)
        if self.scale >= LEGIBLE:
            return
        self.fit(part)
        if self.scale < LEGIBLE:
            self.scale = LEGIBLE
            seen = self.room.width() / self.scale
            middle = part.center()
            if part.width() > seen:
                middle.setX(part.right() + 2 * _MARGIN - seen / 2)
            self.origin = self.room.center() - middle * self.scale
            self._settle()

    def reveal(self, part: QRectF) -> None:
        """Move the map as little as is needed to have a part of it in sight."""
        place = self.transform.mapRect(part).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        room = self.room
        right = max(room.left() - place.left(), 0) or min(room.right() - place.right(), 0)
        down = max(room.top() - place.top(), 0) or min(room.bottom() - place.bottom(), 0)
        self.origin += QPointF(right, down)
        self._settle()

    def _settle(self) -> None:
        """On whole pixels, what has been painted can be shifted."""
        self.origin = QPointF(round(self.origin.x()), round(self.origin.y()))

    def _keep_in_sight(self) -> None:
        place = self.transform.mapRect(self.bounds)
        room = self.room.adjusted(_KEPT, _KEPT, -_KEPT, -_KEPT)
        right = max(room.left() - place.right(), 0) or min(room.right() - place.left(), 0)
        down = max(room.top() - place.bottom(), 0) or min(room.bottom() - place.top(), 0)
        self.origin += QPointF(right, down)
