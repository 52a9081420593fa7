"""Lines as they are painted: one pen for each way that words can go, an arrow towards the giver.

A line is cut into pieces, one for each gap it bends in and each column it passes. Pieces that several lines
share are painted once, and only those in sight: a dashed line across a long map would cost a frame by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.map.routes import Point, Route
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
class Piece:
    """A part of one or more lines. `lines` are their places in the sheet.

    `path` is None where it is straight. `heading` is the direction of the arrow where the lines end here.
    """

    points: tuple[Point, ...]
    step: Step
    circular: bool
    lines: frozenset[int]
    around: QRectF
    path: QPainterPath | None
    heading: Point | None = None

    @property
    def straight(self) -> QLineF:
        """From its beginning to its end."""
        return QLineF(*self.points[0], *self.points[-1])


def pieces_of(lines: Sequence[Line], routes: Sequence[Route]) -> tuple[Piece, ...]:
    """All lines cut into pieces, those painted alike one after the other."""
    sharing: dict[tuple[Step, bool, tuple[Point, ...], Point | None], list[int]] = {}
    for at, (line, route) in enumerate(zip(lines, routes, strict=True)):
        for curve, heading in _curves(route):
            sharing.setdefault((line.step, line.circular, curve, heading), []).append(at)
    pieces = [_piece(*key, frozenset(found)) for key, found in sharing.items()]
    return tuple(sorted(pieces, key=lambda piece: (piece.circular, piece.step)))


def colour_of(circular: bool, theme: Theme, *, lit: bool, dimmed: bool) -> QColor:
    """The colour of a line: a ring always calls for care, the claim's chain stands out, the rest recedes."""
    if circular:
        return blend(theme.paper, theme.ink(Tone.CARE), 0.45) if dimmed else theme.ink(Tone.CARE)
    if lit:
        return theme.accent
    return blend(theme.paper, theme.muted, 0.38 if dimmed else 0.8)


def pen_of(step: Step, colour: QColor, scale: float, *, lit: bool = False) -> QPen:
    """The pen for one way of taking words, never thinner than the screen can show."""
    width, style = _PENS[step]
    pen = QPen(colour, max(width + 0.6 * lit, 0.9 / scale), style)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([5, 3.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_pieces(painter: QPainter, pieces: Iterable[Piece], pens: dict[tuple[Step, bool], QPen]) -> None:
    """Paint pieces with the pens for their step and for rings, and the arrows where lines end."""
    pieces, pen = list(pieces), None
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in pieces:
        if (wanted := pens[piece.step, piece.circular]) is not pen:
            painter.setPen(pen := wanted)
        if piece.path is None:
            painter.drawLine(piece.straight)
        else:
            painter.drawPath(piece.path)
    painter.setPen(Qt.PenStyle.NoPen)
    for piece in pieces:
        if piece.heading is not None:
            painter.setBrush(pens[piece.step, piece.circular].color())
            painter.drawPolygon(arrow(QPointF(*piece.points[-1]), piece.heading))


def paint_roughly(painter: QPainter, pieces: Iterable[Piece], pens: dict[tuple[Step, bool], QPen]) -> None:
    """Paint pieces from so far away that bends, dashes and arrows could not be seen."""
    bundles: dict[tuple[Step, bool], list[QLineF]] = {}
    for piece in pieces:
        bundles.setdefault((piece.step, piece.circular), []).append(piece.straight)
    for key, straights in bundles.items():
        painter.setPen(QPen(pens[key].color(), 0))
        painter.drawLines(straights)


def arrow(tip: QPointF, heading: Point) -> QPolygonF:
    """An arrow head that ends at `tip`."""
    x, y = heading
    back = tip - QPointF(x * _ARROW, y * _ARROW)
    side = QPointF(y * _ARROW * 0.5, x * _ARROW * 0.5)
    return QPolygonF([tip, back + side, back - side])


def near(pieces: Collection[Piece], point: QPointF, scale: float) -> frozenset[int]:
    """The lines that lie at a point of the map, as far as one can aim at this scale."""
    reach = _NEAR / scale
    for piece in pieces:
        around = piece.around.adjusted(-reach, -reach, reach, reach)
        if around.contains(point) and _distance_to(piece, point) <= reach:
            return piece.lines
    return frozenset()


def _curves(route: Route) -> Iterable[tuple[tuple[Point, ...], Point | None]]:
    points = route.points
    for at in range(0, len(points) - 1, 3):
        last = at + 3 == len(points) - 1
        yield points[at : at + 4], route.heading if last else None


def _piece(
    step: Step, circular: bool, points: tuple[Point, ...], heading: Point | None, lines: frozenset[int]
) -> Piece:
    start, first, second, end = (QPointF(*point) for point in points)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    around = path.boundingRect().adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)
    straight = start.y() == end.y() == first.y() or start.x() == end.x() == first.x()
    return Piece(points, step, circular, lines, around, None if straight else path, heading)


def _distance_to(piece: Piece, point: QPointF) -> float:
    start, first, second, end = (QPointF(*each) for each in piece.points)
    dots = []
    for sample in range(_SAMPLES + 1):
        t = sample / _SAMPLES
        u = 1 - t
        dots.append(start * u**3 + first * (3 * u * u * t) + second * (3 * u * t * t) + end * t**3)
    return min(_distance(point, one, other) for one, other in pairwise(dots))


def _distance(point: QPointF, start: QPointF, end: QPointF) -> float:
    """From a point to a straight stretch."""
    along, aside = end - start, point - start
    length = QPointF.dotProduct(along, along)
    share = max(0.0, min(1.0, QPointF.dotProduct(aside, along) / length)) if length else 0.0
    gap = aside - along * share
    return float(QPointF.dotProduct(gap, gap) ** 0.5)
