"""What the written summaries hold, read back with other programs' parsers."""

from __future__ import annotations

import io
import json
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from casework import STAMP, STORY, add_text, checked_case, claim_on, new_case, revision, words
from docx import Document as open_docx
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from workbench import review
from workbench.change import Change, Edit
from workbench.errors import ExportFailed
from workbench.export import summary_bytes
from workbench.export.docx import to_docx
from workbench.export.gathering import build_report, chain
from workbench.export.html import to_html
from workbench.export.markdown import to_markdown
from workbench.export.plain import to_json
from workbench.export.report import Report
from workbench.model import (
    Attribution,
    Claim,
    Credit,
    Disposition,
    DocumentId,
    Query,
    QueryId,
    Role,
    ScaleId,
    Verdict,
    VerdictId,
    passage,
)
from workbench.text import Span

HOSTILE = (
    "<script>alert(1)</script> & <img src=x onerror=y> [link](javascript:x) *bold* `code` | cell\n1. list"
)


def test_the_report_numbers_claims_in_reading_order(report: Report) -> None:
    assert [claim.id for claim in report.claims] == ["days", "quote", "first"]
    assert [claim.number for claim in report.claims] == [1, 2, 3]


def test_the_report_counts_what_is_checked_and_unsettled(report: Report) -> None:
    assert report.checked == 2
    assert [claim.id for claim in report.unsettled] == ["quote"]
    assert report.tally() == (("Contradicted", 1), ("No verdict yet", 2))
    assert report.checkers == ("Nora Quist",)


def test_a_case_without_a_story_has_no_report(tmp_path: Path) -> None:
    store = new_case(tmp_path / "empty.twosource")
    with pytest.raises(ExportFailed, match="holds no story"):
        build_report(store, STAMP.at)
    store.close()


EVERYTHING = (
    "Fire station was shut for 19 days",
    "Tam Oduya",
    "The Weekly",
    "1 February 2026",
    "stood closed for 19 days",
    "closed for 23 days, from 2 to 25 January",
    "Letter of the fire service",
    "letter, primary",
    "Harwick Courier",
    "newspaper, secondary",
    "paragraph 1",
    "The letter says 23 days.",
    "Nora Quist",
    "7 March 2026, 09:30 UTC",
    "county director Ilse Brandt",
    "Ostley fire service",
    "Where does 19 come from?",
    "for 23 days",
    "on author",
    "https://courier.example/station",
    "2 February 2026",
)


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_summary_holds_everything_a_desk_files(report: Report, format: str) -> None:
    page = summary_bytes(report, format).decode()
    plain = page.replace("\\", "")
    for wanted in (*EVERYTHING, report.head, "archive"):
        assert wanted in plain, wanted


@pytest.mark.parametrize("format", ["html", "md", "docx", "json"])
def test_every_summary_tells_where_the_record_of_changes_ends(report: Report, format: str) -> None:
    data = summary_bytes(report, format)
    if format == "docx":
        page = "\n".join(paragraph.text for paragraph in open_docx(io.BytesIO(data)).paragraphs)
    else:
        page = data.decode()
    number = f'"changes": {report.changes}' if format == "json" else f"ends with change {report.changes}"
    assert report.changes > 1
    assert number in page
    assert report.head in page


def test_the_page_loads_and_runs_nothing(report: Report) -> None:
    tree = lxml_html.fromstring(to_html(report))
    assert not tree.xpath("//script|//img|//link|//iframe|//object|//@onerror")
    assert "url(" not in to_html(report)


def _spoiled(report: Report) -> Report:
    claim = replace(report.claims[0], wording=HOSTILE, note=HOSTILE, said_by=(HOSTILE,))
    story = replace(report.story, title=HOSTILE, byline=HOSTILE, url="javascript:alert(1)")
    documents = tuple(
        replace(document, title=HOSTILE, url="javascript:alert(1)") for document in report.documents
    )
    return replace(report, story=story, claims=(claim,), documents=documents)


def test_a_long_title_and_many_checkers_fit_the_annotated_copy(report: Report) -> None:
    story = replace(report.story, title="Bridge " * 100)
    names = tuple(f"Checker {number}" for number in range(60))
    data = to_docx(replace(report, story=story, checkers=names))
    assert open_docx(io.BytesIO(data)).core_properties.title.startswith("Bridge")


