"""Comments and notes of Word files stand on their words; more files are tried in benchmarks/word_files.py."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from making_docx import make_docx

from benchmarks.word_files import SHAPES, Shape, made, wrong
from workbench.model import RemarkKind
from workbench.reading.markers import Turn, marker, parts, without_markers
from workbench.reading.parsing import parse


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_the_text_and_what_each_remark_is_about_are_right(shape: Shape) -> None:
    assert list(wrong(shape, made(shape), "a.docx")) == []


def test_a_comment_keeps_its_author_time_and_paragraphs() -> None:
    def fill(document: Any) -> None:
        run = document.add_paragraph("The bridge closed.").runs[0]
        document.add_comment([run], text="When?\nAnd why?", author="Ruth Adeyemi", initials="RA")

    (remark,) = parse(make_docx(fill), "a.docx").remarks
    assert (remark.kind, remark.author, remark.text, remark.done) == (
        RemarkKind.COMMENT,
        "Ruth Adeyemi",
        "When?\nAnd why?",
        False,
    )
    assert remark.at is not None
    assert remark.at.endswith("Z")


def test_characters_that_look_like_our_marks_are_only_characters() -> None:
    sly = marker(Turn.OPEN, "comment0")

    def fill(document: Any) -> None:
        run = document.add_paragraph(f"One {sly}two three.").runs[0]
        document.add_comment([run], text=f"About {sly}it", author="R")

    data = make_docx(fill)
    assert Document(BytesIO(data)).paragraphs[0].text.count("\ue000") == 1
    parsed = parse(data, "a.docx")
    assert parsed.text == "One \ufffdcomment0\ufffdtwo three."
    (remark,) = parsed.remarks
    assert remark.text == "About \ufffdcomment0\ufffdit"


def test_marks_are_told_from_words() -> None:
    text = f"a{marker(Turn.OPEN, 'x1')}b{marker(Turn.CLOSE, 'x1')}\ue003c"
    assert list(parts(text)) == ["a", (Turn.OPEN, "x1"), "b", (Turn.CLOSE, "x1"), "\ue003c"]
    assert list(parts(without_markers(text))) == [without_markers(text)]
