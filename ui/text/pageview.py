"""A text to be read, set as a page: a column of even width in the middle, with its headline above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.text.header import Header, header
from ui.text.pacing import PacedLayout
from ui.text.page import EDGE, Sizes, compose
from ui.text.places import block_at, character_at, line_at
from ui.text.positions import Positions
from ui.theme.look import Look
from workbench.model import Zone
from workbench.text import Span

TEXT_PX = 18
LEAST_PX, MOST_PX = 12, 40
LEAST_WIDTH = 440

_ROOM_LEFT, _ROOM_RIGHT = 76, 16
"""Beside the words, in pixels: two badges fit at the left."""
_ROOM_BELOW = 120
_LONG = 100_000
_REST_MS = 120


class PageView(QTextEdit):
    """Shows one text, read-only. All positions in and out are code points of that text."""

    text_size_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._zones: tuple[Zone, ...] = ()
        self._header = Header()
        self._positions = Positions("")
        self._sizes = Sizes(TEXT_PX)
        self._column = 0
        self._near = 0
        self._reflow = QTimer(self, singleShot=True, interval=_REST_MS)
        self._reflow.timeout.connect(self._set_column)
        self._document: QTextDocument | None = None
        self._pacing: PacedLayout | None = None
        self._prepare()
        look.changed.connect(self._set_page)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._text

    @property
    def text_size(self) -> int:
        """Height of the running text's letters in pixels."""
        return self._sizes.text

    def show_text(self, text: str, zones: Sequence[Zone] = (), title: str = "", meta: str = "") -> None:
        """Show a text under its headline and a line about its origin; another text from its beginning.

        A text that begins with its own headline is not given a second one.
        """
        is_another = text != self._text
        self._text, self._zones = text, tuple(zones)
        self._positions = Positions(text)
        self._header = header(text, title, meta)
        self.setAccessibleDescription(" · ".join(filter(None, (title, meta))))
        self._set_page()
        if is_another:
            self.select(Span(0, 0))
            self.verticalScrollBar().setValue(0)

    def set_text_size(self, px: int) -> None:
        """Set the size of the running text; everything on the page grows with it."""
        px = min(MOST_PX, max(LEAST_PX, px))
        if px != self._sizes.text:
            self._sizes = Sizes(px)
            self._set_page()
            self.text_size_changed.emit(px)

    def selected_span(self) -> Span | None:
        """The selected characters, None when there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._positions.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())

    def caret(self) -> int:
        """The character that the caret stands before."""
        return self._positions.from_qt(self.textCursor().position())

    def select(self, span: Span) -> None:
        """Select characters, without scrolling; an empty span only moves the caret."""
        self._set_cursor(self._cursor(self._positions.to_qt(span.start), self._positions.to_qt(span.end)))

    def reveal(self, span: Span) -> None:
        """Scroll, if need be, so that `span` stands comfortably on screen."""
        height = self.viewport().height()
        top = self._height_at(self._positions.to_qt(span.start))
        bottom = self._height_at(self._positions.to_qt(span.end)) + self._sizes.line
        if top < height * 0.08 or bottom > height * 0.85:
            self._scroll_by(top - height * 0.3)

    def show_at_top(self, span: Span) -> None:
        """Scroll so that `span` begins near the top of the view, wherever it stood before."""
        top = self._height_at(self._positions.to_qt(span.start))
        self._scroll_by(top - self.viewport().height() * 0.2)

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing: a text's words never fetch files or pages."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words as they stand in the text, and no formatting."""
        copied = QMimeData()
        span = self.selected_span()
        copied.setText(span.of(self._text) if span else "")
        return copied

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the same place: the first time, Qt would scroll the cursor into view, past the headline."""
        scrolled = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and at its width."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_text_size(self.text_size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the headline above them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_header(painter)
        painter.end()

    def first_visible(self) -> int:
        """The first character of the line at the top of the view."""
        return self._positions.from_qt(self._place()[0])

    def code_point_at(self, point: QPoint | QPointF) -> int | None:
        """The character beneath a point of the viewport, None beside the words."""
        on_page = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        at = character_at(self.document(), on_page, self._near)
        return None if at is None else self._positions.from_qt(at)

    def _prepare(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setCursorWidth(2)

    def _set_page(self) -> None:
        """Compose the page anew; the reader's place and selection stay."""
        selection, place = self._selection(), self._place()
        document = compose(
            self._text, self._zones, self._positions, self._sizes, self._look.theme, self._header.in_text
        )
        document.setParent(self)
        self._column = self._wanted_column()
        # Without a width, Qt would lay out every paragraph as one endless line first.
        document.setTextWidth(self._column + 2 * EDGE)
        self._set_frame(document)
        self._show_document(document)
        self._set_width()
        self._centre()
        self._set_cursor(self._cursor(*selection))
        self._return_to(place)

    def _show_document(self, document: QTextDocument) -> None:
        """Put one document in place of another; Qt itself deletes only the one it made."""
        before, self._document = self._document, document
        self._pacing = PacedLayout(document)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def _fit(self) -> None:
        """Centre the column; set it anew when its width changes, in a long text once the window rests."""
        self._centre()
        if self._wanted_column() == self._column:
            return
        if len(self._text) > _LONG:
            self._reflow.start()
        else:
            self._set_column()

    def _centre(self) -> None:
        room, page = self._room(), self._wanted_column() + 2 * EDGE
        left = max(_ROOM_LEFT - EDGE, (room - page) // 2)
        self.setViewportMargins(left, 0, max(0, room - page - left), 0)

    def _set_column(self) -> None:
        place, self._column = self._place(), self._wanted_column()
        self._set_frame(self.document())
        self._set_width()
        if self._pacing is not None:
            self._pacing.begin_again()
        self._return_to(place)

    def _set_width(self) -> None:
        page = self._column + 2 * EDGE
        if self.lineWrapColumnOrWidth() != page:
            self.setLineWrapColumnOrWidth(page)

    def _set_frame(self, document: QTextDocument) -> None:
        """Keep room around the words, and above them for the headline."""
        frame = document.rootFrame()
        made = QTextFrameFormat()
        made.setLeftMargin(EDGE)
        made.setRightMargin(EDGE)
        made.setTopMargin(self._header.above(self._column, self._sizes))
        made.setBottomMargin(_ROOM_BELOW)
        if frame.frameFormat() != made:
            frame.setFrameFormat(made)
        self._set_room_below_headline(document)

    def _set_room_below_headline(self, document: QTextDocument) -> None:
        """Where the text has its own headline, the line about its origin goes beneath that."""
        if self._header.in_text is None:
            return
        cursor = QTextCursor(document)
        made = cursor.blockFormat()
        made.setBottomMargin(self._sizes.gap + self._header.meta_height(self._column))
        if made != cursor.blockFormat():
            cursor.setBlockFormat(made)

    def _room(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _wanted_column(self) -> int:
        return max(1, min(self._sizes.column, self._room() - _ROOM_LEFT - _ROOM_RIGHT))

    def _place(self) -> tuple[int, float]:
        """The first character of the line at the top of the view, and how far it stands from there."""
        scrolled = self.verticalScrollBar().value()
        block = block_at(self.document(), scrolled, self._near)
        layout = block.layout()
        number = min(line_at(layout, scrolled - layout.position().y()), layout.lineCount() - 1)
        at = block.position() + layout.lineAt(number).textStart()
        return at, self._height_at(at)

    def _return_to(self, place: tuple[int, float]) -> None:
        at, height = place
        if at == 0:
            self.verticalScrollBar().setValue(0)
        else:
            self._scroll_by(self._height_at(at) - height)

    def _scroll_by(self, pixels: float) -> None:
        """Scroll to where the layout has just got to, which the scroll bar may not know of yet."""
        self.document().documentLayout().documentSizeChanged.emit(QSizeF())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _height_at(self, at: int) -> float:
        """Where the line with the UTF-16 offset `at` begins, in pixels below the top of the viewport."""
        layout = self.document().documentLayout()
        # The text before may have been longer.
        at = min(at, self.document().characterCount() - 1)
        block = self.document().findBlock(at)
        layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(at - block.position())
        y = block.layout().position().y() + (line.y() if line.isValid() else 0.0)
        return y - self.verticalScrollBar().value()

    def _selection(self) -> tuple[int, int]:
        return self.textCursor().anchor(), self.textCursor().position()

    def _set_cursor(self, cursor: QTextCursor) -> None:
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(scrolled)

    def _cursor(self, anchor: int, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_header(self, painter: QPainter) -> None:
        top = -float(self.verticalScrollBar().value())
        if self._header.in_text is None:
            self._header.paint(painter, top, EDGE, self._column, self._sizes, self._look.theme)
        elif self._header.meta:
            block = self.document().firstBlock()
            layout = block.layout()
            below = layout.position().y() + layout.boundingRect().bottom() + self._sizes.gap * 0.8
            self._header.paint_meta(painter, top + below, EDGE, self._column, self._look.theme)
