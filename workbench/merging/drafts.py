"""Two drafts of one story that both copies count as the same: theirs comes after ours, or is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.change import Key, key_of
from workbench.dependants import refers_to
from workbench.merging.renaming import all_renamed
from workbench.merging.values import Choice, Clash, State
from workbench.model import (
    Attribution,
    Claim,
    Document,
    DocumentId,
    Entity,
    Layout,
    Link,
    Revision,
    RevisionId,
    Sha256,
)

Choices = Mapping[Key, Choice]
"""What was decided, by the key of what clashes."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """Theirs once it is settled which drafts there are, with what was to be decided.

    `given_way` are the new ids of drafts of theirs that come after ours.
    """

    theirs: State
    clashes: tuple[Clash, ...]
    given_way: Mapping[Key, str]
    follows: Mapping[RevisionId, DocumentId]
    """Drafts of theirs that come after ours, with their story: what they moved there stays there."""


def settle_drafts(base: State, ours: State, theirs: State, choices: Choices) -> Drafts:
    """Number the drafts of theirs after ours, or leave them out, where both have read in a new one."""
    names: dict[Key, str] = {}
    follows: dict[RevisionId, DocumentId] = {}
    clashes: list[Clash] = []
    values = dict(theirs)
    for mine, others in _collisions(base, ours, theirs):
        first = others[0]
        key = key_of(first)
        choice = _both(choices.get(key))
        hanging = tuple(value for value in values.values() if refers(value, others))
        after = _numbered_after(mine, others)
        if choice is Choice.OURS:
            _leave_out(values, base, others)
        else:
            for draft, fresh in zip(others, after, strict=True):
                names[key_of(draft)] = fresh.id
                follows[fresh.id] = fresh.document
                values[key_of(draft)] = replace(fresh, id=draft.id)
        clashes.append(Clash(key, None, mine, None, after[0], ("number",), _decided(hanging), choice=choice))
    return Drafts(all_renamed(values, names), tuple(clashes), names, follows)


def _both(choice: Choice | None) -> Choice | None:
    """Theirs alone is not to be had: their draft comes after ours, which stays."""
    return Choice.BOTH if choice is Choice.THEIRS else choice


def refers(value: Entity, drafts: list[Revision]) -> bool:
    """Whether a value stands in one of these drafts."""
    return any(key_of(draft) in refers_to(value) for draft in drafts)


def numbered_anew(values: State, ours: State, theirs: State) -> State:
    """Each draft with a number of its own: what both have keeps it, then ours, and theirs comes after."""
    drafts = [value for value in values.values() if isinstance(value, Revision)]
    drafts.sort(key=lambda draft: (key_of(draft) not in ours, key_of(draft) not in theirs, draft.number))
    last: dict[DocumentId, Revision] = {}
    for draft in drafts:
        last[draft.document] = max(last.get(draft.document, draft), draft, key=lambda one: one.number)
    taken: set[tuple[DocumentId, int]] = set()
    names: dict[Key, str] = {}
    found = dict(values)
    for draft in drafts:
        if (draft.document, draft.number) in taken:
            (fresh,) = _numbered_after(last[draft.document], [draft])
            last[draft.document] = fresh
            names[key_of(draft)] = fresh.id
            found[key_of(draft)] = replace(fresh, id=draft.id)
        taken.add((draft.document, draft.number))
    return all_renamed(found, names) if names else values


def _collisions(base: State, ours: State, theirs: State) -> Iterator[tuple[Revision, list[Revision]]]:
    """Of each story that both have new drafts of: our last one, and theirs."""
    mine, other = _new_drafts(base, ours, theirs), _new_drafts(base, theirs, ours)
    for document in mine.keys() & other.keys():
        taken = {draft.number for draft in mine[document]}
        if any(draft.number in taken for draft in other[document]):
            yield mine[document][-1], other[document]


def _new_drafts(base: State, here: State, there: State) -> dict[DocumentId, list[Revision]]:
    found = defaultdict[DocumentId, list[Revision]](list)
    for key, value in here.items():
        new = key not in there and key not in base
        if isinstance(value, Revision) and new and Key(Document, value.document) in there:
            found[value.document].append(value)
    return {id: sorted(drafts, key=lambda draft: draft.number) for id, drafts in found.items()}


def _numbered_after(mine: Revision, others: list[Revision]) -> list[Revision]:
    """Their drafts under new ids, since a revision never changes. The same ids whoever merges them."""
    return [
        replace(draft, id=RevisionId(_next_id(draft, mine)), number=mine.number + place)
        for place, draft in enumerate(others, 1)
    ]


def _next_id(draft: Revision, mine: Revision) -> Sha256:
    from hashlib import sha256

    return Sha256(sha256(f"{draft.id} after {mine.id}".encode()).hexdigest()[:32])


def _leave_out(values: dict[Key, Entity], base: State, drafts: list[Revision]) -> None:
    """Take drafts out of theirs: what was carried into one is where it was before, what is new goes."""
    for key, value in tuple(values.items()):
        before = base.get(key)
        if value in drafts or (refers(value, drafts) and before is None):
            del values[key]
        elif isinstance(value, Document) and any(draft.document == value.id for draft in drafts):
            values[key] = before or value
        elif refers(value, drafts) and before is not None:
            values[key] = _carried_back(value, before)
    _drop_loose(values, base)


def _carried_back(value: Entity, before: Entity) -> Entity:
    if isinstance(value, Claim) and isinstance(before, Claim):
        return replace(value, passage=before.passage, also=before.also)
    return before


def _drop_loose(values: dict[Key, Entity], base: State) -> None:
    """Take out what hangs on what was taken out; what was there before is as it was before."""
    while loose := [
        key for key, value in values.items() if any(ref not in values for ref in refers_to(value))
    ]:
        for key in loose:
            before = base.get(key)
            if before is None or before == values[key]:
                del values[key]
            else:
                values[key] = before


def _decided(values: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Without what follows from the text alone."""
    return tuple(value for value in values if not isinstance(value, Layout | Link | Attribution))
