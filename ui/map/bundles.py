"""What is drawn as one stack: texts that are copies of each other, and sources credited in one text alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model import DocumentId
from workbench.tracing.values import PartyId, Provenance, Reuse

FOLD = "credited/"
"""How the key of a stack of credited sources begins."""
_COPIES = "copies/"
_WHOLE = {Reuse.IDENTICAL, Reuse.NEAR}
_FEW = 2
"""So many sources credited in one text alone are still drawn one by one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parties drawn as one stack, the one it is named after first."""

    key: str
    parties: tuple[PartyId, ...]


def copied_together(provenance: Provenance, story: DocumentId | None) -> list[Bundle]:
    """Texts that are the same but for light editing. The story stays out of every stack."""
    groups: dict[DocumentId, set[DocumentId]] = {}
    taken_from: set[DocumentId] = set()
    for copy in provenance.copies:
        if copy.likeness.reuse in _WHOLE and story not in (copy.one, copy.other):
            together = groups.get(copy.one, {copy.one}) | groups.get(copy.other, {copy.other})
            groups.update(dict.fromkeys(together, together))
            taken_from |= {copy.original} if copy.original else set()
    found: defaultdict[int, list[tuple[bool, PartyId]]] = defaultdict(list)
    for party in provenance.parties:
        if party.document in groups:
            # Parties come in the order of their first words: of two that were copied, the earlier leads.
            found[id(groups[party.document])].append((party.document not in taken_from, party.id))
    members = [tuple(party for _, party in sorted(group, key=lambda one: one[0])) for group in found.values()]
    return [Bundle(f"{_COPIES}{parties[0]}", parties) for parties in members if len(parties) > 1]


def called_alike(provenance: Provenance, stack_of: Mapping[PartyId, str]) -> dict[PartyId, PartyId]:
    """Those whom several texts of one closed stack call the same, "the company", each with the first of them.

    `stack_of` names the closed stack that a party lies in.
    """
    stacks = {party.document: stack_of.get(party.id) for party in provenance.parties if party.document}
    first: dict[tuple[str, str], PartyId] = {}
    return {
        party.id: first.setdefault((stack, party.name.casefold()), party.id)
        for party in provenance.parties
        if party.within and (stack := stacks.get(party.within))
    }


def credited_once(
    provenance: Provenance, stack_of: Mapping[PartyId, str], alike: Mapping[PartyId, PartyId]
) -> list[Bundle]:
    """Sources not in the case that one card alone takes words from, card by card.

    `stack_of` names the closed stack that a party lies in, `alike` for whom another stands.
    """
    takers: defaultdict[PartyId, set[str]] = defaultdict(set)
    for edge in provenance.edges:
        taker = alike.get(edge.taker, edge.taker)
        takers[alike.get(edge.giver, edge.giver)].add(stack_of.get(taker, taker))
    takes = {alike.get(edge.taker, edge.taker) for edge in provenance.edges}
    ringed = {id for circle in provenance.circles for id in circle.parties}
    found: defaultdict[tuple[str, bool], list[PartyId]] = defaultdict(list)
    for party in provenance.parties:
        alone = party.document is None and len(takers[party.id]) == 1
        if alone and party.id not in takes and party.id not in ringed:
            found[next(iter(takers[party.id])), party.is_primary].append(party.id)
    return [
        Bundle(f"{FOLD}{taker}/{primary:d}", tuple(parties))
        for (taker, primary), parties in found.items()
        if len(parties) > _FEW
    ]
