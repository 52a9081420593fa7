"""Asks in what form and where to something is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.file_row import FileRow
from ui.dialogs.form import Form


class SaveForm(Form):
    """Format and file of what is written. Answers the `Path`, whose ending names the format."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format = Box(self.formats(), suggested.suffix, self)
        self.add_row(self.tr("Format"), self._format)
        self._file = QLineEdit(str(suggested), self)
        self._file.setAccessibleName(self.tr("File"))
        self.fields.addRow(self.tr("File"), FileRow(self, self._file))
        self._format.currentIndexChanged.connect(self._follow_format)
        self._file.textChanged.connect(self.watch)
        self._follow_format()

    def formats(self) -> Sequence[tuple[str, str]]:
        """What can be chosen: words, and the ending they stand for."""
        raise NotImplementedError

    def answer(self) -> Path | None:
        """The file to write; None while its folder does not exist."""
        path = Path(self._file.text().strip()).expanduser()
        return path if path.name and path.parent.is_dir() and not path.is_dir() else None

    def _follow_format(self) -> None:
        path = Path(self._file.text().strip() or "summary")
        self._file.setText(str(path.with_suffix(self._format.chosen())))
        self.watch()
