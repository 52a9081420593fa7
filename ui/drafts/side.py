"""One draft beside the other: its text with the words tinted that the other has not, or has elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.text.lines import BlockLines, Piece, visible_lines
from ui.text.view import TextView
from ui.theme.colours import Theme, Tone
from ui.theme.look import Look
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts.beside import Touched

LEAST_PX = 250
"""Two must find room in the middle of a small window."""
_BAR_PX, _BAR_LEFT = 3, 3


class _Stretch(NamedTuple):
    """Touched words on one line."""

    piece: Piece
    touched: Touched
    is_current: bool


class DraftSide(TextView):
    """Shows one draft. Words put in are underlined, those taken out struck, moved ones dotted."""

    scrolled = Signal()
    """It was scrolled, by whomever."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._touched: tuple[Touched, ...] = ()
        self._fresh: tuple[Span, ...] = ()
        self._step = Span(0, 0)
        self._placed: tuple[object, list[_Stretch], list[QRectF]] = (None, [], [])
        self.setMinimumWidth(LEAST_PX)
        self.set_edges_movable(False)
        self.verticalScrollBar().valueChanged.connect(self._tell_scrolled)

    def show_touched(self, touched: Iterable[Touched], fresh: Iterable[Span] = ()) -> None:
        """Tint these words, and put a bar beside sentences that are new and not covered."""
        self._touched, self._fresh = tuple(touched), tuple(fresh)
        self._look_again()

    def show_step(self, span: Span) -> None:
        """Frame one difference."""
        self._step = span
        self._look_again()

    def top(self) -> tuple[int, float]:
        """The first character on screen, and its height there."""
        at, height = self._place()
        return self._positions.from_qt(at), height

    def show_at(self, place: int, height: float) -> None:
        """Scroll so that a character stands at a height."""
        self._scroll_by(self._height_at(self._positions.to_qt(min(place, len(self.text)))) - height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, the words, then lines through or beneath them."""
        stretches, bars = self._on_screen()
        theme = self._look.theme
        with QPainter(self.viewport()) as painter:
            for bar in bars:
                painter.fillRect(bar, theme.ink(Tone.CARE))
            for stretch in stretches:
                painter.fillRect(stretch.piece.rect, ground(theme, stretch.touched))
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for stretch in stretches:
                paint_line(painter, theme, stretch.touched.touch.value, stretch.piece)
                if stretch.is_current:
                    painter.setPen(QPen(theme.accent, 1.2))
                    painter.drawRect(stretch.piece.rect.adjusted(-1, -1, 1, 1))

    def _on_screen(self) -> tuple[list[_Stretch], list[QRectF]]:
        """The touched words in view; worked out again only when something has moved."""
        bar, size = self.verticalScrollBar().value(), self.viewport().size()
        seen = (bar, size.width(), size.height(), self._column, self.text_size, id(self.document()))
        if self._placed[0] != seen:
            blocks = list(visible_lines(self.document(), bar, size.height(), self._near))
            self._placed = (seen, list(self._stretches(blocks)), list(self._bars(blocks)))
        return self._placed[1], self._placed[2]

    def _stretches(self, blocks: Sequence[BlockLines]) -> Iterator[_Stretch]:
        for touched in self._touched:
            is_current = self._step.overlaps(touched.span)
            for piece in self._pieces(blocks, touched.span):
                yield _Stretch(piece, touched, is_current)

    def _bars(self, blocks: Sequence[BlockLines]) -> Iterator[QRectF]:
        for span in self._fresh:
            for piece in self._pieces(blocks, span):
                yield QRectF(_BAR_LEFT, piece.rect.top(), _BAR_PX, piece.rect.height())

    def _pieces(self, blocks: Sequence[BlockLines], span: Span) -> Iterator[Piece]:
        start, end = self._positions.to_qt(span.start), self._positions.to_qt(span.end)
        if not blocks or end <= blocks[0].start or blocks[-1].end <= start:
            return
        for block in blocks:
            if block.start < end and start < block.end:
                yield from block.pieces(start, end)

    def _look_again(self) -> None:
        self._placed = (None, [], [])
        self.viewport().update()

    def _tell_scrolled(self) -> None:
        self.scrolled.emit()


def ground(theme: Theme, touched: Touched) -> QColor:
    """What lies beneath touched words: figures and negations strongest."""
    if touched.grave:
        return theme.differs_figure
    match touched.touch.value:
        case "taken out":
            return theme.differs_story
        case "put in":
            return theme.differs_source
    return theme.tint(Tone.MUTED)


def paint_line(painter: QPainter, theme: Theme, touch: str, piece: Piece) -> None:
    """A line through words taken out, beneath words put in, dots beneath words that moved."""
    tone = {"taken out": Tone.BAD, "put in": Tone.ACCENT}.get(touch, Tone.MUTED)
    pen = QPen(theme.ink(tone), 1.4)
    y = piece.base - 0.28 * piece.ascent if touch == "taken out" else piece.base + 0.16 * piece.ascent
    if touch == "moved":
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))
