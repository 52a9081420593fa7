"""The map as it is shown: what part of it is seen, which card is chosen, which claim is lit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.map.backing import Backing
from ui.map.faces import Faces
from ui.map.frame import AXIS, GUTTER, paint_axis, paint_gutter
from ui.map.light import Light
from ui.map.picture import Picture, overview
from ui.map.style import on_screen
from ui.map.telling import card_words
from ui.map.viewpoint import Viewpoint
from ui.theme.look import Look


class MapView(QWidget):
    """Shows a `Picture`. One card can be chosen."""

    chosen = Signal(str)
    """The key of the card that has been chosen, by mouse or keyboard."""
    zoomed = Signal(float)
    """The scale has changed; 1 is full size."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self._faces = Faces(on_screen(look))
        self._viewpoint = Viewpoint()
        self._backing = Backing(self._viewpoint, self._paint_map, self)
        self._current: str | None = None
        self._hovered: str | None = None
        self._painted: str | None = None
        self._untouched = True
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Source map"))
        self._backing.renewed.connect(self._take_over)
        look.changed.connect(self._wear)
        self._wear()

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def current(self) -> str | None:
        """The key of the card that is chosen."""
        return self._current

    @property
    def viewpoint(self) -> Viewpoint:
        """What part of the map is seen, and how large."""
        return self._viewpoint

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(900, 560)

    def clear(self) -> None:
        """Show nothing."""
        self._picture = self._current = self._hovered = None
        self._untouched = True

    def show_picture(self, picture: Picture, small: QImage) -> None:
        """Show another map, `small` all of it; a card that both have stays where it is on the screen."""
        before, kept = self._picture, self._current
        self._picture = picture
        self._viewpoint.bounds = picture.bounds
        self._hovered = None
        if before is None or self._untouched:
            self._first_sight()
        elif kept in before.rects and (key := _same(before, picture, kept)):
            moved = picture.rects[key].center() - before.rects[kept].center()
            self._viewpoint.move(-moved * self._viewpoint.scale)
        if kept is not None:
            self._current = _same(before, picture, kept) if before else None
        self._backing.show_overview(small, picture.bounds)
        self._backing.drop()
        self.update()

    def show_light(self, light: Light) -> None:
        """Light another claim's chain."""
        if self._picture is not None:
            self._picture.light = light
            if self._untouched:
                self._first_sight()
            self._backing.renew()
            self.update()

    def choose(self, key: str) -> None:
        """Choose a card, bring it into view, and say what it is."""
        if self._picture is None or key not in self._picture.rects:
            return
        self._current, self._untouched = key, False
        self._viewpoint.reveal(self._picture.rects[key])
        self._moved()
        self._backing.renew()
        self._announce(self.words_of(key))
        self.update()
        self.chosen.emit(key)

    def words_of(self, key: str) -> str:
        """All that is known of a card, as its tooltip says it."""
        assert self._picture is not None
        return card_words(self._picture.sheet, key, self._picture.light)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make the map larger or smaller around a point of the widget; its middle by default."""
        self._untouched = False
        self._viewpoint.zoom(factor, at or self._viewpoint.room.center())
        self._moved()

    def fit(self) -> None:
        """Show the whole map."""
        self._untouched = False
        self._viewpoint.fit(self._viewpoint.bounds)
        self._moved()

    def settle(self) -> None:
        """Paint at once what would be painted when the hand has come to rest."""
        self._backing.finish()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the part that is seen, and its frame."""
        painter = QPainter(self)
        room, style = self._viewpoint.room, self._faces.style
        if self._picture is not None:
            painter.setClipRect(room)
            self._backing.paint(painter)
            painter.setTransform(self._viewpoint.transform)
            scale, seen = self._viewpoint.scale, self._viewpoint.seen
            over = None if self._current == self._painted else self._current
            self._picture.paint_held(painter, seen, scale, self._faces, over, self._hovered)
            painter.resetTransform()
            painter.setClipping(False)
            axis = QRectF(room.left(), room.bottom(), room.width(), AXIS)
            paint_axis(painter, self._picture.layout, axis, self._viewpoint.transform, style)
            beside = QRectF(0, 0, GUTTER, self.height())
            paint_gutter(painter, beside, self._viewpoint.transform.map(QPointF(0, 0)).y(), style)
        if self.hasFocus():
            painter.setPen(QPen(style.theme.accent, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much more as there is room for; from the first, the best view."""
        self._viewpoint.room = QRectF(GUTTER, 0, self.width() - GUTTER, self.height() - AXIS)
        if self._picture is not None and self._current in self._picture.rects:
            self._viewpoint.reveal(self._picture.rects[self._current])
        elif self._picture is not None and self._untouched:
            self._first_sight()
        self._backing.ratio = self.devicePixelRatioF()
        self._moved()
        super().resizeEvent(event)

    def _announce(self, words: str) -> None:
        """Let a screen reader say what has been come to."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def pan(self, step: QPointF) -> None:
        """Move the map by so many pixels."""
        self._untouched = False
        self._viewpoint.move(step)
        self._moved()

    def _first_sight(self) -> None:
        """The chain of the claim, or all of it, as large as can be read."""
        assert self._picture is not None
        self._viewpoint.look_at(self._picture.lit_bounds())
        self._moved()

    def _paint_map(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._picture.paint(painter, seen, scale, self._faces)
            self._picture.paint_held(painter, seen, scale, self._faces, self._current, None)

    def _take_over(self) -> None:
        """What is chosen is part of what is kept now, and need not be painted over it."""
        self._painted = self._current
        self.update()

    def _moved(self) -> None:
        self._backing.follow()
        self.zoomed.emit(self._viewpoint.scale)
        self.update()

    def _wear(self) -> None:
        self._faces = Faces(on_screen(self._look))
        self._backing.ground = self._look.theme.paper
        if self._picture is not None:
            self._backing.show_overview(overview(self._picture, self._faces), self._picture.bounds)
        self._backing.renew()
        self.update()


def _same(before: Picture, after: Picture, key: str) -> str | None:
    """The card that stands for in one map what `key` stands for in the other."""
    if key in after.cards:
        return key
    card = before.cards.get(key)
    return (
        next((found for id in card.parties if (found := after.sheet.card_of.get(id))), None) if card else None
    )
