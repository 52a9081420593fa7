"""Two wordings beside each other, with what differs tinted: the words, and stronger the figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text.positions import Positions
from ui.theme.look import Look
from workbench.text import Span

_LINE_PX, _HEAD, _GAP = 22, 20, 16
_SIDE_BY_SIDE = 300
"""Under this width the two stand one above the other."""
LONGEST = 900
"""Of a longer wording only so many characters are shown."""
_WIDTHS = 4
_TOO_MUCH = 0.65
"""Where more than this share of the two wordings differs, tinting all of it would say nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words under a heading, and the stretches of them that differ from the other wording."""

    heading: str
    text: str
    words: tuple[Span, ...] = ()
    figures: tuple[Span, ...] = ()


def compared(story: str, source: str, headings: tuple[str, str] | None = None) -> tuple[Wording, Wording]:
    """What the story says and what a source says, with the stretches in which they differ.

    `headings` are for two other texts.
    """
    from workbench.evidence.differences import differences

    differing = differences(story[:LONGEST], source[:LONGEST])
    claim, passage = differing.claim, differing.passage
    if _length(claim) + _length(passage) > _TOO_MUCH * len(story + source):
        claim = passage = ()
    said = partial(QCoreApplication.translate, "Comparison")
    ours, theirs = headings or (said("Story says"), said("Source says"))
    return (
        Wording(ours, story, claim, differing.claim_figures),
        Wording(theirs, source, passage, differing.passage_figures),
    )


class Comparison(QWidget):
    """Paints what the story says beside what the source says."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sides: tuple[Wording, ...] = ()
        self._laid_out: dict[int, tuple[QTextLayout, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def show_wordings(self, *sides: Wording) -> None:
        """Show another pair, or one wording that has none to go with."""
        self._sides = sides
        self.setAccessibleName("\n".join(f"{side.heading}: {side.text[:LONGEST]}" for side in self._sides))
        self._forget()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the wordings are at a width."""
        heights = [self._height(layout) for layout in self._layouts(width)]
        if not heights:
            return 0
        return max(heights) if width >= _SIDE_BY_SIDE else sum(heights) + 8 * (len(heights) - 1)

    def sizeHint(self) -> QSize:
        """A few lines; the true height depends on the width."""
        return QSize(_SIDE_BY_SIDE, _HEAD + 2 * _LINE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint headings and wordings."""
        painter = QPainter(self)
        left, top = 0, 0
        for side, layout in zip(self._sides, self._layouts(self.width()), strict=False):
            self._paint_side(painter, side, layout, left, top)
            if self.width() >= _SIDE_BY_SIDE:
                left += self._column(self.width()) + _GAP
            else:
                top += self._height(layout) + 8

    def _paint_side(self, painter: QPainter, side: Wording, layout: QTextLayout, left: int, top: int) -> None:
        painter.setPen(self._look.theme.muted)
        painter.setFont(self._look.ui_font(11, QFont.Weight.DemiBold))
        painter.drawText(QRectF(left, top, self.width() - left, 16), Qt.AlignmentFlag.AlignLeft, side.heading)
        painter.setPen(self._look.theme.text)
        layout.draw(painter, QPointF(left, top + _HEAD))

    def _forget(self) -> None:
        self._laid_out.clear()
        self.update()

    def _layouts(self, width: int) -> tuple[QTextLayout, ...]:
        """The wordings laid out; a few widths are remembered, since Qt asks for several in turn."""
        column = self._column(width)
        if column not in self._laid_out:
            if len(self._laid_out) >= _WIDTHS:
                self._laid_out.clear()
            theme = self._look.theme
            grounds = (theme.differs_story, theme.differs_source)
            self._laid_out[column] = tuple(
                self._layout(side, ground, column) for side, ground in zip(self._sides, grounds, strict=False)
            )
        return self._laid_out[column]

    def _layout(self, side: Wording, ground: QColor, width: int) -> QTextLayout:
        shown = side.text if len(side.text) <= LONGEST else side.text[: LONGEST - 1] + "…"
        layout = QTextLayout(shown.replace("\n", "\u2028"), self._look.reading_font(15))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(side, shown, ground, self._look.theme.differs_figure))
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * _LINE_PX))
            number += 1
        layout.endLayout()
        return layout

    def _height(self, layout: QTextLayout) -> int:
        return _HEAD + layout.lineCount() * _LINE_PX

    def _column(self, width: int) -> int:
        return (width - _GAP) // 2 if width >= _SIDE_BY_SIDE and len(self._sides) > 1 else width


def _formats(
    side: Wording, shown: str, ground: QColor, figure_ground: QColor
) -> list[QTextLayout.FormatRange]:
    positions = Positions(shown)
    words = (_format(span, shown, positions, ground) for span in side.words)
    figures = (_format(span, shown, positions, figure_ground, bold=True) for span in side.figures)
    return _present((*words, *figures))


def _format(
    span: Span, shown: str, positions: Positions, ground: QColor, *, bold: bool = False
) -> QTextLayout.FormatRange | None:
    if span.start >= len(shown):
        return None
    start = positions.to_qt(span.start)
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = positions.to_qt(min(span.end, len(shown))) - start
    made.format = QTextCharFormat()
    made.format.setBackground(ground)
    if bold:
        made.format.setFontWeight(QFont.Weight.Bold)
    return made


def _present(formats: Iterable[QTextLayout.FormatRange | None]) -> list[QTextLayout.FormatRange]:
    return [item for item in formats if item is not None]


def _length(spans: tuple[Span, ...]) -> int:
    return sum(len(span) for span in spans)
