"""Asks in what form and where to the source map goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.save import SaveForm


class MapExportDialog(SaveForm):
    """Format and file of the source map."""

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(suggested, parent)
        self.say(
            self.tr("Export source map"),
            self.tr("The whole map as it stands, on white, with the chain of the claim that is chosen."),
            self.tr("Export"),
        )

    def formats(self) -> Sequence[tuple[str, str]]:
        """What can be chosen."""
        return [
            (self.tr("Drawing, sharp at any size (.svg)"), ".svg"),
            (self.tr("Picture (.png)"), ".png"),
        ]
