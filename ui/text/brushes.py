"""The colours and line shapes that marks are painted with, made once for a theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ui.theme.colours import Theme, Tone, Underline

LINE_HEIGHT = 4
"""Pixels that an underline of any shape takes up."""

_PERIOD = 12
_WIDTH = 144
_GLAZE = 0.5
_VEIL, _CUE_VEIL = 0.12, 0.25


class Brushes:
    """Grounds and underlines of a theme, for a screen of `ratio` device pixels to one."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme = theme
        self._ratio = ratio
        self._lines: dict[tuple[Tone, bool], QPixmap] = {}
        self._grounds = {
            (tone, proposed): _glaze(theme, tone, _GLAZE / 2 if proposed else _GLAZE)
            for tone in Tone
            for proposed in (False, True)
        }

    def ground(self, tone: Tone, proposed: bool) -> QColor:
        """A see-through colour: the tone's tint on bare paper, deeper where marks overlap."""
        return self._grounds[tone, proposed]

    def veil(self, *, strong: bool) -> QColor:
        """The accent, thin enough that words on any ground stay legible beneath it."""
        colour = QColor(self.theme.accent)
        colour.setAlphaF(_CUE_VEIL if strong else _VEIL)
        return colour

    def line(self, tone: Tone, proposed: bool) -> QPixmap:
        """A tile of the tone's underline, `LINE_HEIGHT` pixels high; dots for what is only proposed."""
        if (tone, proposed) not in self._lines:
            shape = Underline.DOT if proposed else self.theme.underline(tone)
            self._lines[tone, proposed] = _tile(shape, self.theme.ink(tone), self._ratio)
        return self._lines[tone, proposed]


def _glaze(theme: Theme, tone: Tone, share: float) -> QColor:
    """The colour that, laid over paper with an opacity of `_GLAZE`, gives the tint.

    However many are laid over one another, words stay legible: the result tends to that colour.
    """
    paper, tint = theme.paper, theme.tint(tone)

    def full(ground: float, wanted: float) -> float:
        return min(1.0, max(0.0, ground + (wanted - ground) / _GLAZE))

    return QColor.fromRgbF(
        full(paper.redF(), tint.redF()),
        full(paper.greenF(), tint.greenF()),
        full(paper.blueF(), tint.blueF()),
        share,
    )


def _tile(shape: Underline, colour: QColor, ratio: float) -> QPixmap:
    tile = QPixmap(round(_WIDTH * ratio), round(LINE_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape is Underline.WAVE:
        _draw_wave(painter, colour)
    else:
        _draw_bars(painter, colour, shape)
    painter.end()
    return tile


def _draw_wave(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.2))
    half = _PERIOD / 4
    points = [QPointF(at * half, 0.8 if at % 2 else 2.8) for at in range(-1, round(_WIDTH / half) + 2)]
    painter.drawPolyline(QPolygonF(points))


def _draw_bars(painter: QPainter, colour: QColor, shape: Underline) -> None:
    match shape:
        case Underline.DASH:
            bars = [(x, 1.0, 4.0, 1.5) for x in range(0, _WIDTH, 6)]
        case Underline.DOT:
            bars = [(x, 1.0, 1.5, 1.5) for x in range(0, _WIDTH, 3)]
        case Underline.DOUBLE:
            bars = [(0, 0.0, _WIDTH, 1.0), (0, 2.0, _WIDTH, 1.0)]
        case _:
            bars = [(0, 1.0, _WIDTH, 1.5)]
    for x, y, width, height in bars:
        painter.fillRect(QRectF(x, y, width, height), colour)
