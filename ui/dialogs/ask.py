"""Puts a question, or a change to the wording, to the author."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from workbench.model import ClaimId, Query, QueryId


class AskDialog(Form):
    """A question about a claim, with proposed wording when a change is asked for. Answers a `Query`."""

    def __init__(self, claim: ClaimId, wording: str, id: QueryId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(self.tr("Ask the author"), f"“{wording}”", self.tr("Add to the queries"))
        self._claim, self._id = claim, id
        self._question = self.add_lines(
            self.tr("Question"), hint=self.tr("Where does the figure come from?"), height=80
        )
        self._wording = self.add_lines(
            self.tr("Proposed wording"), hint=self.tr("Only when you ask for a change"), height=60
        )
        self._question.textChanged.connect(self.watch)
        self._wording.textChanged.connect(self.watch)
        self._question.setFocus()
        self.watch()

    def answer(self) -> Query | None:
        """The query; None while it neither asks nor proposes anything."""
        question = self._question.toPlainText().strip()
        wording = self._wording.toPlainText().strip()
        return Query(self._id, self._claim, question, wording) if question or wording else None
