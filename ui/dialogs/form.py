"""What every form has in common: a title, a line of explanation, labelled fields, two buttons."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

WIDTH = 520
"""Comfortable width of a form, in pixels."""


class Form(QDialog):
    """A dialog that deletes itself when closed and tells its answer through `answered`."""

    answered = Signal(object)
    """What was entered; not emitted when the dialog is cancelled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "title")
        self.words = QLabel(self)
        self.words.setProperty("role", "muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.fields = QFormLayout()
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(8)
        self.button = QPushButton(self)
        self.button.setDefault(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._cancel.setAutoDefault(False)
        self._cancel.setIcon(QIcon())
        self.buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        # Where several lines can be written, Enter alone begins another.
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.button.click)
        self._lay_out()

    def say(self, title: str, words: str, verb: str) -> None:
        """Title, explanation ("" for none), and what the button does."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.button.setText(verb)

    def add_row(self, label: str, field: QWidget) -> None:
        """Add a labelled field. A screen reader reads the label out."""
        field.setAccessibleName(label)
        self.fields.addRow(label, field)

    def add_line(self, label: str, text: str = "", hint: str = "") -> QLineEdit:
        """Add a line to write in."""
        line = QLineEdit(text, self)
        line.setPlaceholderText(hint)
        line.setCursorPosition(0)
        self.add_row(label, line)
        return line

    def add_lines(self, label: str, text: str = "", hint: str = "", height: int = 96) -> QPlainTextEdit:
        """Add room for several lines, `height` pixels to begin with; Tab leaves it."""
        lines = QPlainTextEdit(text, self)
        lines.setPlaceholderText(hint)
        lines.setTabChangesFocus(True)
        lines.setMinimumHeight(height)
        lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        lines.setSizeAdjustPolicy(QPlainTextEdit.SizeAdjustPolicy.AdjustToContents)
        self.add_row(label, lines)
        return lines

    def add_below(self, part: QWidget) -> None:
        """Add something as wide as the form beneath the labelled fields, above the buttons."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 2, part)

    def grow(self) -> None:
        """Make room for what has come to be shown."""
        column = self.layout()
        needed = column.totalHeightForWidth(self.width()) if column else 0
        if needed > self.height():
            self.resize(self.width(), needed)

    def answer(self) -> object:
        """What has been entered so far; None while it cannot be used."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through the fields as they stand, then to the buttons."""
        rows = range(self.fields.rowCount())
        items = [self.fields.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in rows]
        order = [field for item in items if item and (field := item.widget())]
        for one, other in pairwise([*order, self.button, self._cancel]):
            QWidget.setTabOrder(one, other)
        if order and not any(field.hasFocus() for field in order):
            order[0].setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        super().showEvent(event)

    def accept(self) -> None:
        """Tell the answer and close; stay open while there is none."""
        answer = self.answer()
        if answer is None:
            return
        super().accept()
        self.answered.emit(answer)

    def watch(self, *_: object) -> None:
        """Switch the button on once there is an answer. To be connected to what the fields say."""
        self.button.setEnabled(self.answer() is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.words)
        column.addSpacing(2)
        column.addLayout(self.fields)
        column.addSpacing(6)
        column.addWidget(self.buttons)
