"""The Word summary is as rich as the page, and Word with comments uses the author's own file."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from casework import STAMP, STORY, checked_case
from docx import Document as open_docx
from lxml import html as lxml_html
from making_docx import make_docx

from workbench.change import Change, Edit
from workbench.errors import ExportFailed
from workbench.export import summary_bytes, words
from workbench.export.annotated import annotated, missing_told
from workbench.export.gathering import build_report
from workbench.export.html import to_html
from workbench.export.report import Report
from workbench.model import Document, DocumentId, Original, Sha256


def opened(data: bytes) -> Any:
    return open_docx(io.BytesIO(data))


def all_words(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_it_says_what_the_page_says(report: Report) -> None:
    told = all_words(opened(summary_bytes(report, "summary.docx")))
    page = lxml_html.fromstring(to_html(report))
    for claim in report.claims:
        for label, value in words.facts(claim):
            assert label in told
            assert value in told
    for heading in page.xpath("//h2"):
        assert heading.text_content() in told
    for wanted in ("closed for 23 days", "The letter says 23 days.", "courier.example", report.head):
        assert wanted in told


def test_its_headings_its_table_and_its_pages_are_real(report: Report) -> None:
    document = opened(summary_bytes(report, "summary.docx"))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Heading 2") == len(report.claims)
    assert "Title" in styles
    overview = document.tables[0]
    assert [cell.text for cell in overview.columns[0].cells] == ["No.", "1", "2", "3"]
    footer = document.sections[0].footer._element.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


def test_every_item_leads_back_to_its_record(report: Report) -> None:
    document = opened(summary_bytes(report, "summary.docx"))
    targets = {part.target_ref for part in document.part.rels.values() if part.is_external}
    for claim in report.claims:
        assert words.opens(report, "claim", claim.id) in targets
        for witness in claim.witnesses:
            assert words.opens(report, "evidence", witness.id) in targets
    for entry in report.register:
        assert words.opens(report, "source", entry.source.id) in targets


def with_own_file(path: Path, text: str) -> Any:
    """The case, its story read from a Word file with these paragraphs."""

    def fill(document: Any) -> None:
        for line in filter(None, text.split("\n")):
            document.add_paragraph(line).runs[0].italic = True

    store = checked_case(path)
    data = make_docx(fill)
    digest = Sha256(sha256(data).hexdigest())
    story = store.get(Document, DocumentId("story"))
    assert story is not None
    from_word = replace(story, filename="Story.DOCX", original=digest)
    store.apply(Change("Import", STAMP, (Edit(story, from_word),)), [Original(digest, data)])
    return store


def test_comments_go_into_the_author_s_own_file(tmp_path: Path) -> None:
    with closing(with_own_file(tmp_path / "a.twosource", STORY)) as store:
        made = annotated(store, build_report(store, STAMP.at))
    document = opened(made.data)
    assert made.missing == ()
    assert len(list(document.comments)) == 3
    assert [paragraph.text for paragraph in document.paragraphs] == list(filter(None, STORY.split("\n")))
    assert all(run.italic for paragraph in document.paragraphs for run in paragraph.runs if run.text)


def test_claims_that_the_author_s_file_does_not_have_are_listed_and_told(tmp_path: Path) -> None:
    shorter = STORY.replace("It was the first closure in 40 years.", "A picture stands here.")
    with closing(with_own_file(tmp_path / "a.twosource", shorter)) as store:
        made = annotated(store, build_report(store, STAMP.at))
    assert [claim.id for claim in made.missing] == ["first"]
    assert missing_told(made).startswith("Claim 3 was not found word for word")
    paragraphs = [paragraph.text for paragraph in opened(made.data).paragraphs]
    assert any("the first closure in 40 years" in paragraph for paragraph in paragraphs[-3:])


def test_a_file_that_word_itself_would_not_open_is_left_for_one_made_anew(tmp_path: Path) -> None:
    with closing(checked_case(tmp_path / "a.twosource")) as store:
        data = b"PK\x03\x04 broken"
        digest = Sha256(sha256(data).hexdigest())
        story = store.get(Document, DocumentId("story"))
        assert story is not None
        broken = replace(story, filename="story.docx", original=digest)
        store.apply(Change("Import", STAMP, (Edit(story, broken),)), [Original(digest, data)])
        made = annotated(store, build_report(store, STAMP.at))
    assert len(list(opened(made.data).comments)) == 3


def test_readers_get_no_comments(tmp_path: Path) -> None:
    with closing(checked_case(tmp_path / "a.twosource")) as store:
        report = replace(build_report(store, STAMP.at), public=True)
        with pytest.raises(ExportFailed, match="not for readers"):
            annotated(store, report)
