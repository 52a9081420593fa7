"""Chooses the encoding a text is read in, with its own words to judge by."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.choices import Box
from ui.dialogs.form import Form
from workbench.charsets import CHARSETS, called, known

_PREVIEW_PX = 168


class EncodingDialog(Form):
    """Shows lines of the text in the encoding chosen. Answers the encoding's name."""

    def __init__(self, title: str, charset: str | None, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data, self._before = data, charset and known(charset)
        read_as = self.tr("It was read as {encoding}.").format(encoding=called(charset)) if charset else ""
        advice = self.tr("Choose the one in which these lines read well. Undo brings the text before back.")
        self.say(
            self.tr("Read “{title}” again").format(title=title),
            f"{read_as} {advice}".strip(),
            self.tr("Read again"),
        )
        choices = [(words, name) for name, words in CHARSETS.items()]
        self._box = Box(choices, self._before or "utf-8", self)
        self.add_row(self.tr("Encoding"), self._box)
        self._preview = QPlainTextEdit(self)
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setMinimumHeight(_PREVIEW_PX)
        self._preview.setAccessibleName(self.tr("How its lines read"))
        self.add_below(self._preview)
        self._box.currentIndexChanged.connect(self._show)
        self._show()

    def choose(self, charset: str) -> None:
        """Choose an encoding."""
        self._box.choose(charset)

    def preview(self) -> str:
        """The lines as they read in the encoding chosen."""
        return self._preview.toPlainText()

    def answer(self) -> str | None:
        """The encoding; None while it is the one that the text was read in."""
        chosen = self._box.chosen()
        return chosen if chosen != self._before else None

    def _show(self, *_: object) -> None:
        self._preview.setPlainText(self._data.decode(self._box.chosen(), "replace").removeprefix("\ufeff"))
        self.watch()
