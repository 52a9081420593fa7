"""Marks painted on a page: grounds beneath the words, underlines, and the edges of the current mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.text.brushes import LINE_HEIGHT, Brushes
from ui.text.lines import BlockLines, Piece
from ui.text.marks import Mark, MarkIndex, lanes
from ui.text.positions import Positions
from ui.theme.colours import Tone
from workbench.text import Span

MOST_LANES = 3
"""Underlines that fit between two lines; further ones share the last lane."""

_KNOB = 3.5
_NEIGHBOUR = 80
"""No ground or underline reaches farther from its base line, in the largest of headlines."""


class Lit(NamedTuple):
    """Words tinted for a while. `is_cue` tells who says it, and that they do, from what is said."""

    span: Span
    is_cue: bool = False


class Placed(NamedTuple):
    """One stretch of a mark on screen. `starts` and `ends` say whether it holds the mark's edges."""

    mark: Mark
    lane: int
    piece: Piece
    starts: bool
    ends: bool


@dataclass(slots=True)
class Screen:
    """What of the marks is on screen: the current mark's stretches apart, since they lie on top."""

    placed: list[Placed] = field(default_factory=list)
    current: list[Placed] = field(default_factory=list)
    found: list[tuple[Piece, bool]] = field(default_factory=list)
    lit: list[tuple[Piece, bool]] = field(default_factory=list)
    unmarked: list[Piece] = field(default_factory=list)

    def edge(self, *, last: bool) -> QPointF | None:
        """Where the current mark's first or last edge stands, on its base line."""
        for stretch in self.current:
            if stretch.ends if last else stretch.starts:
                return QPointF(stretch.piece.right if last else stretch.piece.left, stretch.piece.base)
        return None


