"""The map as a picture: everything on it painted, as far as a stretch of it is seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.map.faces import CHIP, Faces, State, guide, guide_pen
from ui.map.layout import Layout, Rect
from ui.map.light import Light
from ui.map.sheet import Card, Sheet
from ui.map.strokes import Stroke, colour_of, is_near, paint_stroke, pen_of, strokes
from ui.map.style import Detail, Style, detail_at
from ui.theme.colours import blend

_STACK = 8.0
"""How far the sheets of a stack stand out below the card."""


@dataclass(slots=True)
class Picture:
    """A sheet with its layout, ready to be painted. Changes only in its light."""

    sheet: Sheet
    layout: Layout
    light: Light = field(default_factory=Light)
    cards: dict[str, Card] = field(init=False)
    rects: dict[str, QRectF] = field(init=False)
    strokes: tuple[Stroke, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.cards = {card.key: card for card in self.sheet.cards}
        self.rects = {key: _rect(rect) for key, rect in self.layout.cards.items()}
        self.strokes = strokes(self.sheet.lines, self.layout.routes)

    @property
    def bounds(self) -> QRectF:
        """The rectangle around all cards and lines."""
        around = _rect(self.layout.bounds)
        for stroke in self.strokes:
            around = around.united(stroke.around)
        return around

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

    def stroke_at(self, point: QPointF, scale: float) -> Stroke | None:
        """The line at a point of the map."""
        return next((stroke for stroke in self.strokes if is_near(stroke, point, scale)), None)

    def paint(
        self,
        painter: QPainter,
        seen: QRectF,
        scale: float,
        faces: Faces,
        chosen: str | None = None,
        hovered: str | None = None,
    ) -> None:
        """Paint what lies in `seen`, a stretch of the map; the painter is set to the map's measures."""
        detail = detail_at(scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail is not Detail.SHAPE)
        self._paint_guides(painter, seen, faces.style)
        self._paint_strokes(painter, seen, scale, faces.style, {chosen, hovered} - {None})
        for key, rect in self.rects.items():
            if not seen.intersects(rect.adjusted(-2, -2, _STACK, _STACK)):
                continue
            dimmed = self.light.chosen and key not in self.light.cards
            state = State(dimmed, key == chosen, key == hovered)
            faces.paint(painter, self.cards[key], rect, self.light.signs.get(key), state, scale, detail)

    def _paint_guides(self, painter: QPainter, seen: QRectF, style: Style) -> None:
        painter.setPen(guide_pen(style.theme.line))
        for column in self.layout.columns:
            line = guide(column.x, seen.top(), seen.bottom())
            if seen.left() <= line.x1() <= seen.right():
                painter.drawLine(line)
        painter.setPen(QPen(style.theme.line, 1.0))
        painter.drawLine(QPointF(seen.left(), 0), QPointF(seen.right(), 0))

    def _paint_strokes(
        self, painter: QPainter, seen: QRectF, scale: float, style: Style, held: set[str | None]
    ) -> None:
        """The chain of the claim, and the lines of the card that is chosen or pointed at, lie on top."""
        rough = detail_at(scale) is Detail.SHAPE
        later = []
        for at, stroke in enumerate(self.strokes):
            if not seen.intersects(stroke.around):
                continue
            lit = at in self.light.lines
            touched = stroke.line.taker in held or stroke.line.giver in held
            if lit or touched:
                later.append((stroke, lit))
                continue
            colour = colour_of(stroke.line, style.theme, lit=False, dimmed=self.light.chosen)
            paint_stroke(painter, stroke, pen_of(stroke.line.step, colour, scale), rough=rough)
        for stroke, lit in later:
            colour = colour_of(stroke.line, style.theme, lit=lit, dimmed=False)
            if not lit and not stroke.line.circular:
                colour = blend(colour, style.theme.text, 0.5)
            paint_stroke(painter, stroke, pen_of(stroke.line.step, colour, scale, lit=True), rough=rough)


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
