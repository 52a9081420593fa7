"""A change of the case: what was before, what is after, who and when. The history event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workbench.model import Entity


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

    `label` is an imperative phrase for the undo menu: "Link evidence".
    """

    label: str
    stamp: Stamp
    edits: tuple[Edit, ...]


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
