"""Reads the history into entries, in the worker: the newest first, then further back, then what comes new."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from ui.history.details import Details, details
from ui.history.entries import Entry, entry
from ui.models.value_words import Known
from workbench.merging.brought import brought_in
from workbench.ports import Event, Store


class Chronicle:
    """Where the reading has got to, and what is known by then. Used by one thread at a time."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._oldest: int | None = None
        self._merges: dict[int, Event] = {}

    def older(self, store: Store, count: int) -> list[Entry]:
        """The next `count` entries further back, newest first; fewer at the beginning of the case."""
        known = self._names(store)
        found = [self._read(event, known) for event in islice(store.backwards(self._oldest), count)]
        if found:
            self._oldest = found[-1].number
        return found

    def newer(self, store: Store, after: int) -> list[Entry]:
        """The entries after event number `after`, oldest first."""
        known, found = self._names(store), []
        for event in store.history(after):
            known.learn(edit.after for edit in event.change.edits)
            found.append(self._read(event, known))
        return found

    def details(self, store: Store, number: int) -> Details:
        """One event laid out."""
        event = store.event(number)
        if event is None:
            return Details(())
        known = self._names(store)
        found = details(event.change, known)
        if number not in self._merges:
            return found
        brought = brought_in([self._merges[each] for each in sorted(self._merges)], store.lines())
        return replace(found, brought=tuple(entry(each, known) for each in brought.get(number, ())))

    def _read(self, event: Event, known: Known) -> Entry:
        if event.change.merged is not None:
            self._merges[event.number] = event
        return entry(event, known)

    def _names(self, store: Store) -> Known:
        if self._known is None:
            self._known = Known(store)
        return self._known
