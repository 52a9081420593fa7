"""Which things on the map lie in a stretch of it, found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

_CELL = 256.0


class Grid:
    """Rectangles by number, sorted into the cells of a grid that they touch."""

    def __init__(self, rects: Sequence[QRectF]) -> None:
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._rects = list(rects)
        self._all = range(len(rects))
        self._whole = QRectF()
        for number, rect in enumerate(rects):
            self._whole = self._whole.united(rect)
            for cell in _cells(rect):
                self._cells[cell].append(number)

    def within(self, stretch: QRectF) -> Sequence[int]:
        """The numbers of the rectangles in `stretch`, in order."""
        if stretch.contains(self._whole):
            return self._all
        found: set[int] = set()
        for cell in _cells(stretch.intersected(self._whole)):
            found.update(self._cells.get(cell, ()))
        return sorted(number for number in found if stretch.intersects(self._rects[number]))


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    if rect.isNull():
        return
    for across in range(int(rect.left() // _CELL), int(rect.right() // _CELL) + 1):
        for down in range(int(rect.top() // _CELL), int(rect.bottom() // _CELL) + 1):
            yield across, down
