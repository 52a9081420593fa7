"""Asks in what form and where to the queries go, and which of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.choices import Box
from ui.dialogs.save import SaveForm
from workbench.model import QueryStatus


class QueryExportDialog(SaveForm):
    """Format and file of the list for the author; `status` is which queries it holds, None for all."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(suggested, parent)
        self.say(
            self.tr("Export queries for the author"),
            self.tr(
                "Questions and proposed wording, each with the words it is about. Nothing else goes along."
            ),
            self.tr("Export"),
        )
        which: list[tuple[str, QueryStatus | None]] = [
            (self.tr("What waits for an answer"), QueryStatus.OPEN),
            (self.tr("All of them, with the answers"), None),
        ]
        self._which = Box(which, QueryStatus.OPEN, self)
        self.add_row(self.tr("Which"), self._which)

    def formats(self) -> Sequence[tuple[str, str]]:
        """What can be chosen."""
        return [(self.tr("Word (.docx)"), ".docx"), (self.tr("Markdown (.md)"), ".md")]

    @property
    def status(self) -> QueryStatus | None:
        """Which queries are wanted."""
        return self._which.chosen()