class MarkLayer:
    """The marks of one text, the current one among them, and words found in it."""

    def __init__(self) -> None:
        self.version = 0
        self._index = MarkIndex()
        self._lanes: dict[int, dict[str, int]] = {}
        self._current: str | None = None
        self.has_edges = True
        """Whether the current mark is drawn with the edges that it can be moved by."""
        self._preview: Span | None = None
        self._found: Sequence[Span] = ()
        self._found_at: int | None = None
        self._lit: Sequence[Lit] = ()
        self._unmarked: Sequence[Span] = ()

    @property
    def current(self) -> Mark | None:
        """The mark being worked on, with its edges where they are being dragged to."""
        mark = self._index.get(self._current) if self._current is not None else None
        return replace(mark, span=self._preview) if mark is not None and self._preview is not None else mark

    def show(self, marks: Iterable[Mark]) -> None:
        """Show these marks and no others."""
        self._index = MarkIndex(marks)
        self._forget()

    def put(self, mark: Mark) -> None:
        """Show one mark more, or one in another form."""
        self._index.put(mark)
        self._forget()

    def choose(self, key: str | None) -> None:
        """Make a mark the current one."""
        self._current = key
        self._preview = None
        self.version += 1

    def preview(self, span: Span | None) -> None:
        """Draw the current mark as if it covered `span`; None draws it as it is."""
        self._preview = span
        self.version += 1

    def show_found(self, spans: Sequence[Span], at: int | None) -> None:
        """Show words found, in reading order and apart from one another; number `at` stands out."""
        self._found = spans
        self._found_at = at
        self.version += 1

    def show_lit(self, lit: Sequence[Lit]) -> None:
        """Tint words lightly, over whatever ground they have."""
        self._lit = tuple(lit)
        self.version += 1

    def show_unmarked(self, spans: Sequence[Span]) -> None:
        """Underline words that nobody has marked, in reading order and apart from one another."""
        self._unmarked = spans
        self.version += 1

    def marks_at(self, code_point: int) -> list[Mark]:
        """The marks on a character: the current one first, then the shortest."""
        found = self._index.over(code_point, code_point + 1)
        return sorted(found, key=lambda mark: (mark.key != self._current, len(mark.span)))

    def place(self, blocks: Iterable[BlockLines], positions: Positions) -> Screen:
        """Find where the marks stand on the lines on screen."""
        screen = Screen()
        for block in blocks:
            if block.lines:
                self._place_in(block, positions, screen)
        return screen

    def paint_grounds(self, painter: QPainter, screen: Screen, brushes: Brushes, clip: QRect) -> None:
        """Paint what lies beneath the words, as far as it touches the lines in `clip`."""
        for stretch in _within(clip, screen.placed):
            mark = stretch.mark
            if not mark.bare:
                painter.fillRect(stretch.piece.rect, brushes.ground(mark.tone, mark.proposed))
        for stretch in _within(clip, screen.current):
            painter.fillRect(stretch.piece.rect, brushes.theme.strong(stretch.mark.tone))
        for piece, is_cue in screen.lit:
            painter.fillRect(piece.rect, brushes.veil(strong=is_cue))
        for piece, is_chosen in screen.found:
            painter.fillRect(piece.rect, brushes.theme.differs_figure)
            if is_chosen:
                painter.setPen(brushes.theme.accent)
                painter.drawRect(piece.rect)

    def paint_lines(self, painter: QPainter, screen: Screen, brushes: Brushes, clip: QRect) -> None:
        """Paint the underlines, each in its lane, and the edges of the current mark."""
        for stretch in (*_within(clip, screen.placed), *_within(clip, screen.current)):
            mark, (left, right, base, ascent) = stretch.mark, stretch.piece
            y = base + 0.16 * ascent + stretch.lane * (LINE_HEIGHT - 1)
            tile = brushes.line(mark.tone, mark.proposed)
            painter.drawTiledPixmap(round(left), round(y), round(right - left), LINE_HEIGHT, tile)
        self._paint_unmarked(painter, screen, brushes, clip)
        if self.has_edges:
            _paint_edges(painter, screen, brushes)

    def _paint_unmarked(self, painter: QPainter, screen: Screen, brushes: Brushes, clip: QRect) -> None:
        """Dots below the lanes of the marks."""
        top, bottom = clip.top() - _NEIGHBOUR, clip.bottom() + _NEIGHBOUR
        tile = brushes.line(Tone.CARE, True)
        for left, right, base, ascent in screen.unmarked:
            if top <= base <= bottom:
                y = round(base + 0.16 * ascent + LINE_HEIGHT - 1)
                painter.drawTiledPixmap(round(left), y, round(right - left), LINE_HEIGHT, tile)

    def _place_in(self, block: BlockLines, positions: Positions, screen: Screen) -> None:
        start, end = positions.from_qt(block.start), positions.from_qt(block.end)
        lane_of = self._lanes_in(block, positions)
        current = self.current
        for mark in self._index.over(start, end):
            if current is not None and mark.key == current.key:
                continue
            lane = min(lane_of.get(mark.key, 0), MOST_LANES - 1)
            screen.placed.extend(_stretches(mark, lane, block, positions))
        if current is not None and current.span.overlaps(Span(start, end)):
            screen.current.extend(_stretches(current, 0, block, positions))
        screen.found.extend(self._found_in(block, positions))
        screen.unmarked.extend(self._unmarked_in(block, positions))
        for lit in self._lit:
            if lit.span.overlaps(Span(start, end)):
                stretch = block.pieces(positions.to_qt(lit.span.start), positions.to_qt(lit.span.end))
                screen.lit.extend((piece, lit.is_cue) for piece in stretch)

    def _lanes_in(self, block: BlockLines, positions: Positions) -> dict[str, int]:
        """Lanes by paragraph, so that an underline keeps its height while the text scrolls."""
        if block.number not in self._lanes:
            start = positions.from_qt(block.position)
            end = positions.from_qt(block.position + block.length)
            self._lanes[block.number] = lanes(self._index.over(start, end))
        return self._lanes[block.number]

    def _unmarked_in(self, block: BlockLines, positions: Positions) -> Iterable[Piece]:
        start, end = positions.from_qt(block.start), positions.from_qt(block.end)
        at = bisect_right(self._unmarked, start, key=lambda span: span.end)
        while at < len(self._unmarked) and self._unmarked[at].start < end:
            span = self._unmarked[at]
            yield from block.pieces(positions.to_qt(span.start), positions.to_qt(span.end))
            at += 1

    def _found_in(self, block: BlockLines, positions: Positions) -> Iterable[tuple[Piece, bool]]:
        start, end = positions.from_qt(block.start), positions.from_qt(block.end)
        at = bisect_right(self._found, start, key=lambda span: span.end)
        while at < len(self._found) and self._found[at].start < end:
            span = self._found[at]
            for piece in block.pieces(positions.to_qt(span.start), positions.to_qt(span.end)):
                yield piece, at == self._found_at
            at += 1

    def _forget(self) -> None:
        self._lanes.clear()
        self._preview = None
        self.version += 1


def _within(clip: QRect, placed: list[Placed]) -> list[Placed]:
    """The stretches that may touch `clip`: while the text scrolls, that is a narrow strip of the view."""
    top, bottom = clip.top() - _NEIGHBOUR, clip.bottom() + _NEIGHBOUR
    return [stretch for stretch in placed if top <= stretch.piece.base <= bottom]


def _stretches(mark: Mark, lane: int, block: BlockLines, positions: Positions) -> list[Placed]:
    start, end = positions.to_qt(mark.span.start), positions.to_qt(mark.span.end)
    starts, ends = block.start <= start, end <= block.end
    pieces = block.pieces(start, end)
    if len(pieces) == 1:
        return [Placed(mark, lane, pieces[0], starts, ends)]
    last = len(pieces) - 1
    return [
        Placed(mark, lane, piece, starts and at == 0, ends and at == last) for at, piece in enumerate(pieces)
    ]


def _paint_edges(painter: QPainter, screen: Screen, brushes: Brushes) -> None:
    for stretch in screen.current:
        ink = brushes.theme.ink(stretch.mark.tone)
        rect = stretch.piece.rect
        if stretch.starts:
            _paint_edge(painter, ink, rect.left(), rect.top() - 1, rect.bottom(), rect.top())
        if stretch.ends:
            _paint_edge(painter, ink, rect.right(), rect.top(), rect.bottom() + 1, rect.bottom())


def _paint_edge(painter: QPainter, ink: QColor, x: float, top: float, bottom: float, knob: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(x - 0.75, top, 1.5, bottom - top), ink)
    painter.setPen(ink)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, knob), _KNOB, _KNOB)
