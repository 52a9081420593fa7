"""A plain message that must be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

_WIDTH_PX = 360
"""Room for a sentence; Qt's own width follows the title alone."""


def message(title: str, words: str, parent: QWidget | None) -> QMessageBox:
    """Open a message over `parent`; it deletes itself when closed. Foreign words are never markup."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(words)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.button(QMessageBox.StandardButton.Ok).setIcon(QIcon())
    if label := box.findChild(QLabel, "qt_msgbox_informativelabel"):
        label.setMinimumWidth(_WIDTH_PX)
    box.open()
    return box
