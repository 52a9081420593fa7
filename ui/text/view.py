"""A text to be read and marked: marks are painted, can be clicked, and moved by their edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ui.text.brushes import Brushes
from ui.text.edges import dragged, moved
from ui.text.layer import Lit, MarkLayer, Screen
from ui.text.lines import visible_lines
from ui.text.margin import Margin
from ui.text.marks import Mark
from ui.text.pageview import PageView
from ui.theme.look import Look
from workbench.model import Zone
from workbench.text import Span

_GRIP = 7.0
"""How near, in pixels, the mouse must be to take hold of a mark's edge."""


@dataclass(frozen=True, slots=True)
class Drag:
    """An edge of the current mark in the editor's hand."""

    mark: Mark
    last: bool


class TextView(PageView):
    """Shows one text with its marks. Its context menu is left to `customContextMenuRequested`."""

    marks_clicked = Signal(object)
    """Keys under the click, topmost first; empty where no mark is."""
    selection_settled = Signal(object)
    """The selected `Span`, or None, once the mouse or the keyboard has let go."""
    edges_moved = Signal(str, object)
    """Key of the current mark and the `Span` its edges were moved to."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._layer = MarkLayer()
        self._brushes = Brushes(look.theme, self.devicePixelRatioF())
        self._screen_seen: tuple[object, Screen] = (None, Screen())
        self._edges_movable = True
        self._drag: Drag | None = None
        self._pressed_at = QPointF()
        self._settled: Span | None = None
        self._margin = Margin(look, self.viewport(), self)
        self._margin.lower()
        self._margin.badge_clicked.connect(self.marks_clicked)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Story"))

    def show_text(self, text: str, zones: Sequence[Zone] = (), title: str = "", meta: str = "") -> None:
        """Show a text, without the marks of the one before."""
        if text != self._text:
            self._drag = None
            self._layer = MarkLayer()
            self._layer.has_edges = self._edges_movable
            self._screen_seen = (None, Screen())
        super().show_text(text, zones, title, meta)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks and no others."""
        self._layer.show(marks)
        self._repaint()

    def put_mark(self, mark: Mark) -> None:
        """Show one mark more, or one of the same key in another form."""
        self._layer.put(mark)
        self._repaint()

    def set_current(self, key: str | None) -> None:
        """Make a mark the one being worked on: drawn stronger, with edges that can be moved."""
        self._drag = None
        self._layer.choose(key)
        self._repaint()

    def set_edges_movable(self, movable: bool) -> None:
        """Whether the mouse can take hold of the current mark's edges; it can from the start."""
        self._edges_movable = movable
        self._layer.has_edges = movable
        self._repaint()

    def show_found(self, spans: Sequence[Span], at: int | None = None) -> None:
        """Tint words found, in reading order and apart from one another; number `at` stands out."""
        self._layer.show_found(spans, at)
        self._repaint()

    def show_lit(self, lit: Sequence[Lit]) -> None:
        """Tint words lightly for a while, whether they are marked or not; none when empty."""
        self._layer.show_lit(lit)
        self._repaint()

    def show_unmarked(self, spans: Sequence[Span]) -> None:
        """Underline words that nobody has marked, in reading order and apart from one another."""
        self._layer.show_unmarked(spans)
        self._repaint()

    def move_edge(self, start_by: int, end_by: int) -> None:
        """Move the current mark's start and end by so many words, forwards when positive."""
        current = self._layer.current
        if current is None:
            return
        span = moved(self._text, current.span, start_by, end_by)
        if span != current.span:
            self.edges_moved.emit(current.key, span)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks beneath a point of the viewport: the current one first, then the shortest."""
        at = self.code_point_at(point)
        return [] if at is None else self._layer.marks_at(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then the words, then underlines."""
        screen = self._screen()
        with QPainter(self.viewport()) as painter:
            self._layer.paint_grounds(painter, screen, self._brushes, event.rect())
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._layer.paint_lines(painter, screen, self._brushes, event.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge of the current mark, or begin to select."""
        self._pressed_at = event.position()
        self._drag = self._edge_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if self._drag is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the edge in hand, or go on selecting, or show what can be done here."""
        if self._drag is not None:
            self._layer.preview(self._dragged_to(self._drag, event.position()))
            self._repaint()
            return
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of an edge, or settle a selection, or report a click."""
        if self._drag is not None:
            self._let_go(self._drag, event.position())
            return
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        distance = (event.position() - self._pressed_at).manhattanLength()
        if distance < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            self.marks_clicked.emit(tuple(mark.key for mark in self.marks_at(event.position())))
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put an edge back with Esc while it is dragged; else move and select."""
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._drag = None
            self._layer.preview(None)
            self._repaint()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Report what was selected by keyboard."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat() and self.selected_span() != self._settled:
            self._settle()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the hint of the mark beneath the mouse, as plain text."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            hints = [mark.hint for mark in self.marks_at(QPointF(event.pos())) if mark.hint]
            QToolTip.showText(event.globalPos(), plain("\n".join(hints)), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin behind the page."""
        super().resizeEvent(event)
        self._margin.setGeometry(self.contentsRect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll the page, and the badges beside it."""
        super().scrollContentsBy(dx, dy)
        self._screen()

    def _set_page(self) -> None:
        self._brushes = Brushes(self._look.theme, self.devicePixelRatioF())
        self._layer.version += 1
        super()._set_page()

    def _screen(self) -> Screen:
        """Where the marks stand on screen; worked out again only when something has moved."""
        scrolled, size = self.verticalScrollBar().value(), self.viewport().size()
        left = self.viewport().x()
        seen = (scrolled, left, size.width(), size.height(), self._column, self._layer.version)
        if self._screen_seen[0] != seen:
            blocks = list(visible_lines(self.document(), scrolled, size.height(), self._near))
            self._near = blocks[0].number if blocks else 0
            self._screen_seen = (seen, self._layer.place(blocks, self._positions))
            self._margin.show_badges(self._screen_seen[1], left)
        return self._screen_seen[1]

    def _repaint(self) -> None:
        self.viewport().update()

    def _edge_at(self, point: QPointF) -> Drag | None:
        """The current mark's edge within reach of the mouse, the nearer one of two."""
        current, screen = self._layer.current, self._screen()
        if current is None or not self._edges_movable:
            return None
        near = [
            (abs(point.x() - edge.x()), last)
            for last in (False, True)
            if (edge := screen.edge(last=last)) is not None and self._is_in_reach(point, edge)
        ]
        return Drag(current, min(near)[1]) if near else None

    def _is_in_reach(self, point: QPointF, edge: QPointF) -> bool:
        above = edge.y() - point.y()
        return abs(point.x() - edge.x()) <= _GRIP and -0.6 * self.text_size < above < 1.3 * self.text_size

    def _dragged_to(self, drag: Drag, point: QPointF) -> Span:
        at = self._positions.from_qt(self.cursorForPosition(point.toPoint()).position())
        return dragged(drag.mark.span, at, last=drag.last)

    def _let_go(self, drag: Drag, point: QPointF) -> None:
        span = self._dragged_to(drag, point)
        self._drag = None
        self._layer.preview(None)
        self._repaint()
        if span != drag.mark.span:
            self.edges_moved.emit(drag.mark.key, span)

    def _settle(self) -> None:
        self._settled = self.selected_span()
        self.selection_settled.emit(self._settled)

    def _show_cursor(self, point: QPointF) -> None:
        shape = Qt.CursorShape.IBeamCursor
        if self._edge_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self.marks_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)


def plain(words: str) -> str:
    """Words for a tooltip that are shown as they are, whatever markup they seem to hold."""
    return f"<p style='white-space:pre-wrap'>{escape(words)}</p>" if words else ""