def test_a_verdict_of_a_step_that_is_gone_reads_by_its_own_word(tmp_path: Path) -> None:
    store = checked_case(tmp_path / "ostley.twosource")
    verdict = store.all(Verdict)[0]
    store.apply(Change("Decide", STAMP, (Edit(verdict, replace(verdict, step="five stars")),)))
    assert "five stars" in to_html(build_report(store, STAMP.at))
    store.close()


def test_hostile_text_stays_text_in_the_page(report: Report) -> None:
    tree = lxml_html.fromstring(to_html(_spoiled(report)))
    assert not tree.xpath("//script|//img")
    assert not [link for link in tree.xpath("//a/@href") if link.startswith("javascript")]
    assert HOSTILE in tree.xpath("string(//blockquote)")


def test_hostile_text_stays_text_in_markdown(report: Report) -> None:
    source = to_markdown(_spoiled(report))
    tree = lxml_html.fromstring(MarkdownIt("commonmark").render(source))
    assert not tree.xpath("//script|//img|//a[not(starts-with(@href, 'twosource://case/'))]")
    quoted = tree.xpath("string(//blockquote)")
    assert " ".join(HOSTILE.split()) in " ".join(quoted.split())


def test_robust_links_lead_to_the_archived_copy(report: Report) -> None:
    links = lxml_html.fromstring(to_html(report)).xpath("//a[@data-versionurl]")
    assert len(links) == 2  # beside the passage, and in the list of documents
    assert {link.get("data-originalurl") for link in links} == {"https://courier.example/station"}
    assert {link.get("data-versiondate") for link in links} == {"2026-02-02"}


def _comments(data: bytes) -> list[Any]:
    return list(open_docx(io.BytesIO(data)).comments)


def test_the_annotated_copy_holds_the_story_word_for_word(report: Report) -> None:
    document = open_docx(io.BytesIO(to_docx(report)))
    written = [paragraph.text for paragraph in document.paragraphs]
    for line in filter(None, STORY.split("\n")):
        assert line in written


def test_a_story_under_furniture_keeps_one_headline_and_greys_the_rest(report: Report) -> None:
    above = "Home  World  Fire station was shut…\n"
    claims = tuple(replace(claim, span=claim.span.shifted(len(above))) for claim in report.claims)
    story = replace(report, text=above + report.text, claims=claims, furniture=(Span(0, len(above) - 1),))
    document = open_docx(io.BytesIO(to_docx(story)))
    written = [paragraph.text for paragraph in document.paragraphs]
    assert written.count("Fire station was shut for 19 days") == 1
    (furniture,) = next(item for item in document.paragraphs if item.text.startswith("Home")).runs
    assert str(furniture.font.color.rgb) == "5D5D64"
    assert (
        _commented_words(to_docx(story), _comments(to_docx(story))[0].comment_id)
        == "stood closed for 19 days"
    )


def test_each_claim_is_a_real_comment_on_its_words(report: Report) -> None:
    data = to_docx(report)
    comments = _comments(data)
    assert len(comments) == 3
    assert "Contradicted" in comments[0].text
    assert "23 days" in comments[0].text
    assert comments[0].author == "Nora Quist"
    assert comments[0].initials == "NQ"
    assert _commented_words(data, comments[0].comment_id) == "stood closed for 19 days"


def _commented_words(data: bytes, comment: int) -> str:
    body = open_docx(io.BytesIO(data)).element.body
    inside, found = False, []
    for element in body.iter():
        name = element.tag.rsplit("}", 1)[1]
        number = next((v for k, v in element.attrib.items() if k.endswith("}id")), None)
        if name == "commentRangeStart" and number == str(comment):
            inside = True
        if name == "commentRangeEnd" and number == str(comment):
            inside = False
        if inside and name == "t":
            found.append(element.text or "")
    return "".join(found)


def test_overlapping_claims_keep_a_comment_each(tmp_path: Path) -> None:
    store = new_case(tmp_path / "overlap.twosource")
    story = add_text(store, "story", STORY, role=Role.STORY, title="Overlap")
    claim_on(store, story, "The Ostley fire station stood closed", "one")
    claim_on(store, story, "stood closed for 19 days", "two")
    claim_on(store, story, "admitted.\n“Nobody was", "three")
    data = to_docx(build_report(store, STAMP.at))
    store.close()
    commented = [_commented_words(data, comment.comment_id) for comment in _comments(data)]
    assert commented == [
        "The Ostley fire station stood closed",
        "stood closed for 19 days",
        "admitted.“Nobody was",
    ]


