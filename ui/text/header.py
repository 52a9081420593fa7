"""The head of a text: its headline, unless the text begins with it, and a line about its origin."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout

from ui.text.page import Sizes
from ui.theme.colours import Theme
from ui.theme.fonts import READING_FAMILY, UI_FAMILY, font
from workbench.text import Span

ABOVE = 30
_BETWEEN = 10
_BELOW = 24
_META_PX = 12
_META_LINE = 18
_HEAD = 2_000
"""Characters in which a text's own headline is looked for."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the words. Plain text: nothing in it is taken for markup."""

    title: str = ""
    meta: str = ""
    in_text: Span | None = None
    """Where the text itself has the headline; it is then not painted a second time."""

    def above(self, width: float, sizes: Sizes) -> float:
        """Height it takes up above the text's first line."""
        title = 0.0 if self.in_text else self._title_height(width, sizes)
        meta = 0.0 if self.in_text else self.meta_height(width)
        return ABOVE + title + meta

    def meta_height(self, width: float) -> float:
        """Height of the line about the origin with the room beneath it; 0 when there is none."""
        return _height(self.meta, _meta_font(), width, _META_LINE) + _BELOW if self.meta else 0.0

    def paint(
        self, painter: QPainter, top: float, left: float, width: float, sizes: Sizes, theme: Theme
    ) -> None:
        """Paint headline and origin above the words, the top of the page being at `top`."""
        laid = _laid(self.title, _title_font(sizes), width, sizes.headline_line)
        painter.setPen(theme.text)
        laid.draw(painter, QPointF(left, top + ABOVE))
        self.paint_meta(painter, top + ABOVE + self._title_height(width, sizes), left, width, theme)

    def paint_meta(self, painter: QPainter, top: float, left: float, width: float, theme: Theme) -> None:
        """Paint the line about the origin at `top`."""
        painter.setPen(theme.muted)
        _laid(self.meta, _meta_font(), width, _META_LINE).draw(painter, QPointF(left, top))

    def _title_height(self, width: float, sizes: Sizes) -> float:
        if not self.title:
            return 0.0
        return _height(self.title, _title_font(sizes), width, sizes.headline_line) + _BETWEEN


def header(text: str, title: str, meta: str) -> Header:
    """The head of `text`, which may begin with its own headline, or have it below a page's navigation."""
    lines = text[:_HEAD].split("\n")
    same = [_folded(line) == _folded(title) for line in lines] if title else [False]
    if same[0]:
        return Header(title.strip(), meta.strip(), Span(0, len(lines[0])))
    return Header("" if any(same) else title.strip(), meta.strip())


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _height(words: str, in_font: QFont, width: float, line_height: float) -> float:
    return _laid(words, in_font, width, line_height).lineCount() * line_height


def _laid(words: str, in_font: QFont, width: float, line_height: float) -> QTextLayout:
    """Words broken into lines that follow each other at an even distance."""
    layout = QTextLayout(words, in_font)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
        y += line_height
    layout.endLayout()
    return layout


def _title_font(sizes: Sizes) -> QFont:
    return font(READING_FAMILY, sizes.headline, QFont.Weight.Bold)


def _meta_font() -> QFont:
    return font(UI_FAMILY, _META_PX)
