"""Puts a question, or a change to the wording, to the author."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from ui.dialogs.form import Form
from ui.panels.comparison import Comparison, compared
from ui.theme.look import Look
from workbench.model import Query
from workbench.queries import proposed

_SHOWN = 300


class AskDialog(Form):
    """A question about words of the story, with proposed wording when a change is asked for.

    `query` says what it is about, and what was asked so far. Answers the `Query` as it is to be.
    """

    def __init__(
        self, query: Query, words: str, look: Look, parent: QWidget | None = None, *, new: bool = True
    ) -> None:
        super().__init__(parent)
        self._query, self._words = query, words
        title = self.tr("Ask the author") if new else self.tr("Change what is asked")
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
        self.say(title, f"“{shown}”", self.tr("Add to the queries") if new else self.tr("Save"))
        self._question = self.add_lines(
            self.tr("Question"), query.question, self.tr("Where does the figure come from?"), height=64
        )
        self._reason = self.add_lines(
            self.tr("Reason"),
            query.reason,
            self.tr("Why it is asked, for the author and the record"),
            height=44,
        )
        self._wording = self.add_lines(
            self.tr("Proposed wording"), query.wording, self.tr("Only when you ask for a change"), height=64
        )
        self._begin = QPushButton(self.tr("Begin with the words as they stand"), self)
        self._begin.setProperty("role", "quiet")
        self._begin.setAutoDefault(False)
        self._begin.clicked.connect(self._begin_with_words)
        self.fields.addRow("", self._begin)
        self._comparison = Comparison(look, self)
        self.add_below(self._comparison)
        self._question.textChanged.connect(self.watch)
        self._wording.textChanged.connect(self.watch)
        self._question.setFocus()
        self.watch()

    def answer(self) -> Query | None:
        """The query; None while it neither asks nor proposes anything."""
        question = self._question.toPlainText().strip()
        wording = proposed(self._wording.toPlainText(), self._words)
        if not question and not wording:
            return None
        reason = self._reason.toPlainText().strip()
        return replace(self._query, question=question, wording=wording, reason=reason)

    def watch(self, *_: object) -> None:
        """Show how the proposal differs, and switch the button on when there is something to ask."""
        super().watch()
        wording = proposed(self._wording.toPlainText(), self._words)
        self._comparison.setVisible(bool(wording))
        self._begin.setVisible(not self._wording.toPlainText().strip())
        if wording:
            headings = self.tr("As it stands"), self.tr("Proposed")
            self._comparison.show_wordings(*compared(self._words, wording, headings))
            self.grow()

    def _begin_with_words(self) -> None:
        self._wording.setPlainText(self._words)
        self._wording.setFocus()
