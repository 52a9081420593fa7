"""The steps of a verdict scale in a list, and what is said of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.choices import Box
from ui.panels.buttons import literal
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench import scales
from workbench.model import Scale, Step, Verdict

_HEIGHT = 236


class StepsEditor(QWidget):
    """Edits the steps of one scale; tells the scale after each edit."""

    edited = Signal(object)
    """The `Scale` as it is now."""

    def __init__(self, look: Look, verdicts: Sequence[Verdict], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._verdicts = look, verdicts
        self._scale = scales.TWO_SOURCE
        self._filling = False
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Steps, the best one first"))
        self._list.setMinimumHeight(_HEIGHT)
        self._list.setIconSize(QSize(16, 16))
        self._up = self._button(self.tr("Move up"), self.move_up)
        self._down = self._button(self.tr("Move down"), self.move_down)
        self._add = self._button(self.tr("Add a step"), self.add_step)
        self._out = self._button(self.tr("Retire"), self.retire)
        self._label, self._definition = QLineEdit(self), QLineEdit(self)
        self._label.setMaxLength(scales.LONGEST_LABEL)
        self._tone = Box(_tones(self), "good", self)
        self._symbol = Box([(_symbol_word(self, name), name) for name in scales.SYMBOLS], "check", self)
        for at, name in enumerate(scales.SYMBOLS):
            self._symbol.setItemIcon(at, look.icon(name, Tone.MUTED))
        self._lay_out()
        self._connect()

    @property
    def is_complete(self) -> bool:
        """Whether the step chosen has a word."""
        return self._step() is None or bool(self._label.text().strip())

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in order."""
        tools = (self._up, self._down, self._add, self._out)
        return (self._list, *tools, self._label, self._definition, self._tone, self._symbol)

    def show_scale(self, scale: Scale) -> None:
        """Edit another scale."""
        self._scale = scale
        self._fill(0)

    def choose(self, key: str) -> None:
        """Choose a step."""
        keys = [step.key for step in self._scale.steps]
        self._list.setCurrentRow(keys.index(key))

    def move_up(self) -> None:
        """Make the step better by one place."""
        self._move(-1)

    def move_down(self) -> None:
        """Make the step worse by one place."""
        self._move(1)

    def add_step(self) -> None:
        """Add a step at the end, to be named."""
        scale = scales.added(self._scale, uuid4().hex[:8], self.tr("New step"))
        self._take(scale, len(scale.steps) - 1)
        self._label.setFocus()
        self._label.selectAll()

    def retire(self) -> None:
        """Offer the step no longer, or again; one that was never given is taken out."""
        if (step := self._step()) is None:
            return
        row = self._list.currentRow()
        if step.retired:
            self._take(scales.retired(self._scale, step.key, gone=False), row)
        else:
            left = scales.without(self._scale, step.key, self._verdicts)
            self._take(left, min(row, len(left.steps) - 1))

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        tools = QVBoxLayout()
        tools.setSpacing(6)
        for button in (self._up, self._down, self._add, self._out):
            tools.addWidget(button)
        tools.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._list, 1)
        top.addLayout(tools)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        rows = (
            (self.tr("Word"), self._label),
            (self.tr("Meaning"), self._definition),
            (self.tr("Colour"), self._tone),
            (self.tr("Symbol"), self._symbol),
        )
        for word, field in rows:
            field.setAccessibleName(word)
            form.addRow(word, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top, 1)
        column.addLayout(form)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_step)
        self._label.textEdited.connect(self._rewrite)
        self._definition.textEdited.connect(self._rewrite)
        self._tone.currentIndexChanged.connect(self._repaint)
        self._symbol.currentIndexChanged.connect(self._repaint)

    def _step(self) -> Step | None:
        row = self._list.currentRow()
        return self._scale.steps[row] if 0 <= row < len(self._scale.steps) else None

    def _fill(self, row: int) -> None:
        self._filling = True
        self._list.clear()
        for step in self._scale.steps:
            word = f"{step.label}  ({self.tr('retired')})" if step.retired else step.label
            item = QListWidgetItem(self._look.icon(step.symbol, Tone(step.tone)), literal(word), self._list)
            item.setText(word)
            item.setToolTip(step.definition)
        self._filling = False
        self._list.setCurrentRow(row)
        self._show_step()

    def _show_step(self, *_: object) -> None:
        if self._filling:
            return
        step = self._step()
        self._filling = True
        self._label.setText(step.label if step else "")
        self._definition.setText(step.definition if step else "")
        if step is not None:
            self._tone.choose(step.tone)
            self._symbol.choose(step.symbol)
        self._filling = False
        self._allow(step)

    def _allow(self, step: Step | None) -> None:
        for widget in (self._label, self._definition, self._tone, self._symbol, self._out):
            widget.setEnabled(step is not None)
        row = self._list.currentRow()
        self._up.setEnabled(step is not None and row > 0)
        self._down.setEnabled(step is not None and row < len(self._scale.steps) - 1)
        given = step is not None and any(
            verdict.scale == self._scale.id and verdict.step == step.key for verdict in self._verdicts
        )
        retire = self.tr("Retire") if given else self.tr("Take out")
        self._out.setText(self.tr("Bring back") if step and step.retired else retire)
        self._add.setEnabled(self._scale.id != scales.FREE_TEXT.id)

    def _move(self, by: int) -> None:
        if step := self._step():
            self._take(scales.moved(self._scale, step.key, by), self._list.currentRow() + by)

    def _rewrite(self, *_: object) -> None:
        step, label = self._step(), self._label.text()
        if step is None:
            return
        if label.strip():
            definition = self._definition.text()
            self._scale = scales.rewritten(self._scale, step.key, label=label, definition=definition)
            self._list.currentItem().setText(label)
        self.edited.emit(self._scale)

    def _repaint(self, *_: object) -> None:
        step = self._step()
        if step is None or self._filling:
            return
        tone, symbol = self._tone.chosen(), self._symbol.chosen()
        self._scale = scales.repainted(self._scale, step.key, tone=tone, symbol=symbol)
        self._list.currentItem().setIcon(self._look.icon(symbol, Tone(tone)))
        self.edited.emit(self._scale)

    def _take(self, scale: Scale, row: int) -> None:
        self._scale = scale
        self._fill(row)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(scale)


