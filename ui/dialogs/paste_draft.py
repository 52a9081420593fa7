"""Takes in the next draft of the story that was copied from somewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form


class PasteDraftDialog(Form):
    """The text alone: what is known of the story stays. Answers it as a string."""

    def __init__(self, title: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Paste draft {number}").format(number=number),
            self.tr("The whole text of “{title}” as it is now. Passages that stand keep their ticks.").format(
                title=title
            ),
            self.tr("Take it in"),
        )
        self._text = self.add_lines(self.tr("Text"), "", self.tr("Paste the text here"), 240)
        self._text.textChanged.connect(self.watch)
        self._text.setFocus()
        self.watch()

    def answer(self) -> str | None:
        """The text; None while there is none."""
        text = self._text.toPlainText()
        return text if text.strip() else None
