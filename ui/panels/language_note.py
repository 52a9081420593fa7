"""What an editor has to know about a story in another language than English."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.models.languages import in_english, language_name
from ui.panels.words import Words
from ui.theme.colours import Tone
from ui.theme.look import Look


class LanguageNote(Words):
    """Says nothing of stories in English, or in a language that nobody knows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, px=12, tone=Tone.CARE, parent=parent)

    def show_language(self, language: str | None) -> None:
        """Say what is not done in this language."""
        self.setVisible(not in_english(language))
        if language and not in_english(language):
            words = self.tr(
                "This story is in {language}. Passages are found by their words; whether they support or "
                "contradict a claim is judged for English only."
            )
            self.say(words.format(language=language_name(language)))
