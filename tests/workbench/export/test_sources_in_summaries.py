"""What a summary tells of sources and contacts, and what it keeps at the desk, in every format."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from casework import STAMP, checked_case
from docx import Document as open_docx
from lxml import html as lxml_html

from workbench import linking, register
from workbench.change import Change, Edit
from workbench.export import summary_bytes, words
from workbench.export.gathering import build_report
from workbench.export.report import Report
from workbench.export.sources import Register
from workbench.model import (
    Channel,
    CitationId,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    DocumentId,
    Reply,
    Source,
    SourceId,
    SourceKind,
    Terms,
)

FORMATS = ("html", "md", "docx", "json")
BRANDT = Source(
    SourceId("brandt"),
    "Ilse Brandt",
    SourceKind.PERSON,
    DocumentId("letter"),
    "Answers within a day; wrong once before.",
    (DocumentId("paper"),),
    terms=Terms.ON_RECORD,
)
CLERK = Source(
    SourceId("clerk"), "Petra Lund", SourceKind.PERSON, None, "Sits in the next room.", terms=Terms.BACKGROUND
)
SHIELDED = Source(
    SourceId("lantern"),
    "Lantern",
    SourceKind.PERSON,
    DocumentId("paper"),
    "Has the duty rota.",
    protected=True,
)


def contact(id: str, source: Source, **known: object) -> Contact:
    made = Contact(
        ContactId(id), source.id, "Nora Quist", "2026-03-05T14:05", Channel.PHONE, f"Asked {source.id}?"
    )
    return replace(made, **known)  # type: ignore[arg-type]


CONTACTS = (
    contact("one", BRANDT, claim=ClaimId("quote"), reply=Reply.ASKED),
    contact(
        "two",
        BRANDT,
        at="2026-03-06",
        answer="Nobody was, she repeats.",
        claim=ClaimId("quote"),
        reply=Reply.GIVEN,
    ),
    contact("three", CLERK, answer="It was 23 days, and they all knew.", claim=ClaimId("days")),
    contact("four", SHIELDED, answer="The rota was burnt."),
)


def filled(path: Path, *, internal: bool = False) -> Report:
    store = checked_case(path)
    for source in (BRANDT, CLERK, SHIELDED):
        store.apply(register.add(source, STAMP))
    for item in CONTACTS:
        store.apply(register.log(item, STAMP))
    accused = store.get(Claim, "quote")
    assert accused is not None
    kind = replace(accused, kind=ClaimKind.ACCUSATION)
    store.apply(Change("Say what it asserts", STAMP, (Edit(accused, kind),)))
    for number, source in enumerate((BRANDT, CLERK)):
        store.apply(linking.cite(kind, source, CitationId(f"c{number}"), STAMP, new=False))
    built = build_report(store, STAMP.at, internal=internal)
    store.close()
    return built


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return filled(tmp_path / "a.twosource")


def read(report: Report, format: str) -> str:
    """All that a reader finds in the file."""
    data = summary_bytes(report, format)
    if format == "docx":
        document = open_docx(io.BytesIO(data))
        said = [comment.text for comment in document.comments]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *said])
    text = data.decode().replace("\\", "")
    return " ".join(lxml_html.fromstring(text).text_content().split()) if format == "html" else text


@pytest.mark.parametrize("format", ["html", "md", "docx"])
def test_sources_on_record_are_told_with_all_that_is_known(report: Report, format: str) -> None:
    told = read(report, format)
    for wanted in (
        "Ilse Brandt",
        "person, primary, on record",
        "cited for claim 2",
        "Answers within a day; wrong once before.",
        "Letter of the fire service; Station dark for weeks",
        "5 March 2026, 14:05, phone, by Nora Quist, about claim 2, right of reply asked",
        "Asked brandt? Answer: Nobody was, she repeats.",
        "Given (Ilse Brandt, 6 March 2026, phone). Nobody was, she repeats.",
    ):
        assert wanted in told, wanted


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_said_in_confidence_stays_at_the_desk(report: Report, format: str) -> None:
    told = read(report, format)
    for kept in ("Petra Lund", "they all knew", "next room", "Asked clerk?", "duty rota", "burnt"):
        assert kept not in told, kept
    assert "Source A" in told
    assert "Lantern" in told
    assert "on background" in told


@pytest.mark.parametrize("format", FORMATS)
def test_the_desks_own_copy_tells_it_and_says_so(tmp_path: Path, format: str) -> None:
    told = read(filled(tmp_path / "b.twosource", internal=True), format)
    for wanted in ("Petra Lund", "they all knew", "next room", "Lantern", "burnt"):
        assert wanted in told, wanted
    assert ("desk only" in told) or json.loads(told)["internal"]


def test_a_protected_source_is_not_given_away_by_its_documents(report: Report) -> None:
    entry = next(entry for entry in report.register if entry.source.name == "Lantern")
    assert (entry.documents, entry.source.document, entry.source.papers) == ((), None, ())
    assert words.standing(entry.source) == "person, primary, protected"
    assert words.exchanged(entry.contacts[0]) == "What was said is kept at the desk."
    assert entry.contacts[0].at == "2026-03-05"


def test_json_holds_the_whole_report(report: Report) -> None:
    told = json.loads(summary_bytes(report, "json"))
    claim = told["claims"][1]
    assert claim["reply"]["state"] == "given"
    assert claim["sources"][0]["name"] == "Ilse Brandt"
    assert claim["span"] == [report.claims[1].span.start, report.claims[1].span.end]
    assert told["made"] == STAMP.at.isoformat()
    assert [entry["source"]["name"] for entry in told["register"]][1:] == [
        "Ilse Brandt",
        "Source A",
        "Lantern",
    ]


def test_an_accusation_nobody_was_asked_about_is_told(tmp_path: Path) -> None:
    store = checked_case(tmp_path / "c.twosource")
    claim = store.get(Claim, "days")
    assert claim is not None
    store.apply(
        Change("Say what it asserts", STAMP, (Edit(claim, replace(claim, kind=ClaimKind.ACCUSATION)),))
    )
    built = build_report(store, STAMP.at)
    store.close()
    assert "**Right of reply:** Not asked yet." in read(built, "md")
    assert built.claims[1].reply is None


@pytest.mark.parametrize(
    ("reply", "answer", "sentence"),
    [
        (Reply.ASKED, "", "Asked (Ilse Brandt, 5 March 2026, 14:05, phone); no answer yet."),
        (Reply.DECLINED, "", "Declined (Ilse Brandt, 5 March 2026, 14:05, phone)."),
        (Reply.GIVEN, "We regret it.", "Given (Ilse Brandt, 5 March 2026, 14:05, phone). We regret it."),
    ],
)
def test_where_a_right_of_reply_stands(reply: Reply, answer: str, sentence: str) -> None:
    logged = contact("one", BRANDT, claim=ClaimId("days"), reply=reply, answer=answer)
    claim = Claim(ClaimId("days"), None)  # type: ignore[arg-type]
    found = Register([BRANDT], [logged], {}, internal=False).reply_to(claim, {ClaimId("days"): 1})
    assert found is not None
    assert words.reply(found) == sentence


def test_a_confidential_answer_to_an_accusation_is_kept_back() -> None:
    logged = contact("one", CLERK, claim=ClaimId("days"), reply=Reply.GIVEN, answer="We regret it.")
    claim = Claim(ClaimId("days"), None)  # type: ignore[arg-type]
    found = Register([CLERK], [logged], {}, internal=False).reply_to(claim, {ClaimId("days"): 1})
    assert found is not None
    assert words.reply(found) == "Given (Source A, 5 March 2026, phone). The answer is kept at the desk."


def test_a_contact_about_another_storys_claim_is_not_told() -> None:
    logged = contact("one", BRANDT, claim=ClaimId("elsewhere"))
    (entry,) = Register([BRANDT], [logged], {}, internal=False).entries({}, {})
    assert entry.contacts == ()


def test_stand_ins_go_on_after_z() -> None:
    many = [replace(CLERK, id=SourceId(str(number)), name=f"Person {number}") for number in range(28)]
    entries = Register(many, (), {}, internal=False).entries({}, {})
    assert [entry.source.name for entry in entries[24:]] == ["Source Y", "Source Z", "Source AA", "Source AB"]
