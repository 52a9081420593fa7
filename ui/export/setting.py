"""Sets blocks as strips of lines for a printed page: which type, how wide, how far apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from ui.theme.colours import Theme, Tone
from ui.theme.fonts import READING_FAMILY, UI_FAMILY, font
from workbench.export.blocks import Block, Facts, Judgement, Rule, Run, Runs, Style, Table, Text

POINT = 10
"""Units of the page to a typographic point; all else here is in units."""

_SEMIBOLD = QFont.Weight.DemiBold
_BOLD = QFont.Weight.Bold


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """How a paragraph is set, in points: what stands before and after it counts from its lines."""

    family: str
    size: float
    leading: float
    weight: QFont.Weight = QFont.Weight.Normal
    before: float = 0
    after: float = 0
    keeps: bool = False
    indent: float = 0


TYPES = {
    Style.KICKER: Type(UI_FAMILY, 9, 13, _SEMIBOLD, after=2, keeps=True),
    Style.TITLE: Type(READING_FAMILY, 21, 27, _BOLD, after=4, keeps=True),
    Style.META: Type(UI_FAMILY, 9.5, 14, after=8),
    Style.WARNING: Type(UI_FAMILY, 10, 15, _SEMIBOLD, 2, 8),
    Style.SECTION: Type(READING_FAMILY, 14, 20, _BOLD, 22, 9, keeps=True),
    Style.HEADING: Type(UI_FAMILY, 9, 13, _SEMIBOLD, 7, keeps=True),
    Style.BODY: Type(READING_FAMILY, 10.5, 15, before=1, after=3),
    Style.ITEM: Type(READING_FAMILY, 10.5, 15.5, after=3, indent=12),
    Style.WORDING: Type(READING_FAMILY, 12.5, 17.5, _BOLD, 6, 3, keeps=True),
    Style.QUOTATION: Type(READING_FAMILY, 10.5, 15, before=5, indent=12),
    Style.SMALL: Type(UI_FAMILY, 8.5, 12),
    Style.NOTE: Type(UI_FAMILY, 8.5, 12),
    Style.NAME: Type(UI_FAMILY, 9.5, 14, before=9, after=1),
    Style.COLOPHON: Type(UI_FAMILY, 8, 12, before=16),
}
_FACT = Type(UI_FAMILY, 9, 12.5, before=1.5)
_CELL = Type(UI_FAMILY, 8.5, 12.5, before=5, after=5)
_HEAD = Type(UI_FAMILY, 8.5, 12.5, _SEMIBOLD, after=4, keeps=True)
_CHIP = Type(UI_FAMILY, 9, 15, _SEMIBOLD, before=1, keeps=True)
_STANDING = Type(UI_FAMILY, 9, 15)
_GAP, PAD = 10 * POINT, 5 * POINT
_PARTED = 3
"""A paragraph of so many lines is never parted; of a longer one, two stay on either page."""
_ROW_PARTED = 8
_OFTEN = 32
"""Letters of words that may stand on the paper many times, such as names of facts."""
_KEPT = 2_000
_SUBSTITUTING = ("calt", "liga", "clig", "ccmp", "locl")
"""Features that put one sign for another: Qt cannot tell the PDF which letters it stands for, and whoever
searches or copies would miss them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines set at `x`; those of a chip on a `ground` or in a `frame`, `width` with the `PAD` around them."""

    x: float
    layout: QTextLayout
    pen: QColor
    ground: QColor | None = None
    frame: QColor | None = None
    width: float = 0


@dataclass(slots=True)
class Strip:
    """Lines that stand side by side and are parted together, `leading` apart.

    `keeps` to what follows. `rule` is a hairline below, `bar` one beside. `head` stands above it again where
    it begins a page. `mark` is its bookmark's words, `level` 1 for sections.
    """

    cells: tuple[Cell, ...]
    lines: int
    leading: float
    before: float
    after: float = 0
    keeps: bool = False
    whole: int = _PARTED
    bar: QColor | None = None
    rule: QColor | None = None
    head: Strip | None = None
    mark: str = ""
    level: int = 1


class Setter:
    """Sets the blocks of a page `width` wide in the colours of a theme."""

    def __init__(self, width: float, theme: Theme) -> None:
        self.width = width
        self._theme = theme
        self._from_left = _option(Qt.AlignmentFlag.AlignLeft)
        self._from_right = _option(Qt.AlignmentFlag.AlignRight)
        self._formats: dict[tuple[str, bool, str], QTextCharFormat] = {}
        self._inks = {tone.value: theme.ink(tone) for tone in Tone} | {"": theme.text, "line": theme.line}
        self._set: dict[tuple[str, Type, float], QTextLayout] = {}

    def strips(self, blocks: Iterable[Block]) -> Iterator[Strip]:
        """The strips of all blocks, one after the other."""
        for block in blocks:
            match block:
                case Text():
                    yield self._text(block)
                case Judgement():
                    yield self._judgement(block)
                case Facts():
                    yield from self._facts(block)
                case Table():
                    yield from self._table(block)
                case Rule():
                    yield Strip((), 0, 0, 10 * POINT, 8 * POINT, keeps=True, rule=self._inks[block.tone])

    def _text(self, block: Text) -> Strip:
        set_as = TYPES[block.style]
        indent = set_as.indent or (12 if block.inset else 0)
        cell = self._cell(block.runs, set_as, indent * POINT, self.width - indent * POINT)
        cells = (self._bullet(set_as), cell) if block.style is Style.ITEM else (cell,)
        strip = self._strip(cells, set_as)
        strip.bar = self._inks[block.inset] if block.inset else None
        strip.rule = self._theme.line if block.style is Style.SECTION else None
        strip.mark, strip.keeps = block.mark, strip.keeps or block.keeps
        if block.style is Style.SMALL and not block.inset:
            strip.before = 3 * POINT
        return strip

    def _bullet(self, set_as: Type) -> Cell:
        return self._cell((Run("•", "muted"),), set_as, 0, set_as.indent * POINT)

    def _judgement(self, block: Judgement) -> Strip:
        number = self._number(block)
        verdict = self._chip(block.verdict, number.width + PAD, block.tone)
        x = verdict.x + verdict.width + PAD
        standing = self._cell((Run(block.standing, "muted"),), _STANDING, x, self.width - x)
        strip = self._strip((number, verdict, standing), _CHIP)
        strip.mark, strip.level = block.mark, 2
        return strip

    def _number(self, block: Judgement) -> Cell:
        """The claim's number in a frame, the place that links lead to."""
        named = QTextLayout.FormatRange()
        named.start, named.length = 0, len(block.number)
        named.format.setAnchor(True)
        named.format.setAnchorNames([block.number])
        layout = self._layout(block.number, _CHIP)
        layout.setFormats([named])
        ink, width = self._inks[block.tone], _wanted(block.number)
        _break(layout, _CHIP, width)
        return Cell(PAD, layout, ink, frame=ink, width=width)

    def _chip(self, text: str, x: float, tone: str) -> Cell:
        """Words on the ground of their tone, as wide as they need up to two thirds of the measure."""
        width = min(_wanted(text), self.width * 2 / 3)
        cell = self._cell((Run(text, tone),), _CHIP, x + PAD, width - 2 * PAD)
        return Cell(cell.x, cell.layout, cell.pen, self._theme.tint(Tone(tone)), width=width)

    def _facts(self, block: Facts) -> Iterator[Strip]:
        names = self.width * block.share / 100
        last = len(block.rows) - 1
        for at, (label, runs) in enumerate(block.rows):
            name = self._cell((Run(label, "muted"),), _FACT, 0, names - _GAP)
            value = self._cell(runs, _FACT, names, self.width - names)
            strip = self._strip((name, value), _FACT, whole=_ROW_PARTED)
            strip.keeps = at != last and at in (0, last - 1)  # No row stands alone.
            yield strip

    def _table(self, block: Table) -> Iterator[Strip]:
        head = self._row([(Run(words, "muted"),) for words in block.head], block.shares, _HEAD)
        yield head
        last = len(block.rows) - 1
        for at, row in enumerate(block.rows):
            strip = self._row(row, block.shares, _CELL)
            strip.head = head
            strip.keeps = at == last  # What ends a summary has no sheet to itself.
            yield strip

    def _row(self, cells: Iterable[Runs], shares: Iterable[int], set_as: Type) -> Strip:
        x, found = 0.0, []
        for runs, share in zip(cells, shares, strict=True):
            width = self.width * share / 100
            found.append(self._cell(runs, set_as, x, width - _GAP))
            x += width
        strip = self._strip(tuple(found), set_as, whole=_ROW_PARTED)
        strip.rule = self._theme.line
        return strip

    def _strip(self, cells: tuple[Cell, ...], set_as: Type, whole: int = _PARTED) -> Strip:
        lines = max(cell.layout.lineCount() for cell in cells)
        room = (set_as.leading * POINT, set_as.before * POINT, set_as.after * POINT)
        return Strip(cells, lines, *room, set_as.keeps, whole)

    def _cell(self, runs: Runs, set_as: Type, x: float, width: float) -> Cell:
        """One paragraph, broken into lines."""
        pen = self._inks[runs[0].tone]
        if len(runs) > 1 or runs[0].link or runs[0].is_bold:
            text = "".join(run.words for run in runs).replace("\n", "\u2028")
            layout = self._layout(text, set_as)
            layout.setFormats(list(self._ranges(runs, set_as)))
        else:
            text = runs[0].words
            if len(text) <= _OFTEN:
                return Cell(x, self._often(text, set_as, width), pen)
            layout = self._layout(text, set_as)
        _break(layout, set_as, width)
        return Cell(x, layout, pen)

    def _often(self, text: str, set_as: Type, width: float) -> QTextLayout:
        """A name or short value that stands on many sheets, broken into lines once."""
        key = (text, set_as, width)
        if len(self._set) > _KEPT:
            self._set.clear()
        if key not in self._set:
            self._set[key] = layout = self._layout(text, set_as)
            _break(layout, set_as, width)
        return self._set[key]

    def _layout(self, text: str, set_as: Type) -> QTextLayout:
        layout = QTextLayout(text, face(set_as))
        layout.setCacheEnabled(True)  # Else Qt shapes all letters once more to draw them.
        layout.setTextOption(self._from_right if _is_right_to_left(text) else self._from_left)
        return layout

    def _ranges(self, runs: Runs, set_as: Type) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for run in runs:
            found = QTextLayout.FormatRange()
            found.start, found.length = start, _units(run.words)
            found.format = self._format(run, set_as)
            start += found.length
            yield found

    def _format(self, run: Run, set_as: Type) -> QTextCharFormat:
        key = (run.tone, run.is_bold, run.link)
        if made := self._formats.get(key):
            return made
        made = QTextCharFormat()
        made.setForeground(self._inks[run.tone or ("accent" if run.link else "")])
        if run.is_bold:
            made.setFontWeight(_SEMIBOLD if set_as.family == UI_FAMILY else _BOLD)
        if run.link:
            made.setAnchor(True)
            made.setAnchorHref(run.link)
        else:
            self._formats[key] = made
        return made


