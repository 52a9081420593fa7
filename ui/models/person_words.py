"""How the name under a step or a signature reads; it may come from anybody's copy of a case."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from ui.models.value_words import one_line

_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
"""Controls, marks that turn a line round, line ends."""


def person_words(name: str) -> str:
    """A name on one line, without what would turn or break the words around it; a word for none."""
    seen = (" " if unicodedata.category(letter) in _UNSEEN else letter for letter in name)
    return one_line("".join(seen)) or QCoreApplication.translate("Persons", "Somebody unnamed")
