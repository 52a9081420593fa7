"""The one undo command. It does no work itself: `Session` applies first and then moves the stack.

A command whose `redo` raises inside `QUndoStack.push` stays on the stack as done, and one whose `undo`
fails moves the stack all the same. So the store is asked first, and the stack follows what it said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from workbench.change import Change
from workbench.model import Original


class Command(QUndoCommand):
    """A change that has been applied.

    Commands of the same `batch` (not -1) that follow one another become one: an import of
    several documents is applied one document at a time and undone in one go. `title` names the whole
    so far ("Import 3 documents"); without one, the change's own label does.
    """

    def __init__(
        self, change: Change, originals: Sequence[Original], batch: int = -1, title: str = ""
    ) -> None:
        super().__init__(title or change.label)
        self.change = change
        """What was applied last: the change, or its inverse."""
        self.originals = tuple(originals)
        self._batch = batch

    def id(self) -> int:
        """Which batch the command belongs to; Qt offers commands of one batch for merging."""
        return self._batch

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next command of the batch in."""
        if not isinstance(other, Command):
            return False
        self.change = replace(other.change, edits=(*self.change.edits, *other.change.edits))
        self.originals += other.originals
        self.setText(other.text())
        return True

    def undo(self) -> None:
        """Nothing: `Session.undo` has applied the inverse."""

    def redo(self) -> None:
        """Nothing: `Session.do` or `Session.redo` has applied the change."""
