"""A whole case traced: its documents read once, compared, and the words of each followed back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from workbench.model import (
    Attribution,
    Document,
    DocumentId,
    Identity,
    Layout,
    Link,
    RevisionId,
    Ruling,
    Source,
)
from workbench.ports import Store
from workbench.tracing.copies import find_copies
from workbench.tracing.independence.traced import Traced
from workbench.tracing.provenance import trace
from workbench.tracing.values import Provenance, TracedText

T = TypeVar("T", Attribution, Link)


def texts_of(store: Store) -> tuple[TracedText, ...]:
    """The latest text of every document with all that tracing reads of it."""
    credits = _by_revision((item.revision, item) for item in store.all(Attribution))
    links = _by_revision((item.passage.revision, item) for item in store.all(Link))
    return tuple(
        TracedText(
            document,
            revision,
            store.get(Layout, revision.id) or Layout(revision.id),
            credits.get(revision.id, ()),
            links.get(revision.id, ()),
        )
        for document in store.all(Document)
        if (revision := store.latest(document.id)) is not None
    )


def trace_case(store: Store) -> Provenance:
    """Who took what from whom in a case."""
    texts = texts_of(store)
    return trace(texts, store.all(Identity), store.all(Source), find_copies(texts))


def traced(store: Store, story: DocumentId, provenance: Provenance | None = None) -> Traced:
    """What the origins of the story's claims are counted from; the case is traced where it has not been."""
    known = trace_case(store) if provenance is None else provenance
    return Traced({item.id: item for item in store.all(Document)}, known, store.all(Ruling), story)


def _by_revision(pairs: Iterable[tuple[RevisionId, T]]) -> dict[RevisionId, tuple[T, ...]]:
    found: defaultdict[RevisionId, list[T]] = defaultdict(list)
    for revision, item in pairs:
        found[revision].append(item)
    return {revision: tuple(items) for revision, items in found.items()}
