"""Asks what each kind of claim has to show before it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form
from ui.models.signs import kind_word
from workbench.gates import PRESETS, USUAL, rule_of
from workbench.model import ClaimKind, Gate, GateId

_MOST = 6
_KINDS: tuple[ClaimKind | None, ...] = (None, *ClaimKind)


class RulesDialog(Form):
    """Answers the rules by kind of claim, None for as usual."""

    def __init__(
        self, stored: Sequence[Gate], new_id: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Rules for confirming"),
            self.tr(
                "A claim may be confirmed once it has the primary sources, or the independent origins. "
                "Whoever confirms one that has neither writes down why."
            ),
            self.tr("Save the rules"),
        )
        self._new_id = new_id
        own = {gate.kind: gate for gate in stored}
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        heads = (
            self.tr("As usual"),
            self.tr("Primary sources"),
            self.tr("or origins"),
            self.tr("Reply asked"),
        )
        for column, head in enumerate(heads, 1):
            label = QLabel(head, table)
            label.setProperty("role", "small")
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignHCenter)
        self._rows = {kind: _Row(grid, at, kind, table) for at, kind in enumerate(_KINDS, 1)}
        grid.setColumnStretch(0, 1)
        for kind, row in self._rows.items():
            row.show_rule(own.get(kind) or rule_of(stored, kind), usual=kind not in own)
            row.edited.connect(self._follow)
        self.fields.addRow(table)
        self._follow()

    def answer(self) -> dict[ClaimKind | None, Gate | None]:
        """The rules as they stand in the form."""
        return {kind: row.rule(GateId(self._new_id())) for kind, row in self._rows.items()}

    def row(self, kind: ClaimKind | None) -> _Row:
        """The row of one kind of claim; None: every kind without a rule of its own."""
        return self._rows[kind]

    def _follow(self) -> None:
        """Rows that are as usual show what that is now."""
        all_others = self._rows[None].rule(GateId("")) or USUAL
        for kind, row in self._rows.items():
            if row.is_usual:
                row.show_rule(PRESETS.get(kind) or all_others, usual=True)


class _Row(QWidget):
    """The rule for one kind, in one row of the grid."""

    edited = Signal()

    def __init__(self, grid: QGridLayout, at: int, kind: ClaimKind | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._kind = kind
        word = kind_word(kind) if kind else self.tr("Every other kind")
        self.usual, self.reply = QCheckBox(parent), QCheckBox(parent)
        self.primary, self.origins = _amounts(parent), _amounts(parent)
        grid.addWidget(QLabel(word, parent), at, 0)
        for column, field in enumerate((self.usual, self.primary, self.origins, self.reply), 1):
            grid.addWidget(field, at, column, Qt.AlignmentFlag.AlignHCenter)
        self.usual.setAccessibleName(self.tr("{kind}: as usual").format(kind=word))
        self.primary.setAccessibleName(self.tr("{kind}: primary sources").format(kind=word))
        self.origins.setAccessibleName(self.tr("{kind}: independent origins").format(kind=word))
        self.reply.setAccessibleName(self.tr("{kind}: the accused has been asked").format(kind=word))
        self.usual.toggled.connect(self._allow)
        for changed in (
            self.primary.currentIndexChanged,
            self.origins.currentIndexChanged,
            self.usual.toggled,
        ):
            changed.connect(self._tell)

    @property
    def is_usual(self) -> bool:
        """Whether the desk makes no rule of its own here."""
        return self.usual.isChecked()

    def show_rule(self, gate: Gate, *, usual: bool) -> None:
        """Show what is asked."""
        self.blockSignals(True)
        self.primary.choose(gate.primary)
        self.origins.choose(gate.origins)
        self.reply.setChecked(gate.reply)
        self.usual.setChecked(usual)
        self.blockSignals(False)
        self._allow()

    def rule(self, id: GateId) -> Gate | None:
        """The rule; None when it is as usual."""
        if self.is_usual:
            return None
        return Gate(id, self._kind, self.primary.chosen(), self.origins.chosen(), self.reply.isChecked())

    def _allow(self, *_: object) -> None:
        for field in (self.primary, self.origins, self.reply):
            field.setEnabled(not self.is_usual)

    def _tell(self, *_: object) -> None:
        self.edited.emit()


def _amounts(parent: QWidget) -> Box[int]:
    box = Box([("–", 0), *((str(number), number) for number in range(1, _MOST + 1))], 0, parent)
    box.setMinimumContentsLength(3)
    box.setFixedWidth(72)
    return box
