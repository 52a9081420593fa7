from typing import Any

import pytest
from making_docx import add_link, make_docx, make_zip

from workbench.model import ZoneRole
from workbench.reading.parsing import parse
from workbench.reading.refusals import Refusal, Refused


def fill(document: Any) -> None:
    document.core_properties.author = "Ann Peel"
    document.add_heading("Harbour bridge to close", 0)
    document.add_paragraph("14 March 2026")
    paragraph = document.add_paragraph("The bridge will close for ")
    add_link(paragraph, "eleven weeks", "https://council.example/notice")
    paragraph.add_run(" from April, the council said.")
    document.add_heading("Ferries", 1)
    for words in ("First at six", "Last at midnight"):
        document.add_paragraph(words, style="List Bullet")
    document.add_paragraph("A ferry leaves the quay.", style="Caption")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Cost", "4.2 million"


def test_text_links_headings_captions_and_tables_come_through() -> None:
    parsed = parse(make_docx(fill), "bridge.docx")
    assert parsed.text == (
        "Harbour bridge to close\n\n14 March 2026\n\nThe bridge will close for eleven weeks from April, "
        "the council said.\n\nFerries\n\nFirst at six\nLast at midnight\n\nA ferry leaves the quay.\n\n"
        "Cost\t4.2 million"
    )
    assert [(zone.span.of(parsed.text), zone.role) for zone in parsed.zones] == [
        ("Harbour bridge to close", ZoneRole.HEADING),
        ("Ferries", ZoneRole.HEADING),
        ("A ferry leaves the quay.", ZoneRole.CAPTION),
    ]
    assert [(link.span.of(parsed.text), link.url) for link in parsed.links] == [
        ("eleven weeks", "https://council.example/notice")
    ]


def test_title_author_and_date_are_found() -> None:
    about = parse(make_docx(fill), "bridge.docx").about
    assert (about.title, about.byline, about.published) == (
        "Harbour bridge to close",
        "Ann Peel",
        "2026-03-14",
    )


def test_the_name_of_the_program_is_no_author() -> None:
    data = make_docx(lambda document: document.add_paragraph("One paragraph without an author."))
    assert parse(data, "a.docx").about.byline == ""


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        (OLE, Refusal.OLD_WORD),
        (make_docx(fill)[:9000], Refusal.TRUNCATED),
        (make_docx(lambda _: None), Refusal.NO_TEXT),
        (make_zip({"ppt/presentation.xml": b"<x/>"}), Refusal.OTHER_FORMAT),
        (make_zip({"notes.txt": b"hello"}), Refusal.BINARY),
        (make_zip({"word/document.xml": bytes(300_000_000)}), Refusal.TANGLED),
        (make_zip({"word/document.xml": b"<broken"}), Refusal.DAMAGED),
    ],
    ids=["locked", "old", "cut short", "empty", "slides", "archive", "bomb", "broken"],
)
def test_a_file_that_cannot_be_read_is_refused_for_its_reason(data: bytes, reason: Refusal) -> None:
    from workbench.reading.jail import answer

    assert answer(data, "a.docx") == {"refused": reason.name}


def test_the_reason_reaches_the_caller() -> None:
    with pytest.raises(Refused):
        parse(OLE, "a.docx")
