"""Tables become rows that can be cited; books their chapters; OpenDocument texts what Word documents do."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from making_docx import make_zip
from openpyxl import Workbook

from workbench.model import RemarkKind, SourceKind, ZoneRole
from workbench.reading.jail import answer
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_in_any_usual_form_becomes_rows(separator: str, encoding: str) -> None:
    rows = [["Region", "Hangers", "Seen on"], ["Nørd", "14", "3 March"], ["South", "3", "4 March"]]
    data = "\n".join(separator.join(row) for row in rows).encode(encoding)
    parsed = parse(data, "a.csv")
    assert parsed.text == (
        "Region · Hangers · Seen on\nRegion: Nørd · Hangers: 14 · Seen on: 3 March\n"
        "Region: South · Hangers: 3 · Seen on: 4 March"
    )
    assert [(place.label, place.span.of(parsed.text)[:14]) for place in parsed.places] == [
        ("row 1", "Region · Hange"),
        ("row 2", "Region: Nørd ·"),
        ("row 3", "Region: South "),
    ]
    assert parsed.kind is SourceKind.DATASET


def test_rows_count_as_in_the_file_and_cells_may_hold_separators_and_lines() -> None:
    parsed = parse(b'Counts of hangers\n\nName,Count\n"a, b",1\n\n"two\nlines",2\n', "a.csv")
    assert parsed.text == "Counts of hangers\nName · Count\nName: a, b · Count: 1\nName: two lines · Count: 2"
    assert [place.label for place in parsed.places] == ["row 1", "row 3", "row 4", "row 6"]


def test_a_table_without_headings_is_read_as_it_stands() -> None:
    assert parse(b"14,3\n15,4\n", "a.csv").text == "14 · 3\n15 · 4"


def book(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_sheets_keep_their_names_and_values_their_digits() -> None:
    counts = [
        ["Region", "Share", "Day", "Open"],
        ["North", 0.12345678, date(2026, 3, 14), True],
        ["South", 5.0, None, False],
    ]
    parsed = parse(book(("Counts", counts), ("Notes {x}", [["a", "b"], [1, 2]])), "a.xlsx")
    assert parsed.text == (
        "Counts\n\nRegion · Share · Day · Open\n"
        "Region: North · Share: 0.12345678 · Day: 2026-03-14 · Open: yes\n"
        "Region: South · Share: 5 · Open: no\n\n"
        "Notes {x}\n\na · b\na: 1 · b: 2"
    )
    assert [place.label for place in parsed.places][-1] == "Notes (x), row 2"
    assert [zone.span.of(parsed.text) for zone in parsed.zones if zone.role is ZoneRole.HEADING] == [
        "Counts",
        "Notes {x}",
    ]


def epub(chapters: dict[str, str], rights: str = "") -> bytes:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    meta = "<dc:title>On Bridges</dc:title><dc:creator>A. Peel</dc:creator><dc:date>2019-03</dc:date>"
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        b"<rootfiles>"
        b'<rootfile full-path="O/p.opf"/></rootfiles></container>',
        "O/p.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"{meta}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
        ).encode(),
        **{f"O/{name.replace('%20', ' ')}": words.encode() for name, words in chapters.items()},
    }
    if rights:
        files["META-INF/encryption.xml"] = rights.encode()
    return make_zip(files)


def test_a_book_is_read_chapter_by_chapter() -> None:
    parsed = parse(
        epub(
            {
                "c%201.xhtml": "<html><body><h1>One</h1><p>First words.</p></body></html>",
                "d.xhtml": "<p>Second words.</p>",
            }
        ),
        "a.epub",
    )
    assert parsed.text == "One\n\nFirst words.\n\nSecond words."
    assert [(place.label, place.span.of(parsed.text)) for place in parsed.places] == [
        ("section 1", "One\n\nFirst words."),
        ("section 2", "Second words."),
    ]
    assert (parsed.about.title, parsed.about.byline, parsed.about.published) == (
        "On Bridges",
        "A. Peel",
        "2019-03",
    )


LOCKED = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod '
    'Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></enc:EncryptedData></encryption>'
)

_SPACES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
}
_DECLARED = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for name, space in _SPACES.items()
)
_COMMENT = (
    '<office:annotation office:name="7"><dc:creator>Ruth</dc:creator>'
    "<dc:date>2026-03-14T10:00:00.123</dc:date>"
    "<text:p>Which one?</text:p></office:annotation>"
)
_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Council minutes, p. 4.</text:p></text:note-body></text:note>"
)
_CELLS = "".join(
    f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("Cost", "£38 million")
)
ODT_BODY = f"""<office:document-content {_DECLARED} xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>
 <style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
 <office:body><office:text>
 <text:tracked-changes><text:changed-region><text:deletion><text:p>gone words</text:p></text:deletion>
 </text:changed-region></text:tracked-changes>
 <text:p text:style-name="P1">Bridge closed</text:p>
 <text:p>The bridge<text:s text:c="2"/>{_COMMENT}is <text:a xlink:href="https://a.example/">closed</text:a
 ><office:annotation-end office:name="7"/> today{_NOTE}.</text:p>
 <text:list><text:list-item><text:p>First</text:p></text:list-item>
 <text:list-item><text:p>Second</text:p></text:list-item></text:list>
 <table:table><table:table-row>{_CELLS}</table:table-row></table:table>
 </office:text></office:body></office:document-content>"""


def odt(content: str = ODT_BODY, manifest: str = "<m/>") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def test_an_opendocument_text_keeps_links_comments_and_notes_and_leaves_out_what_was_deleted() -> None:
    parsed = parse(odt(), "a.odt")
    assert parsed.text == "Bridge closed\n\nThe bridge is closed today.\n\nFirst\nSecond\n\nCost\t£38 million"
    assert [(link.span.of(parsed.text), link.url) for link in parsed.links] == [
        ("closed", "https://a.example/")
    ]
    assert [(r.kind, r.author, r.text, r.at, r.span.of(parsed.text)) for r in parsed.remarks] == [
        (RemarkKind.COMMENT, "Ruth", "Which one?", "2026-03-14T10:00:00", "is closed"),
        (RemarkKind.FOOTNOTE, "", "Council minutes, p. 4.", None, "today"),
    ]
    assert parsed.about.title == "Bridge closed"


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    "<manifest:encryption-data/></manifest:manifest>"
)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"\n\n\n", "a.csv", Refusal.EMPTY),
        (b"\x7fELF\0\0\1\0\2", "a.csv", Refusal.BINARY),
        (book(("Empty", [])), "a.xlsx", Refusal.NO_TEXT),
        (make_zip({"xl/workbook.xml": b"<broken"}), "a.xlsx", Refusal.DAMAGED),
        (book(("A", [["a", "b"], [1, 2]]))[:900], "a.xlsx", Refusal.TRUNCATED),
        (epub({"a.xhtml": "<p>Words.</p>"}, LOCKED), "a.epub", Refusal.ENCRYPTED),
        (epub({}), "a.epub", Refusal.NO_TEXT),
        (epub({"a.xhtml": "<p>Words.</p>"}).replace(b"O/p.opf", b"O/q.opf"), "a.epub", Refusal.DAMAGED),
        (odt(manifest=MANIFEST), "a.odt", Refusal.ENCRYPTED),
        (odt("<other/>"), "a.odt", Refusal.OTHER_FORMAT),
        (odt()[:700], "a.odt", Refusal.TRUNCATED),
        (b"plain words", "a.odt", Refusal.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_for_its_reason(data: bytes, name: str, reason: Refusal) -> None:
    assert answer(data, name) == {"refused": reason.name}
