"""Who is who, put right: names that mean one and the same, names that do not, the name to go by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from ui.deciding import call, merge_all, split_off
from ui.dialogs.choose import ChooseDialog
from ui.dialogs.identity import RenameDialog, SplitDialog
from ui.models.source_rows import SourceRow
from ui.session import Session
from workbench.model import DocumentId


class WhoTools(QObject):
    """Buttons for the sources chosen, and the questions they ask."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._pane = session, parent
        self._rows: list[SourceRow] = []
        self.merge = QPushButton(self.tr("Merge…"))
        self.split = QPushButton(self.tr("Split off…"))
        self.rename = QPushButton(self.tr("Rename…"))
        self.merge.setToolTip(self.tr("Say that the sources selected are one and the same"))
        self.split.setToolTip(self.tr("Say that some of the names mean somebody else"))
        self.rename.setToolTip(self.tr("Call the source by another name in this case"))
        self.merge.clicked.connect(self.ask_merge)
        self.split.clicked.connect(self.ask_split)
        self.rename.clicked.connect(self.ask_name)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In the order in which they stand."""
        return self.merge, self.split, self.rename

    def show_chosen(self, rows: Sequence[SourceRow], *, writable: bool) -> None:
        """Offer what can be done with these."""
        self._rows = list(rows)
        whos = [row.who for row in rows if row.who is not None]
        alike = len({who.kind for who in whos}) == 1
        one = whos[0] if len(rows) == len(whos) == 1 else None
        self.merge.setEnabled(writable and alike and len(whos) == len(rows) > 1)
        self.split.setEnabled(writable and one is not None and len(one.forms) > 1)
        self.rename.setEnabled(writable and one is not None)

    def ask_merge(self) -> None:
        """Ask which name is to stay of those that mean the same one."""
        rows = [row for row in self._rows if row.who is not None]
        words = self.tr("They are one and the same. By which name?")
        choices = [(row.name, row) for row in rows]
        window = self._pane.window()
        dialog = ChooseDialog(self.tr("Merge sources"), words, self.tr("Merge"), choices, window)
        dialog.answered.connect(partial(_merge_into, self._session, rows))
        dialog.open()

    def ask_split(self) -> None:
        """Ask which names mean somebody else."""
        who = self._rows[0].who
        if who is None:
            return
        forms = [(self._form_text(seen.form.words, seen.form.document), seen.form) for seen in who.forms]
        dialog = SplitDialog(who.name, forms, self._pane.window())
        dialog.answered.connect(partial(split_off, self._session, who))
        dialog.open()

    def ask_name(self) -> None:
        """Ask by which name the source goes."""
        who = self._rows[0].who
        if who is None:
            return
        dialog = RenameDialog(who.name, self._pane.window())
        dialog.answered.connect(partial(call, self._session, who))
        dialog.open()

    def _form_text(self, words: str, id: DocumentId) -> str:
        document = self._session.document(id)
        return f"{words}  —  {document.title if document and document.title else self.tr('Untitled')}"


def _merge_into(session: Session, rows: list[SourceRow], answer: tuple[SourceRow]) -> None:
    kept = answer[0]
    ordered = [kept, *(row for row in rows if row is not kept)]
    merge_all(session, [row.who for row in ordered if row.who is not None])
