"""Puts strips of lines on sheets: what belongs together stays together, and every sheet has its foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.export.setting import PAD, POINT, Cell, Strip, Type, face
from ui.theme.colours import Theme, Tone
from ui.theme.fonts import UI_FAMILY

_FOOT = Type(UI_FAMILY, 8, 26)
"""What stands at the foot of a sheet; the leading is all its height."""
_ROUNDING = 3 * POINT
_HAIR = POINT // 2
_FEWEST = 2
"""Lines of a parted paragraph that stay together on either sheet."""
_LONG = 12
"""A paragraph of more lines may be parted though it keeps to what follows; else sheets would stay empty."""


class Mark(NamedTuple):
    """A bookmark: its words, on which sheet (from 0) and how far down it stands; `level` 1 for sections."""

    words: str
    level: int
    sheet: int
    y: float


class Sheets:
    """Sheets of one size that fill from the top. `turn` begins the next one."""

    def __init__(self, painter: QPainter, size: QRectF, turn: Callable[[], object], theme: Theme) -> None:
        self._painter = painter
        self._width = size.width()
        self._bottom = size.height() - _FOOT.leading * POINT
        self._turn = turn
        self._theme = theme
        self._y = 0.0
        self._sheet = 0
        self._waiting: list[Strip] = []
        self.marks: list[Mark] = []

    def fill(self, strips: Iterable[Strip], title: str, record: str) -> None:
        """Put all strips down, with `title`, `record` and the number of the sheet at each foot."""
        self._foot = (title, record)
        self._draw_foot()
        for strip in strips:
            self._waiting.append(strip)
            if not strip.keeps:
                self._place()
        self._place()

    def _place(self) -> None:
        """Put down the strips that waited for the last of them; on a new sheet where they need one."""
        placed, self._waiting = self._waiting, []
        need = _together(placed)
        if self._y and self._y + need > self._bottom and need <= self._bottom:
            self._next(placed[0].head)
        for strip in placed:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        """One strip, parted where it has to be; at the top of a sheet a rule would part nothing."""
        if not strip.lines and not self._y:
            return
        if self._y:
            self._y += strip.before
        if strip.mark:
            self.marks.append(Mark(strip.mark, strip.level, self._sheet, self._y))
        done = 0
        while (end := self._fitting(strip, done)) < strip.lines:
            self._draw(strip, done, end)
            self._next(strip.head)
            done = end
        self._draw(strip, done, end)
        self._draw_rule(strip)
        self._y += strip.after

    def _fitting(self, strip: Strip, done: int) -> int:
        """Up to which of its lines the strip fits on this sheet."""
        if not strip.lines:
            return 0
        left = strip.lines - done
        fit = int((self._bottom - self._y) // strip.leading)
        if fit >= left:
            return strip.lines
        fit = min(fit, left - _FEWEST)
        is_top = self._y < strip.leading * _FEWEST
        if fit < _FEWEST or (strip.lines <= strip.whole and not is_top):
            return done + max(1, fit) if is_top else done
        return done + fit

    def _next(self, head: Strip | None) -> None:
        """Begin a sheet, below `head` where a table goes on."""
        self._turn()
        self._sheet += 1
        self._y = 0.0
        self._draw_foot()
        if head:
            self._put(head)

    def _draw(self, strip: Strip, start: int, end: int) -> None:
        if start == end:
            return
        for cell in strip.cells:
            self._draw_cell(cell, strip, start, end)
        height = (end - start) * strip.leading
        if strip.bar:
            self._painter.fillRect(QRectF(0, self._y, 1.5 * POINT, height), strip.bar)
        self._y += height

    def _draw_cell(self, cell: Cell, strip: Strip, start: int, end: int) -> None:
        count = cell.layout.lineCount()
        if cell.width:
            self._draw_ground(cell, (min(end, count) - start) * strip.leading)
        self._painter.setPen(cell.pen)
        at = QPointF(cell.x, self._y - start * strip.leading)
        if start == 0 and count <= end:
            cell.layout.draw(self._painter, at)
            return
        for number in range(start, min(end, count)):
            cell.layout.lineAt(number).draw(self._painter, at)

    def _draw_ground(self, cell: Cell, height: float) -> None:
        painter = self._painter
        painter.setPen(QPen(cell.frame, _HAIR * 1.6) if cell.frame else Qt.PenStyle.NoPen)
        painter.setBrush(cell.ground if cell.ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cell.x - PAD, self._y, cell.width, height), _ROUNDING, _ROUNDING)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_rule(self, strip: Strip) -> None:
        if strip.rule:
            y = self._y + (3 * POINT if strip.lines else 0)
            self._painter.fillRect(QRectF(0, y, self._width, _HAIR), strip.rule)

    def _draw_foot(self) -> None:
        painter, (title, record) = self._painter, self._foot
        painter.setPen(self._theme.ink(Tone.MUTED))
        painter.setFont(face(_FOOT))
        foot = QRectF(0, self._bottom, self._width, _FOOT.leading * POINT)
        end = f"{record}  ·  {self._sheet + 1}"
        metrics = painter.fontMetrics()
        room = int(self._width - metrics.horizontalAdvance(end) - 20 * POINT)
        low = Qt.AlignmentFlag.AlignBottom
        left = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignRight, end)


def _together(strips: Sequence[Strip]) -> float:
    """How much room strips need that keep together, up to the first that is long enough to be parted."""
    need = 0.0
    for strip in strips[:-1]:
        if strip.lines > _LONG:
            return need + _least(strip)
        need += strip.before + strip.lines * strip.leading + strip.after
    return need + sum(map(_least, strips[-1:]))


def _least(strip: Strip) -> float:
    """How much of the strip has to stand on the sheet where it begins."""
    lines = strip.lines if strip.lines <= strip.whole else _FEWEST
    return strip.before + lines * strip.leading
