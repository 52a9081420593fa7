"""One id put in place of another, wherever a value names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import NoneType
from typing import Any, NewType, TypeVar, get_args, get_origin, get_type_hints

from workbench.change import Key, key_of
from workbench.merging.values import State
from workbench.model import (
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Entity,
    Evidence,
    EvidenceId,
    Gate,
    GateId,
    Identity,
    IdentityId,
    Link,
    LinkId,
    Query,
    QueryId,
    Remark,
    RemarkId,
    Revision,
    RevisionId,
    Ruling,
    RulingId,
    SavedSearch,
    SearchId,
    Source,
    SourceId,
    Verdict,
    VerdictId,
)

V = TypeVar("V")
Names = Mapping[Key, str]
"""The new ids of values, by their keys."""

_KINDS: dict[Any, type[Entity]] = {
    CitationId: Citation,
    ClaimId: Claim,
    DocumentId: Document,
    EvidenceId: Evidence,
    GateId: Gate,
    IdentityId: Identity,
    LinkId: Link,
    QueryId: Query,
    RemarkId: Remark,
    RevisionId: Revision,
    RulingId: Ruling,
    SearchId: SavedSearch,
    SourceId: Source,
    VerdictId: Verdict,
}
_Renamer = Callable[[Any, Names], Any]


def renamed(value: V, names: Names) -> V:
    """`value` with every id that it is called by, or refers to, replaced by the new one."""
    kind: Any = type(value)
    renamer = _renamer(kind)
    return value if renamer is None else renamer(value, names)


def all_renamed(state: State, names: Names) -> dict[Key, Entity]:
    """Every value of a state with the new ids. Of two that now have the same one, the first stays."""
    found: dict[Key, Entity] = {}
    for value in state.values():
        new = renamed(value, names) if names else value
        found.setdefault(key_of(new), new)
    return found


@cache
def _renamer(hint: Any) -> _Renamer | None:
    """How a value of this type is renamed; None when it can hold no id."""
    if isinstance(hint, NewType):
        kind = _KINDS.get(hint)
        return None if kind is None else lambda id, names: names.get(Key(kind, id), id)
    if get_origin(hint) is tuple:
        inner = _renamer(get_args(hint)[0])
        return None if inner is None else _each(inner)
    if NoneType in get_args(hint):
        (held,) = (part for part in get_args(hint) if part is not NoneType)
        inner = _renamer(held)
        return None if inner is None else _perhaps(inner)
    return _of_fields(hint) if is_dataclass(hint) and isinstance(hint, type) else None


def _each(inner: _Renamer) -> _Renamer:
    return lambda items, names: tuple(inner(item, names) for item in items)


def _perhaps(inner: _Renamer) -> _Renamer:
    return lambda item, names: None if item is None else inner(item, names)


def _of_fields(kind: type[Any]) -> _Renamer | None:
    hints = get_type_hints(kind)
    parts = {item.name: part for item in fields(kind) if (part := _renamer(hints[item.name]))}
    if not parts:
        return None

    def rename(value: Any, names: Names) -> Any:
        """The value with its parts renamed; the same object when none of them changed."""
        fresh = {name: part(getattr(value, name), names) for name, part in parts.items()}
        changed = {name: new for name, new in fresh.items() if new != getattr(value, name)}
        return replace(value, **changed) if changed else value

    return rename
