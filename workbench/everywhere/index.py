"""All that can be found in a case, kept at hand for the search and kept true as the case changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import TypeVar, cast

from workbench.change import Key, key_of
from workbench.everywhere.entries import FURNITURE, Entry, Sort
from workbench.everywhere.gathering import entries_of, event_entry
from workbench.everywhere.paragraphs import paragraphs
from workbench.everywhere.rows import Row, row_of
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Identity,
    Layout,
    Query,
    Remark,
    Revision,
    RevisionId,
    Ruling,
    Scale,
    SignOff,
    Source,
    Verdict,
)
from workbench.ports import Store

V = TypeVar("V")

KINDS: tuple[type[Entity], ...] = (
    *(Case, Document, Source, Claim, Evidence, Citation, Verdict, Query, Attribution),
    *(Contact, Identity, Ruling, SignOff, Scale, Remark),
)
"""The values that are read whole. Texts come with their document."""
_TEXTS = {Revision, Layout, Document}


class Index:
    """Belongs to the thread that searches. Made of a whole case once, it then follows what has changed.

    The history, which may be long, is read back from its end by `read_back`, a piece at a time.
    """

    def __init__(self, store: Store) -> None:
        self._values: dict[Key, Entity] = {}
        self._rows: dict[Key, tuple[Row, ...]] = {}
        self._texts: dict[DocumentId, tuple[Row, ...]] = {}
        self._revisions: dict[RevisionId, Revision] = {}
        self._events: list[Row] = []  # the newest first
        self._newest = store.head().number
        self._oldest = self._newest + 1
        self._changed: dict[Key, str] = {}
        for value in chain.from_iterable(store.all(kind) for kind in KINDS):
            self._take(value)
        self._read_texts(store, None)

    @classmethod
    def whole(cls, store: Store) -> Index:
        """All of a case, its history too."""
        index = cls(store)
        index.read_back(store, index._newest)
        return index

    @property
    def is_complete(self) -> bool:
        """Whether the history has been read back to its beginning."""
        return self._oldest <= 1

    def read_back(self, store: Store, most: int) -> None:
        """Read up to `most` more steps of the history, further back."""
        for event in islice(store.backwards(self._oldest), most):
            self._oldest = event.number
            self._events.append(row_of(event_entry(event)))
            for edit in event.change.edits:
                self._changed.setdefault(edit.key, self._events[-1].entry.at)
        self._forget("rows", "furniture")

    def follow(self, store: Store, keys: Iterable[Key]) -> None:
        """Take in what has changed in these values, and what is new in the history."""
        documents = set[DocumentId]()
        for key in keys:
            self._note_document(key, documents)
            if key.kind in KINDS:
                self._take_anew(store, key)
        if any(key.kind in _TEXTS for key in keys):
            self._read_texts(store, documents)
        self._read_on(store)
        self._forget("rows", "furniture", "bearings", "latest")

    @cached_property
    def rows(self) -> dict[Sort, list[Row]]:
        """Everything that can be found but furniture, by its kind, the newest first."""
        return self._by_sort(furniture=False)

    @cached_property
    def furniture(self) -> dict[Sort, list[Row]]:
        """Navigation and share bars, by the kind of text they stand in."""
        return self._by_sort(furniture=True)

    @cached_property
    def bearings(self) -> dict[str, set[str]]:
        """For each claim the sources and documents that are linked to it, by their ids."""
        found = defaultdict[str, set[str]](set)
        for value in self._values.values():
            if isinstance(value, Citation):
                found[value.claim].add(value.source)
            elif isinstance(value, Evidence):
                found[value.claim].add(value.passage.document)
        return found

    @cached_property
    def latest(self) -> dict[DocumentId, RevisionId]:
        """The newest text of every document."""
        by_number = sorted(self._revisions.values(), key=lambda revision: revision.number)
        return {revision.document: revision.id for revision in by_number}

    def value(self, key: Key | None) -> Entity | None:
        """A value by its key; None when there is none any more."""
        if key is not None and key.kind is Revision:
            return self._revisions.get(RevisionId(key.id))
        return self._values.get(key) if key else None

    def all(self, kind: type[V]) -> Iterator[V]:
        """Every value of one kind."""
        return (cast(V, value) for key, value in self._values.items() if key.kind is kind)

    def changed(self, entry: Entry) -> str:
        """When an entry was written or last changed, as far as that is known."""
        return entry.at or (self._changed.get(entry.key, "") if entry.key else "")

    def _by_sort(self, *, furniture: bool) -> dict[Sort, list[Row]]:
        found = defaultdict[Sort, list[Row]](list)
        texts = chain.from_iterable(self._texts.values())
        for row in chain(chain.from_iterable(self._rows.values()), texts):
            if (FURNITURE in row.entry.states) is furniture:
                found[row.entry.sort].append(row)
        for rows in found.values():
            rows.sort(key=lambda row: self.changed(row.entry), reverse=True)
        if not furniture:
            found[Sort.HISTORY] = self._events
        return found

    def _take(self, value: Entity) -> None:
        key = key_of(value)
        self._values[key] = value
        self._rows[key] = tuple(row_of(entry) for entry in entries_of(value))

    def _take_anew(self, store: Store, key: Key) -> None:
        value = store.get(key.kind, key.id)
        if value is not None:
            self._take(value)
        else:
            self._values.pop(key, None)
            self._rows.pop(key, None)

    def _note_document(self, key: Key, documents: set[DocumentId]) -> None:
        if key.kind is Document:
            documents.add(DocumentId(key.id))
        elif key.kind in _TEXTS and (known := self._revisions.get(RevisionId(key.id))):
            documents.add(known.document)

    def _read_texts(self, store: Store, only: Collection[DocumentId] | None) -> None:
        """Read the texts of all documents, or of these and of those that are new."""
        revisions = defaultdict[DocumentId, list[Revision]](list)
        for revision in store.all(Revision):
            revisions[revision.document].append(revision)
            if only is not None and revision.id not in self._revisions:
                only = {*only, revision.document}
            self._revisions[revision.id] = revision
        for id in list(self._texts if only is None else only):
            self._texts.pop(id, None)
        layouts = {layout.id: layout for layout in store.all(Layout)}
        for document in self.all(Document):
            if only is None or document.id in only:
                self._texts[document.id] = _rows_of(document, revisions[document.id], layouts)

    def _read_on(self, store: Store) -> None:
        """Read the steps that have been made since."""
        for event in store.history(self._newest):
            self._newest = event.number
            self._events.insert(0, row_of(event_entry(event)))
            for edit in event.change.edits:
                self._changed[edit.key] = self._events[0].entry.at

    def _forget(self, *names: str) -> None:
        """Let what follows from the values be worked out anew."""
        for name in names:
            self.__dict__.pop(name, None)


def _rows_of(
    document: Document, revisions: list[Revision], layouts: dict[RevisionId, Layout]
) -> tuple[Row, ...]:
    laid = [layouts.get(revision.id) or Layout(revision.id) for revision in revisions]
    return tuple(row_of(entry) for entry in paragraphs(document, revisions, laid))
