"""The author's own Word file keeps its words and looks, and gains a comment on every claim."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from making_docx import add_link, make_docx

from workbench.export.docx_copy import annotate_copy
from workbench.export.report import Report
from workbench.model import Passage
from workbench.text import Span, quote

WORDS = (
    "The bridge carries 20,000 vehicles a day, the council said. It is the only road to Skarn.\n\n"
    "It closed on Monday."
)


def fill(document: Any) -> None:
    paragraph = document.add_paragraph("The bridge ")
    paragraph.add_run("carries ").bold = True
    paragraph.add_run("20,000 veh").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run("icles a day, the ")
    add_link(paragraph, "council said", "https://council.example/")
    paragraph.add_run(". It is the only road to Skarn.")
    document.add_comment([paragraph.runs[0]], text="From the author", author="Ruth", initials="R")
    document.add_paragraph("It closed on Monday.")


def on_words(report: Report, *wanted: str) -> Report:
    claims = []
    for number, words in enumerate(wanted, 1):
        start = WORDS.index(words)
        span = Span(start, start + len(words))
        old = report.claims[0]
        passage = Passage(old.passages[0].document, old.passages[0].revision, span, quote(WORDS, span))
        claims.append(
            replace(old, id=f"c{number}", number=number, span=span, wording=words, passages=(passage,))
        )
    return replace(report, text=WORDS, claims=tuple(claims))


def looks(document: Any) -> list[list[tuple[str, Any, Any]]]:
    """Each character of each paragraph with its formatting."""
    return [
        [
            (letter, run.bold, run.font.highlight_color)
            for item in paragraph.iter_inner_content()
            for run in (getattr(item, "runs", None) or [item])
            for letter in run.text
        ]
        for paragraph in document.paragraphs
    ]


def covered(document: Any) -> dict[str, str]:
    """The words each comment covers, by the first words of the comment."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    open_: set[str] = set()
    words: dict[str, str] = {}
    for element in document.element.body.iter():
        if element.tag == f"{w}commentRangeStart":
            open_.add(element.get(f"{w}id"))
        elif element.tag == f"{w}commentRangeEnd":
            open_.discard(element.get(f"{w}id"))
        elif element.tag == f"{w}t":
            for id in open_:
                words[id] = words.get(id, "") + element.text
    return {comment.text.split()[0]: words.get(str(comment.comment_id), "") for comment in document.comments}


@pytest.mark.parametrize(
    "wanted",
    [
        ("20,000 vehicles a day",),
        (
            "The bridge carries",
            "bridge carries 20,000 vehicles a day, the council said",
            "It closed on Monday.",
        ),
        ("council said. It is the only road to Skarn.\n\nIt closed",),
        ("a", "vehicles", "Skarn."),
    ],
)
def test_comments_cover_the_claims_and_nothing_else_changes(report: Report, wanted: tuple[str, ...]) -> None:
    original = make_docx(fill)
    made = annotate_copy(original, on_words(report, *wanted))
    before, after = Document(BytesIO(original)), Document(BytesIO(made.data))
    assert made.missing == ()
    assert looks(after) == looks(before)
    found = covered(after)
    assert found.pop("From") == "The bridge "
    assert list(found.values()) == [words.replace("\n\n", "") for words in wanted]


def test_a_claim_whose_words_are_not_in_the_file_is_told(report: Report) -> None:
    lost = replace(
        on_words(report, "It closed on Monday.").claims[0],
        passages=(
            Passage(
                report.claims[0].passages[0].document,
                report.claims[0].passages[0].revision,
                Span(0, 9),
                quote("Elsewhere it rained for weeks", Span(0, 29)),
            ),
        ),
    )
    made = annotate_copy(make_docx(fill), replace(on_words(report, "Skarn"), claims=(lost,)))
    assert made.missing == (lost,)
