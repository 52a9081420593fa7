"""The page in the middle: an earlier draft and the latest one, scrolled together, with what differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from ui.drafts.legend import Legend
from ui.drafts.side import DraftSide
from ui.models.signs import Sign
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.keys import Keys, with_key
from ui.panels.words import Words
from ui.text.marks import Mark
from ui.theme.colours import Tone
from ui.theme.look import Look
from ui.turn import after_a_turn
from workbench.text import Span

if TYPE_CHECKING:
    from ui.drafts.shown import Shown

TEXT_PX = 16
LEAST_PX = 520


class BesidePage(QWidget):
    """Shows what it is given; asks for another earlier draft, for a claim, and to be closed."""

    chosen = Signal(object)
    """The number of the earlier draft to compare with."""
    claims_clicked = Signal(object)
    """The ids of the claims beneath a click, topmost first."""
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Shown | None = None
        self._at = -1
        self._following = False
        self.old, self.new = DraftSide(look), DraftSide(look)
        self._earlier = ChoiceButton(look, self.tr("The earlier draft"))
        self._latest = Words(look, px=13, strong=True)
        self._count = Words(look, px=12, tone=Tone.MUTED)
        self._legend = Legend(look)
        self._previous, self._next, self._close = (QToolButton(self) for _ in range(3))
        self._build()
        self._connect()
        self._tint()
        self.show_keys({})

    @property
    def step_shown(self) -> int:
        """The difference that is framed, from 0; -1 before there is one."""
        return self._at

    def offer(self, numbers: Sequence[int], chosen: int, latest: int) -> None:
        """Which earlier drafts there are, the one to compare with, and the latest."""
        signs = {number: self._sign(number) for number in numbers}
        self._earlier.set_choices([Choice(number, sign) for number, sign in signs.items()])
        self._earlier.show_choice(chosen, self._sign(chosen))
        self._latest.say(self.tr("Draft {number}").format(number=latest))
        self._count.say(self.tr("Comparing…"))

    def show_drafts(self, shown: Shown) -> None:
        """Show two drafts; the new one in this turn of the window, the old one in the next."""
        is_same = self._shown is not None and self._shown.texts == shown.texts
        self._shown = shown
        if not is_same:
            self._at = -1
        self.new.show_text(shown.new.text, shown.new_zones)
        self.new.show_touched(shown.beside.theirs, shown.uncovered)
        self.new.set_marks(shown.new_marks)
        self._say_count()
        after_a_turn(self, partial(self._show_old, shown))

    def show_marks(self, old: Sequence[Mark], new: Sequence[Mark], uncovered: Sequence[Span]) -> None:
        """Show the claims as they are now."""
        if self._shown is not None:
            self.old.set_marks(old)
            self.new.set_marks(new)
            self.new.show_touched(self._shown.beside.theirs, uncovered)

    def step(self, by: int) -> None:
        """Go to the next difference or the one before, round at the ends."""
        steps = self._shown.beside.steps if self._shown else ()
        if not steps:
            return
        self._at = (self._at + by) % len(steps) if self._at >= 0 else (0 if by > 0 else len(steps) - 1)
        old, new = steps[self._at]
        self._following = True
        self.old.show_step(old)
        self.new.show_step(new)
        height = self.new.viewport().height() * 0.3
        self.new.show_at(new.start, height)
        self.old.show_at(old.start, height)
        self._following = False
        self._say_count()

    def take_keyboard(self) -> None:
        """Give the keyboard to the latest draft."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips which keys do the same."""
        for button, words, id in (
            (self._previous, self.tr("Difference before"), "previous_difference"),
            (self._next, self.tr("Next difference"), "next_difference"),
            (self._close, self.tr("Back to the story"), "compare_drafts"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(with_key(words, keys.get(id, "")))

    def minimumSizeHint(self) -> QSize:
        """Two narrow columns."""
        return QSize(LEAST_PX, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the story."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_old(self, shown: Shown) -> None:
        if shown is not self._shown:
            return
        self.old.show_text(shown.old.text, shown.old_zones)
        self.old.show_touched(shown.beside.ours)
        self.old.set_marks(shown.old_marks)
        self._follow(self.new, self.old, to_new=False)

    def _build(self) -> None:
        for side, name in ((self.old, self.tr("The earlier draft")), (self.new, self.tr("The latest draft"))):
            side.set_text_size(TEXT_PX)
            side.setAccessibleName(name)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 4)
        head.setSpacing(6)
        head.addWidget(self._earlier)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._latest)
        for button in (self._previous, self._next, self._close):
            head.addWidget(button)
        self._count.setWordWrap(False)
        self._latest.setWordWrap(False)
        self._earlier.setSizePolicy(self._legend.sizePolicy())
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(1)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.old)
        sides.addWidget(self.new)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 12, 2)
        foot.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(sides, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._earlier.picked.connect(self.chosen)
        self._previous.clicked.connect(partial(self.step, -1))
        self._next.clicked.connect(partial(self.step, 1))
        self._close.clicked.connect(self.closed)
        self.old.scrolled.connect(self._follow_old)
        self.new.scrolled.connect(self._follow_new)
        for side in (self.old, self.new):
            side.marks_clicked.connect(self.claims_clicked)
        self._look.changed.connect(self._tint)

    def _follow_old(self) -> None:
        self._follow(self.old, self.new, to_new=True)

    def _follow_new(self) -> None:
        self._follow(self.new, self.old, to_new=False)

    def _follow(self, led: DraftSide, other: DraftSide, *, to_new: bool) -> None:
        """Let the other draft show what stands beside the first line on screen, at the same height."""
        if self._following or self._shown is None or not other.text:
            return
        self._following = True
        place, height = led.top()
        if led.verticalScrollBar().value() == 0:
            other.verticalScrollBar().setValue(0)
        else:
            other.show_at(self._shown.beside.across(place, to_new=to_new), height)
        self._following = False

    def _say_count(self) -> None:
        count = len(self._shown.beside.steps) if self._shown else 0
        if not count:
            self._count.say(self.tr("They differ in typography alone, or not at all"))
        elif self._at < 0:
            one, several = self.tr("1 difference"), self.tr("{count} differences")
            self._count.say(one if count == 1 else several.format(count=count))
        else:
            self._count.say(self.tr("{at} of {count}").format(at=self._at + 1, count=count))

    def _sign(self, number: int) -> Sign:
        return Sign(self.tr("Draft {number}").format(number=number), "file-text", Tone.MUTED)

    def _tint(self) -> None:
        for name, button in (
            ("chevron-up", self._previous),
            ("chevron-down", self._next),
            ("x", self._close),
        ):
            button.setIcon(self._look.icon(name, Tone.MUTED))
