"""The row beneath the field: what was found by kind, and menus for persons and states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.everywhere.words import sort_sign, state_word
from ui.models.signs import Sign
from ui.panels.buttons import ToneButton
from ui.panels.choice import Choice, ChoiceButton
from ui.panels.flow import Flow
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.everywhere.answer import Answer
from workbench.everywhere.entries import Sort

_MOST_NAMES = 12


class Filters(QWidget):
    """Shows what an answer could be narrowed by. A click types the filter into the field."""

    wanted = Signal(str, str)
    """The name and the value of a filter to add, or to take away if it is there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {sort: self._chip(look, sort) for sort in Sort}
        self._person = ChoiceButton(look, self.tr("By whom"))
        self._state = ChoiceButton(look, self.tr("In which state"))
        flow = Flow(self, gap=6)
        for part in (*self._chips.values(), self._person, self._state):
            flow.addWidget(part)
        self._person.picked.connect(partial(self.wanted.emit, "by"))
        self._state.picked.connect(partial(self.wanted.emit, "is"))

    def show_answer(self, answer: Answer) -> None:
        """Offer what this answer could be narrowed by."""
        wanted = answer.asked.sorts
        for sort, chip in self._chips.items():
            count, chosen = answer.counts.get(sort, 0), sort in wanted
            self._show_chip(chip, f"{sort_sign(sort).word}  {count:,}", chosen, shown=bool(count) or chosen)
        by, state = (_typed(answer, name) for name in ("by", "is"))
        _offer(self._person, by, answer.people, Sign(self.tr("By anybody"), "user", Tone.MUTED))
        states = {name: state_word(name) for name in answer.states}
        _offer(
            self._state, state, answer.states, Sign(self.tr("In any state"), "circle-dot", Tone.MUTED), states
        )
        self.setVisible(bool(answer.counts) or not answer.asked.is_empty)

    def _chip(self, look: Look, sort: Sort) -> ToneButton:
        chip = ToneButton(look, sort_sign(sort, Tone.ACCENT), self)
        chip.setCheckable(True)
        chip.setToolTip(self.tr("Only these  (kind:{kind})").format(kind=sort.value))
        chip.clicked.connect(partial(self._want_kind, sort))
        return chip

    def _show_chip(self, chip: ToneButton, words: str, chosen: bool, *, shown: bool) -> None:
        if shown and words != chip.text():
            chip.setText(words)
            chip.updateGeometry()
        chip.setChecked(chosen)
        chip.setVisible(shown)

    def _want_kind(self, sort: Sort, _checked: bool = False) -> None:
        self.wanted.emit("kind", sort.value)


def _typed(answer: Answer, name: str) -> str:
    return next((item.value for item in answer.asked.filters if item.name == name and not item.denied), "")


def _offer(
    button: ChoiceButton, typed: str, values: Sequence[str], empty: Sign, words: dict[str, str] | None = None
) -> None:
    """Offer the values; while one is typed, to leave it again comes first."""
    shown = list(dict.fromkeys((*([typed] if typed else ()), *values[:_MOST_NAMES])))
    named = words or {}
    button.set_choices(
        [Choice(value, Sign(named.get(value, value), empty.icon, Tone.ACCENT)) for value in shown]
    )
    button.show_choice(typed, empty)
    button.setMinimumWidth(button.sizeHint().width() + 8)
    button.setVisible(bool(shown))
