"""Annotations of other programs stand where their words do, or nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.annotations import Annotation, place_all, read_annotations, take_in
from workbench.annotations.folded import folded
from workbench.annotations.placing import place
from workbench.change import Stamp
from workbench.errors import UnreadableFile
from workbench.export.annotations import to_annotations
from workbench.export.report import Report
from workbench.model import Document, DocumentId, Revision, RevisionId, Role, Sha256
from workbench.text import Quote, Span, normalise, quote

STAMP = Stamp("Mara", datetime(2026, 3, 14, tzinfo=UTC))
LETTER = (
    "The hangers were counted twice.\n\nOn Monday the inspector counted fourteen hangers. On Friday the "
    "inspector counted fourteen hangers again, and wrote it down."
)
texts = (
    st.text(st.sampled_from("ab \n🙂é\u05d0\u202e😀ß"), min_size=1, max_size=80).map(normalise).filter(bool)
)


def about(text: str, words: str, *, at: int = 0, context: int = 32) -> Annotation:
    start = text.index(words, at)
    found = quote(text, Span(start, start + len(words)))
    return Annotation("", Quote(found.exact, found.prefix[-context:], found.suffix[:context]))


@given(texts, st.data())
def test_what_was_written_with_both_selectors_comes_back_to_the_same_words(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    written = Annotation("", quote(text, Span(start, end)), start, end)
    assert place(written, text) == Span(start, end)
    units = len(text[:start].encode("utf-16-le")) // 2
    assert place(replace(written, start=units, in_units=True), text) == Span(start, end)


@given(st.text("ab \n\t", max_size=60), st.data())
def test_a_folded_place_leads_back_to_the_characters_it_came_from(text: str, data: st.DataObject) -> None:
    read = folded(text)
    assert "  " not in read.text
    if read.text:
        at = data.draw(st.integers(0, len(read.text) - 1))
        origin = read.back(Span(at, at + 1)).of(text)
        assert origin[-1:] == read.text[at] or read.text[at] == " "


def test_lines_may_be_broken_otherwise() -> None:
    found = place(Annotation("", Quote("counted\n   twice. On  Monday")), LETTER)
    assert found is not None
    assert found.of(LETTER) == "counted twice.\n\nOn Monday"


def test_of_equal_words_those_with_the_same_surroundings_are_meant() -> None:
    second = about(LETTER, "counted fourteen hangers", at=80)
    assert place(second, LETTER) == Span(LETTER.index("counted fourteen", 80), LETTER.index(" again"))


def test_equal_words_with_equal_surroundings_are_nowhere() -> None:
    assert place(about("one two one two one two", "two", context=0), "one two one two one two") is None


def test_words_a_little_different_are_found_and_others_are_not() -> None:
    near = place(Annotation("", Quote("On Monday the inspectors counted fourteen hangers")), LETTER)
    assert near is not None
    assert "the inspector counted" in near.of(LETTER)
    assert place(Annotation("", Quote("On Monday the governor opened a new bridge")), LETTER) is None
    assert place(Annotation("", Quote("hangars")), LETTER) is None


def case() -> tuple[tuple[Document, ...], dict[DocumentId, Revision]]:
    documents = (
        Document(DocumentId("letter"), Role.SOURCE, "Letter", url="https://council.example/letter"),
        Document(DocumentId("story"), Role.STORY, "Story"),
    )
    texts = {"letter": LETTER, "story": "A story that says something else altogether."}
    return documents, {
        DocumentId(id): Revision(
            RevisionId(f"{id}-1"), DocumentId(id), 1, text, Sha256(sha256(text.encode()).hexdigest())
        )
        for id, text in texts.items()
    }


HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "created": "2026-03-01T10:00:00+00:00",
            "user": "acct:mara@hypothes.is",
            "uri": "https://council.example/letter?utm_source=x",
            "text": "Which inspector?",
            "tags": ["to ask"],
            "target": [
                {
                    "source": "https://council.example/letter",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]"},
                        {"type": "TextQuoteSelector", "exact": "counted twice", "prefix": "hangers were "},
                    ],
                }
            ],
        },
        {
            "user": "acct:mara@hypothes.is",
            "uri": "https://council.example/",
            "text": "A page note",
            "target": [{}],
        },
    ],
}
RECOGITO = [
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "value": "By whom?", "purpose": "commenting"},
            {"type": "TextualBody", "value": "Place", "purpose": "tagging"},
        ],
        "target": {
            "selector": [
                {"type": "TextQuoteSelector", "exact": "wrote it down"},
                {"type": "TextPositionSelector", "start": 141, "end": 154},
            ]
        },
        "creator": {"name": "Ines"},
    }
]


@pytest.mark.parametrize(
    ("content", "words", "said", "author"),
    [
        (HYPOTHESIS, "counted twice", "Which inspector?\n#to-ask", "mara"),
        (RECOGITO, "wrote it down", "By whom?\n#Place", "Ines"),
    ],
    ids=["hypothesis", "recogito"],
)
def test_other_programs_dialects_become_remarks(
    tmp_path: Path, content: object, words: str, said: str, author: str
) -> None:
    file = tmp_path / "annotations.json"
    file.write_text(json.dumps(content), "utf-8")
    ids = count(1)
    (placed,) = place_all(read_annotations(file).annotations, *case())
    change = take_in([placed], lambda: f"id{next(ids)}", STAMP)
    assert change is not None
    (edit,) = change.edits
    assert (edit.after.passage.quote.exact, edit.after.text, edit.after.author) == (words, said, author)
    assert take_in([placed], lambda: "other", STAMP, [edit.after]) is None


@pytest.mark.parametrize(
    "source", ["urn:twosource:document:second", "https://www.velmer.example/letter?utm_source=mail#top"]
)
def test_of_documents_with_the_same_words_the_one_that_is_named_is_meant(source: str) -> None:
    documents, texts = [], {}
    for id, url in (("first", None), ("second", "https://velmer.example/letter"), ("third", None)):
        documents.append(Document(DocumentId(id), Role.SOURCE, id, url=url))
        text = Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, LETTER, Sha256("0" * 64))
        texts[text.document] = text
    (placed,) = place_all([Annotation(source, Quote("counted twice"))], documents, texts)
    assert placed.revision is texts[DocumentId("second")]


def test_an_annotation_of_other_words_says_why_it_is_nowhere() -> None:
    (placed,) = place_all(
        [Annotation("https://elsewhere.example/", Quote("no such words at all here"))], *case()
    )
    assert placed.why_not == "No document of the case has its words."


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"a": 1}', '[{"target": "https://a.example/"}]', "\x00\xff"]
)
def test_a_file_without_annotations_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "odd.json"
    file.write_text(content, "utf-8")
    with pytest.raises(UnreadableFile, match=r"odd\.json holds no annotations"):
        read_annotations(file)


def test_what_a_report_writes_comes_back_to_the_same_words(tmp_path: Path, report: Report) -> None:
    file = tmp_path / "case.json"
    file.write_text(to_annotations(report), "utf-8")
    read = read_annotations(file).annotations
    story = [
        one for one in read if one.source in (report.story.url, f"urn:twosource:document:{report.story.id}")
    ]
    spans = {place(one, report.text) for one in story}
    assert {claim.span for claim in report.claims} <= spans
    assert all(one.quote.exact == span.of(report.text) for one in story if (span := place(one, report.text)))
