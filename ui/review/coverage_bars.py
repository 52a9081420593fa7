"""How far the draft is covered: a slim bar for sentences, names, figures, dates, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.panels.buttons import LinkButton
from ui.panels.flow import Flow, Stack
from ui.panels.words import Words
from ui.theme.colours import Theme, Tone
from ui.theme.look import Look
from workbench.checkable import Sort
from workbench.coverage import Coverage, Tally

_ROW_PX, _BAR_PX, _WORDS_PX = 22, 6, 84


class Bars(QWidget):
    """Ticked, marked and bare, each row with its numbers. Ticked is full, marked hatched, bare empty."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: Sequence[tuple[str, Tally]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show how far everything is covered; what there is none of is left out."""
        every = [
            (_said("Sentences"), coverage.sentence_tally),
            (_said("Figures"), coverage.of(Sort.FIGURE)),
            (_said("Names"), coverage.of(Sort.NAME)),
            (_said("Dates"), coverage.of(Sort.DATE)),
            (_said("Quotations"), coverage.of(Sort.QUOTATION)),
        ]
        self._rows = [(word, tally) for word, tally in every if tally.total]
        spoken = "; ".join(f"{word}: {tally_words(tally)}" for word, tally in self._rows)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken.replace("; ", "\n"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(120, _ROW_PX * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, bars and numbers."""
        painter = QPainter(self)
        painter.setFont(self._look.ui_font(12))
        numbers = [f"{tally.ticked:,} / {tally.total:,}" for _, tally in self._rows]
        widest = max((painter.fontMetrics().horizontalAdvance(text) for text in numbers), default=0)
        for at, (word, tally) in enumerate(self._rows):
            line = QRect(0, at * _ROW_PX, self.width(), _ROW_PX)
            painter.setPen(self._look.theme.muted)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, word)
            painter.setPen(self._look.theme.text)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(line, right, numbers[at])
            room = line.adjusted(_WORDS_PX, (_ROW_PX - _BAR_PX) // 2, -widest - 10, 0)
            paint_bar(painter, QRectF(room.x(), room.y(), room.width(), _BAR_PX), tally, self._look.theme)


class CoverageSection(QWidget):
    """The bars, and what shows in the story and leads to what has no mark."""

    bare_wanted = Signal(bool)
    """Whether what has no mark is to be underlined in the story."""
    next_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = Bars(look)
        self._legend = Words(look, px=12, tone=Tone.MUTED)
        self._legend.say(self.tr("Ticked, of all there is to check."))
        self.show_bare = QCheckBox(self.tr("Show what has no mark yet"))
        self.show_bare.toggled.connect(self.bare_wanted)
        self._next = LinkButton(look, self.tr("Next without a mark"))
        self._next.clicked.connect(self.next_wanted)
        foot = QWidget()
        Flow(foot).addWidget(self._next)
        rows = Stack(self, gap=8)
        for part in (self._bars, self._legend, self.show_bare, foot):
            rows.addWidget(part)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show how far the draft is covered."""
        self._bars.show_coverage(coverage)
        self._bars.setVisible(bool(coverage.items))
        self._next.setEnabled(bool(coverage.bare))
        nothing = self.tr("There is no name, figure, date or quotation in this story.")
        usual = self.tr("Ticked, of all there is to check.")
        self._legend.say(usual if coverage.items else nothing)


def paint_bar(painter: QPainter, rect: QRectF, tally: Tally, theme: Theme) -> None:
    """Paint one bar: the ticked share filled, the marked one hatched, the rest only framed."""
    painter.save()
    painter.fillRect(rect, theme.line)
    ticked = QRectF(rect.x(), rect.y(), rect.width() * tally.ticked / tally.total, rect.height())
    marked = QRectF(rect.x(), rect.y(), rect.width() * tally.marked / tally.total, rect.height())
    painter.fillRect(marked, theme.tint(Tone.CARE))
    painter.setClipRect(marked)
    painter.setPen(theme.ink(Tone.CARE))
    for x in range(int(marked.x()), int(marked.right()) + 6, 4):
        painter.drawLine(x, int(rect.bottom()), x + int(rect.height()), int(rect.y()))
    painter.setClipping(False)
    painter.fillRect(ticked, theme.ink(Tone.GOOD))
    painter.restore()


def tally_words(tally: Tally) -> str:
    """A tally in words: "12 ticked, 5 marked, 3 without a mark"."""
    words = _said("{ticked} ticked, {marked} marked but open, {bare} without a mark")
    return words.format(
        ticked=f"{tally.ticked:,}", marked=f"{tally.marked - tally.ticked:,}", bare=f"{tally.bare:,}"
    )


def _said(words: str) -> str:
    return QCoreApplication.translate("Coverage", words)
