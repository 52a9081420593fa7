"""The printed summary, read back: all its letters are there, and what belongs together stands together."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from pytestqt.qtbot import QtBot

from ui.export.pdf import MARGIN_MM, print_page
from workbench.export.blocks import Facts, Judgement, Style, Table, Text, blocks
from workbench.export.report import Report
from workbench.model import DocumentId

LETTERS = (
    "Alma’s Thief, Afi Kowalski: 09:30 (office) – “fine”, AVATAR 12:45; flow, waffle, Şişli, Ελλάδα, Київ."
)
RIGHT_TO_LEFT = "הגשר נסגר למשאיות"
A4_POINTS = 595.0
MARGIN = MARGIN_MM / 25.4 * 72


@pytest.fixture
def printed(qtbot: QtBot) -> Callable[[Report], PdfReader]:
    return lambda report: PdfReader(io.BytesIO(print_page(blocks(report))), strict=True)


def folded(text: str) -> str:
    return "".join(text.split())


def words_of(reader: PdfReader) -> str:
    return folded("".join(page.extract_text() for page in reader.pages))


def values(report: Report) -> Iterator[str]:
    """Every value of the summary that stands on its own lines."""
    for block in blocks(report).blocks:
        match block:
            case Text():
                yield from (run.words for run in block.runs)
            case Judgement():
                yield from (block.number, block.verdict, block.standing)
            case Facts():
                yield from (
                    words for label, runs in block.rows for words in (label, *(r.words for r in runs))
                )
            case Table():
                yield from (run.words for row in block.rows for cell in row for run in cell)


def many(report: Report, number: int) -> Report:
    """So many claims, with notes of all lengths."""
    claims = (
        replace(
            report.claims[n % len(report.claims)],
            id=f"c{n}",
            number=n,
            wording=f"The ferry {n} carried {n * 7} people.",
            note=f"Note {n}. " + "Asked the harbour once more. " * (n % 9),
        )
        for n in range(1, number + 1)
    )
    return replace(report, claims=tuple(claims))


def test_every_letter_can_be_found_and_copied(report: Report, printed: Callable[[Report], PdfReader]) -> None:
    first = replace(report.claims[0], wording=LETTERS, note=LETTERS, said_by=(LETTERS,))
    told = replace(report, claims=(first, *report.claims[1:]))
    text = words_of(printed(told))
    assert text.count(folded(LETTERS)) == 3
    for value in values(told):
        assert folded(value) in text


def test_words_are_parted_by_spaces(report: Report, printed: Callable[[Report], PdfReader]) -> None:
    text = "".join(page.extract_text() for page in printed(report).pages)
    assert "\t" not in text
    assert "closed for 23 days" in text


def test_bookmarks_lead_to_the_page_of_their_claim(
    report: Report, printed: Callable[[Report], PdfReader]
) -> None:
    told = many(report, 24)
    reader = printed(told)
    sections = [item for item in reader.outline if isinstance(item, Destination)]
    assert [section.title for section in sections][-1] == "Documents"
    (folded_away,) = (item for item in reader.outline if isinstance(item, list))
    claims = [item for item in folded_away if isinstance(item, Destination)]
    assert len(claims) == 24
    for claim, item in zip(told.claims, claims, strict=True):
        page = reader.pages[reader.get_destination_page_number(item) or 0]
        assert str(item.title).startswith(f"Claim {claim.number}: ")
        assert folded(claim.wording) in folded(page.extract_text())
        assert float(str(item.top)) > 3 * MARGIN / 2


def test_every_page_tells_its_number_and_where_the_record_ends(
    report: Report, printed: Callable[[Report], PdfReader]
) -> None:
    pages = printed(many(report, 24)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"{report.head[:12]}·{number}" in folded(page.extract_text())


def test_the_head_of_a_table_stands_on_every_page(
    report: Report, printed: Callable[[Report], PdfReader]
) -> None:
    documents = tuple(
        replace(
            report.documents[0], id=DocumentId(str(n)), title=f"Letter no. {n}", url=f"https://x.example/{n}"
        )
        for n in range(60)
    )
    pages = [page.extract_text() for page in printed(replace(report, documents=documents)).pages]
    with_rows = [text for text in pages if re.search(r"Letter no\. \d", text)]
    assert len(with_rows) > 2
    assert all("Outlet" in text for text in with_rows)


@pytest.mark.parametrize("length", range(330, 480, 12))
def test_no_line_of_a_paragraph_stands_alone(
    report: Report, printed: Callable[[Report], PdfReader], length: int
) -> None:
    given = report.claims[0].verdict or next(claim.verdict for claim in report.claims if claim.verdict)
    assert given is not None
    long = replace(given, conclusion=" ".join(f"word{n}" for n in range(length)))
    claim = replace(report.claims[0], verdict=long, step=None)
    pages = printed(replace(report, claims=(claim,))).pages
    lines = [
        sum("word" in line and bool(re.search(r"word\d", line)) for line in page.extract_text().splitlines())
        for page in pages
    ]
    assert sum(lines) > 20
    assert 1 not in lines


def test_links_lead_to_records_pages_and_claims(
    report: Report, printed: Callable[[Report], PdfReader]
) -> None:
    reader = printed(report)
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    uris = {note["/A"]["/URI"] for note in notes if "/A" in note}
    assert {f"twosource://case/claim/{claim.id}" for claim in report.claims} <= uris
    inner = {note["/Dest"] for note in notes if "/Dest" in note}
    assert {str(claim.number) for claim in report.unsettled} == inner
    assert inner <= set(reader.named_destinations)


def test_what_is_read_from_the_right_begins_at_the_right(qtbot: QtBot, report: Report) -> None:
    claim = replace(report.claims[0], wording=RIGHT_TO_LEFT)
    file = pypdfium2.PdfDocument(print_page(blocks(replace(report, claims=(claim,)))))
    boxes = [box for page in file for box in _boxes(page.get_textpage(), set(RIGHT_TO_LEFT) - {" "})]
    file.close()
    assert len(boxes) >= len(folded(RIGHT_TO_LEFT))
    assert max(right for _, right in boxes) > A4_POINTS - MARGIN - 30


def test_a_tone_that_is_not_known_is_printed_all_the_same(
    report: Report, printed: Callable[[Report], PdfReader]
) -> None:
    judged = next(claim for claim in report.claims if claim.step)
    assert judged.step is not None
    claim = replace(judged, step=replace(judged.step, tone="mauve", label="Half so"))
    assert "Halfso" in words_of(printed(replace(report, claims=(claim,))))


def test_nothing_stands_outside_the_margins(qtbot: QtBot, report: Report) -> None:
    claim = replace(report.claims[0], wording="x" * 2_500, note="https://x.example/" + "y" * 400)
    file = pypdfium2.PdfDocument(print_page(blocks(replace(report, claims=(claim,)))))
    boxes = [box for page in file for box in _boxes(page.get_textpage(), set("xy"))]
    file.close()
    assert len(boxes) > 2_900
    assert min(left for left, _ in boxes) > MARGIN - 2
    assert max(right for _, right in boxes) < A4_POINTS - MARGIN + 2


def _boxes(page: pypdfium2.PdfTextPage, letters: set[str]) -> Iterator[tuple[float, float]]:
    """Left and right edge of each of these letters."""
    text = page.get_text_range()
    for at in range(page.count_chars()):
        if page.get_text_range(at, 1) in letters:
            left, _, right, _ = page.get_charbox(at)
            yield left, right
    assert text


def test_every_style_of_paragraph_can_be_set() -> None:
    from ui.export.setting import TYPES

    assert set(TYPES) == set(Style)