def _option(side: Qt.AlignmentFlag) -> QTextOption:
    made = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left (UAX #9, rule P2)."""
    if text.isascii():
        return False
    directions = (bidirectional(letter) for letter in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def _units(words: str) -> int:
    """How long Qt takes words to be: in units of UTF-16."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _break(layout: QTextLayout, set_as: Type, width: float) -> None:
    leading, base = set_as.leading * POINT, _base(set_as)
    layout.beginLayout()
    y = base
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Letters of another font stand on the same line, however high that font is.
        line.setPosition(QPointF(0, y - line.ascent()))
        y += leading
    layout.endLayout()


@cache
def face(set_as: Type) -> QFont:
    """The font to set something in."""
    made = font(set_as.family, round(set_as.size * POINT), set_as.weight)
    # Letters stand whole units apart: a tenth of a point, which nobody sees, and the file is a tenth smaller.
    made.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    for feature in _SUBSTITUTING:
        made.setFeature(QFont.Tag(feature), 0)
    return made


@cache
def _metrics(set_as: Type) -> QFontMetricsF:
    return QFontMetricsF(face(set_as))


def _wanted(text: str) -> float:
    """How wide a chip wants to be."""
    return _metrics(_CHIP).horizontalAdvance(text) + 2 * PAD + POINT


@cache
def _base(set_as: Type) -> float:
    """How far below the top of its line the letters stand."""
    metrics = _metrics(set_as)
    return (set_as.leading * POINT + metrics.ascent() - metrics.descent()) / 2
