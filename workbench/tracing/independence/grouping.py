"""Documents that rest on the same party gathered into origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model import ClaimId, DocumentId, Ruling
from workbench.tracing.independence.resting import Rest, Route
from workbench.tracing.independence.traced import Traced
from workbench.tracing.independence.ways import IS_BY, Hop, Way
from workbench.tracing.values import PartyId


@dataclass(frozen=True, slots=True)
class Member:
    """A document with what it counts as.

    `ways` lead to those it cannot be told apart from: two documents that share one of them, or of which one
    is among the other's, count together. `own` is the document as a party, None when the editor counts it
    apart, so that nothing is shared with it any more.
    """

    document: DocumentId
    rest: Rest
    own: PartyId | None
    ways: Mapping[PartyId, Way]
    ruling: Ruling | None = None

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """What it shares with others, itself first."""
        return (*((self.own,) if self.own else ()), *self.ways)

    @property
    def is_apart(self) -> bool:
        """Whether the editor counts it as an origin of its own."""
        return self.own is None


Group = tuple[Member, ...]


def members(traced: Traced, claim: ClaimId, rests: Mapping[DocumentId, Rest]) -> list[Member]:
    """Each document with whom it shares what it says. The editor's word wins over what was traced."""
    apart = {document for document in traced.documents if _is_apart(document, traced.ruling(document, claim))}
    return [
        _ruled(traced, document, rest, ruling, apart)
        if (ruling := traced.ruling(document, claim))
        else _free(traced, document, rest)
        for document, rest in rests.items()
    ]


def groups(found: Sequence[Member]) -> list[Group]:
    """The members gathered, in the order of the first of each group."""
    first = _joined(found)
    return _joined([member for group in first for member in (_settled(one, first) for one in group)])


def _is_apart(document: DocumentId, ruling: Ruling | None) -> bool:
    return ruling is not None and ruling.joined in (None, document)


def _ruled(
    traced: Traced, document: DocumentId, rest: Rest, ruling: Ruling, apart: set[DocumentId]
) -> Member:
    own = traced.party(document)
    joined = ruling.joined
    if document in apart or joined is None or joined not in traced.documents:
        return Member(document, rest, None, {}, ruling)
    giver = traced.party(joined)
    return Member(document, rest, own, {giver: (Hop(own, giver, "counts together with"),)}, ruling)


def _free(traced: Traced, document: DocumentId, rest: Rest) -> Member:
    own = traced.party(document)
    ways = {party: way for party, way in rest.needed.items() if not traced.parties[party].unnamed}
    for party, way in [(own, ()), *ways.items()]:
        author = traced.author(party)
        if author is not None and author not in ways:
            ways[author] = (*way, Hop(party, author, IS_BY))
    return Member(document, rest, own, ways)


def _settled(member: Member, found: Sequence[Group]) -> Member:
    """One whose passages came by different ways adds nothing where all of these are origins already."""
    if member.ruling or member.rest.is_own or member.ways or len(member.rest.routes) < 2:
        return member
    others = {party for group in found for one in group if one is not member for party in one.parties}
    known = [_first_in(others, route) for route in member.rest.routes]
    ways = {way[-1].giver: way for way in known if way}
    return replace(member, ways=dict([next(iter(ways.items()))])) if all(known) and ways else member


def _first_in(parties: Iterable[PartyId], route: Route) -> Way | None:
    return next((way for party, way in route.through.items() if party in parties), None)


def _joined(found: Sequence[Member]) -> list[Group]:
    """Members that share a party, directly or through others."""
    gathered: list[tuple[set[PartyId], list[Member]]] = []
    for member in found:
        parties = set(member.parties)
        touching = [group for group in gathered if group[0] & parties]
        gathered = [group for group in gathered if group not in touching]
        merged = [one for _, some in touching for one in some]
        gathered.append((parties.union(*(known for known, _ in touching)), [*merged, member]))
    order = {member.document: at for at, member in enumerate(found)}
    groups = [tuple(sorted(some, key=lambda one: order[one.document])) for _, some in gathered]
    return sorted(groups, key=lambda group: order[group[0].document])
