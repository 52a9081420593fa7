"""Where characters stand on screen: the lines of a paragraph, and stretches of words on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from ui.text.places import block_at, line_at

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Any character of a script written from right to left."""


class Piece(NamedTuple):
    """A stretch on one line: left and right edge, base line, and the letters' height above it."""

    left: float
    right: float
    base: float
    ascent: float

    @property
    def rect(self) -> QRectF:
        """The ground beneath the words."""
        top = self.base - 0.82 * self.ascent
        return QRectF(self.left, top, self.right - self.left, 1.14 * self.ascent)


class Line(NamedTuple):
    """One line on screen: the characters it holds (UTF-16), where its words stand, and Qt's own line.

    `right` leaves out the space at which the line was broken.
    """

    start: int
    end: int
    left: float
    right: float
    base: float
    ascent: float
    laid: QTextLine


class BlockLines:
    """The lines of one laid-out paragraph that show in a view `height` high, `scrolled` down by so much.

    `start` and `end` are the UTF-16 offsets, in the document, of the characters on those lines.
    """

    def __init__(self, block: QTextBlock, scrolled: float, height: float) -> None:
        layout = block.layout()
        self.number = block.blockNumber()
        self.position = block.position()
        self.length = block.length()
        self._left = layout.position().x()
        self.lines = tuple(self._shown(layout, layout.position().y() - scrolled, height))
        self.start = self.lines[0].start if self.lines else self.position
        self.end = self.lines[-1].end if self.lines else self.position
        self._is_mixed = bool(self.lines) and RIGHT_TO_LEFT.search(block.text()) is not None

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The stretches that the characters `[start, end)` of the document cover, line by line."""
        pieces: list[Piece] = []
        for line in self.lines:
            if line.start >= end:
                break
            if line.end <= start:
                continue
            if self._is_mixed:
                pieces += self._mixed_pieces(line, start, end)
                continue
            # only edges within the line are looked up, which is what costs time
            left = line.left if start <= line.start else self._x(line, start)
            right = line.right if end >= line.end else min(self._x(line, end), line.right)
            pieces.append(Piece(left, right, line.base, line.ascent))
        return pieces

    def _mixed_pieces(self, line: Line, start: int, end: int) -> list[Piece]:
        here, there = max(start, line.start) - self.position, min(end, line.end) - self.position
        return [
            Piece(self._left + left, self._left + right, line.base, line.ascent)
            for left, right in _in_both_directions(line.laid, here, there)
        ]

    def _x(self, line: Line, at: int) -> float:
        x, _ = cast("tuple[float, int]", line.laid.cursorToX(at - self.position))  # PySide's stubs say object
        return self._left + x

    def _shown(self, layout: QTextLayout, origin: float, height: float) -> Iterator[Line]:
        for at in range(line_at(layout, -origin), layout.lineCount()):
            line = layout.lineAt(at)
            y = origin + line.y()
            if y > height:
                break
            start, left = self.position + line.textStart(), self._left + line.x()
            right, ascent = left + line.naturalTextWidth(), line.ascent()
            yield Line(start, start + line.textLength(), left, right, y + ascent, ascent, line)


def visible_lines(document: QTextDocument, scrolled: float, height: float, near: int) -> Iterator[BlockLines]:
    """The paragraphs on screen, from the top; `near` is the number of one not far from there."""
    layout = document.documentLayout()
    block = block_at(document, scrolled, near)
    while block.isValid() and layout.blockBoundingRect(block).top() - scrolled <= height:
        yield BlockLines(block, scrolled, height)
        block = block.next()


def _in_both_directions(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Stretches on a line of mixed direction, where neighbours in the text may stand apart.

    Taken from the glyphs: the caret's place is ambiguous where the direction changes.
    """
    stretches: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        lefts = [point.x() for point in run.positions()]
        rights = [left + advance.x() for left, advance in zip(lefts, advances, strict=True)]
        stretches.append((min(lefts), max(rights)))
    return sorted(stretches)
