"""Reads the history into entries, in the worker: the newest first, then further back, then what comes new."""

from __future__ import annotations

from itertools import islice

from ui.history.details import Details, details
from ui.history.entries import Entry, entry
from ui.models.value_words import Known
from workbench.ports import Store


class Chronicle:
    """Where the reading has got to, and what is known by then. Used by one thread at a time."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._oldest: int | None = None

    def older(self, store: Store, count: int) -> list[Entry]:
        """The next `count` entries further back, newest first; fewer at the beginning of the case."""
        known = self._names(store)
        found = [entry(event, known) for event in islice(store.backwards(self._oldest), count)]
        if found:
            self._oldest = found[-1].number
        return found

    def newer(self, store: Store, after: int) -> list[Entry]:
        """The entries after event number `after`, oldest first."""
        known, found = self._names(store), []
        for event in store.history(after):
            known.learn(edit.after for edit in event.change.edits)
            found.append(entry(event, known))
        return found

    def details(self, store: Store, number: int) -> Details:
        """One event laid out."""
        event = store.event(number)
        return details(event.change, self._names(store)) if event else Details(())

    def _names(self, store: Store) -> Known:
        if self._known is None:
            self._known = Known(store)
        return self._known
