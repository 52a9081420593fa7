"""The case's values kept at hand, so that no repaint asks the store."""

from __future__ import annotations

from typing import Any, TypeVar

from workbench.change import Change
from workbench.model import DocumentId, Entity, Revision
from workbench.ports import Store

E = TypeVar("E", bound=Entity)


class Shelf:
    """Values of each type, read once from the store and then kept true by the changes applied to it.

    Texts are the exception: of each document only the latest revision is kept, once it is asked for.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._values: dict[type[Any], dict[str, Any]] = {}
        self._latest: dict[DocumentId, Revision | None] = {}

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every value of one type, in the order they were added."""
        return tuple(self._of(kind).values())

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""
        return self._of(kind).get(id)

    def latest(self, document: DocumentId) -> Revision | None:
        """The newest text of a document."""
        if document not in self._latest:
            self._latest[document] = self._store.latest(document)
        return self._latest[document]

    def absorb(self, change: Change) -> None:
        """Take in a change that the store has applied."""
        for edit in change.edits:
            value = edit.after or edit.before
            if isinstance(value, Revision):
                self._latest.pop(value.document, None)
            held = self._values.get(edit.key.kind)
            if held is None:
                continue
            if edit.after is None:
                held.pop(edit.key.id, None)
            else:
                held[edit.key.id] = edit.after

    def _of(self, kind: type[E]) -> dict[str, E]:
        if kind not in self._values:
            self._values[kind] = {value.id: value for value in self._store.all(kind)}
        return self._values[kind]
