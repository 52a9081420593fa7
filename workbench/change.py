"""A change of the case: what was before, what is after, who and when. The history event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from workbench.model import Entity, Sha256


class Act(StrEnum):
    """What kind of step a change was. The history keeps it, so that undo survives a restart."""

    DONE = "done"
    """An editor's own step, which can be undone."""
    PROPOSED = "proposed"
    """What Twosource found; undo passes over it."""
    KEPT = "kept"
    """An editor's own step that undo passes over too: a signature is taken back with a reason, not a key."""
    UNDONE = "undone"
    REDONE = "redone"


class Key(NamedTuple):
    """Names one stored value: its type and its id."""

    kind: type[Entity]
    id: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does something, and when (an aware datetime in UTC). Passed in, never looked up."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """One value before and after; None before means added, None after means removed."""

    before: Entity | None
    after: Entity | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit of nothing")
        if self.before is not None and self.after is not None and key_of(self.before) != key_of(self.after):
            raise ValueError("an edit keeps the type and id of its value")

    @property
    def key(self) -> Key:
        """Which value the edit concerns."""
        value = self.after if self.after is not None else self.before
        assert value is not None
        return key_of(value)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together, applied in order and in one transaction.

    `label` is an imperative phrase for the undo menu: "Link evidence". `takes_back` are the numbers of the
    events that an undo or a redo inverts, in their order. Consecutive changes of one `batch` (not empty) are
    undone together. `merged` is the last hash of a colleague's line of history that came in with the change.
    """

    label: str
    stamp: Stamp
    edits: tuple[Edit, ...]
    act: Act = Act.DONE
    takes_back: tuple[int, ...] = ()
    batch: str = ""
    merged: Sha256 | None = None


def key_of(value: Entity) -> Key:
    """The key under which `value` is stored."""
    return Key(type(value), value.id)


def added(*values: Entity) -> tuple[Edit, ...]:
    """Edits that add the values, in order."""
    return tuple(Edit(None, value) for value in values)


def removed(*values: Entity) -> tuple[Edit, ...]:
    """Edits that remove the values, in order."""
    return tuple(Edit(value, None) for value in values)


def inverse(change: Change, stamp: Stamp) -> Change:
    """The change that takes `change` back; its own inverse restores it. Labels stay the same."""
    edits = tuple(Edit(edit.after, edit.before) for edit in reversed(change.edits))
    return Change(change.label, stamp, edits)


def touched(change: Change) -> frozenset[Key]:
    """The keys of every value the change concerns."""
    return frozenset(edit.key for edit in change.edits)
