"""Names of files as they can be shown on one line and stored in a case."""

from __future__ import annotations

import unicodedata

_REPLACED = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\ufffd"}
"""What stands for a character, by its Unicode category."""


def shown(name: str) -> str:
    """`name` without line breaks and controls, with U+FFFD for bytes that are no characters."""
    return "".join(_REPLACED.get(unicodedata.category(character), character) for character in name)
