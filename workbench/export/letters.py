"""Which letters a file may hold, whatever its format."""

from __future__ import annotations


def legal(text: str) -> str:
    """The text without what XML and spreadsheets cannot hold: control characters, half characters."""
    return text if text.isprintable() else "".join(letter for letter in text if _is_legal(letter))


def _is_legal(letter: str) -> bool:
    return (
        letter in "\t\n"
        or (" " <= letter < "\ud800")
        or (letter >= "\ue000" and letter not in "\ufffe\uffff")
    )
