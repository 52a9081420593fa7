"""Two hundred hostile strings through every format, read back with other programs' parsers: text stays."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from hostile import hostile
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdf import PdfReader

from ui.export.files import write_summary
from workbench.export import summary_bytes, words
from workbench.export.claim_review import Publisher, to_claim_review
from workbench.export.letters import legal
from workbench.export.report import Report
from workbench.export.separated import original
from workbench.model import DocumentId

STRINGS = hostile()


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report that has every string as a claim with its note and conclusion, and as a document."""
    from casework import STAMP, checked_case

    from workbench.export.gathering import build_report

    store = checked_case(tmp_path_factory.mktemp("hostile") / "case.twosource")
    report = build_report(store, STAMP.at)
    store.close()
    first = next(claim for claim in report.claims if claim.verdict)
    assert first.verdict is not None
    claims = []
    for number, text in enumerate(STRINGS, 1):
        place = replace(first.passages[0], quote=replace(first.passages[0].quote, exact=text))
        given = replace(first.verdict, conclusion=text)
        claims.append(
            replace(
                first,
                id=f"c{number}",
                number=number,
                wording=text,
                note=text,
                verdict=given,
                passages=(place,),
                said_by=(text,),
                public=True,
            )
        )
    documents = [
        replace(report.documents[0], id=DocumentId(f"d{n}"), title=text, byline=text, url=text)
        for n, text in enumerate(STRINGS)
    ]
    return replace(report, claims=tuple(claims), documents=tuple(documents))


def plain(texts: Iterable[str]) -> list[str]:
    """Without what white space there is: parsers fold it each in their own way."""
    return ["".join(text.split()) for text in texts]


def wanted() -> list[str]:
    return plain(map(legal, STRINGS))


def test_there_are_two_hundred_of_them() -> None:
    assert len(set(STRINGS)) == 200


def test_the_page_runs_nothing_and_says_all(spoiled: Report) -> None:
    tree = lxml_html.fromstring(summary_bytes(spoiled, "html").decode())
    assert not tree.xpath("//script|//img|//iframe|//object|//link|//@*[starts-with(name(), 'on')]")
    assert all(re.match("(#|https?://|twosource://)", link) for link in tree.xpath("//a/@href"))
    said = plain(quote.text_content() for quote in tree.xpath("//blockquote"))
    assert said == plain(words.quoted(legal(text)) for text in STRINGS)
    assert plain(one.text_content() for one in tree.xpath("//p[@class='conclusion']")) == wanted()


def test_markdown_runs_nothing_and_says_all(spoiled: Report) -> None:
    page = MarkdownIt("commonmark").render(summary_bytes(spoiled, "md").decode())
    tree = lxml_html.fromstring(page)
    assert not tree.xpath("//script|//img|//code[contains(., 'alert')]")
    assert all(link.startswith("twosource://case/") for link in tree.xpath("//a/@href"))
    said = plain(quote.text_content() for quote in tree.xpath("//blockquote"))
    assert said == plain(words.quoted(legal(text)) for text in STRINGS)


def test_the_word_summary_says_all_and_links_nowhere_else(spoiled: Report) -> None:
    document = open_docx(io.BytesIO(summary_bytes(spoiled, "summary.docx")))
    paragraphs = plain(paragraph.text for paragraph in document.paragraphs)
    for text in STRINGS:
        assert "".join(words.quoted(legal(text)).split()) in paragraphs
    targets = [part.target_ref for part in document.part.rels.values() if part.is_external]
    assert targets
    assert all(re.match("(https?|twosource)://", target) for target in targets)


def test_comments_say_all(spoiled: Report) -> None:
    document = open_docx(io.BytesIO(summary_bytes(spoiled, "docx")))
    said = [plain(paragraph.text for paragraph in comment.paragraphs) for comment in document.comments]
    assert len(said) == len(STRINGS)
    for text, lines in zip(STRINGS, said, strict=True):
        assert "".join(f"Note: {legal(text)}".split()) in lines


