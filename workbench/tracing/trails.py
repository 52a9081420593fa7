"""Ways back along the chains: through whom the words of a passage came, and where they began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.model import DocumentId, Passage
from workbench.tracing.circles import Takes, knots, taken_from
from workbench.tracing.statements import alike, telling
from workbench.tracing.values import Edge, PartyId, Provenance


def chain_of(provenance: Provenance, passage: Passage) -> tuple[Edge, ...]:
    """The edges that the words of one passage came through; see `Trails.of`."""
    return Trails(provenance).of(passage)


def roots(provenance: Provenance, party: PartyId, content: Passage | None = None) -> tuple[PartyId, ...]:
    """Where the words of a party began; see `Trails.roots`."""
    return Trails(provenance).roots(party, content)


class Trails:
    """Follows what came from whom. Made once for a case and asked for every claim."""

    def __init__(self, provenance: Provenance) -> None:
        self._own = {party.document: party.id for party in provenance.parties if party.document}
        self._taken: dict[PartyId, list[Edge]] = defaultdict(list)
        self._told: dict[DocumentId, list[Edge]] = defaultdict(list)
        self._words: dict[str, frozenset[str]] = {}
        for edge in provenance.edges:
            self._taken[edge.taker].append(edge)
            for document in {part.document for part in edge.content}:
                self._told[document].append(edge)

    def of(self, passage: Passage) -> tuple[Edge, ...]:
        """The edges that the words of a passage came through, nearest first; each once, loops included.

        In its own document those whose words it shares; from there on those of each giver whose words are
        alike, and those by which a text was taken over as a whole.
        """
        start = self._own.get(passage.document)
        own = [edge for edge in self._told[passage.document] if _covers(edge, passage)]
        found = dict.fromkeys(id(edge) for edge in own)
        chain = list(own)
        wanted = telling(passage.quote.exact)
        seen: set[PartyId] = set()
        waiting = [start, *(edge.giver for edge in own)] if start else [edge.giver for edge in own]
        for party in waiting:
            if party in seen:
                continue
            seen.add(party)
            for edge in self._onward(party, start, wanted):
                if id(edge) not in found:
                    found[id(edge)] = None
                    chain.append(edge)
                    waiting.append(edge.giver)
        return tuple(chain)

    def roots(self, party: PartyId, content: Passage | None = None) -> tuple[PartyId, ...]:
        """Where the words of a party began: those from whom a way leads no further.

        `content` are words in the party's own document; None asks for all of its words. Of a ring that
        leads nowhere else all are named: none of them is where it began.
        """
        edges = self.of(content) if content is not None else self._all_from(party)
        takes = taken_from(edges)
        reached = _reached(party, takes)
        closed = (group for group in knots(takes) if all(group.issuperset(takes[one]) for one in group))
        endless = {one for group in closed for one in group}
        return tuple(one for one in reached if one not in takes or one in endless)

    def _onward(self, party: PartyId, start: PartyId | None, wanted: frozenset[str]) -> Iterator[Edge]:
        for edge in self._taken[party]:
            # What the document itself says of the words was told by the place of the passage.
            if not edge.content or (party != start and self._is_alike(edge, wanted)):
                yield edge

    def _is_alike(self, edge: Edge, wanted: frozenset[str]) -> bool:
        return alike(wanted, self._telling(edge.content))

    def _telling(self, content: Sequence[Passage]) -> frozenset[str]:
        words = " ".join(part.quote.exact for part in content)
        if words not in self._words:
            self._words[words] = telling(words)
        return self._words[words]

    def _all_from(self, party: PartyId) -> list[Edge]:
        found, seen, waiting = [], {party}, [party]
        for one in waiting:
            for edge in self._taken[one]:
                found.append(edge)
                if edge.giver not in seen:
                    seen.add(edge.giver)
                    waiting.append(edge.giver)
        return found


def _covers(edge: Edge, passage: Passage) -> bool:
    return any(
        part.revision == passage.revision and part.span.overlaps(passage.span) for part in edge.content
    )


def _reached(party: PartyId, takes: Takes) -> Sequence[PartyId]:
    """The party and all that a way leads to from it, the nearest first."""
    reached, seen = [party], {party}
    for one in reached:
        fresh = [giver for giver in takes.get(one, ()) if giver not in seen]
        seen.update(fresh)
        reached += fresh
    return reached
