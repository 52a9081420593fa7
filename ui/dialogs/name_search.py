"""The name under which a search is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form


class NameSearchDialog(Form):
    """Asks for a name. Answers it as it was typed."""

    def __init__(self, typed: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Rename this search") if name else self.tr("Save this search")
        self.say(title, typed, self.tr("Rename") if name else self.tr("Save"))
        self._name = self.add_line(self.tr("Name"), name or typed, self.tr("Open libel claims"))
        self._name.selectAll()
        self._name.textChanged.connect(self.watch)
        self.watch()

    def answer(self) -> str | None:
        """The name; None while there is none."""
        return self._name.text().strip() or None
