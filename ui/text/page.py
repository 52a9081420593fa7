"""A text set as a page: headline, paragraphs, headings, captions, greyed furniture.

Words go in as plain text, one character for one, so that no foreign markup is ever interpreted and
positions in the page are positions in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from ui.text.positions import Positions
from ui.theme.colours import Theme
from ui.theme.fonts import READING_FAMILY, UI_FAMILY, font
from workbench.model import Zone, ZoneRole
from workbench.text import Span

EDGE = 12
"""Pixels between the page's edge and its words, on both sides: room for the handle of a mark."""
MEASURE = 68
"""Characters to a line."""

_SAMPLE = "The council did not dispute the total, a spokesperson said on Thursday. "
_BLANK_LINE = re.compile(r"^[^\S\n]*$", re.MULTILINE)
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sizes:
    """Every size on a page, in pixels, from the size of its running text."""

    text: int

    @property
    def line(self) -> int:
        """From one base line to the next."""
        return round(self.text * 28 / 18)

    @property
    def gap(self) -> int:
        """Between paragraphs."""
        return round(self.text * 0.7)

    @property
    def headline(self) -> int:
        """The headline's letters."""
        return round(self.text * 1.65)

    @property
    def headline_line(self) -> int:
        """From one base line of the headline to the next."""
        return round(self.headline * 1.25)

    @property
    def small(self) -> int:
        """Captions and furniture."""
        return round(self.text * 0.83)

    @property
    def column(self) -> int:
        """Width of a line of `MEASURE` characters."""
        sample = QFontMetricsF(font(READING_FAMILY, self.text)).horizontalAdvance(_SAMPLE)
        return round(sample / len(_SAMPLE) * MEASURE)


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of block is set."""

    font: QFont
    line: int
    above: int
    below: int
    is_muted: bool = False

    def block(self) -> QTextBlockFormat:
        """Qt's paragraph format."""
        made = QTextBlockFormat()
        made.setLineHeight(self.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(self.above)
        made.setBottomMargin(self.below)
        return made

    def words(self, theme: Theme) -> QTextCharFormat:
        """Qt's character format. The colour of plain words is left to the palette."""
        made = QTextCharFormat()
        made.setFont(self.font)
        if self.is_muted:
            made.setForeground(theme.muted)
        return made


def styles(sizes: Sizes) -> dict[str, Style]:
    """The styles of a page: "text", "headline", and one for each role of a zone."""
    bold = QFont.Weight.Bold
    small = sizes.small
    return {
        "text": Style(font(READING_FAMILY, sizes.text), sizes.line, 0, sizes.gap),
        "headline": Style(font(READING_FAMILY, sizes.headline, bold), sizes.headline_line, 0, sizes.gap),
        ZoneRole.HEADING: Style(
            font(READING_FAMILY, round(sizes.text * 1.12), bold),
            sizes.line,
            sizes.gap,
            round(sizes.gap * 0.6),
        ),
        ZoneRole.CAPTION: Style(font(READING_FAMILY, small), round(small * 1.5), 0, sizes.gap, is_muted=True),
        ZoneRole.FURNITURE: Style(
            font(UI_FAMILY, round(sizes.text * 0.75)),
            round(sizes.text * 1.25),
            0,
            sizes.gap // 2,
            is_muted=True,
        ),
    }


def showable(text: str) -> str:
    """`text` with characters that would upset Qt's document replaced, one for one."""
    return _UNSHOWABLE.sub("\ufffd", text)


def compose(
    text: str, zones: Sequence[Zone], positions: Positions, sizes: Sizes, theme: Theme, headline: Span | None
) -> QTextDocument:
    """A document that shows `text`; the words of `headline` are set as one."""
    set_as = styles(sizes)
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(set_as["text"].font)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(set_as["text"].block())
    cursor.insertText(showable(text), set_as["text"].words(theme))
    _close_up_blank_lines(document, text, positions, sizes)
    for zone in zones:
        _set(document, positions, zone.span, set_as[zone.role], theme)
    if headline is not None:
        _set(document, positions, headline, set_as["headline"], theme)
    return document


def _close_up_blank_lines(document: QTextDocument, text: str, positions: Positions, sizes: Sizes) -> None:
    """Make blank lines low: paragraphs stand apart already."""
    low = Style(font(READING_FAMILY, sizes.text), sizes.gap // 3, 0, 0).block()
    cursor = QTextCursor(document)
    for blank in _BLANK_LINE.finditer(text):
        cursor.setPosition(positions.to_qt(blank.start()))
        cursor.setBlockFormat(low)


def _set(document: QTextDocument, positions: Positions, span: Span, style: Style, theme: Theme) -> None:
    """Set words in a style, and the paragraphs too that consist of nothing else."""
    end = min(positions.to_qt(span.end), document.characterCount() - 1)
    start = min(positions.to_qt(span.start), end)
    cursor = _selected(document, start, end)
    cursor.setCharFormat(style.words(theme))
    first, last = document.findBlock(start), document.findBlock(end)
    if last.position() + last.length() - 1 > end:
        end = last.position() - 1
    if start == first.position() and end > start:
        _selected(document, start, end).setBlockFormat(style.block())


def _selected(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
