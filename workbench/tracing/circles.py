"""Circular reporting: documents that rest on each other in a ring, so that none of them is an origin."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.tracing.values import Circle, Edge, Party, PartyId

Takes = Mapping[PartyId, Sequence[PartyId]]
"""From whom each party took; those who took nothing are not in it."""


def circles(parties: Iterable[Party], edges: Iterable[Edge]) -> tuple[Circle, ...]:
    """A shortest ring through every party that is in one, each ring once.

    People are in none: that somebody spoke of a paper that speaks of them is no circle of reporting.
    """
    known = {party.id: party for party in parties if party.document is not None or not party.is_primary}
    takes = taken_from(edge for edge in edges if edge.taker in known and edge.giver in known)
    return tuple(_circle(ring, known) for group in knots(takes) for ring in _rings(group, takes))


def taken_from(edges: Iterable[Edge]) -> Takes:
    """From whom each party took, each once, in the order of the edges."""
    found: dict[PartyId, dict[PartyId, None]] = {}
    for edge in edges:
        if edge.taker != edge.giver:
            found.setdefault(edge.taker, {})[edge.giver] = None
    return {taker: tuple(givers) for taker, givers in found.items()}


def knots(takes: Takes) -> Iterator[frozenset[PartyId]]:
    """The groups of two and more in which everybody rests on everybody (Tarjan 1972, without recursion)."""
    number: dict[PartyId, int] = {}
    low: dict[PartyId, int] = {}
    open_: dict[PartyId, None] = {}
    for start in takes:
        if start in number:
            continue
        number[start] = low[start] = len(number)
        open_[start] = None
        path = [(start, iter(takes[start]))]
        while path:
            at, givers = path[-1]
            giver = next(givers, None)
            if giver is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[at])
                if low[at] == number[at]:
                    yield from _closed(at, open_)
            elif giver not in number:
                number[giver] = low[giver] = len(number)
                open_[giver] = None
                path.append((giver, iter(takes.get(giver, ()))))
            elif giver in open_:
                low[at] = min(low[at], number[giver])


def _closed(first: PartyId, open_: dict[PartyId, None]) -> Iterator[frozenset[PartyId]]:
    """Take the group that began with `first` off the open parties."""
    group: list[PartyId] = []
    while not group or group[-1] != first:
        group.append(open_.popitem()[0])
    if len(group) > 1:
        yield frozenset(group)


def _rings(group: frozenset[PartyId], takes: Takes) -> Iterator[tuple[PartyId, ...]]:
    covered: set[PartyId] = set()
    for party in takes:
        if party in group and party not in covered:
            ring = _shortest(party, group, takes)
            covered.update(ring)
            yield ring


def _shortest(start: PartyId, group: frozenset[PartyId], takes: Takes) -> tuple[PartyId, ...]:
    """The shortest way from a party back to it; within its group there always is one."""
    came: dict[PartyId, PartyId] = {}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        for giver in takes[at]:
            if giver == start:
                return _way(at, start, came)
            if giver in group and giver not in came:
                came[giver] = at
                waiting.append(giver)
    raise AssertionError("a group in which everybody rests on everybody has a way back")


def _way(end: PartyId, start: PartyId, came: Mapping[PartyId, PartyId]) -> tuple[PartyId, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))


def _circle(ring: Sequence[PartyId], known: Mapping[PartyId, Party]) -> Circle:
    names = [_called(known[party]) for party in ring]
    steps = [f"{one} rests on {other}" for one, other in zip(names, [*names[1:], names[0]], strict=True)]
    told = f"{', '.join(steps[:-1])} and {steps[-1]}"
    none = "neither is confirmed by the other" if len(ring) == 2 else "none of them is where it began"
    return Circle(tuple(ring), f"{told}: {none}.")


def _called(party: Party) -> str:
    return f"“{party.name}”" if party.document is not None else party.name
