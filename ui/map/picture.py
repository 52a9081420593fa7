"""The map as a picture: everything on it painted, as far as a stretch of it is seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPen

from ui.map.faces import CHIP, Faces, State, guide, guide_pen
from ui.map.grid import Grid
from ui.map.layout import Layout, Rect
from ui.map.light import Light
from ui.map.sheet import Card, Line, Sheet
from ui.map.strokes import Piece, colour_of, near, paint_pieces, paint_roughly, pen_of, pieces_of
from ui.map.style import Detail, Style, detail_at
from ui.theme.colours import blend
from workbench.tracing.values import Step

_OVERVIEW_PX = 1400.0
_AIM = 8.0


@dataclass(slots=True)
class Picture:
    """A sheet with its layout, ready to be painted. Changes only in its light."""

    sheet: Sheet
    layout: Layout
    light: Light = field(default_factory=Light)
    cards: dict[str, Card] = field(init=False)
    rects: dict[str, QRectF] = field(init=False)
    pieces: tuple[Piece, ...] = field(init=False)
    bounds: QRectF = field(init=False)
    """The rectangle around all cards and lines."""
    _card_grid: Grid = field(init=False)
    _piece_grid: Grid = field(init=False)
    _touching: dict[str, frozenset[int]] = field(init=False)
    """For each card the numbers of the pieces of its lines."""

    def __post_init__(self) -> None:
        self.cards = {card.key: card for card in self.sheet.cards}
        self.rects = {key: _rect(rect) for key, rect in self.layout.cards.items()}
        self.pieces = pieces_of(self.sheet.lines, self.layout.routes)
        self.bounds = _rect(self.layout.bounds)
        for piece in self.pieces:
            self.bounds = self.bounds.united(piece.around)
        self._card_grid = Grid([rect.adjusted(-2, -2, 2, 2) for rect in self.rects.values()])
        self._touching = self._pieces_by_card()
        self._piece_grid = Grid([piece.around for piece in self.pieces])

    def lit_bounds(self) -> QRectF:
        """The rectangle around the chosen claim's chain; around everything while none is chosen."""
        around = QRectF()
        for key in self.light.cards:
            around = around.united(self.rects[key])
        return around if not around.isEmpty() else self.bounds

    def card_at(self, point: QPointF) -> str | None:
        """The card at a point of the map."""
        return next((key for key, rect in self.rects.items() if rect.contains(point)), None)

    def is_chip_at(self, key: str, point: QPointF) -> bool:
        """Whether that point is what opens or closes the card's stack."""
        return bool(self.cards[key].bundle) and CHIP.translated(self.rects[key].topLeft()).contains(point)

    def lines_at(self, point: QPointF, scale: float) -> list[Line]:
        """The lines at a point of the map."""
        around = QRectF(point, point).adjusted(-_AIM / scale, -_AIM / scale, _AIM / scale, _AIM / scale)
        pieces = [self.pieces[number] for number in self._piece_grid.within(around)]
        return [self.sheet.lines[at] for at in sorted(near(pieces, point, scale))]

    def paint(self, painter: QPainter, seen: QRectF, scale: float, faces: Faces) -> None:
        """Paint what lies in `seen`, a stretch of the map; the painter is set to the map's measures."""
        detail = detail_at(scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail is not Detail.SHAPE)
        self._paint_guides(painter, seen, faces.style)
        self._paint_lines(painter, seen, scale, faces.style)
        keys = list(self.rects)
        for number in self._card_grid.within(seen):
            state = State(self._is_dimmed(keys[number]))
            self._paint_card(painter, keys[number], scale, faces, state)

    def paint_held(
        self,
        painter: QPainter,
        seen: QRectF,
        scale: float,
        faces: Faces,
        chosen: str | None,
        hovered: str | None,
    ) -> None:
        """Paint, over the rest, the card that is chosen and the one pointed at, with their lines."""
        held = [key for key in dict.fromkeys((chosen, hovered)) if key in self.rects]
        if not held:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        touched = frozenset[int]().union(*(self._touching.get(key, ()) for key in held))
        pieces = [self.pieces[number] for number in self._piece_grid.within(seen) if number in touched]
        paint = paint_roughly if detail_at(scale) is Detail.SHAPE else paint_pieces
        for lit in (False, True):
            some = [piece for piece in pieces if lit is not self.light.lines.isdisjoint(piece.lines)]
            paint(painter, some, _pens(faces.style, scale, lit=lit, strong=True))
        for key in held:
            state = State(self._is_dimmed(key), key == chosen, key == hovered)
            self._paint_card(painter, key, scale, faces, state)

    def _pieces_by_card(self) -> dict[str, frozenset[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, piece in enumerate(self.pieces):
            for at in piece.lines:
                found[self.sheet.lines[at].taker].add(number)
                found[self.sheet.lines[at].giver].add(number)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    def _is_dimmed(self, key: str) -> bool:
        return self.light.chosen and key not in self.light.cards

    def _paint_card(self, painter: QPainter, key: str, scale: float, faces: Faces, state: State) -> None:
        card, sign = self.cards[key], self.light.signs.get(key)
        faces.paint(painter, card, self.rects[key], sign, state, scale, detail_at(scale))

    def _paint_guides(self, painter: QPainter, seen: QRectF, style: Style) -> None:
        painter.setPen(guide_pen(style.theme.line))
        for column in self.layout.columns:
            line = guide(column.x, seen.top(), seen.bottom())
            if seen.left() <= line.x1() <= seen.right():
                painter.drawLine(line)
        painter.setPen(QPen(style.theme.line, 1.0))
        painter.drawLine(QPointF(seen.left(), 0), QPointF(seen.right(), 0))

    def _paint_lines(self, painter: QPainter, seen: QRectF, scale: float, style: Style) -> None:
        """The chain of the claim lies on top."""
        paint = paint_roughly if detail_at(scale) is Detail.SHAPE else paint_pieces
        shown = [self.pieces[number] for number in self._piece_grid.within(seen)]
        chain = [piece for piece in shown if not self.light.lines.isdisjoint(piece.lines)]
        if chain:
            shown = [piece for piece in shown if self.light.lines.isdisjoint(piece.lines)]
        paint(painter, shown, _pens(style, scale, dimmed=self.light.chosen))
        paint(painter, chain, _pens(style, scale, lit=True))


def _pens(
    style: Style, scale: float, *, lit: bool = False, dimmed: bool = False, strong: bool = False
) -> dict[tuple[Step, bool], QPen]:
    """The pens for lines of one rank; `strong` for those of the card that is looked at."""
    pens = {}
    for step in Step:
        for circular in (False, True):
            colour = colour_of(circular, style.theme, lit=lit, dimmed=dimmed)
            if strong and not lit and not circular:
                colour = blend(colour, style.theme.text, 0.6)
            pens[step, circular] = pen_of(step, colour, scale, lit=lit or strong)
    return pens


def overview(picture: Picture, faces: Faces) -> QImage:
    """A small picture of the whole map, without words."""
    bounds = picture.bounds
    scale = min(_OVERVIEW_PX / bounds.width(), _OVERVIEW_PX / bounds.height(), 0.29)
    image = QImage((bounds.size() * scale).toSize() + QSize(1, 1), QImage.Format.Format_RGB32)
    image.fill(faces.style.theme.paper)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-bounds.topLeft())
    picture.paint(painter, bounds, scale, faces)
    painter.end()
    return image


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
