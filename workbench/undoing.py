"""Which steps can be undone and redone, told from the history alone.

An undo is an event itself and names the events it takes back; a redo takes back an undo. So what was taken
back need only be crossed out: an editor's own steps that are left can be undone, undos that are left redone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from workbench.change import Act

MOST = 200
"""So many steps back are offered."""
_PROPOSALS = {"Propose claims", "Suggest evidence"}
"""What Twosource did in cases that did not yet say who a step was by."""
_FIRST = 1
"""The event that made the case, which nobody can take back."""


@dataclass(frozen=True, slots=True)
class Header:
    """An event of the history without its edits."""

    number: int
    label: str
    by: str
    at: datetime
    act: Act = Act.DONE
    takes_back: tuple[int, ...] = ()
    batch: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is a step of an editor's, and not what Twosource found or what made the case."""
        return self.act is Act.DONE and self.number != _FIRST and self.label not in _PROPOSALS


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back, or one redo does again: the events to be inverted, in their order."""

    events: tuple[int, ...]
    label: str
    by: str
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """The steps that can be undone, the last one last; and those that can be redone, the next one last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


def stack(headers: Iterable[Header], *, most: int = MOST) -> Stack:
    """Read undo and redo off the history, given newest first and no further back than is needed."""
    gone: set[int] = set()
    done: list[Step] = []
    undone: list[Step] = []
    redo_ends = False
    for header in headers:
        crossed_out = header.number in gone
        gone.update(header.takes_back)
        if not crossed_out and header.act is Act.UNDONE and not redo_ends:
            undone.append(_step(header))
        if not crossed_out and (header.is_own or header.act is Act.REDONE):
            if not _joined(done, header):
                done.append(_step(header))
            if len(done) > most:
                del done[most:]
                break
        redo_ends = redo_ends or header.is_own
    return Stack(tuple(reversed(done)), tuple(reversed(undone)))


def _step(header: Header) -> Step:
    return Step((header.number,), header.label, header.by, header.batch)


def _joined(done: list[Step], earlier: Header) -> bool:
    """Whether an event was done in one go with the step found last, and so has become part of it."""
    if not done or not earlier.batch or done[-1].batch != earlier.batch:
        return False
    done[-1] = replace(done[-1], events=(earlier.number, *done[-1].events))
    return True
