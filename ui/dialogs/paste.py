"""Takes a text in that was copied from somewhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.choices import role_box
from ui.dialogs.form import Form
from workbench.model import Role


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text with what the editor knows of it. Empty strings: not known."""

    text: str
    title: str
    outlet: str
    published: str
    url: str
    role: Role


class PasteDialog(Form):
    """Text, title, outlet, date and address of a pasted text. Answers `Pasted`."""

    fetch_wanted = Signal(str)
    """An address: instead of pasting its text, the page is to be fetched."""

    def __init__(self, text: str, role: Role, parent: QWidget | None = None, *, url: str = "") -> None:
        super().__init__(parent)
        self.say(
            self.tr("Paste a text"),
            self.tr("The text is kept word for word. What is not known can be added later."),
            self.tr("Add text"),
        )
        self._text = self.add_lines(self.tr("Text"), text, self.tr("Paste the text here"), 200)
        self._title = self.add_line(
            self.tr("Title"), hint=self.tr("Its first line, unless you say otherwise")
        )
        self._outlet = self.add_line(self.tr("Outlet"))
        self._published = self.add_line(self.tr("Published"), hint="2026-03-14")
        self._url = self.add_line(self.tr("Web address"), url)
        self._fetch = QPushButton(self.tr("Fetch this page…"), self)
        self._fetch.setProperty("role", "quiet")
        self._fetch.setAutoDefault(False)
        self._fetch.setVisible(bool(url))
        self._fetch.clicked.connect(self._fetch_instead)
        self.fields.addRow("", self._fetch)
        self._role = role_box(role, self)
        self.add_row(self.tr("Use it as"), self._role)
        self._text.textChanged.connect(self.watch)
        self._text.setFocus()
        self.watch()

    def _fetch_instead(self) -> None:
        url = self._url.text().strip()
        self.reject()
        self.fetch_wanted.emit(url)

    def answer(self) -> Pasted | None:
        """What was entered; None while there is no text."""
        if not self._text.toPlainText().strip():
            return None
        return Pasted(
            self._text.toPlainText(),
            self._title.text().strip(),
            self._outlet.text().strip(),
            self._published.text().strip(),
            self._url.text().strip(),
            self._role.chosen(),
        )
