"""Base, ours and theirs brought together value by value, with whatever is left for an editor to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.change import Key, Stamp
from workbench.dependants import refers_to
from workbench.merging.drafts import Choices
from workbench.merging.fields import combine
from workbench.merging.proposed import is_bare
from workbench.merging.removals import Removal, kept_alive, removals
from workbench.merging.values import Choice, Clash, State
from workbench.model import (
    Claim,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Query,
    Revision,
    RevisionId,
    Source,
)

_Values = dict[Key, Entity]
Follows = Mapping[RevisionId, DocumentId]
"""Drafts of theirs that come after ours, with their story."""
NONE: Follows = {}


@dataclass(frozen=True, slots=True)
class Doings:
    """Who last did something to which value, on either side."""

    ours: Mapping[Key, Stamp]
    theirs: Mapping[Key, Stamp]


@dataclass(frozen=True, slots=True)
class Settled:
    """The case as it will be, and what there was to decide."""

    values: State
    clashes: tuple[Clash, ...]


def settle(
    base: State,
    ours: State,
    theirs: State,
    choices: Choices,
    doings: Doings,
    follows: Follows = NONE,
) -> Settled:
    """Bring two states together; a clash that nobody has decided is as ours has it.

    `follows` are drafts of theirs that come after ours: what was carried into them is there.
    """
    values: _Values = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*ours, *theirs)):
        before, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if mine is None or other is None:
            kept = _of_one(before, mine, other)
            if kept is not None:
                values[key] = kept
            continue
        clash, value = _of_two(key, before, _carried(mine, other, follows), other, choices, doings)
        values[key] = value
        if clash is not None:
            clashes.append(clash)
    clashes += _with_removals(values, base, ours, theirs, choices, doings)
    return Settled(whole(values), tuple(clashes))


def _of_one(before: Entity | None, mine: Entity | None, other: Entity | None) -> Entity | None:
    """What only one side has: added there, or removed on the other."""
    there = mine if mine is not None else other
    return there if before is None else None


def _of_two(
    key: Key, before: Entity | None, mine: Entity, other: Entity, choices: Choices, doings: Doings
) -> tuple[Clash | None, Entity]:
    if mine == other or other == before:
        return None, mine
    if mine == before:
        return None, other
    if is_bare(mine) or is_bare(other):
        # What Twosource proposes never clashes: it gives way to an editor's word, and to our own proposal.
        return None, mine if is_bare(other) else other
    combined = combine(before, mine, other)
    if not combined.clashing:
        return None, combined.ours
    choice = choices.get(key)
    if choice is Choice.BOTH and combined.both is None:
        choice = None
    clash = Clash(
        key,
        before,
        combined.ours,
        combined.theirs,
        combined.both,
        combined.clashing,
        ours_by=doings.ours.get(key),
        theirs_by=doings.theirs.get(key),
        choice=choice,
    )
    return clash, _chosen(clash)


def _chosen(clash: Clash) -> Entity:
    value = {Choice.THEIRS: clash.theirs, Choice.BOTH: clash.both}.get(
        clash.choice or Choice.OURS, clash.ours
    )
    assert value is not None
    return value


def _carried(mine: Entity, other: Entity, follows: Follows) -> Entity:
    """Ours where theirs has carried it into a draft that comes after ours."""
    if isinstance(mine, Claim) and isinstance(other, Claim) and other.passage.revision in follows:
        return replace(mine, passage=other.passage, also=other.also)
    if isinstance(mine, Evidence) and isinstance(other, Evidence) and other.passage.revision in follows:
        return replace(mine, passage=other.passage)
    if isinstance(mine, Query) and isinstance(other, Query) and _is_in(other, follows):
        return replace(mine, passage=other.passage)
    if isinstance(mine, Document) and isinstance(other, Document) and mine.id in follows.values():
        return replace(mine, original=other.original, filename=other.filename)
    return mine


def _is_in(query: Query, follows: Follows) -> bool:
    return query.passage is not None and query.passage.revision in follows


def _with_removals(
    values: _Values, base: State, ours: State, theirs: State, choices: Choices, doings: Doings
) -> list[Clash]:
    """Put back what one side removed and the other still needs, where that is what is wanted."""
    clashes = []
    for removal in removals(base, ours, theirs):
        choice = choices.get(removal.root)
        wanted = Choice.OURS if choice is None else choice
        kept = removal.is_silent or (wanted is Choice.THEIRS) is removal.by_ours
        if kept:
            values |= {key: removal.state[key] for key in kept_alive(removal)}
        if not removal.is_silent:
            clashes.append(_removal_clash(removal, base, choices, doings))
    return clashes


def _removal_clash(removal: Removal, base: State, choices: Choices, doings: Doings) -> Clash:
    key = removal.root
    there = removal.state[key]
    choice = choices.get(key)
    return Clash(
        key,
        base.get(key),
        None if removal.by_ours else there,
        there if removal.by_ours else None,
        hanging=removal.because,
        ours_by=_latest(doings.ours, key, () if removal.by_ours else removal.needs),
        theirs_by=_latest(doings.theirs, key, removal.needs if removal.by_ours else ()),
        choice=None if choice is Choice.BOTH else choice,
    )


def _latest(stamps: Mapping[Key, Stamp], key: Key, others: Iterable[Key]) -> Stamp | None:
    found = [stamp for one in (key, *others) if (stamp := stamps.get(one)) is not None]
    return max(found, key=lambda stamp: stamp.at, default=None)


def whole(values: _Values) -> _Values:
    """Without what refers to nothing, and without loose ends."""
    while loose := [
        key for key, value in values.items() if any(ref not in values for ref in refers_to(value))
    ]:
        for key in loose:
            del values[key]
    return {key: _tied(value, values) for key, value in values.items()}


def _tied(value: Entity, values: State) -> Entity:
    """The value without what it need not hold and is not there."""
    match value:
        case Source(document=document, papers=papers):
            kept = tuple(paper for paper in papers if Key(Document, paper) in values)
            own = document if document and Key(Document, document) in values else None
            return value if (own, kept) == (document, papers) else replace(value, document=own, papers=kept)
        case Contact(claim=claim) if claim and Key(Claim, claim) not in values:
            return replace(value, claim=None)
        case Claim(also=also) if also:
            there = tuple(place for place in also if Key(Revision, place.revision) in values)
            return value if there == also else replace(value, also=there)
    return value
