"""Words broken into a few lines for painting, the last one shortened when there are more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

_PER_LINE = 200
"""No line of a list is wider than this many characters, so longer texts need not be laid out."""


class Lines:
    """Breaks texts into lines of a width, and remembers those it has broken."""

    def __init__(self, font: QFont, line_height: float, limit: int) -> None:
        self._font, self._line_height, self._limit = font, line_height, limit
        self._ascent = (line_height + QFontMetricsF(font).capHeight()) / 2
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def broken(self, text: str, width: int) -> tuple[str, ...]:
        """The lines of `text`; white space and line ends count as one space."""
        found = self._known.get((text, width))
        if found is None:
            if len(self._known) > 4_000:
                self._known.clear()
            found = self._known[text, width] = self._break(text, width)
        return found

    def height(self, text: str, width: int) -> int:
        """How high the lines of `text` are."""
        return round(len(self.broken(text, width)) * self._line_height)

    def paint(self, painter: QPainter, text: str, left: int, top: int, width: int) -> None:
        """Paint the lines of `text` in the painter's pen."""
        painter.setFont(self._font)
        for number, line in enumerate(self.broken(text, width)):
            painter.drawText(QPointF(left, top + number * self._line_height + self._ascent), line)

    def _break(self, text: str, width: int) -> tuple[str, ...]:
        flat = " ".join(text[: self._limit * _PER_LINE].split())
        layout = QTextLayout(flat, self._font)
        layout.beginLayout()
        starts = []
        for _ in range(self._limit):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        return self._cut(layout.text(), starts, width)

    def _cut(self, flat: str, starts: list[int], width: int) -> tuple[str, ...]:
        units = flat.encode("utf-16-le", "surrogatepass")
        ends = [*starts[1:], len(units) // 2]
        lines = [
            units[start * 2 : end * 2].decode("utf-16-le", "replace").rstrip()
            for start, end in zip(starts, ends, strict=True)
        ]
        if lines:
            metrics = QFontMetricsF(self._font)
            lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
        return tuple(lines)
