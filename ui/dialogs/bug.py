"""Tells that something went wrong in Twosource itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class BugDialog(QDialog):
    """Says that something went wrong in Twosource, that the case is safe, and offers details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(f"{_circumstances()}\n\n{details}", self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details for a report"))
        self._details.hide()
        title = QLabel(self.tr("Something went wrong in Twosource"), self)
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "The case is safe: every change so far is in its file. You can go on working. "
                "If it happens again, please send us the details."
            ),
            self,
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (title, words, self._details):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self.setMinimumWidth(460)

    def add(self, details: str) -> None:
        """Add what went wrong meanwhile."""
        self._details.appendPlainText(f"\n{details}")

    def details(self) -> str:
        """Everything a report needs."""
        return self._details.toPlainText()

    def _buttons(self) -> QHBoxLayout:
        show = QPushButton(self.tr("Show details"), self)
        show.setCheckable(True)
        show.toggled.connect(self._details.setVisible)
        copy = QPushButton(self.tr("Copy details"), self)
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Go on"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        for other in (show, copy):
            other.setAutoDefault(False)
        close.setFocus()
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())


def _circumstances() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        own = version("twosource")
    except PackageNotFoundError:
        own = "?"
    return f"Twosource {own}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}"
