"""A plain message that must be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def message(title: str, words: str, parent: QWidget | None) -> QMessageBox:
    """Open a message over `parent`; it deletes itself when closed. Foreign words are never markup."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(words)
    box.open()
    return box
