"""Offers the newest sound state of a case that could not be opened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from ui.backups.words import copy_words, moment_words, size_words
from ui.dialogs.form import WIDTH, Form
from workbench.backups import Backup, Copy, State

_MARGIN = 22


class RescueDialog(Form):
    """Says what happened and what there is. Answers the `Backup` to go back to."""

    look_wanted = Signal(object)
    """A `Backup` to look at first."""

    def __init__(self, sentence: str, state: State, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backup = state.backup
        there = self.tr(
            "Twosource kept a sound state of it: {moment} ({number} changes, {size}). You can go back to "
            "that now. A damaged file is not deleted: it is kept beside it, as it is."
        ).format(
            moment=moment_words(state.backup.at, now),
            number=f"{state.backup.number:,}",
            size=size_words(state.backup.size),
        )
        title, verb = self.tr("An earlier state is there"), self.tr("Go back to it")
        if state.copy is not None:
            title, verb = self.tr("A state of another copy is there"), self.tr("Put it in its place")
            there = self._told_of_copy(state.copy, now)
        self.say(title, f"{sentence}\n\n{there}", verb)
        self.words.setProperty("role", "")
        self.words.setMinimumHeight(self.words.heightForWidth(WIDTH - 2 * _MARGIN))
        look = QPushButton(self.tr("Open a copy to look at it"), self)
        look.setAutoDefault(False)
        look.clicked.connect(self._look_at)
        self.buttons.addButton(look, QDialogButtonBox.ButtonRole.ActionRole)
        self._cancel.setText(self.tr("Not now"))

    def answer(self) -> Backup:
        """The state offered."""
        return self._backup

    def _told_of_copy(self, copy: Copy, now: datetime) -> str:
        kept = self.tr(
            "Of the file itself none is left. Look at the copy before you put it in its place; a damaged "
            "file is not deleted: it is kept beside it, as it is."
        )
        found = self.tr("Twosource kept a sound state.")
        return f"{found} {copy_words(copy, now)} {kept}"

    def _look_at(self) -> None:
        self.reject()
        self.look_wanted.emit(self._backup)
