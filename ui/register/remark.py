"""The line below a form's fields that says what is missing, or what will happen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.dialogs.form import Form


class Remark(QLabel):
    """Plain words over the whole width. Its room is kept free, so that no form jumps while one types."""

    def __init__(self, form: Form, *, lines: int = 1) -> None:
        super().__init__(form)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)
        form.fields.addRow(self)
