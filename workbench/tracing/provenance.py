"""Who took what from whom across a whole case: credits, citations and copies as one picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.addresses import by_address
from workbench.identity import mentions_of, who_is_who
from workbench.model import DocumentId, Identity, Source
from workbench.tracing.authors import mentions_of_names, names_of, place_of_name, speaks_for_itself
from workbench.tracing.chains import credit_edges
from workbench.tracing.circles import circles
from workbench.tracing.citing import link_edges, mention_edges, outlet_names, whole_edges
from workbench.tracing.credited import Everybody, Somebody
from workbench.tracing.givers import Givers
from workbench.tracing.parties import Parties
from workbench.tracing.shelf import Shelf
from workbench.tracing.taken import copy_edges, once, register_edges, written_edges
from workbench.tracing.values import Copy, Edge, Provenance, TracedText

_Names = Mapping[DocumentId, Sequence[Somebody]]


def trace(
    texts: Sequence[TracedText],
    identities: Iterable[Identity] = (),
    sources: Iterable[Source] = (),
    copies: Iterable[Copy] = (),
) -> Provenance:
    """Trace the texts of a case.

    Documents come first among the parties, from the oldest on, the undated last; then everybody else as they
    are first named. There is one edge for each credit, link or mention, so several may join the same two
    parties; those of a credit share its `content`, though only the first one's taker is the document that
    holds it: a relay's words are known from the text that tells of them. Copies are an edge where it is known
    who copied; where not, they are in `copies` alone. Nothing a document has from itself is an edge.
    """
    register, found_copies = tuple(sources), tuple(copies)
    everybody = _everybody(texts, identities)
    names = {text.document.id: tuple(_behind(text, everybody)) for text in texts}
    parties = Parties([text.document for text in texts], register)
    givers = Givers(_shelf(texts, names), parties, everybody)
    edges = [edge for text in texts for edge in _credits(text, givers, everybody)]
    edges += _citations(texts, givers)
    edges += register_edges(texts, register, parties)
    edges += written_edges(texts, names, parties)
    edges += copy_edges(texts, found_copies)
    kept = tuple(once(edges))
    return Provenance(parties.all(), kept, circles(parties.all(), kept), found_copies)


def _everybody(texts: Sequence[TracedText], identities: Iterable[Identity]) -> Everybody:
    credits = [item for text in texts for item in text.attributions]
    revisions = {text.revision.id: text.revision.text for text in texts}
    named = [mention for text in texts for mention in mentions_of_names(text)]
    return Everybody(who_is_who((*mentions_of(credits, revisions), *named), identities))


def _behind(text: TracedText, everybody: Everybody) -> Iterator[Somebody]:
    """Who publishes a document, and who wrote it where it speaks for them."""
    for number in range(len(names_of(text))):
        one = everybody.at(text.document.id, place_of_name(text, number).start)
        if one is not None:
            yield one


def _shelf(texts: Sequence[TracedText], names: _Names) -> Shelf:
    speaking = {text.document.id for text in texts if speaks_for_itself(text.document)}
    outlets = {id: ones[0].key for id, ones in names.items() if ones and id not in speaking}
    authors = {id: frozenset(one.key for one in ones) for id, ones in names.items() if id in speaking}
    return Shelf(texts, outlets, authors)


def _credits(text: TracedText, givers: Givers, everybody: Everybody) -> Iterator[Edge]:
    for item in text.attributions:
        if item.revision == text.revision.id:
            yield from credit_edges(text, item, givers, everybody)


def _citations(texts: Sequence[TracedText], givers: Givers) -> Iterator[Edge]:
    addresses = by_address(text.document for text in texts)
    names = outlet_names(text.document.outlet for text in texts if not speaks_for_itself(text.document))
    for text in texts:
        yield from link_edges(text, addresses)
        yield from mention_edges(text, givers, names)
        yield from whole_edges(text, givers)
