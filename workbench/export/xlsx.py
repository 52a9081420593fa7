"""The report as a spreadsheet (.xlsx): a sheet for each table. Nothing in it is ever a formula."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from workbench.export.letters import legal
from workbench.export.report import Report
from workbench.export.tables import Column, Table, headings, tables
from workbench.pointers import SCHEME

_LONGEST_CELL = 32_767
"""Characters a cell can hold; what is longer ends in an ellipsis, and is whole in the other formats."""
_LONGEST_LINK = 2_079
_FOLLOWED = ("http://", "https://", f"{SCHEME}://")
_MOST_LINKS = 65_530
"""Links a sheet can hold."""


def to_xlsx(report: Report) -> bytes:
    """The workbook, with filters and a heading row that stays."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    plain = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(buffer, plain)
    book.set_properties(
        {"title": legal(report.story.title)[:255], "author": legal(", ".join(report.checkers))[:255]}
    )
    styles = {
        "head": book.add_format(
            {"bold": True, "bg_color": "#E9E6DF", "border_color": "#DAD5CB", "bottom": 1}
        ),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "link": book.add_format({"font_color": "#1F5FA8", "underline": 1, "valign": "top"}),
    }
    for table in tables(report):
        _write(book.add_worksheet(table.name), table, styles)
    _about(book.add_worksheet("About"), report, styles)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, table: Table, styles: dict[str, Any]) -> None:
    for at, (column, name) in enumerate(zip(table.columns, headings(table), strict=True)):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, name, styles["head"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    links = 0
    for number, row in enumerate(table.rows, 1):
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            links += _cell(sheet, number, at, column, value, styles, links < _MOST_LINKS)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(
    sheet: Any, row: int, at: int, column: Column, value: str | int, styles: dict[str, Any], linked: bool
) -> bool:
    """Write a cell. Whether it became a link."""
    if isinstance(value, int):
        sheet.write_number(row, at, value, styles["cell"])
        return False
    words = legal(value)
    if linked and column.link and words.lower().startswith(_FOLLOWED) and len(words) <= _LONGEST_LINK:
        sheet.write_url(row, at, words, styles["link"], words)
        return True
    sheet.write_string(row, at, _fitting(words), styles["cell"])
    return False


def _fitting(words: str) -> str:
    return words if len(words) <= _LONGEST_CELL else f"{words[: _LONGEST_CELL - 1]}…"


def _about(sheet: Any, report: Report, styles: dict[str, Any]) -> None:
    rows = (
        ("Case", report.case.title),
        ("Story", report.story.title),
        ("Draft", str(report.draft)),
        ("Made", report.made.isoformat()),
        ("Checkers", ", ".join(report.checkers)),
        ("Record of changes ends with", report.head),
        *(report.approval.facts() if report.approval else ()),
        *([("Warning", report.approval.warning)] if report.approval and report.approval.warning else []),
    )
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 80)
    for number, (name, value) in enumerate(rows):
        sheet.write_string(number, 0, name, styles["head"])
        sheet.write_string(number, 1, _fitting(legal(value)), styles["cell"])
