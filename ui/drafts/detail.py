"""The passage of the tray that is being placed: its words, those proposed, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.drafts.wordings import wordings
from ui.panels.buttons import LinkButton
from ui.panels.comparison import Comparison
from ui.panels.flow import Flow, Stack, emptied
from ui.panels.keys import Keys, with_key
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.drafts import Waiting
    from workbench.model import Revision

_SHOWN = 70


class WaitingDetail(QWidget):
    """Shows one passage that waits, and tells what the editor wants done with it."""

    placed = Signal(object)
    """The `Span` of the latest draft where the passage is to go."""
    selection_wanted = Signal()
    """It is to go to the words that are selected in the story."""
    gone = Signal()
    lit = Signal(object)
    """A `Span` that the editor wants to see."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place: Span | None = None
        self._comparison = Comparison(look)
        self._remark = Words(look, px=12, tone=Tone.MUTED)
        self._choices = QWidget()
        self._choice_lines = Stack(self._choices, gap=0)
        self._take = QPushButton(self.tr("Take this place"))
        self._select = QPushButton(self.tr("Take the selected words"))
        self._gone = QPushButton(self.tr("It is gone"))
        self._buttons = QWidget()
        flow = Flow(self._buttons, gap=6)
        for button in (self._take, self._select, self._gone):
            button.setAutoDefault(False)
            flow.addWidget(button)
        rows = Stack(self, gap=8)
        rows.setContentsMargins(QMargins(12, 4, 4, 10))
        for part in (self._comparison, self._remark, self._choices, self._buttons):
            rows.addWidget(part)
        self._take.setProperty("role", "primary")
        self._gone.setProperty("role", "quiet")
        self._take.clicked.connect(self.take)
        self._select.clicked.connect(self.selection_wanted)
        self._gone.clicked.connect(self.gone)

    @property
    def place(self) -> Span | None:
        """The place proposed; None where there is none, or several."""
        return self._place

    def show_waiting(self, waiting: Waiting, latest: Revision, *, may_change: bool) -> None:
        """Show another passage."""
        fate = waiting.fate
        self._place = waiting.place or (None if fate.candidates else fate.proposed)
        self._comparison.show_wordings(*wordings(waiting, latest))
        self._remark.say(self._said(waiting))
        self._remark.setVisible(bool(self._remark.text()))
        self._show_choices(fate.candidates, latest)
        asked = self.tr("Take it, changed as you asked")
        self._take.setText(asked if waiting.asked else self.tr("Take this place"))
        self._take.setVisible(self._place is not None)
        for button in (self._take, self._select, self._gone):
            button.setEnabled(may_change)

    def take(self) -> None:
        """Take the place proposed."""
        if self._place is not None:
            self.placed.emit(self._place)

    def show_keys(self, keys: Keys) -> None:
        """Say in the tooltips which keys do the same."""
        said = (
            (self._take, self.tr("The claim goes to the words shown"), "take_place"),
            (self._select, self.tr("Select the words in the story first"), "take_selected"),
            (self._gone, self.tr("The story no longer says this; it stays in the record"), "set_gone"),
        )
        for button, words, id in said:
            button.setToolTip(with_key(words, keys.get(id, "")))

    def _said(self, waiting: Waiting) -> str:
        if waiting.asked is not None:
            return self.tr("The author changed it as you asked: the claim becomes “corrected”.")
        if waiting.fate.candidates:
            return self.tr("The same words stand here. Which is meant?")
        if waiting.fate.proposed is None:
            return self.tr("Nothing in the new draft takes its place.")
        return self.tr("On these words the claim is open again.") if waiting.fate.alterations else ""

    def _show_choices(self, candidates: tuple[Span, ...], latest: Revision) -> None:
        for link in emptied(self._choice_lines):
            link.deleteLater()
        for span in candidates:
            link = LinkButton(self._look, _in_context(latest.text, span))
            link.setProperty("place", (span.start, span.end))
            link.clicked.connect(self._take_candidate)
            self._choice_lines.addWidget(link)
        self._choices.setVisible(bool(candidates))

    def _take_candidate(self) -> None:
        start, end = self.sender().property("place")
        self._place = Span(start, end)
        self._take.show()
        self.lit.emit(self._place)


def _in_context(text: str, span: Span) -> str:
    around = Span(max(0, span.start - _SHOWN // 2), min(len(text), span.end + _SHOWN // 2))
    return f"… {' '.join(around.of(text).split())} …"
