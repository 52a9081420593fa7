"""Spreadsheets (.xlsx): every sheet with its name, every row a line to cite; values, not formulas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from workbench.model import SourceKind, ZoneRole
from workbench.reading.blocks import Block, Piece, compose
from workbench.reading.packages import package_of
from workbench.reading.refusals import Refusal, Refused
from workbench.reading.result import About, Parsed
from workbench.reading.rows import table

_MOST_ROWS = 100_000
_MOST_COLUMNS = 200


def parse(data: bytes) -> Parsed:
    """Read a spreadsheet as it was last calculated.

    Raises:
        Refused: locked, damaged, a bomb, or empty.
    """
    from openpyxl import load_workbook

    with package_of(data) as package:
        if "xl/workbook.xml" not in package.namelist():
            raise Refused(Refusal.OTHER_FORMAT)
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    made = compose(block for sheet in book.worksheets for block in _sheet(sheet, len(book.worksheets) > 1))
    if not made.places:
        raise Refused(Refusal.NO_TEXT)
    stated = book.properties
    about = About(
        title=stated.title or "", byline="" if stated.creator == "openpyxl" else stated.creator or ""
    )
    return Parsed(about, made.text, made.zones, places=made.places, kind=SourceKind.DATASET)


def _sheet(sheet: Any, named: bool) -> Iterator[Block]:
    blocks = list(table(_rows(sheet), f"{_escaped(sheet.title)}, row {{row}}" if named else "row {row}"))
    if blocks:
        if named:
            yield Block((Piece(sheet.title),), ZoneRole.HEADING)
        yield from blocks


def _escaped(title: str) -> str:
    return title.replace("{", "(").replace("}", ")")


def _rows(sheet: Any) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)):
        if number >= _MOST_ROWS:
            raise Refused(Refusal.TOO_LONG)
        yield [_said(cell) for cell in row]


def _said(cell: object) -> str:
    """A cell as an editor reads it; a formula that was never calculated says nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:.15g}"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
