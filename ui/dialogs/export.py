"""Asks in what form and where to a summary goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.save import SaveForm


class ExportDialog(SaveForm):
    """Format and file of a summary."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(suggested, parent)
        self.say(
            self.tr("Export summary"),
            self.tr("Claims, verdicts, evidence and what is still open, for the desk or the archive."),
            self.tr("Export"),
        )
        self._internal = QCheckBox(self.tr("Also what sources said in confidence (for the desk only)"), self)
        self._internal.setToolTip(
            self.tr("Names and answers on background, off record and of anonymous sources; never real names")
        )
        self.add_row("", self._internal)
        self._internal.setAccessibleName(self._internal.text())

    def formats(self) -> Sequence[tuple[str, str]]:
        """What can be chosen."""
        return [
            (self.tr("Web page, prints well (.html)"), ".html"),
            (self.tr("PDF (.pdf)"), ".pdf"),
            (self.tr("Word: the story with comments (.docx)"), ".docx"),
            (self.tr("Markdown (.md)"), ".md"),
            (self.tr("JSON, for other programs (.json)"), ".json"),
        ]

    @property
    def internal(self) -> bool:
        """Whether what was said in confidence is to be told."""
        return self._internal.isChecked()
