"""Where characters stand on screen: the lines of a paragraph, and stretches of words on them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

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
    """One line on screen: the characters it holds (UTF-16, within its block), its base line, its end.

    `right` leaves out the space at which the line was broken.
    """

    start: int
    end: int
    base: float
    ascent: float
    right: float
    laid: QTextLine


class BlockLines:
    """The lines of one laid-out paragraph that show in a view `height` high, `scrolled` down by so much."""

    def __init__(self, block: QTextBlock, scrolled: float, height: float) -> None:
        layout = block.layout()
        origin = layout.position().y() - scrolled
        self.left = layout.position().x()
        self.number = block.blockNumber()
        self.position = block.position()
        self.length = block.length()
        self.lines: list[Line] = []
        count = layout.lineCount()
        first = bisect_left(range(count), -origin, key=lambda at: layout.lineAt(at).rect().bottom())
        for at in range(first, count):
            line = layout.lineAt(at)
            y = origin + line.y()
            if y > height:
                break
            start, ascent = line.textStart(), line.ascent()
            right = line.x() + line.naturalTextWidth()
            self.lines.append(Line(start, start + line.textLength(), y + ascent, ascent, right, line))
        self._text = block.text() if self.lines and RIGHT_TO_LEFT.search(block.text()) else ""

    @property
    def start(self) -> int:
        """The first character shown, as a UTF-16 offset of the document."""
        return self.position + (self.lines[0].start if self.lines else 0)

    @property
    def end(self) -> int:
        """The end of the last line shown, as a UTF-16 offset of the document."""
        return self.position + (self.lines[-1].end if self.lines else 0)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The stretches that the characters `[start, end)` of the document cover, line by line."""
        first, last = start - self.position, end - self.position
        for line in self.lines:
            if line.end <= first or line.start >= last:
                continue
            here, there = max(first, line.start), min(last, line.end)
            for left, right in self._stretches(line, here, there):
                yield Piece(self.left + left, self.left + right, line.base, line.ascent)

    def _stretches(self, line: Line, start: int, end: int) -> list[tuple[float, float]]:
        if self._text:
            return _in_both_directions(line.laid, start, end)
        return [(_x(line.laid, start), min(_x(line.laid, end), line.right))]


def visible_lines(document: QTextDocument, scrolled: float, height: float) -> Iterator[BlockLines]:
    """The paragraphs on screen, from the top."""
    layout = document.documentLayout()
    block = document.findBlock(layout.hitTest(QPointF(0, scrolled), Qt.HitTestAccuracy.FuzzyHit))
    if block.previous().isValid():
        block = block.previous()
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


def _x(line: QTextLine, at: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(at))  # PySide's stubs say object
    return x
