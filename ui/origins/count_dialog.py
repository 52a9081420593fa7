"""How a document is to count: on its own or together with another, for one claim or all, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui.dialogs.form import Form
from workbench.model import DocumentId


@dataclass(frozen=True, slots=True)
class Wanted:
    """The editor's word: together with `joined`, or on its own when None; for every claim or this one."""

    joined: DocumentId | None
    everywhere: bool
    reason: str


class CountDialog(Form):
    """Answers a `Wanted`. With `others`, one of them is to be chosen."""

    def __init__(
        self, title: str, others: Sequence[tuple[DocumentId, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        heading = self.tr("Count together") if others else self.tr("Count on its own")
        self.say(heading, f"“{title}”", heading)
        self._others: QComboBox | None = None
        if others:
            self._others = QComboBox(self)
            for id, name in others:
                self._others.addItem(name, id)
            self.add_row(self.tr("Together with"), self._others)
        hint = (
            self.tr("They had a reporter there")
            if not others
            else self.tr("Both were briefed by the same man")
        )
        self._reason = self.add_line(self.tr("Why"), "", hint)
        self._everywhere = QCheckBox(self.tr("For every claim"), self)
        self.fields.addRow("", self._everywhere)
        (self._others or self._reason).setFocus()
        self.watch()

    def answer(self) -> Wanted:
        """What was chosen; the reason may be left out, and stands in the summary where it is given."""
        joined = self._others.currentData() if self._others is not None else None
        return Wanted(joined, self._everywhere.isChecked(), self._reason.text().strip())
