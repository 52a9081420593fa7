"""The map on the screen: moved by dragging, wheel, pinch and keys, with a word on everything pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QSizePolicy, QToolTip, QWidget

from ui.map.backing import Backing
from ui.map.faces import Faces
from ui.map.frame import AXIS, GUTTER, paint_axis, paint_gutter
from ui.map.light import Light
from ui.map.picture import Picture, overview
from ui.map.steering import Way, go
from ui.map.style import on_screen
from ui.map.viewpoint import Viewpoint
from ui.map.words import card_words, line_words
from ui.text.view import plain
from ui.theme.look import Look

_NOTCH = 120.0
_PER_NOTCH = 1.2
"""One notch of the wheel, or one press of +, makes the map so many times larger."""
_TOLD = 3
"""The tooltip of a place that many lines share tells so many of them."""
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


class Canvas(QWidget):
    """Shows a `Picture`. One card can be chosen; the keyboard moves from card to card."""

    chosen = Signal(str)
    """The key of the card that has been chosen, by mouse or keyboard."""
    opened = Signal(str)
    """The key of a card whose document is to be shown."""
    toggled = Signal(str)
    """The key of a stack that is to be opened, or closed again."""
    left = Signal()
    """Esc was pressed."""
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
        self._pressed: QPointF | None = None
        self._dragged = False
        self._untouched = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Source map"))
        self.grabGesture(Qt.GestureType.PinchGesture)
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

    def event(self, event: QEvent) -> bool:
        """Tooltips, gestures, and the keys that the map takes before they become commands."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain(self._hint(QPointF(event.pos()))), self)
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._does(event):
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint())))
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms where the pointer is, as on any map; with Shift, or two fingers, the map moves."""
        pixels, turned = event.pixelDelta(), event.angleDelta()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not control:
            self.pan(QPointF(pixels))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self.pan(QPointF(turned.x() or turned.y(), 0))
        else:
            self.zoom(_PER_NOTCH ** (turned.y() / _NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map, or of a card."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map that is held, or see what is pointed at."""
        at = event.position()
        if self._pressed is None:
            self._point_at(at)
            return
        step = at - self._pressed
        if self._dragged or step.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pressed = at
            self.pan(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click chooses a card and opens it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._dragged and event.button() is Qt.MouseButton.LeftButton:
            self._click(self._viewpoint.on_map(event.position()))
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card, open, zoom, go back."""
        if not self._does(event):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._step(_WAYS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_PER_NOTCH)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _PER_NOTCH)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home:
            self._choose_story()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._current is not None:
            (self.toggled if key == Qt.Key.Key_Space else self.opened).emit(self._current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard begins at the story."""
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._current is None:
            self._choose_story()
        super().focusInEvent(event)
        self.update()

    def _does(self, event: QKeyEvent) -> bool:
        """Whether a key is the map's own."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return not held and Qt.Key(event.key()) in {
            *_WAYS,
            *(Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Home),
            *(Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space),
        }

    def _step(self, way: Way) -> None:
        if self._picture is None:
            return
        if self._current is None:
            self._choose_story()
        elif key := go(self._picture.sheet, self._picture.layout, self._current, way):
            self.choose(key)

    def _choose_story(self) -> None:
        if self._picture is not None and self._picture.cards:
            cards = self._picture.sheet.cards
            self.choose(next((card for card in cards if card.is_story), cards[0]).key)

    def _click(self, point: QPointF) -> None:
        picture = self._picture
        key = picture.card_at(point) if picture else None
        if picture is None or key is None:
            return
        self.choose(key)
        stack = picture.cards[key].is_stack
        (self.toggled if stack or picture.is_chip_at(key, point) else self.opened).emit(key)

    def _announce(self, words: str) -> None:
        """Let a screen reader say what has been come to."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _point_at(self, at: QPointF) -> None:
        key = self._picture.card_at(self._viewpoint.on_map(at)) if self._picture else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.OpenHandCursor)
        if key != self._hovered:
            self._hovered = key
            self.update()

    def _hint(self, at: QPointF) -> str:
        if self._picture is None or not self._viewpoint.room.contains(at):
            return ""
        point = self._viewpoint.on_map(at)
        if key := self._picture.card_at(point):
            return self.words_of(key)
        lines = self._picture.lines_at(point, self._viewpoint.scale)
        return "\n\n".join(line_words(self._picture.sheet, line) for line in lines[:_TOLD])

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
