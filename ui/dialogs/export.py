"""Asks in what form and where to a summary goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form


class ExportDialog(Form):
    """Format and file of a summary. Answers the `Path`, whose ending names the format."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Export summary"),
            self.tr("Claims, verdicts, evidence and what is still open, for the desk or the archive."),
            self.tr("Export"),
        )
        formats: list[tuple[str, str]] = [
            (self.tr("Web page, prints well (.html)"), ".html"),
            (self.tr("PDF (.pdf)"), ".pdf"),
            (self.tr("Word: the story with comments (.docx)"), ".docx"),
            (self.tr("Markdown (.md)"), ".md"),
            (self.tr("JSON, for other programs (.json)"), ".json"),
        ]
        self._format = Box(formats, suggested.suffix, self)
        self.add_row(self.tr("Format"), self._format)
        self._file = QLineEdit(str(suggested), self)
        self._file.setAccessibleName(self.tr("File"))
        self.fields.addRow(self.tr("File"), self._file_row())
        self._internal = QCheckBox(self.tr("Also what sources said in confidence (for the desk only)"), self)
        self._internal.setToolTip(
            self.tr("Names and answers on background, off record and of anonymous sources; never real names")
        )
        self.add_row("", self._internal)
        self._internal.setAccessibleName(self._internal.text())
        self._format.currentIndexChanged.connect(self._follow_format)
        self._file.textChanged.connect(self.watch)
        self._follow_format()

    def answer(self) -> Path | None:
        """The file to write; None while its folder does not exist."""
        path = Path(self._file.text().strip()).expanduser()
        return path if path.name and path.parent.is_dir() and not path.is_dir() else None

    @property
    def internal(self) -> bool:
        """Whether what was said in confidence is to be told."""
        return self._internal.isChecked()

    def _file_row(self) -> QHBoxLayout:
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAccessibleName(self.tr("Choose the file"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._file, 1)
        row.addWidget(browse)
        return row

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export summary"), self._file.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._file.setText)
        dialog.open()

    def _follow_format(self) -> None:
        path = Path(self._file.text().strip() or "summary")
        self._file.setText(str(path.with_suffix(self._format.chosen())))
        self.watch()
