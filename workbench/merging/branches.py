"""A branch read from a store: what a merge needs to know of one copy of a case."""

from __future__ import annotations

from typing import Protocol, TypeVar

from workbench.canonical import KINDS
from workbench.change import key_of
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