def _tones(parent: QWidget) -> list[tuple[str, str]]:
    words = {
        "good": parent.tr("Green, holds"),
        "care": parent.tr("Amber, take care"),
        "bad": parent.tr("Red, does not hold"),
        "open": parent.tr("Indigo, undecided"),
        "accent": parent.tr("Blue"),
        "muted": parent.tr("Grey"),
    }
    return [(words[tone], tone) for tone in scales.TONES]


def _symbol_word(parent: QWidget, name: str) -> str:
    words = {
        "circle-check": parent.tr("Tick in a circle"),
        "check": parent.tr("Tick"),
        "circle-dot": parent.tr("Dot in a circle"),
        "triangle-alert": parent.tr("Warning"),
        "circle-slash": parent.tr("Empty circle, struck"),
        "circle-x": parent.tr("Cross in a circle"),
        "circle-help": parent.tr("Question mark"),
        "flag": parent.tr("Flag"),
        "clock": parent.tr("Clock"),
        "user": parent.tr("Person"),
        "message-square": parent.tr("Speech bubble"),
        "quote": parent.tr("Quotation marks"),
        "minus": parent.tr("Dash"),
        "x": parent.tr("Cross"),
        "shield": parent.tr("Shield"),
        "scale": parent.tr("Scales"),
        "eye-off": parent.tr("Closed eye"),
        "circle-dashed": parent.tr("Dashed circle"),
    }
    return words[name]
