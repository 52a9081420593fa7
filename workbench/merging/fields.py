"""Two versions of one value brought together, field by field where fields are independent.

What belongs together is decided here: a verdict with its conclusion is one thing, a claim's note and its
disposition are two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from workbench.model import (
    Case,
    Citation,
    Claim,
    Contact,
    Disposition,
    Document,
    Entity,
    Evidence,
    Gate,
    Identity,
    Layout,
    Query,
    QueryStatus,
    Remark,
    Ruling,
    SavedSearch,
    Scale,
    SignOff,
    Source,
    Status,
    Verdict,
)

Group = tuple[str, ...]

GROUPS: Mapping[type[Any], tuple[Group, ...]] = {
    Case: (("title",), ("scale",), ("created",)),
    Document: (
        ("role",),
        ("title",),
        ("byline",),
        ("outlet",),
        ("published",),
        ("url",),
        ("archived_url",),
        ("language",),
        ("kind",),
        ("original", "charset", "medium", "outside", "size"),
    ),
    Layout: (("zones",), ("places",)),
    # A code name and the promise to keep it stand or fall together.
    Source: (
        ("name", "protected"),
        ("kind",),
        ("document",),
        ("note",),
        ("papers",),
        ("first_hand",),
        ("terms",),
    ),
    Claim: (
        ("passage",),
        ("also",),
        ("status",),
        ("kind",),
        ("risk",),
        ("disposition", "waiver"),
        ("note",),
        ("answer",),
        ("owner", "due"),
    ),
    Evidence: (("claim", "passage"), ("relation",), ("status",), ("note",)),
    Citation: (("claim", "source"), ("note",)),
    Verdict: (("claim", "scale", "step", "conclusion"),),
    Query: (("claim", "passage"), ("question", "wording"), ("status", "answer", "reason")),
    Identity: (("name",), ("kind",), ("forms",)),
    Ruling: (("document", "claim", "joined", "reason"),),
    Contact: (
        ("source",),
        ("claim",),
        ("by",),
        ("at",),
        ("channel",),
        ("asked",),
        ("answer", "reply"),
    ),
    Remark: (("passage", "kind", "text", "author", "at"), ("done",)),
    Scale: (("name",), ("steps",)),
    Gate: (("kind",), ("primary", "origins", "reply")),
    SignOff: (
        ("document", "revision", "hand", "by", "at", "head", "seals"),
        ("note",),
        ("reopened_by", "reopened_at", "reopened_why"),
    ),
    SavedSearch: (("name",), ("words", "filters")),
}
"""What is decided together. A field in no group stands alone; a value of a type not here is one thing."""

SILENT: Mapping[type[Any], frozenset[str]] = {
    Document: frozenset({"accessed", "filename"}),
    Claim: frozenset({"score", "reasons"}),
    Evidence: frozenset({"score", "reasons"}),
    Verdict: frozenset({"by", "at", "wording"}),
    Query: frozenset({"by", "at"}),
}
"""What follows from the rest, or tells only how it came about: never asked about, ours stays."""

_WITH = {
    (Document, "filename"): "original",
    (Verdict, "by"): "step",
    (Verdict, "at"): "step",
    (Verdict, "wording"): "step",
}
"""Silent fields that go with another one when that is taken from the other side."""
_SETS = {(Source, "papers"), (Claim, "also"), (Identity, "forms")}
_TEXTS = {(Claim, "note"), (Claim, "answer"), (Source, "note"), (Evidence, "note"), (Citation, "note")}
_BLANK = (None, Disposition.OPEN, Status.PROPOSED, QueryStatus.OPEN)


@dataclass(frozen=True, slots=True)
class Combined:
    """A value as it will be with either choice; equal when nothing clashes. `both` where both can stay."""

    ours: Entity
    theirs: Entity
    both: Entity | None
    clashing: tuple[str, ...]


def combine(base: Entity | None, ours: Entity, theirs: Entity) -> Combined:
    """Bring two versions of one value together; `base` is None when both added it."""
    kind = type(ours)
    one: dict[str, Any] = {}
    other: dict[str, Any] = {}
    all_: dict[str, Any] | None = {}
    clashing: list[str] = []
    for group in groups_of(ours, theirs):
        settled = _settled(kind, group, base, ours, theirs)
        if settled is not None:
            one |= settled
            continue
        clashing += [name for name in group if getattr(ours, name) != getattr(theirs, name)]
        other |= _followed(kind, group, theirs)
        joined = _joined(kind, group, ours, theirs)
        all_ = None if all_ is None or joined is None else all_ | joined
    mine = replace(ours, **one)
    both = replace(mine, **all_) if all_ and clashing else None
    return Combined(mine, replace(mine, **other), both, tuple(clashing))


def groups_of(ours: Entity, theirs: Entity) -> tuple[Group, ...]:
    """The fields that are decided together in this pair."""
    kind: Any = type(ours)
    if (
        isinstance(ours, Claim)
        and isinstance(theirs, Claim)
        and ours.passage.revision != theirs.passage.revision
    ):
        # Places in one draft mean nothing in another.
        return (("passage", "also"), *_groups(Claim)[2:])
    return _groups(kind)


@cache
def _groups(kind: type[Any]) -> tuple[Group, ...]:
    names = [item.name for item in fields(kind) if item.name != "id"]
    if kind not in GROUPS:
        return (tuple(names),)
    told = {name for group in GROUPS[kind] for name in group} | SILENT.get(kind, frozenset())
    return (*GROUPS[kind], *((name,) for name in names if name not in told))


def _settled(
    kind: type[Any], group: Group, base: Entity | None, ours: Entity, theirs: Entity
) -> dict[str, Any] | None:
    """The fields of a group as they will be; None when they clash."""
    mine, other = _of(ours, group), _of(theirs, group)
    if mine == other:
        return {}
    if base is not None:
        before = _of(base, group)
        if other == before:
            return {}
        if mine == before:
            return _followed(kind, group, theirs)
    if len(group) == 1 and (kind, group[0]) in _SETS:
        known = () if base is None else getattr(base, group[0])
        return {group[0]: together(known, mine[0], other[0])}
    return _both_new(kind, group, ours, theirs) if base is None else None


def _both_new(kind: type[Any], group: Group, ours: Entity, theirs: Entity) -> dict[str, Any] | None:
    """What both wrote without knowing of each other: nothing gives way to something, notes are joined."""
    if all(map(_is_blank, _of(theirs, group))):
        return {}
    if all(map(_is_blank, _of(ours, group))):
        return _followed(kind, group, theirs)
    return _joined(kind, group, ours, theirs)


def _is_blank(value: Any) -> bool:
    """Whether a value says nothing yet."""
    return value in ("", (), False) or any(value is blank for blank in _BLANK)


def together(base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """A collection with what either added, without what either took out."""
    gone = {item for item in base if item not in ours or item not in theirs}
    return tuple(dict.fromkeys(item for item in (*ours, *theirs) if item not in gone))


def _joined(kind: type[Any], group: Group, ours: Entity, theirs: Entity) -> dict[str, Any] | None:
    """Both texts one after the other; None where the fields are no free text."""
    if any((kind, name) not in _TEXTS for name in group):
        return None
    return {name: _one_after_other(getattr(ours, name), getattr(theirs, name)) for name in group}


def _one_after_other(ours: str, theirs: str) -> str:
    if theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n\n{theirs}"


def _followed(kind: type[Any], group: Group, theirs: Entity) -> dict[str, Any]:
    """Fields taken from the other side, with those that go with them."""
    along = [name for (owner, name), lead in _WITH.items() if owner is kind and lead in group]
    return {name: getattr(theirs, name) for name in (*group, *along)}


def _of(value: Entity, group: Group) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in group)
