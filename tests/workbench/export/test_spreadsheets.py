"""Spreadsheets say what the report says, and no cell of theirs is alive."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbench.export.letters import legal
from workbench.export.report import Report
from workbench.export.separated import csv_files, original, to_csv
from workbench.export.tables import Column, Table, tables
from workbench.export.xlsx import to_xlsx

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://evil.example","click")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "'=1",
    "＝1",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "a\x00b\x0bc",
    "line\nbreak",
    '"quoted", comma; semicolon',
    "🙂 אב \ufffe",
    "{=cmd|' /C calc'!A0}",
    "x" * 40_000,
)


def with_words(report: Report, hostile: str) -> Report:
    claims = tuple(replace(claim, wording=hostile, note=hostile) for claim in report.claims)
    return replace(report, claims=claims)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula(report: Report, hostile: str) -> None:
    book = load_workbook(BytesIO(to_xlsx(with_words(report, hostile))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    said = legal(hostile)
    wanted = said if len(said) <= 32_767 else f"{said[:32_766]}…"
    assert {row[1].value for row in book["Claims"].iter_rows(min_row=2)} == {wanted}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_of_a_csv_file_begins_a_formula_and_its_words_can_be_had_back(
    report: Report, hostile: str
) -> None:
    text = csv_files(with_words(report, hostile))["claims.csv"].decode("utf-8-sig")
    _, *rows = csv.reader(StringIO(text, newline=""))
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert {original(row[1]) for row in rows} == {legal(hostile)}


@given(st.text(max_size=30))
def test_any_words_survive_a_csv_file(words: str) -> None:
    table = Table("T", (Column("A", 10), Column("B", 10)), ((words, 1),))
    _, (cell, _) = csv.reader(StringIO(to_csv(table).decode("utf-8-sig"), newline=""))
    assert original(cell) == legal(words)


def test_every_row_names_its_record_and_leads_back_to_it(report: Report) -> None:
    for table in tables(report):
        for row in table.rows:
            assert len(row) == len(table.columns)
            assert str(row[-1]).endswith(str(row[-2]))
            assert str(row[-1]).startswith(f"twosource://{report.case.id}/")


def test_a_workbook_can_be_filtered_and_keeps_its_headings_in_view(report: Report) -> None:
    sheet = load_workbook(BytesIO(to_xlsx(report)))["Claims"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert [cell.value for cell in sheet[1]][:2] == ["Claim", "Wording"]
