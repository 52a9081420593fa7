"""Languages as the window speaks of them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def in_english(language: str | None) -> bool:
    """Whether a text is in English, as far as is known; an unknown language counts as English."""
    return language is None or language.casefold().split("-")[0] in ("", "en")


def language_name(language: str) -> str:
    """The name of a language by its ISO 639-1 code; the code itself when it is none."""
    found = QLocale.codeToLanguage(language.casefold().split("-")[0])
    return QLocale.languageToString(found) if found is not QLocale.Language.AnyLanguage else language
