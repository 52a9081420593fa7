"""Boxes to choose from, filled with the kinds and roles of the domain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from ui.models.signs import source_word
from workbench.model import Role, SourceKind


def box(choices: Sequence[tuple[str, object]], chosen: object, parent: QWidget) -> QComboBox:
    """A box of words, each with the value it stands for; read the choice with `currentData()`."""
    made = QComboBox(parent)
    for words, value in choices:
        made.addItem(words, value)
    made.setCurrentIndex(max(0, next((at for at, (_, value) in enumerate(choices) if value == chosen), 0)))
    made.setMaxVisibleItems(20)
    return made


def kind_box(chosen: SourceKind, parent: QWidget) -> QComboBox:
    """All kinds of source, primary ones first."""
    return box([(_capital(source_word(kind)), kind) for kind in SourceKind], chosen, parent)


def role_box(chosen: Role, parent: QWidget) -> QComboBox:
    """Story or source."""
    words = {
        Role.STORY: parent.tr("The story to check"),
        Role.SOURCE: parent.tr("A source to check against"),
    }
    return box([(words[role], role) for role in Role], chosen, parent)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
