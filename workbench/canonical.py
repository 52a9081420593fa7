"""Values as canonical JSON: the one form in which they are stored, hashed and handed on.

Keys sorted, no white space, no escapes beyond those JSON demands, UTF-8. A revision is written by the
sha256 of its text; the text itself is kept once, apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from workbench.earlier import TODAYS
from workbench.model import Entity, Revision

Json = Any
"""What the `json` module reads and writes."""

KINDS: tuple[type[Entity], ...] = get_args(Entity)
"""Every type of stored value."""

_WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
_BY_NAME: dict[str, Any] = {kind.__name__: kind for kind in KINDS}
_LEFT_OUT = {(Revision, "text"): ""}


def canonical(content: Json) -> str:
    """The one way to write `content` as JSON. Raises `ValueError` for NaN and infinities."""
    return _WRITER.encode(content)


def encode(value: object) -> Json:
    """`value` as plain JSON content. A datetime must be aware; it is written in UTC."""
    match value:
        case Enum():
            return value.value
        case None | str() | bool() | int() | float():
            return value
        case datetime():
            return _utc(value)
        case tuple():
            return [encode(item) for item in value]
    return {name: encode(getattr(value, name)) for name in _kept(type(value))}


@cache
def decoder(hint: Any) -> Callable[[Json], Any]:
    """The function that turns what `encode` wrote for a value of type `hint` back into the value."""
    if isinstance(hint, NewType):
        return decoder(hint.__supertype__)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        item = decoder(arguments[0])
        return lambda content: tuple(item(part) for part in content)
    if origin in (Union, UnionType):
        return _optional(arguments)
    return _plain(hint)


def _plain(kind: type[Any]) -> Callable[[Json], Any]:
    if is_dataclass(kind):
        return _built(kind)
    if issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return moment
    return _checked(kind)


def _optional(arguments: tuple[Any, ...]) -> Callable[[Json], Any]:
    (hint,) = (argument for argument in arguments if argument is not NoneType)
    inner = decoder(hint)
    return lambda content: None if content is None else inner(content)


def _checked(kind: type[Any]) -> Callable[[Json], Any]:
    def read(content: Json) -> Any:
        """The content, when it is of the kind; JSON writes whole floats as integers."""
        if kind is float and type(content) is int:
            return float(content)
        if type(content) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return content

    return read


def _built(kind: Any) -> Callable[[Json], Any]:
    hints = get_type_hints(kind)
    decoders = {name: decoder(hints[name]) for name in _kept(kind)}
    absent = {name: filler for (owner, name), filler in _LEFT_OUT.items() if owner is kind}
    todays = TODAYS.get(kind, _as_it_is)

    def read(content: Json) -> Any:
        """The value, its content brought into today's form first."""
        fresh = todays(content)
        return kind(**absent, **{name: part(fresh[name]) for name, part in decoders.items()})

    return read


def _as_it_is(content: Json) -> Json:
    return content


def _kept(kind: Any) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"cannot be stored: {kind.__name__}")
    return tuple(field.name for field in fields(kind) if (kind, field.name) not in _LEFT_OUT)


def tagged(value: Entity | None) -> Json:
    """A value with its type, as JSON content; None stays None."""
    return None if value is None else {"type": type(value).__name__, **encode(value)}


def untagged(content: Json) -> Entity | None:
    """The value that `tagged` wrote. Raises `KeyError`, `ValueError` or `TypeError` for anything else."""
    if content is None:
        return None
    value: Entity = decoder(_BY_NAME[content["type"]])(content)
    return value


def _utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("a time without its zone cannot be stored")
    return moment.astimezone(UTC).isoformat()


def moment(content: Json) -> datetime:
    """A time that `encode` wrote."""
    return datetime.fromisoformat(content).astimezone(UTC)
