"""Asks once who is checking."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form


class CheckerDialog(Form):
    """The name that stands in the history and on the summary. Answers a string."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Who is checking?"),
            self.tr("Your name is kept with every decision you make, and stands on the summary."),
            self.tr("Use this name"),
        )
        self._name = self.add_line(self.tr("Your name"), name)
        self._name.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> str | None:
        """The name, None while it is empty."""
        return self._name.text().strip() or None
