"""The one undo command. It does no work itself: `Session` applies first and then moves the stack.

A command whose `redo` raises inside `QUndoStack.push` stays on the stack as done, and one whose `undo`
fails moves the stack all the same. So the store is asked first, and the stack follows what it said.
"""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

from PySide6.QtGui import QUndoCommand

from workbench.change import Act, Change, Stamp, inverse
from workbench.ports import Store

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


def turned(command: Command, act: Act, store: Store, stamp: Stamp) -> Change | None:
    """The change that takes a command's events back; None when one of them is not in the history.

    Texts need not come along: the case keeps every text it ever held.
    """
    changes = [event.change for number in command.events if (event := store.event(number)) is not None]
    if len(changes) != len(command.events):
        return None
    whole = Change(changes[-1].label, stamp, tuple(edit for change in changes for edit in change.edits))
    return replace(inverse(whole, stamp), act=act, takes_back=command.events)