def test_no_cell_is_alive_and_every_cell_says_all(spoiled: Report) -> None:
    book = load_workbook(io.BytesIO(summary_bytes(spoiled, "xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert all(re.match("(https?|twosource)://", link) for link in links)
    assert [row[1].value for row in book["Claims"].iter_rows(min_row=2)] == list(map(legal, STRINGS))


def test_no_csv_cell_is_alive_and_every_cell_says_all(spoiled: Report) -> None:
    file = io.StringIO(summary_bytes(spoiled, "csv").decode("utf-8-sig"), newline="")
    _, *rows = csv.reader(file)
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert [original(row[1]) for row in rows] == list(map(legal, STRINGS))


def test_data_say_all(spoiled: Report) -> None:
    told = json.loads(summary_bytes(spoiled, "json"))
    assert [claim["wording"] for claim in told["claims"]] == list(map(legal, STRINGS))
    page = json.loads(summary_bytes(spoiled, "annotations.json"))
    exact = [
        item["target"]["selector"][0]["exact"]
        for item in page["items"]
        if item["id"].startswith("urn:twosource:claim:")
    ]
    assert exact == [without_halves(text) for text in STRINGS]


def test_claim_review_ends_no_script_and_says_all(spoiled: Report) -> None:
    publisher = Publisher("The Meridian", "https://meridian.example", "https://meridian.example/check")
    text = to_claim_review(spoiled, publisher).encode("utf-8", "ignore").decode()
    assert "</" not in text
    told = json.loads(text)["@graph"]
    assert [entry["claimReviewed"] for entry in told] == [
        without_halves(" ".join(text.split())) for text in STRINGS
    ]


def test_bibliographies_keep_their_fields_and_say_all(spoiled: Report) -> None:
    items = json.loads(summary_bytes(spoiled, "csl.json"))
    assert plain(item["title"] for item in items[1:]) == plain(map(without_halves, STRINGS))
    ris = summary_bytes(spoiled, "ris").decode()
    entries = [entry.split("\r\n") for entry in ris.split("ER  - \r\n\r\n") if entry]
    assert len(entries) == len(STRINGS) + 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for entry in entries for line in entry if line)
    bib = summary_bytes(spoiled, "bib").decode()
    assert len(re.findall(r"^@\w+\{", bib, re.M)) == len(STRINGS) + 1
    assert all(_balanced(entry) for entry in bib.split("\n\n") if entry.strip())


def _balanced(entry: str) -> bool:
    """As BibTeX counts: braces behind a backslash count for it as well as any, so they must pair up."""
    depth, escaped = 0, False
    for letter in entry:
        if not escaped:
            depth += (letter == "{") - (letter == "}")
        escaped = letter == "\\" and not escaped
        if depth < 0:
            return False
    return depth == 0


def test_the_printed_summary_runs_nothing(spoiled: Report, tmp_path: Path) -> None:
    short = tuple(claim for claim in spoiled.claims if len(claim.wording) < 500)
    write_summary(replace(spoiled, claims=short), tmp_path / "out.pdf", "pdf")
    reader = PdfReader(tmp_path / "out.pdf")
    root: Any = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    actions = [
        note.get_object().get("/A", {})
        for page in reader.pages
        for note in (page.get("/Annots") or ())  # type: ignore[attr-defined]
    ]
    assert {action.get("/S") for action in actions} <= {"/URI", "/GoTo", None}
    uris = [str(action["/URI"]) for action in actions if "/URI" in action]
    assert all(re.match("(#|https?://|twosource://)", uri) for uri in uris)
    said = "".join(page.extract_text() for page in reader.pages)
    text = "".join(letter for letter in said if letter > " ")  # pypdf takes spaces for other small signs
    for claim in short:
        if claim.wording.isascii():
            assert "".join(legal(claim.wording).split()) in text


def without_halves(text: str) -> str:
    """What UTF-8 can hold of a text."""
    return text.encode("utf-8", "ignore").decode()
