"""How what was done is put into words: the phrases of the history, and what is filled into them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.change import Edit
from workbench.model import Entity

CLAIM = "\ufffc"
"""Stands in the words for the claim, whose number is only known when they are shown."""


def came(edit: Edit, new: str, gone: str, other: str) -> str:
    """The phrase for a value that came, went or was changed."""
    return new if edit.before is None else gone if edit.after is None else other


def fill(words: str, **parts: str) -> str:
    """Fill words in, the claim's place among them; foreign words may hold braces."""
    for name, part in (("claim", CLAIM), *parts.items()):
        words = words.replace(f"{{{name}}}", part)
    return words


def value_of(edit: Edit) -> Entity:
    """The value that an edit is about, as it is after it where it is still there."""
    value = edit.after or edit.before
    assert value is not None
    return value


def said(text: str) -> str:
    """A phrase in the language of the editor."""
    return QCoreApplication.translate("History", text)
