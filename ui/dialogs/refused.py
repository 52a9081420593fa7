"""Which files could not be read, each with its reason: one list, to be read in peace and copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_SIZE = (680, 420)
_NAMED = 12
"""So many files are named where the pointer rests on the button that keeps them."""


class RefusedDialog(QDialog):
    """What was read in a line, and beneath it the sentences about what was not.

    `keepable` are files among them that can still be kept as back-up.
    """

    keep_wanted = Signal(object)
    """The paths of the files to keep, in a tuple."""

    def __init__(
        self,
        summary: str,
        sentences: Sequence[str],
        parent: QWidget | None = None,
        *,
        keepable: Sequence[Path] = (),
    ) -> None:
        super().__init__(parent)
        self._keepable = tuple(keepable)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Some files could not be read"))
        self._summary = summary
        title = QLabel(self.tr("Some files could not be read"), self)
        title.setProperty("role", "title")
        words = QLabel(summary, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._list = QPlainTextEdit("\n\n".join(sentences), self)
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(self.tr("Why each of them could not be read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        for part in (title, words, self._list):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self.resize(*_SIZE)

    def text(self) -> str:
        """Everything it tells, as it is copied."""
        return f"{self._summary}\n\n{self._list.toPlainText()}\n"

    def _buttons(self) -> QHBoxLayout:
        copy, close = QPushButton(self.tr("Copy the list"), self), QPushButton(self.tr("Go on"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        row = QHBoxLayout()
        row.addWidget(copy)
        if self._keepable:
            row.addWidget(self._keep_button())
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _keep_button(self) -> QPushButton:
        count = len(self._keepable)
        words = self.tr("Keep {count} of them as back-up") if count > 1 else self.tr("Keep one as back-up")
        keep = QPushButton(words.format(count=f"{count:,}"), self)
        keep.setToolTip("\n".join(path.name for path in self._keepable[:_NAMED]))
        keep.setAutoDefault(False)
        keep.clicked.connect(self._keep)
        return keep

    def _keep(self) -> None:
        self.accept()
        self.keep_wanted.emit(self._keepable)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
