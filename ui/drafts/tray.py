"""The tray: passages that wait for a place in the new draft, the one at work unfolded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.drafts.detail import WaitingDetail
from ui.drafts.row import WaitingRow
from ui.panels.flow import Stack, emptied
from ui.panels.keys import Keys
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts import Waiting
    from workbench.model import Revision

MOST = 40
"""Lines shown at a time; others come up as these are settled."""


class Tray(QWidget):
    """Shows what waits, and tells what the editor decides. Hidden while nothing waits."""

    placed = Signal(object, object)
    """A `Waiting`, and the `Span` of the latest draft that it is to have."""
    selection_wanted = Signal(object)
    """A `Waiting` that is to go to the words selected in the story."""
    gone = Signal(object)
    """A `Waiting` that the story no longer has."""
    lit = Signal(object)
    """The `Span` of the latest draft that is proposed for the passage at work; None for none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._waiting: tuple[Waiting, ...] = ()
        self._latest: Revision | None = None
        self._may_change = True
        self._current: ClaimId | None = None
        self._said = Words(look, px=12, tone=Tone.MUTED)
        self._more = Words(look, px=12, tone=Tone.MUTED)
        self._rows: list[WaitingRow] = []
        self.detail = WaitingDetail(look)
        self._stack = Stack(self, gap=6)
        self.detail.placed.connect(self._place)
        self.detail.selection_wanted.connect(self.take_selected)
        self.detail.gone.connect(self.set_gone)
        self.detail.lit.connect(self.lit)
        self._lay_out()
        self.hide()

    @property
    def current(self) -> Waiting | None:
        """The passage at work."""
        return next((one for one in self._waiting if one.claim.id == self._current), None)

    def show_waiting(self, waiting: Sequence[Waiting], latest: Revision, *, may_change: bool) -> None:
        """Show what waits for a place in the latest draft. After one is settled, the next has its turn."""
        before = [one.claim.id for one in self._waiting]
        self._waiting, self._latest, self._may_change = tuple(waiting), latest, may_change
        now = [one.claim.id for one in self._waiting]
        had_keyboard = any(row.hasFocus() for row in self._rows) or self.isAncestorOf(self._focused())
        if self._current not in now:
            at = before.index(self._current) if self._current in before else 0
            self._current = now[min(at, len(now) - 1)] if now else None
        self._make_rows()
        self.setVisible(bool(waiting))
        if had_keyboard and self._waiting:
            self.take_keyboard()

    def step(self, by: int) -> None:
        """Go to the next passage, or the one before; round at the ends."""
        ids = [one.claim.id for one in self._waiting]
        if ids:
            at = ids.index(self._current) + by if self._current in ids else 0
            self.choose(ids[at % len(ids)])
            self.take_keyboard()

    def choose(self, claim: str) -> None:
        """Unfold a passage, and have the place proposed for it shown."""
        if claim != self._current:
            self._current = ClaimId(claim)
            self._lay_out()
        if self.current is not None:
            self.lit.emit(self.detail.place)

    def take(self) -> None:
        """Give the passage at work the place proposed."""
        self.detail.take()

    def take_selected(self) -> None:
        """Give the passage at work the words selected in the story."""
        if self.current is not None:
            self.selection_wanted.emit(self.current)

    def set_gone(self) -> None:
        """Say that the story no longer has the passage at work."""
        if self.current is not None:
            self.gone.emit(self.current)

    def take_keyboard(self) -> None:
        """Give the keyboard to the passage at work."""
        for row in self._rows:
            if row.waiting.claim.id == self._current:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_keys(self, keys: Keys) -> None:
        """Show these keys beside what they do."""
        self.detail.show_keys(keys)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _place(self, span: Span) -> None:
        if self.current is not None:
            self.placed.emit(self.current, span)

    def _make_rows(self) -> None:
        emptied(self._stack)
        for row in self._rows:
            # A row that goes hands the keyboard to its neighbour: that must not choose for the editor.
            row.chosen.disconnect(self.choose)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [WaitingRow(self._look, one, self) for one in self._waiting[:MOST]]
        for row in self._rows:
            row.chosen.connect(self.choose)
            row.stepped.connect(self.step)
            row.show()
        self._lay_out()

    def _lay_out(self) -> None:
        """The lines, with the detail below the one that is unfolded."""
        emptied(self._stack)
        self._stack.addWidget(self._said)
        for row in self._rows:
            is_current = row.waiting.claim.id == self._current
            row.set_current(is_current)
            self._stack.addWidget(row)
            if is_current and self._latest is not None:
                self.detail.show_waiting(row.waiting, self._latest, may_change=self._may_change)
                self._stack.addWidget(self.detail)
        self._stack.addWidget(self._more)
        self.detail.setVisible(any(row.waiting.claim.id == self._current for row in self._rows))
        self._say()

    def _say(self) -> None:
        if self._latest is not None:
            self._said.say(
                self.tr(
                    "Say where each belongs in draft {number}. What was found for it stays with it."
                ).format(number=self._latest.number)
            )
        left = len(self._waiting) - len(self._rows)
        self._more.say(self.tr("{count} more come up as these are settled.").format(count=left))
        self._more.setVisible(left > 0)
