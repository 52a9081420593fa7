"""The map under the hand: moved by dragging, wheel, pinch and keys, with a word on everything pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget

from ui.map.steering import Way, go
from ui.map.telling import line_words
from ui.map.view import MapView
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


class Canvas(MapView):
    """Takes what mouse, touchpad and keyboard do. The keyboard moves from card to card."""

    opened = Signal(str)
    """The key of a card whose document is to be shown."""
    toggled = Signal(str)
    """The key of a stack that is to be opened, or closed again."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)

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
