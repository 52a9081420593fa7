"""Cards as they are painted: coloured edge, title, details, and the symbol of what they do to the claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.map.layout import CARD_HEIGHT, CARD_WIDTH
from ui.map.sheet import Card
from ui.map.style import Detail, Style
from ui.models.signs import Sign
from ui.theme.colours import Tone, blend

EDGE = 5.0
_ICON = 16.0
_PAD = 12.0
_SHEETS = 7.0
"""How far the sheets of a stack stand out below the one on top."""
CHIP = QRectF(CARD_WIDTH - 54, CARD_HEIGHT - 28, 40, 18)
"""Where on a stack the number of its cards stands, which opens it; from the card's corner."""
_SCREEN_PX = 10.5
"""Size on the screen of a title that stands alone."""


@dataclass(frozen=True, slots=True)
class State:
    """How a card stands out: beyond the chain of the claim, chosen, pointed at."""

    dimmed: bool = False
    chosen: bool = False
    hovered: bool = False


@dataclass(slots=True)
class Faces:
    """Paints cards; keeps the words that it had to shorten."""

    style: Style
    _cut: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def paint(
        self,
        painter: QPainter,
        card: Card,
        at: QRectF,
        sign: Sign | None,
        state: State,
        scale: float,
        detail: Detail,
    ) -> None:
        """Paint one card at its place on the map."""
        if card.is_stack and detail is not Detail.SHAPE:
            self._sheets_beneath(painter, at)
            at = at.adjusted(0, 0, -_SHEETS, -_SHEETS)
        self._ground(painter, card, at, sign, state, detail)
        if detail is Detail.FULL:
            self._words(painter, card, at, sign, state)
        elif detail is Detail.TITLE:
            self._title_alone(painter, card, at, state, scale)

    def _ground(
        self, painter: QPainter, card: Card, at: QRectF, sign: Sign | None, state: State, detail: Detail
    ) -> None:
        theme = self.style.theme
        tone = Tone.ACCENT if card.is_story else sign.tone if sign else None
        ink = theme.ink(tone) if tone else blend(theme.paper, theme.muted, 0.55)
        if detail is Detail.SHAPE:
            ground = blend(theme.raised, ink, 0.6 if tone else 0.28)
            painter.fillRect(at, theme.accent if state.chosen or card.is_story else ground)
            return
        strong = state.chosen or state.hovered or card.is_story
        edge = theme.accent if strong else theme.muted if card.outside else theme.line
        style = Qt.PenStyle.DashLine if card.outside else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, 2.0 if state.chosen or card.is_story else 1.0, style))
        painter.setBrush(theme.selection if state.chosen else theme.paper if card.outside else theme.raised)
        painter.drawRoundedRect(at, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if not card.outside or tone:
            painter.drawRoundedRect(QRectF(at.x(), at.y(), EDGE, at.height()), 2.5, 2.5)

    def _sheets_beneath(self, painter: QPainter, at: QRectF) -> None:
        theme = self.style.theme
        painter.setPen(QPen(theme.line, 1.0))
        painter.setBrush(blend(theme.raised, theme.line, 0.35))
        for step in (_SHEETS, _SHEETS / 2):
            painter.drawRoundedRect(at.adjusted(step, step, step - _SHEETS, step - _SHEETS), 6, 6)

    def _words(self, painter: QPainter, card: Card, at: QRectF, sign: Sign | None, state: State) -> None:
        theme = self.style.theme
        icon = sign.icon if sign else "newspaper" if card.is_story else ""
        room = at.width() - 2 * _PAD - EDGE - (_ICON + 4 if icon else 0)
        left = at.x() + EDGE + _PAD - 2
        painter.setFont(title := self.style.font(13, strong=True))
        painter.setPen(theme.muted if state.dimmed else theme.text)
        painter.drawText(QPointF(left, at.y() + 23), self._fit(card.key, card.title, title, room))
        painter.setFont(details := self.style.font(11))
        painter.setPen(theme.muted)
        room = at.width() - 2 * _PAD - EDGE - (CHIP.width() if card.bundle else 0)
        painter.drawText(QPointF(left, at.y() + 42), self._fit(card.key, card.details, details, room))
        if icon:
            tone = sign.tone if sign else Tone.ACCENT
            place = QRectF(at.right() - _PAD - _ICON + 2, at.y() + 11, _ICON, _ICON)
            self.style.icon(painter, icon, tone, place)
        if card.bundle:
            self._chip(painter, card, at)

    def _chip(self, painter: QPainter, card: Card, at: QRectF) -> None:
        """How many lie in the stack; of an open one, the sign that closes it."""
        theme = self.style.theme
        place = CHIP.translated(at.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tint(Tone.ACCENT))
        painter.drawRoundedRect(place, 9, 9)
        painter.setPen(theme.ink(Tone.ACCENT))
        painter.setFont(self.style.font(11, strong=True))
        words = f"{card.count} +" if card.is_stack else "−"
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _title_alone(self, painter: QPainter, card: Card, at: QRectF, state: State, scale: float) -> None:
        """From afar: the title in a size that can still be read."""
        font = self.style.font(min(_SCREEN_PX / scale, 0.52 * CARD_HEIGHT))
        painter.setFont(font)
        painter.setPen(self.style.theme.muted if state.dimmed else self.style.theme.text)
        place = at.adjusted(EDGE + 6, 0, -5, 0)
        words = self._fit(card.key, card.title, font, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _fit(self, key: str, words: str, font: QFont, room: float) -> str:
        room *= self.style.share
        kept = (key, font.pixelSize(), round(room))
        if kept not in self._cut:
            self._cut[kept] = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        return self._cut[kept]


def guide_pen(line: QColor) -> QPen:
    """The pen of the faint lines that tie a column to its date."""
    return QPen(line, 1.0, Qt.PenStyle.DotLine)


def guide(x: float, top: float, bottom: float) -> QLineF:
    """The faint line at the middle of a column."""
    return QLineF(x + CARD_WIDTH / 2, top, x + CARD_WIDTH / 2, bottom)
