"""Values as rows: one table for each type of value, one column for each plain field.

A passage takes seven columns; zones, reasons and credits, which are never asked for singly, are
canonical JSON. A revision's text is not in its row: it is kept once under its sha256.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, NewType, TypeVar, get_args, get_origin, get_type_hints

from workbench.canonical import KINDS, canonical, decoder, encode
from workbench.model import DocumentId, Entity, Passage, Revision, RevisionId
from workbench.text import Quote, Span

Cell = str | int | float | None
E = TypeVar("E", bound=Entity)

Row = Sequence[Cell]

_PASSAGE = ("document", "revision", "span_start", "span_end", "exact", "prefix", "suffix")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    columns: tuple[str, ...]
    write: Callable[[Any], tuple[Cell, ...]]
    read: Callable[[Row], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """How values of one type are written as rows of one table. `id` is among the columns."""

    kind: type[Entity]
    name: str
    columns: tuple[str, ...]
    _fields: tuple[_Field, ...]

    def row(self, value: Entity) -> tuple[Cell, ...]:
        """The cells of `value`, one for each of `columns`."""
        return tuple(cell for field in self._fields for cell in field.write(getattr(value, field.name)))

    def value(self, row: Row) -> Entity:
        """The value a row stands for; a revision comes without its text.

        Raises:
            ValueError, KeyError, TypeError: the cells make no such value.
        """
        content: dict[str, Any] = {"text": ""} if self.kind is Revision else {}
        start = 0
        for field in self._fields:
            end = start + len(field.columns)
            content[field.name] = field.read(row[start:end])
            start = end
        return self.kind(**content)


def table_of(kind: type[E]) -> Table:
    """The table that holds values of type `kind`."""
    return _TABLES[kind]


def tables() -> tuple[Table, ...]:
    """Every table of values."""
    return tuple(_TABLES.values())


def _table(kind: type[Entity]) -> Table:
    hints = get_type_hints(kind)
    parts = tuple(_field(kind, field.name, hints[field.name]) for field in fields(kind))
    kept = tuple(part for part in parts if part.columns)
    columns = tuple(column for part in kept for column in part.columns)
    return Table(kind, kind.__name__.lower(), columns, kept)


def _field(kind: type[Entity], name: str, hint: Any) -> _Field:
    if (kind, name) == (Revision, "text"):
        return _Field(name, (), lambda _: (), lambda _: "")
    if hint is Passage:
        return _Field(name, _PASSAGE, _passage_cells, _passage)
    if hint == Passage | None:
        return _Field(name, _PASSAGE, _perhaps_cells, _perhaps)
    read = decoder(hint)
    if _is_compound(hint):
        return _Field(
            name,
            (name,),
            lambda value: (canonical(encode(value)),),
            lambda row: read(json.loads(_text(row[0]))),
        )
    if hint in (bool, bool | None):
        # SQLite has no truth values: it keeps 0 and 1.
        return _Field(name, (name,), lambda value: (encode(value),), lambda row: read(_truth(row[0])))
    return _Field(name, (name,), lambda value: (encode(value),), lambda row: read(row[0]))


def _is_compound(hint: Any) -> bool:
    if isinstance(hint, NewType):
        return False
    return get_origin(hint) is tuple or (not get_args(hint) and hasattr(hint, "__dataclass_fields__"))


def _passage_cells(passage: Passage) -> tuple[Cell, ...]:
    span, quote = passage.span, passage.quote
    return (
        passage.document,
        passage.revision,
        span.start,
        span.end,
        quote.exact,
        quote.prefix,
        quote.suffix,
    )


def _passage(row: Row) -> Passage:
    document, revision, start, end, exact, prefix, suffix = row
    span = Span(_whole(start), _whole(end))
    quote = Quote(_text(exact), _text(prefix), _text(suffix))
    return Passage(DocumentId(_text(document)), RevisionId(_text(revision)), span, quote)


def _perhaps_cells(passage: Passage | None) -> tuple[Cell, ...]:
    return (None,) * len(_PASSAGE) if passage is None else _passage_cells(passage)


def _perhaps(row: Row) -> Passage | None:
    return None if all(cell is None for cell in row) else _passage(row)


def _text(cell: Cell) -> str:
    if not isinstance(cell, str):
        raise TypeError("text expected")
    return cell


def _truth(cell: Cell) -> Cell:
    return bool(cell) if cell in (0, 1) else cell


def _whole(cell: Cell) -> int:
    if not isinstance(cell, int):
        raise TypeError("whole number expected")
    return cell


_TABLES: dict[type, Table] = {kind: _table(kind) for kind in KINDS}
