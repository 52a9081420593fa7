"""A branch read from a store: what a merge needs to know of one copy of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.canonical import KINDS
from workbench.change import Change, Stamp, key_of
from workbench.merging.comparing import compare, merge
from workbench.merging.drafts import Choices
from workbench.merging.values import Branch, Merge
from workbench.model import Document, Entity, Original, Sha256
from workbench.ports import Line

E = TypeVar("E", bound=Entity)


class Kept(Protocol):
    """An open copy of a case, with its events word for word."""

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every stored value of one type, in the order they were added."""

    def original(self, sha256: Sha256) -> bytes:
        """The bytes of an original."""

    def own_line(self) -> tuple[Line, ...]:
        """The events of the history as stored, oldest first."""

    def lines(self) -> tuple[Line, ...]:
        """The events that merges brought in, in the order they came."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A merge that can be written: the change, None when there is nothing to write, and what goes with it."""

    found: Merge
    change: Change | None
    originals: tuple[Original, ...]


def ready(ours: Kept, theirs: Kept, choices: Choices, stamp: Stamp) -> Ready:
    """Compare two open copies and gather all that is written when they are merged.

    Raises:
        MergeRefused: theirs is no copy of ours.
    """
    found = compare(branch_of(ours), branch_of(theirs), choices)
    return Ready(found, merge(found, stamp), originals_for(found, theirs))


def branch_of(store: Kept) -> Branch:
    """Everything a merge asks of one copy."""
    values = {key_of(value): value for kind in KINDS for value in store.all(kind)}
    return Branch(values, store.own_line(), store.lines())


def originals_for(found: Merge, theirs: Kept) -> tuple[Original, ...]:
    """The files that the documents coming in were read from."""
    return tuple(Original(sha256, theirs.original(sha256)) for sha256 in sorted(_wanted(found)))


def _wanted(found: Merge) -> set[Sha256]:
    return {
        value.original
        for edit in found.edits
        if isinstance(value := edit.after, Document)
        and value.original is not None
        and not (isinstance(edit.before, Document) and edit.before.original == value.original)
    }
