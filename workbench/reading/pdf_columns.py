"""Columns: in which order the eye goes through the boxes of a page.

A gutter is a vertical strip that no line of either side enters, between two sides that both read as
running text. Lines across the gutter (headlines, full-width paragraphs) divide the page into bands;
within a band the left side is read before the right. Each side may have columns of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from workbench.reading.pdf_words import Box

_NARROWEST_GUTTER = 6.0
_FEWEST_LINES = 3
_FEWEST_LETTERS = 14
_FILLED = 0.5
_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; `left` and `right` in `column` are the column's own edges. Pages count from 1."""

    box: Box
    column: tuple[float, float]
    page: int = 1


def in_reading_order(boxes: Sequence[Box]) -> list[Line]:
    """The lines of a page as they are read."""
    if not boxes:
        return []
    gutter = _gutter(boxes)
    if gutter is None:
        edges = (min(box.left for box in boxes), max(box.right for box in boxes))
        return [Line(box, edges) for box in joined_lines(boxes)]
    return list(_banded(boxes, gutter))


def joined_lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes at one height put together, the lines from top to bottom."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: -box.middle):
        if lines and _same_line(lines[-1][0], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [_joined(line) for line in lines]


def _banded(boxes: Sequence[Box], gutter: float) -> Iterator[Line]:
    across = joined_lines([box for box in boxes if box.left < gutter < box.right])
    sides = (
        [box for box in boxes if box.right <= gutter],
        [box for box in boxes if box.left >= gutter],
    )
    edges = (min(box.left for box in boxes), max(box.right for box in boxes))
    ceiling = float("inf")
    for line in across:
        yield from _between(sides, ceiling, line.middle)
        yield Line(line, edges)
        ceiling = line.middle
    yield from _between(sides, ceiling, float("-inf"))


def _between(sides: Sequence[Sequence[Box]], ceiling: float, floor: float) -> Iterator[Line]:
    for side in sides:
        edges = (min(box.left for box in side), max(box.right for box in side))
        inside = in_reading_order([box for box in side if floor < box.middle <= ceiling])
        whole = len({line.column for line in inside}) == 1
        yield from (Line(line.box, edges) if whole else line for line in inside)


def _gutter(boxes: Sequence[Box]) -> float | None:
    """The middle of the strip that parts the most lines, or None. It can only begin where a box ends."""
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    margin = _MARGIN * (right - left)
    ends = {math.ceil(box.right) for box in boxes if left + margin < box.right < right - margin}
    strips = [strip for end in ends if (strip := _strip(boxes, end)) is not None]
    return max(strips)[2] if strips else None


def _strip(boxes: Sequence[Box], at: float) -> tuple[int, float, float] | None:
    """How many lines a strip around `at` parts, its width and its middle; None when it parts nothing."""
    before = [box for box in boxes if box.right <= at]
    after = [box for box in boxes if box.left >= at]
    if not (_reads_as_column(before) and _reads_as_column(after)):
        return None
    start, end = max(box.right for box in before), min(box.left for box in after)
    overlap = min(_top(before), _top(after)) - max(_foot(before), _foot(after))
    if end - start < _NARROWEST_GUTTER or overlap <= 0:
        return None
    return min(len(before), len(after)), end - start, (start + end) / 2


def _reads_as_column(side: Sequence[Box]) -> bool:
    if len(side) < _FEWEST_LINES:
        return False
    width = max(box.right for box in side) - min(box.left for box in side)
    return (
        median(len(box.words) for box in side) >= _FEWEST_LETTERS
        and median(box.width for box in side) >= _FILLED * width
    )


def _top(side: Sequence[Box]) -> float:
    return max(box.top for box in side)


def _foot(side: Sequence[Box]) -> float:
    return min(box.bottom for box in side)


def _same_line(one: Box, other: Box) -> bool:
    return abs(one.middle - other.middle) < 0.45 * min(one.size, other.size)


def _joined(line: list[Box]) -> Box:
    line.sort(key=lambda box: box.left)
    return Box(
        " ".join(box.words for box in line),
        line[0].left,
        max(box.right for box in line),
        min(box.bottom for box in line),
        max(box.top for box in line),
        max(line, key=lambda box: len(box.words)).size,
    )