def test_characters_that_xml_forbids_do_not_spoil_the_copy(report: Report) -> None:
    claim = replace(report.claims[0], note="bell \x07 and \ufffe", disposition=Disposition.LEGAL)
    (comment,) = _comments(to_docx(replace(report, claims=(claim,))))
    assert re.search("bell  and", comment.text)


def test_an_unknown_format_is_refused(report: Report) -> None:
    with pytest.raises(ValueError, match="odt"):
        summary_bytes(report, "odt")


def test_what_nobody_has_looked_at_is_signed_by_the_program(report: Report) -> None:
    first, *others = report.claims
    proposed = replace(first, proposed=True, verdict=None, step=None)
    comments = _comments(to_docx(replace(report, claims=(proposed, *others))))
    assert comments[0].author == "Twosource"


def test_a_cue_without_letters_is_left_out() -> None:
    credit = Credit((Span(0, 4),), (Span(4, 5),), (Span(6, 20),))
    assert chain(Attribution("a", "d", "r", "Tolle", ":", credit)) == "Tolle"
    assert chain(Attribution("a", "d", "r", "Tolle", "wrote", credit)) == "Tolle (“wrote”)"


def test_a_claim_told_twice_names_both_places(tmp_path: Path) -> None:
    with closing(checked_case(tmp_path / "case.twosource")) as store:
        claim = next(claim for claim in store.all(Claim) if claim.id == "days")
        headline = passage(revision("story", STORY), words(STORY, "shut for 19 days"))
        told = replace(claim, also=(headline,))
        store.apply(Change("Join claims", STAMP, (Edit(claim, told),)))
        judged = next(item for item in build_report(store, STAMP.at).claims if item.id == "days")
    assert judged.place == "paragraph 2, also paragraph 1"


def test_who_owes_what_and_why_a_claim_is_confirmed_stand_in_every_summary(tmp_path: Path) -> None:
    store = checked_case(tmp_path / "ostley.twosource")
    first, quote = store.get(Claim, "first"), store.get(Claim, "quote")
    assert first is not None
    assert quote is not None
    store.apply(review.dispose(first, Disposition.CONFIRMED, STAMP, waiver="I counted the closures."))
    owed = review.owe(quote, "Tam Oduya", "2026-03-09", STAMP)
    assert owed is not None
    store.apply(owed)
    report = build_report(store, STAMP.at)
    page = lxml_html.fromstring(to_html(report)).text_content()
    comments = "\n".join(comment.text for comment in open_docx(io.BytesIO(to_docx(report))).comments)
    for summary in (page, to_markdown(report), comments):
        assert "I counted the closures." in summary
        assert "Tam Oduya, due 9 March 2026" in summary
    assert json.loads(to_json(report))["claims"][2]["waiver"] == "I counted the closures."
    store.close()


def test_a_query_about_other_words_is_told_with_these_words(tmp_path: Path) -> None:
    store = checked_case(tmp_path / "ostley.twosource")
    text = store.latest(DocumentId("story"))
    assert text is not None
    place = passage(text, words(text.text, "the county admitted"))
    query = Query(QueryId("loose"), None, "Who for the county?", "the mayor admitted", passage=place)
    store.apply(review.ask(replace(query, reason="It was her, not them."), STAMP))
    report = build_report(store, STAMP.at)
    for summary in (to_html(report), to_markdown(report)):
        for told in ("the county admitted", "Who for the county?", "the mayor admitted", "not them."):
            assert told in summary
    store.close()


def test_the_steps_of_the_scale_are_explained(report: Report) -> None:
    for summary in (to_html(report), to_markdown(report)):
        assert "Reliable sources say otherwise." in summary


def test_what_a_verdict_leaves_unproven_is_told_as_unsettled_under_any_scale(tmp_path: Path) -> None:
    store = checked_case(tmp_path / "ostley.twosource")
    first = store.get(Claim, "first")
    assert first is not None
    scale = ScaleId("nine-step")
    store.apply(review.decide(first, None, "unproven", "", VerdictId("first"), STAMP, scale=scale))
    report = build_report(store, STAMP.at)
    assert "first" in [claim.id for claim in report.unsettled]
    assert report.tally()[:2] == (("Contradicted", 1), ("Unproven", 1))
    assert "Unproven (Snopes-like, nine steps)" in to_markdown(report)
    store.close()
