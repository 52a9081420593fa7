"""The one undo command. It does no work itself: `Session` applies first and then moves the stack.

A command whose `redo` raises inside `QUndoStack.push` stays on the stack as done, and one whose `undo`
fails moves the stack all the same. So the store is asked first, and the stack follows what it said.
"""

from __future__ import annotations

from zlib import crc32

from PySide6.QtGui import QUndoCommand

_POSITIVE = 0x7FFFFFFF
_ALONE = -1


class Command(QUndoCommand):
    """Events of the history that are undone together; what they changed is read when it is asked for.

    Commands of the same `batch` that follow one another become one: an import of several documents is
    applied one document at a time and undone in one go. `title` names the whole so far
    ("Import 3 documents").
    """

    def __init__(self, events: tuple[int, ...], title: str, batch: str = "") -> None:
        super().__init__(title)
        self.events = events
        """The numbers of the events that were applied last: the change, or its inverse."""
        self._batch = batch

    def id(self) -> int:
        """Which batch the command may belong to; Qt offers commands of one id for merging."""
        return crc32(self._batch.encode()) & _POSITIVE if self._batch else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next command of the batch in."""
        if not isinstance(other, Command) or other._batch != self._batch:
            return False
        self.events += other.events
        self.setText(other.text())
        return True

    def undo(self) -> None:
        """Nothing: `Session.undo` has applied the inverse."""

    def redo(self) -> None:
        """Nothing: `Session.do` or `Session.redo` has applied the change."""
