"""The list of blocks that is printed says what the web page says, in words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import html as lxml_html

from workbench.export.blocks import Block, Facts, Judgement, Run, Table, Text, blocks, from_blocks, to_blocks
from workbench.export.html import to_html
from workbench.export.report import Report
from workbench.model import Disposition, DocumentId


def runs(block: Block) -> Iterator[Run]:
    """All words of a block, those that are one value as one run."""
    match block:
        case Text():
            yield from block.runs
        case Judgement():
            yield from (Run(block.number), Run(block.verdict), Run(block.standing))
        case Facts():
            for label, value in block.rows:
                yield from (Run(label), *value)
        case Table():
            yield from map(Run, block.head)
            for row in block.rows:
                yield from (run for cell in row for run in cell)


def said(report: Report) -> str:
    return " ".join(run.words for block in blocks(report).blocks for run in runs(block))


def links(report: Report) -> set[str]:
    return {run.link for block in blocks(report).blocks for run in runs(block) if run.link}


def test_it_says_all_that_the_page_says(report: Report) -> None:
    body = lxml_html.fromstring(to_html(report)).find("body")
    assert body is not None
    told = "".join(said(report).split())
    for words in body.itertext():
        assert "".join(words.strip(" ·:\n").split()) in told


def test_it_comes_back_from_json_as_it_was(report: Report) -> None:
    assert from_blocks(to_blocks(report)) == blocks(report)


def test_it_leads_where_the_page_leads(report: Report) -> None:
    page = lxml_html.fromstring(to_html(report))
    addresses = {link for link in page.xpath("//a/@href") if not link.startswith("#")}
    assert {link for link in links(report) if not link.startswith("#")} == addresses


def test_a_claim_that_is_not_settled_leads_to_where_it_stands(report: Report) -> None:
    first = replace(report.claims[0], disposition=Disposition.LEGAL)
    assert f"#{first.number}" in links(replace(report, claims=(first, *report.claims[1:])))


def test_no_address_but_a_web_address_is_followed(report: Report) -> None:
    addresses = ("javascript:alert(1)", "file:///etc/passwd", " https://x.example", "data:text/html,x", "#1")
    documents = tuple(
        replace(report.documents[0], id=DocumentId(str(at)), url=url, archived_url=url)
        for at, url in enumerate(addresses)
    )
    told = replace(report, documents=documents, claims=(), register=())
    assert {link.partition(":")[0] for link in links(told)} == {"twosource"}
    assert "javascript:alert(1)" in said(told)


def test_readers_get_no_address_of_the_desk(report: Report) -> None:
    assert not [link for link in links(replace(report, public=True)) if link.startswith("twosource")]


def test_every_claim_and_section_has_a_bookmark(report: Report) -> None:
    marks = [block.mark for block in blocks(report).blocks if isinstance(block, Text | Judgement)]
    assert {"Claims", "Documents"} <= set(marks)
    assert sum(mark.startswith("Claim ") for mark in marks) == len(report.claims)
