"""The list of blocks that is printed says what the web page says, in words alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import html as lxml_html

from workbench.export.blocks import (
    Block,
    Facts,
    Judgement,
    Run,
    Style,
    Table,
    Text,
    blocks,
    from_blocks,
    to_blocks,
)
from workbench.export.drafts import DraftsTold, Reworded
from workbench.export.html import to_html
from workbench.export.report import Report
from workbench.model import Disposition, DocumentId, Remark, RemarkId, RemarkKind


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


def full(report: Report) -> Report:
    """The report with something under every heading that a summary can have."""
    claim, other = report.claims[:2]
    asked = next(one.queries[0] for one in report.claims if one.queries)
    place = claim.passages[0]
    return replace(
        report,
        internal=True,
        claims=(
            replace(
                claim, disposition=Disposition.UNVERIFIABLE, owner="Ida Holm", due="2026-03-09", answer="No."
            ),
            replace(other, kept_back=2, witnesses=()),
            *report.claims[2:],
        ),
        queries=(asked,),
        remarks=(Remark(RemarkId("r"), place, RemarkKind.COMMENT, "Was it? <b>Ask</b>.", "Ruth Adeyemi"),),
        drafts=DraftsTold((Reworded(1, "shut for 12 days", 1, judged=True),)),
        documents=tuple(
            replace(one, byline="Tam Oduya", accessed="2026-03-02", archived_url="https://archive.example/1")
            for one in report.documents
        ),
    )


VARIANTS: dict[str, Callable[[Report], Report]] = {
    "a case checked in part": lambda report: report,
    "everything": full,
    "for readers": lambda report: replace(report, public=True),
    "nothing": lambda report: replace(report, claims=(), documents=(), register=(), approval=None),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_it_says_all_that_the_page_says(report: Report, variant: str) -> None:
    given = VARIANTS[variant](report)
    body = lxml_html.fromstring(to_html(given)).find("body")
    assert body is not None
    told = "".join(said(given).split())
    for words in body.itertext():
        assert "".join(words.strip(" ·:\n").split()) in told
    texts = [block for block in blocks(given).blocks if isinstance(block, Text)]
    headings = [text.runs[0].words for text in texts if text.style is Style.SECTION]
    assert headings == [heading.text_content() for heading in body.iter("h2")]


def test_every_heading_was_among_them(report: Report) -> None:
    template = (files("resources") / "templates" / "summary.html.j2").read_text("utf-8")
    told = said(full(report))
    assert [heading for heading in re.findall("<h2>(.*?)</h2>", template) if heading not in told] == []


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
