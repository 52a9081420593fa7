"""Rows of a table as lines of a text, each understood by itself: "Region: North · Deaths: 12"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.reading.blocks import Block, Piece
from workbench.reading.lines import squeezed

_LONGEST_HEADER = 80
_LOOKED_AT = 10
"""Rows at the top among which the row of headers is looked for."""


def table(rows: Iterable[Sequence[str]], place: str) -> Iterator[Block]:
    """The rows that hold something, each a place of its own: `place` with the number of the row, from 1."""
    numbered = [(number, [squeezed(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    filled = [(number, row) for number, row in numbered if any(row)]
    at = _headers_at([row for _, row in filled[:_LOOKED_AT]])
    headers = filled[at][1] if at is not None else []
    for index, (number, row) in enumerate(filled):
        if index == at or (at is not None and index < at) or not headers:
            words = " · ".join(cell for cell in row if cell)
        else:
            words = " · ".join(_cells(headers, row))
        yield Block((Piece(words, place=place.format(row=number)),), tight=bool(index))


def _cells(headers: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    for column, cell in enumerate(row):
        header = headers[column] if column < len(headers) else ""
        if cell:
            yield f"{header}: {cell}" if header else cell


def _headers_at(rows: Sequence[Sequence[str]]) -> int | None:
    """The first row of short words, all different, that fills as many columns as any of the rows below it."""
    widest = max((_filled(row) for row in rows), default=0)
    for index, row in enumerate(rows):
        names = [cell for cell in row if cell]
        if len(names) >= max(2, widest - 1) and len(set(names)) == len(names):
            return index if all(map(_is_name, names)) and index + 1 < len(rows) else None
    return None


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _is_name(cell: str) -> bool:
    """Whether a cell names a column: short, and no bare figure, unless it is a year."""
    bare = cell.replace(",", "").replace(".", "").lstrip("-")
    return len(cell) <= _LONGEST_HEADER and (not bare.isdecimal() or (len(bare) == 4 and bare[0] in "12"))
