"""Texts that were taken as a whole: from whoever wrote them, by the register's word, or by copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.model import DocumentId, Passage, Source, passage
from workbench.tracing.authors import speaks_for_itself
from workbench.tracing.credited import Somebody
from workbench.tracing.parties import Parties, party_of, quoted
from workbench.tracing.values import Copy, Edge, Reuse, Step, TracedText

_WHOLLY = (Reuse.IDENTICAL, Reuse.NEAR)
_COPIED = (*_WHOLLY, Reuse.PARTIAL)


def register_edges(
    texts: Sequence[TracedText], sources: Iterable[Source], parties: Parties
) -> Iterator[Edge]:
    """The papers of a source of the register came from it, by the editor's word."""
    known = {text.document.id: text.document for text in texts}
    for source in sources:
        for paper in source.papers:
            if paper in known and paper != source.document:
                why = f"By the register of sources, {quoted(known[paper])} is from {source.name}."
                yield Edge(party_of(paper), parties.registered(source), Step.CREDITS, why)


def written_edges(
    texts: Iterable[TracedText], names: Mapping[DocumentId, Sequence[Somebody]], parties: Parties
) -> Iterator[Edge]:
    """Papers that speak for themselves rest on who wrote them, as far as anybody else is credited as them."""
    for text in texts:
        if not speaks_for_itself(text.document):
            continue
        for one in names[text.document.id]:
            author = parties.known(one)
            if author is not None:
                why = f"{quoted(text.document)} holds the words of {one.name}."
                yield Edge(party_of(text.document.id), author, Step.CREDITS, why)


def copy_edges(texts: Iterable[TracedText], copies: Iterable[Copy]) -> Iterator[Edge]:
    """What was copied from where; copies of which nobody knows the original are left out."""
    known = {text.document.id: text for text in texts}
    for copy in copies:
        if copy.original is None or copy.likeness.reuse not in _COPIED:
            continue
        taker = known.get(copy.other if copy.original == copy.one else copy.one)
        giver = known.get(copy.original)
        if taker is not None and giver is not None:
            yield _copied(copy, taker, giver)


def once(edges: Iterable[Edge]) -> Iterator[Edge]:
    """The edges without those from a party to itself, and without those that another one says as well.

    Who gave a text as a whole need not be cited in it too.
    """
    kept: defaultdict[tuple[str, str, Step], list[Edge]] = defaultdict(list)
    for edge in edges:
        alike = kept[edge.taker, edge.giver, edge.step]
        if edge.taker != edge.giver and not any(_holds(other, edge) for other in alike):
            alike[:] = [other for other in alike if not _holds(edge, other)]
            alike.append(edge)
    for (taker, giver, step), alike in kept.items():
        given = kept.get((taker, giver, Step.CREDITS), ()) if step is Step.CITES else ()
        if all(edge.content for edge in given):
            yield from alike


def _copied(copy: Copy, taker: TracedText, giver: TracedText) -> Edge:
    parts = [part for part in copy.likeness.shared if not part.quoted]
    first = taker.document.id == copy.one
    took = tuple(passage(taker.revision, part.one if first else part.other) for part in parts)
    gave = tuple(passage(giver.revision, part.other if first else part.one) for part in parts)
    content = () if copy.likeness.reuse in _WHOLLY else took
    return Edge(
        party_of(taker.document.id), party_of(giver.document.id), Step.COPIES, copy.why, gave, content
    )


def _holds(one: Edge, other: Edge) -> bool:
    """Whether all that the other says was taken is within what the one says."""
    if not one.content or not other.content:
        return not one.content and not other.content
    return all(any(_contains(part, inner) for part in one.content) for inner in other.content)


def _contains(one: Passage, other: Passage) -> bool:
    return one.revision == other.revision and one.span.contains(other.span)
