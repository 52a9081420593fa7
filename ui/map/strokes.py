"""Lines as they are painted: one pen for each way that words can go, an arrow towards the giver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.map.routes import Route
from ui.map.sheet import Line
from ui.theme.colours import Theme, Tone, blend
from workbench.tracing.values import Step

_PENS = {
    Step.COPIES: (2.8, Qt.PenStyle.SolidLine),
    Step.CREDITS: (1.4, Qt.PenStyle.SolidLine),
    Step.CITES: (1.4, Qt.PenStyle.DashLine),
}
_ARROW = 8.0
_NEAR = 6.0
"""So near to a line, in pixels of the screen, is on it."""
_SAMPLES = 10


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line ready to be painted; `around` is the rectangle it lies in."""

    line: Line
    route: Route
    path: QPainterPath
    rough: QPolygonF
    around: QRectF


def strokes(lines: Sequence[Line], routes: Sequence[Route]) -> tuple[Stroke, ...]:
    """The lines with their courses."""
    return tuple(_stroke(line, route) for line, route in zip(lines, routes, strict=True))


def colour_of(line: Line, theme: Theme, *, lit: bool, dimmed: bool) -> QColor:
    """The colour of a line: a ring always calls for care, the claim's chain stands out, the rest recedes."""
    if line.circular:
        return blend(theme.paper, theme.ink(Tone.CARE), 0.45) if dimmed else theme.ink(Tone.CARE)
    if lit:
        return theme.accent
    return blend(theme.paper, theme.muted, 0.38 if dimmed else 0.8)


def pen_of(step: Step, colour: QColor, scale: float, *, lit: bool = False) -> QPen:
    """The pen for one way of taking words, never thinner than the screen can show."""
    width, style = _PENS[step]
    pen = QPen(colour, max((width + 0.6 * lit), 0.9 / scale), style)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([5, 3.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_stroke(painter: QPainter, stroke: Stroke, pen: QPen, *, rough: bool = False) -> None:
    """Paint a line; roughly from so far away that bends and arrows could not be seen."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if rough:
        painter.drawPolyline(stroke.rough)
        return
    painter.drawPath(stroke.path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(arrow(QPointF(*stroke.route.end), stroke.route.heading))


def arrow(tip: QPointF, heading: tuple[float, float]) -> QPolygonF:
    """An arrow head that ends at `tip`."""
    x, y = heading
    back = tip - QPointF(x * _ARROW, y * _ARROW)
    side = QPointF(y * _ARROW * 0.5, x * _ARROW * 0.5)
    return QPolygonF([tip, back + side, back - side])


def is_near(stroke: Stroke, point: QPointF, scale: float) -> bool:
    """Whether a point of the map lies on the line, as far as one can aim at this scale."""
    reach = _NEAR / scale
    if not stroke.around.adjusted(-reach, -reach, reach, reach).contains(point):
        return False
    near = (_distance(point, *piece) for piece in _pieces(stroke.route))
    return any(distance <= reach for distance in near)


def _stroke(line: Line, route: Route) -> Stroke:
    points = [QPointF(*point) for point in route.points]
    path = QPainterPath(points[0])
    for at in range(1, len(points), 3):
        first, second, end = points[at : at + 3]
        if first.y() == second.y() == end.y():
            path.lineTo(end)
        else:
            path.cubicTo(first, second, end)
    rough = QPolygonF([QPointF(*stop) for stop in route.stops])
    around = path.boundingRect().adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)
    return Stroke(line, route, path, rough, around)


def _pieces(route: Route) -> list[tuple[QPointF, QPointF]]:
    """The course as short straight pieces."""
    dots = [QPointF(*route.points[0])]
    for at in range(0, len(route.points) - 1, 3):
        start, first, second, end = (QPointF(*point) for point in route.points[at : at + 4])
        for step in range(1, _SAMPLES + 1):
            t = step / _SAMPLES
            u = 1 - t
            dots.append(start * u**3 + first * (3 * u * u * t) + second * (3 * u * t * t) + end * t**3)
    return list(pairwise(dots))


def _distance(point: QPointF, start: QPointF, end: QPointF) -> float:
    """From a point to a straight piece."""
    along, aside = end - start, point - start
    length = QPointF.dotProduct(along, along)
    share = max(0.0, min(1.0, QPointF.dotProduct(aside, along) / length)) if length else 0.0
    gap = aside - along * share
    return float(QPointF.dotProduct(gap, gap) ** 0.5)
