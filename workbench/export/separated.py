"""The tables of a report as CSV files (RFC 4180), safe to open in a spreadsheet program.

A cell that such a program would take for a formula is given an apostrophe in front, the way these programs
themselves mark text (OWASP, CSV injection). The byte-order mark lets Excel see that it is UTF-8.
"""

from __future__ import annotations

import csv
from io import StringIO

from workbench.export.letters import legal
from workbench.export.report import Report
from workbench.export.tables import Table, headings, tables

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_csv(table: Table) -> bytes:
    """One table as a file."""
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings(table))
    writer.writerows(
        [_harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows
    )
    return file.getvalue().encode("utf-8-sig")


def csv_files(report: Report) -> dict[str, bytes]:
    """Every table that has rows, by the name of its file."""
    return {f"{table.name.lower()}.csv": to_csv(table) for table in tables(report) if table.rows}


def claims_csv(report: Report) -> bytes:
    """The table of claims alone."""
    return to_csv(tables(report)[0])


def original(cell: str) -> str:
    """The words of a cell without the apostrophe that made them harmless."""
    return cell[1:] if cell.startswith("'") and _is_dangerous(cell[1:]) else cell


def _harmless(cell: str) -> str:
    words = legal(cell)
    return f"'{words}" if _is_dangerous(words) else words


def _is_dangerous(words: str) -> bool:
    """Whether a program may take it for a formula, white space in front or not; or for one made harmless."""
    bare = words.lstrip()
    return words.startswith(_STARTS_FORMULA) or bare.startswith(_STARTS_FORMULA) or words.startswith("'")
