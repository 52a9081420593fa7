"""A map of the whole draft beside its scroll bar: what is ticked, what is marked, what has no mark.

Each state has its own column and its own texture, so that it can be told without its colour.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby, pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.text.view import TextView, plain
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.coverage import Cover, Coverage, CoveredSentence
from workbench.text import Span

WIDTH_PX = 15
_TICKED, _MARKED, _BARE = 1, 2, 3
_COLUMNS = {_TICKED: (2, 3), _MARKED: (6, 3), _BARE: (10, 4)}
"""Left edge and width of each state's column."""
_TONES = {_TICKED: Tone.GOOD, _MARKED: Tone.ACCENT, _BARE: Tone.CARE}
_LONGEST_HINT = 160


class CoverageLane(QWidget):
    """As high as the view it belongs to. A click scrolls to that place of the draft."""

    chosen = Signal(object)
    """The `Span`, empty, of the place that was clicked."""

    def __init__(self, look: Look, view: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._view = look, view
        self._coverage = Coverage()
        self._bands = b""
        self._picture: tuple[object, QPixmap] | None = None
        self._seen = QRect()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of what is ticked in the draft"))
        look.changed.connect(self.update)
        view.verticalScrollBar().valueChanged.connect(self._follow)
        view.verticalScrollBar().rangeChanged.connect(self._follow)

    def show_coverage(self, coverage: Coverage, bands: bytes) -> None:
        """Show another coverage; `bands` as `workbench.coverage.bands` gives them, none for a bare lane."""
        self._coverage = coverage
        if bands != self._bands:
            self._bands, self._picture = bands, None
            self.update()

    def sizeHint(self) -> QSize:
        """A slim lane."""
        return QSize(WIDTH_PX, 100)

    def span_at(self, y: int) -> Span:
        """The place of the draft at a height of the lane."""
        at = round(len(self._view.text) * min(max(y, 0), self.height()) / max(self.height(), 1))
        return Span(at, at)

    def sentence_at(self, y: int) -> CoveredSentence | None:
        """The sentence with something to check that a height of the lane stands for."""
        sentences, at = self._coverage.sentences, self.span_at(y).start
        near = bisect_right(sentences, at, key=lambda one: one.span.start)
        reach = len(self._view.text) / max(self.height(), 1)
        for one in (*sentences[max(near - 1, 0) : near], *sentences[near : near + 1]):
            if one.holds and one.span.start - reach <= at <= one.span.end + reach:
                return one
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, then the frame of what is on screen."""
        painter, theme = QPainter(self), self._look.theme
        painter.drawPixmap(0, 0, self._map())
        seen = self._visible()
        veil = QColor(theme.accent)
        veil.setAlpha(36)
        painter.fillRect(seen, veil)
        painter.setPen(theme.accent)
        painter.drawRect(seen.adjusted(0, 0, -1, -1))
        self._seen = seen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to that place of the draft."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.span_at(round(event.position().y())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the mouse while it is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.chosen.emit(self.span_at(round(event.position().y())))

    def event(self, event: QEvent) -> bool:
        """Tell what stands at that height."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain(self.hint_at(event.pos().y())), self)
            return True
        return super().event(event)

    def hint_at(self, y: int) -> str:
        """What the tooltip says at a height."""
        one = self.sentence_at(y)
        if one is None:
            return self.tr("Nothing to check here")
        told = {
            Cover.TICKED: self.tr("Ticked"),
            Cover.MARKED: self.tr("Marked, still open"),
            Cover.BARE: self.tr("No mark yet"),
        }
        words = " ".join(one.span.of(self._view.text)[:_LONGEST_HINT].split())
        return f"{told[one.cover]}\n{words}"

    def _follow(self) -> None:
        """Only where the frame was and where it is now is painted again."""
        now = self._visible()
        if now != self._seen:
            self.update(self._seen.united(now).adjusted(0, -1, 0, 1))

    def _visible(self) -> QRect:
        """The frame of what is on screen, in proportion to what there is to scroll."""
        bar = self._view.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        top = round(self.height() * bar.value() / max(whole, 1))
        height = max(8, round(self.height() * bar.pageStep() / max(whole, 1)))
        return QRect(0, min(top, self.height() - height), self.width(), height)

    def _map(self) -> QPixmap:
        """The map as a picture, made again only when it would be another."""
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), ratio, self._look.theme.name)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            self._draw(picture)
            self._picture = key, picture
        return self._picture[1]

    def _draw(self, picture: QPixmap) -> None:
        theme = self._look.theme
        picture.fill(theme.paper)
        painter = QPainter(picture)
        painter.fillRect(0, 0, 1, self.height(), theme.line)
        rows = _rows(self._bands, self.height())
        for state, run in groupby(range(len(rows)), key=rows.__getitem__):
            if state:
                stretch = list(run)
                left, width = _COLUMNS[state]
                self._draw_run(painter, state, QRect(left, stretch[0], width, len(stretch)))
        painter.end()

    def _draw_run(self, painter: QPainter, state: int, rect: QRect) -> None:
        """Ticked is a thin line, marked a dashed one, bare a block."""
        ink = self._look.theme.ink(_TONES[state])
        if state != _MARKED:
            painter.fillRect(rect, ink)
            return
        for y in range(rect.top() - rect.top() % 4, rect.bottom() + 1, 4):
            painter.fillRect(rect.intersected(QRect(rect.left(), y, rect.width(), 2)), ink)


def _rows(bands: bytes, height: int) -> bytes:
    """The worst state for each row of pixels."""
    count = len(bands)
    if not count:
        return bytes(height)
    edges = [row * count // height for row in range(height + 1)]
    return bytes(max(bands[start : max(end, start + 1)]) for start, end in pairwise(edges))
