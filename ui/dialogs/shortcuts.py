"""The keyboard shortcuts, to be looked up and changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.actions import Command, keys_of
from ui.dialogs.form import Form


class ShortcutsDialog(Form):
    """Every command with its first shortcut. Answers a dict from the command's id to its shortcuts."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Keyboard shortcuts"),
            self._advice(),
            self.tr("Use these"),
        )
        self._commands = commands
        self._edits: dict[str, QKeySequenceEdit] = {}
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Filter commands"))
        self._filter.setAccessibleName(self.tr("Filter commands"))
        self._filter.textChanged.connect(self._narrow)
        self._table = self._make_table()
        reset = QPushButton(self.tr("Back to the first ones"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self.fields.addRow(self._filter)
        self.fields.addRow(self._table)
        self.buttons.addButton(reset, self.buttons.ButtonRole.ResetRole)
        self.resize(640, 600)
        self._filter.setFocus()

    def answer(self) -> dict[str, list[str]] | None:
        """The shortcuts as shown; None while two commands claim the same one."""
        shown = {id: _name(edit) for id, edit in self._edits.items()}
        if any(count > 1 for name, count in Counter(shown.values()).items() if name):
            return None
        return {command.row.id: self._keys(command, shown[command.row.id]) for command in self._commands}

    def _keys(self, command: Command, shown: str) -> list[str]:
        """The shown shortcut first; the others of a command stay unless another command took them."""
        taken = {_name(edit) for id, edit in self._edits.items() if id != command.row.id}
        others = [key for key in keys_of(command)[1:] if key != shown and key not in taken]
        return [shown, *others] if shown else []

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._commands), 3, self)
        table.setAccessibleName(self.tr("Commands and their shortcuts"))
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Shortcut")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 110)
        table.setColumnWidth(2, 150)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        blank = _blank()
        for row, command in enumerate(self._commands):
            icon = blank if command.icon().isNull() else command.icon()
            table.setItem(row, 0, QTableWidgetItem(icon, command.name()))
            table.setItem(row, 1, QTableWidgetItem(command.group))
            table.setCellWidget(row, 2, self._edit(command))
        return table

    def _edit(self, command: Command) -> QKeySequenceEdit:
        edit = QKeySequenceEdit(command.shortcut(), self)
        edit.setMaximumSequenceLength(1)
        edit.setClearButtonEnabled(True)
        edit.setAccessibleName(self.tr("Shortcut of {command}").format(command=command.name()))
        edit.keySequenceChanged.connect(self._check)
        self._edits[command.row.id] = edit
        return edit

    def _check(self) -> None:
        usable = self.answer() is not None
        self.button.setEnabled(usable)
        self.words.setText(
            self._advice() if usable else self.tr("Two commands have the same shortcut. Change one of them.")
        )

    def _advice(self) -> str:
        return self.tr(
            "Click a shortcut and press the keys you prefer. The cross leaves a command without one."
        )

    def _narrow(self, typed: str) -> None:
        for row, command in enumerate(self._commands):
            hidden = typed.strip().casefold() not in f"{command.name()} {command.group}".casefold()
            self._table.setRowHidden(row, hidden)

    def _reset(self) -> None:
        for command in self._commands:
            first = command.row.shortcuts[0] if command.row.shortcuts else ""
            self._edits[command.row.id].setKeySequence(QKeySequence(first))


def _blank() -> QIcon:
    """Holds the room of an icon, so that all names stand in one column."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


def _name(edit: QKeySequenceEdit) -> str:
    return edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
