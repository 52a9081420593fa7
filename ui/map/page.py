"""The page in the middle: the source map, or when a claim appeared where, with what goes with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from ui.map.canvas import Canvas
from ui.map.legend import Legend
from ui.map.light import Light
from ui.map.picture import Picture
from ui.map.timeline import Timeline
from ui.panels.keys import Keys, with_key
from ui.panels.words import EmptyState, Words
from ui.theme.colours import Tone
from ui.theme.look import Look

_MAP, _TIMELINE = 0, 1
_STEP = 1.25
_TOLD_LINES = 3
_HINT_PX = 880
"""From this width on there is room for a word on the keys beside the legend."""
LEAST_PX = 440


class MapPage(QWidget):
    """Shows what it is given; asks for documents to be opened, stacks unfolded, and to be closed."""

    opened = Signal(str)
    """The key of a card whose document is to be shown."""
    toggled = Signal(str)
    """The key of a stack that is to be opened, or closed again."""
    passage_opened = Signal(object)
    """A `Passage` to show in its document."""
    export_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.canvas = Canvas(look)
        self.timeline = Timeline(look)
        self._tabs = QTabBar()
        self._ring = Words(look, px=12, tone=Tone.CARE)
        self._told = Words(look, px=12, tone=Tone.MUTED)
        self._legend = Legend(look)
        hint = self.tr("Arrow keys go from text to text, Enter opens one, + and − change the size")
        self._hint = Words(look, hint, px=11, tone=Tone.MUTED)
        self._hint.setWordWrap(False)
        self._empty = EmptyState(look)
        self._share = QLabel()
        self._smaller, self._larger = (
            self._button(self.tr("Smaller  (−)")),
            self._button(self.tr("Larger  (+)")),
        )
        self._fit = self._button(self.tr("Show the whole map  (0)"))
        self._export = self._button(self.tr("Export the source map…"))
        self._close = self._button(self.tr("Back to the story  (Esc)"))
        self._pages = QStackedWidget()
        self._awaited = False  # the keyboard goes to the map as soon as there is one
        self._build()
        self._connect()
        self._tint()

    @property
    def shows_timeline(self) -> bool:
        """Whether the timeline is in front."""
        return self._tabs.currentIndex() == _TIMELINE

    def show_timeline(self, shown: bool) -> None:
        """Bring the timeline to the front, or the map."""
        self._tabs.setCurrentIndex(_TIMELINE if shown else _MAP)

    def show_picture(self, picture: Picture, overview: QImage) -> None:
        """Show another map."""
        self.canvas.show_picture(picture, overview)
        self._ring.say("\n".join(circle.why for circle in picture.sheet.circles[:2]))
        self._ring.setVisible(bool(picture.sheet.circles))
        self._legend.show_rings(bool(picture.sheet.circles))
        self._turn()
        if self._awaited:
            self._awaited = False
            self.take_keyboard()

    def show_light(self, light: Light) -> None:
        """Light another claim's chain."""
        self.canvas.show_light(light)
        self._tell(self.canvas.current or "")

    def say_empty(self, title: str, advice: str) -> None:
        """Say why there is no map, and what to do."""
        self._empty.say(title, advice)
        self.canvas.clear()
        self._turn()

    def take_keyboard(self) -> None:
        """Give the keyboard to what is in front."""
        if self.shows_timeline:
            self.timeline.take_keyboard()
        elif self.canvas.picture is not None:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._awaited = True

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips by which keys one gets there."""
        self._export.setToolTip(with_key(self._export.accessibleName(), keys.get("export_map", "")))

    def minimumSizeHint(self) -> QSize:
        """No narrower than a story."""
        return QSize(LEAST_PX, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the story from wherever on the page one is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._turn()

    def _build(self) -> None:
        for name in (self.tr("Map"), self.tr("Timeline")):
            self._tabs.addTab(name)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("Map or timeline"))
        self._share.setProperty("role", "small")
        self._share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._share.setFixedWidth(44)
        self._share.setAccessibleName(self.tr("Size of the map"))
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 8, 2)
        head.setSpacing(2)
        head.addWidget(self._tabs)
        head.addStretch(1)
        for part in (self._smaller, self._share, self._larger, self._fit, self._export, self._close):
            head.addWidget(part)
        pages: tuple[QWidget, ...] = (self.canvas, self.timeline, self._empty)
        for page in pages:
            self._pages.addWidget(page)
        self._ring.setContentsMargins(16, 2, 16, 4)
        self._ring.hide()
        self._told.setContentsMargins(16, 6, 16, 2)
        self._told.setFixedHeight(_TOLD_LINES * self._told.fontMetrics().lineSpacing() + 8)
        self._told.hide()
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 2)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._hint)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._ring)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self._told)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self.canvas.opened.connect(self.opened)
        self.canvas.toggled.connect(self.toggled)
        self.canvas.left.connect(self.closed)
        self.canvas.chosen.connect(self._tell)
        self.canvas.zoomed.connect(self._show_share)
        self.timeline.opened.connect(self.passage_opened)
        self._smaller.clicked.connect(self._make_smaller)
        self._larger.clicked.connect(self._make_larger)
        self._fit.clicked.connect(self.canvas.fit)
        self._export.clicked.connect(self.export_wanted)
        self._close.clicked.connect(self.closed)
        self._tabs.currentChanged.connect(self._turn)
        self._look.changed.connect(self._tint)

    def _turn(self, _tab: int = 0) -> None:
        """Show what the tab is about; without a map, what to do next."""
        is_map = not self.shows_timeline
        there = self.canvas.picture is not None
        front = self._empty if is_map and not there else self.canvas if is_map else self.timeline
        self._pages.setCurrentWidget(front)
        for part in (self._smaller, self._share, self._larger, self._fit, self._legend):
            part.setVisible(is_map and there)
        self._hint.setVisible(is_map and there and self.width() >= _HINT_PX)
        self._tell(self.canvas.current or "")
        self._export.setEnabled(there)

    def _make_smaller(self) -> None:
        self.canvas.zoom(1 / _STEP)

    def _make_larger(self) -> None:
        self.canvas.zoom(_STEP)

    def _show_share(self, scale: float) -> None:
        self._share.setText(f"{scale:.0%}")

    def _tell(self, key: str) -> None:
        """Say below the map what the pointer says in a tooltip, for those who use the keyboard."""
        there = self.canvas.picture is not None and key in self.canvas.picture.cards
        self._told.setVisible(there and not self.shows_timeline)
        if there:
            title, details, *rest = (*self.canvas.words_of(key).split("\n"), "")
            self._told.say(f"{title}  ·  {details}\n" + "  ".join(rest))

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words.partition("  ")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _tint(self) -> None:
        icons = {"minus": self._smaller, "plus": self._larger, "maximize-2": self._fit}
        for name, button in {**icons, "download": self._export, "x": self._close}.items():
            button.setIcon(self._look.icon(name, Tone.MUTED))
