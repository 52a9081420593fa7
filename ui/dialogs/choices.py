"""Boxes to choose from, filled with the kinds and roles of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from ui.models.signs import source_word
from ui.panels.elided import ElidedBox
from workbench.model import Role, SourceKind

T = TypeVar("T")


class Box(ElidedBox, Generic[T]):
    """A box of words, each with the value it stands for.

    The values are kept here: Qt would turn the members of a `StrEnum` into bare strings.
    """

    def __init__(self, choices: Sequence[tuple[str, T]], chosen: T, parent: QWidget) -> None:
        super().__init__(parent)
        self._values = [value for _, value in choices]
        self.addItems([words for words, _ in choices])
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.choose(chosen)

    def chosen(self) -> T:
        """The value of the choice made."""
        return self._values[self.currentIndex()]

    def choose(self, value: T) -> None:
        """Choose a value; the first one when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


def kind_box(chosen: SourceKind, parent: QWidget) -> Box[SourceKind]:
    """All kinds of source, primary ones first."""
    return Box([(_capital(source_word(kind)), kind) for kind in SourceKind], chosen, parent)


def role_box(chosen: Role, parent: QWidget) -> Box[Role]:
    """Story or source."""
    words = {
        Role.STORY: parent.tr("The story to check"),
        Role.SOURCE: parent.tr("A source to check against"),
    }
    return Box([(words[role], role) for role in Role], chosen, parent)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
