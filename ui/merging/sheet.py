"""One clash to be decided: what ours says beside what theirs says, who and when, and the choices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.merging.work import Told
from ui.models.dates import moment_words
from ui.panels.comparison import Comparison, compared
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look
from workbench.change import Stamp
from workbench.merging.values import Choice, Clash


class ClashSheet(QWidget):
    """Shows one clash at a time and tells what is chosen."""

    chosen = Signal(object)
    """The `Choice` for the clash shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Words(look, px=15, strong=True)
        self._subject = Words(look, px=12, tone=Tone.MUTED)
        self._both = Comparison(look)
        self._base = Words(look, px=14, reading=True)
        self._base_head = Words(
            look, self.tr("Before either changed it"), px=11, strong=True, tone=Tone.MUTED
        )
        self._show_base = QPushButton(self.tr("Show what it was before"))
        self._buttons = {choice: QPushButton() for choice in Choice}
        self._build()

    def show_clash(self, clash: Clash, told: Told, choice: Choice | None, their_name: str) -> None:
        """Show another clash, with what is chosen so far."""
        self._title.say(told.question)
        self._subject.say(told.subject)
        headings = (
            _heading(self.tr("Ours"), clash.ours_by),
            _heading(self.tr("Theirs"), clash.theirs_by),
        )
        self._both.show_wordings(*compared(*told.sides, headings))
        self._base.say(told.before)
        self._show_base.setVisible(bool(told.before))
        self._fold()
        self._name_buttons(clash, choice, their_name)

    def _name_buttons(self, clash: Clash, choice: Choice | None, their_name: str) -> None:
        words = {
            Choice.OURS: self.tr("1   Keep ours"),
            Choice.THEIRS: self.tr("2   Take {name}’s").replace("{name}", their_name),
            Choice.BOTH: self.tr("3   Keep both"),
        }
        for one, button in self._buttons.items():
            button.setText(words[one].replace("&", "&&"))
            button.setAccessibleName(words[one].partition("   ")[2])
            button.setVisible(one in clash.offers)
            button.setChecked(one is choice)

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (self._title, self._subject, self._both, self._show_base, self._base_head, self._base):
            column.addWidget(part)
        column.setAlignment(self._show_base, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        for choice, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.chosen.emit, choice))
            row.addWidget(button)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(area, 1)
        rows.addLayout(row)
        self._show_base.setAutoDefault(False)
        self._show_base.clicked.connect(self._unfold)

    def _fold(self) -> None:
        self._base.hide()
        self._base_head.hide()

    def _unfold(self) -> None:
        self._show_base.hide()
        self._base_head.show()
        self._base.show()


class Arriving(QWidget):
    """What comes in by itself: counted, and one line for each change."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Words(look, px=14, strong=True)
        self._remarks = Words(look, px=12, tone=Tone.CARE)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("What comes in by itself"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        for part in (self._counts, self._remarks):
            column.addWidget(part)
        column.addWidget(self._list, 1)

    def show_arrivals(self, counts: str, remarks: str, lines: Sequence[str]) -> None:
        """Show what comes in."""
        self._counts.say(counts)
        self._remarks.say(remarks)
        self._remarks.setVisible(bool(remarks))
        self._list.clear()
        self._list.addItems(list(lines))


def _heading(side: str, by: Stamp | None) -> str:
    return side if by is None else f"{side}: {by.by}, {moment_words(by.at)}"
