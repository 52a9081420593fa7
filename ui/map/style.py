"""How things on the map are coloured and written, on the screen as on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter

from ui.theme.colours import Theme, Tone, load_theme
from ui.theme.fonts import UI_FAMILY, font
from ui.theme.icons import paint_vector
from ui.theme.look import Look

_ICON = QSize(40, 40)
IconPainter = Callable[[QPainter, str, Tone, QRectF], None]


class Detail(IntEnum):
    """How much of a card can be read at a scale."""

    SHAPE = 0
    TITLE = 1
    FULL = 2


def detail_at(scale: float) -> Detail:
    """The most that is still legible."""
    return Detail.FULL if scale >= 0.62 else Detail.TITLE if scale >= 0.3 else Detail.SHAPE


@dataclass(frozen=True, slots=True)
class Style:
    """A theme, and the way icons are painted: from pictures on the screen, as drawings on paper."""

    theme: Theme
    icon: IconPainter
    share: float = 1.0
    """How much of a card's width words may take: on paper another, wider face may stand in for ours."""

    def font(self, px: float, *, strong: bool = False) -> QFont:
        """The program's own face."""
        return font(UI_FAMILY, round(px), QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def on_screen(look: Look) -> Style:
    """As the window looks now."""

    def paint(painter: QPainter, name: str, tone: Tone, place: QRectF) -> None:
        picture = look.icon(name, tone).pixmap(_ICON)  # kept by the icon; larger than shown, for zooming in
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    return Style(look.theme, paint)


def on_paper() -> Style:
    """Light, whatever the window looks like."""
    return replace(drawn_in(load_theme("light")), share=0.86)


def drawn_in(theme: Theme) -> Style:
    """A theme with icons as drawings. Needs no window and may be used in a worker thread."""

    def paint(painter: QPainter, name: str, tone: Tone, place: QRectF) -> None:
        paint_vector(painter, name, theme.ink(tone), place)

    return Style(theme, paint)
