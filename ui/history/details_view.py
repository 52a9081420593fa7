"""The chosen event laid out: what, when and by whom, and before and after of each value field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.history.details import MOST_VALUES, Details, FieldChange, ValueChange, moment_words
from ui.history.entries import Entry
from ui.models.person_words import person_words
from ui.panels.comparison import Comparison
from ui.panels.flow import Stack
from ui.panels.words import EmptyState, Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.model import ClaimId

_LEAST_PX = 260


class DetailsView(QWidget):
    """Shows one event of the history."""

    past_wanted = Signal()
    """The case is to be shown as it was after the event."""
    copy_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._what = Words(look, px=15, strong=True)
        self._when = Words(look, px=12, tone=Tone.MUTED)
        self._remarks = Words(look, px=12, tone=Tone.CARE)
        self._past = QPushButton(self.tr("Show the case as it was then"))
        self._copy = QPushButton(self.tr("Copy as text"))
        self._scroll = QScrollArea()
        self._empty = EmptyState(look)
        self._told = QWidget()
        self._build()
        self.clear()

    def clear(self) -> None:
        """Show no event."""
        self._told.hide()
        self._empty.show()
        self._empty.say(
            self.tr("No step chosen"), self.tr("Choose a step to see what it changed, word by word.")
        )

    def show_event(self, what: str, when: str, remarks: str) -> None:
        """Show the heading of an event; what it changed follows when it has been read."""
        self._what.say(what)
        self._when.say(when)
        self._remarks.say(remarks)
        self._remarks.setVisible(bool(remarks))
        self._scroll.setWidget(QWidget())
        self._empty.hide()
        self._told.show()

    def show_details(self, details: Details, numbers: Mapping[ClaimId, int]) -> None:
        """Show what the event changed; of a merge, first what was done in the colleague's copy."""
        body = QWidget()
        rows = Stack(body, gap=16)
        if details.brought:
            rows.addWidget(_brought(details.brought, numbers, self._look))
        for value in details.values:
            rows.addWidget(_value(value, self._look))
        if details.more:
            more = self.tr("… and {count} values more").format(count=f"{details.more:,}")
            rows.addWidget(Words(self._look, more, px=12, tone=Tone.MUTED))
        self._scroll.setWidget(body)

    def _build(self) -> None:
        self.setMinimumWidth(_LEAST_PX)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("What the step changed"))
        self._past.clicked.connect(self.past_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self._past)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        head = QVBoxLayout(self._told)
        head.setContentsMargins(18, 12, 8, 0)
        head.setSpacing(6)
        for part in (self._what, self._when, self._remarks):
            head.addWidget(part)
        head.addLayout(buttons)
        head.addSpacing(4)
        head.addWidget(self._scroll, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._told, 1)
        rows.addWidget(self._empty, 1)


def _brought(entries: Sequence[Entry], numbers: Mapping[ClaimId, int], look: Look) -> QWidget:
    box = QWidget()
    rows = Stack(box, gap=5)
    said = QCoreApplication.translate("DetailsView", "{count} steps of the colleague’s copy came in with it:")
    rows.addWidget(Words(look, said.format(count=f"{len(entries):,}"), px=12, strong=True))
    for entry in entries[:MOST_VALUES]:
        when = f"{moment_words(entry.at)} · {person_words(entry.by)}"
        rows.addWidget(Words(look, f"{entry.what(numbers)}\n{when}", px=13))
    return box


def _value(value: ValueChange, look: Look) -> QWidget:
    box = QWidget()
    rows = Stack(box, gap=5)
    rows.addWidget(Words(look, value.heading, px=12, strong=True))
    rows.addWidget(Words(look, value.words, px=14, reading=True))
    if value.place:
        rows.addWidget(Words(look, value.place, px=12, tone=Tone.MUTED))
    for field in value.fields:
        rows.addWidget(_field(field, look))
    return box


def _field(field: FieldChange, look: Look) -> QWidget:
    box = QWidget()
    box.setAccessibleName(field.name)
    rows = Stack(box, gap=2)
    if field.sides is not None:
        rows.addWidget(Words(look, field.name, px=12, tone=Tone.MUTED))
        comparison = Comparison(look)
        comparison.show_wordings(*field.sides)
        rows.addWidget(comparison)
        return box
    if field.before and field.after:
        words = f"{field.before}  →  {field.after}"
    else:
        was = QCoreApplication.translate("DetailsView", "was: {words}")
        words = field.after or was.replace("{words}", field.before)
    rows.addWidget(Words(look, f"{field.name}: {words}", px=13))
    return box
