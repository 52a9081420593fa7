"""Chooses one of a few things by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.dialogs.form import Form

_LEAST_PX = 96
"""Lowest that the list is."""


class ChooseDialog(Form):
    """A list to choose from. Answers a one-element tuple: the value that stands behind the words."""

    def __init__(
        self,
        title: str,
        words: str,
        verb: str,
        choices: Sequence[tuple[str, object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.say(title, words, verb)
        self._list = QListWidget(self)
        self._list.setAccessibleName(title)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setMinimumHeight(_LEAST_PX)
        for text, value in choices:
            item = QListWidgetItem(text, self._list)
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.UserRole, (value,))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        self.fields.addRow(self._list)
        self._list.setFocus()

    def answer(self) -> tuple[object] | None:
        """The value chosen, in a tuple so that None can be one of them."""
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None
