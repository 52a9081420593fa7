from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.addresses import by_address
from workbench.attribution import cited_sources, kind_of
from workbench.model import Credit, Document, DocumentId, Role, SourceKind
from workbench.text import Span

PAGE = "https://example.org/letter"
Find = Callable[..., tuple[Credit, ...]]


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_letter_and_agency_are_both_cited(credits_in: Find) -> None:
    text = "According to the Northern Wire news agency, the letter states: “The gate has rusted.”"
    found = cited_sources(text, place(text, "The gate has rusted."), credits_in(text), ())
    assert {(source.name, source.kind) for source in found} == {
        ("the letter", SourceKind.LETTER),
        ("the Northern Wire news agency", SourceKind.AGENCY),
    }
    assert all(source.place.of(text) == source.name for source in found)


def test_a_speaker_is_cited_by_the_full_name(credits_in: Find) -> None:
    text = "Ida Marsh left. Marsh said the gate had rusted."
    (source,) = cited_sources(text, place(text, "the gate had rusted"), credits_in(text), ())
    assert (source.name, source.kind) == ("Ida Marsh", SourceKind.PERSON)
    assert source.place.of(text) == "Marsh"


def test_a_person_named_with_the_office_is_no_other_source(credits_in: Find) -> None:
    text = "Salt Bay’s mayor, Owen Cole, said the gate was shut. Cole said the hinges had rusted."
    found = cited_sources(text, Span(0, len(text)), credits_in(text), ())
    assert [source.name for source in found] == ["Owen Cole"]


def test_a_link_in_the_sentence_is_cited(credits_in: Find) -> None:
    text = "The gate has rusted. The hinges, engineers wrote, are gone (full report). The crew left."
    links = [
        (place(text, "full report"), "https://example.org/report"),
        (place(text, "crew"), "https://x.org"),
    ]
    found = cited_sources(text, place(text, "The hinges"), (), links)
    assert [(source.name, source.url) for source in found] == [("full report", "https://example.org/report")]


def test_a_link_on_the_speakers_name_is_not_a_second_source(credits_in: Find) -> None:
    text = "Reuters reported that the gate had rusted."
    links = [(place(text, "Reuters"), "https://example.org/story")]
    (source,) = cited_sources(text, place(text, "the gate had rusted"), credits_in(text), links)
    assert (source.name, source.kind, source.url) == (
        "Reuters",
        SourceKind.AGENCY,
        "https://example.org/story",
    )


def test_an_unresolved_pronoun_is_no_source(credits_in: Find) -> None:
    text = "It said the gate had rusted."
    assert cited_sources(text, place(text, "the gate had rusted"), credits_in(text), ()) == ()


def test_a_link_to_a_document_of_the_case_is_joined() -> None:
    text = "The gate has rusted (more details). The crew left."
    letter = Document(DocumentId("d"), Role.SOURCE, "Letter of 3 March", url=PAGE, kind=SourceKind.LETTER)
    links = [(place(text, "more details"), "https://m.example.org/letter?utm_source=mail")]
    (source,) = cited_sources(text, place(text, "rusted"), (), links, by_address([letter]))
    assert (source.name, source.kind, source.document) == ("Letter of 3 March", SourceKind.LETTER, "d")


def test_a_link_whose_anchor_says_nothing_goes_by_its_host() -> None:
    text = "The gate has rusted. (More details) The crew left."
    links = [(place(text, "More details"), "https://web.archive.org/web/2026/https://www.example.org/a")]
    (source,) = cited_sources(text, place(text, "rusted"), (), links)
    assert (source.name, source.kind, source.document) == ("example.org", SourceKind.WEBSITE, None)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The gate has rusted (document).", "document", SourceKind.DOCUMENT),
        ("The gate has rusted (see inspection report).", "inspection report", SourceKind.DOCUMENT),
        ("The gate has rusted (Source: Reuters).", "Reuters", SourceKind.AGENCY),
        ("Papers seen by Reuters show rust.", "Reuters", SourceKind.AGENCY),
        (
            "Rust is spreading, a 2019 study by the Harbour Institute shows.",
            "a 2019 study by the Harbour Institute",
            SourceKind.STUDY,
        ),
        ("All this is in Ida Marsh’s first letter.", "Ida Marsh’s first letter", SourceKind.LETTER),
    ],
)
def test_documents_and_outlets_are_named_without_a_cue(text: str, name: str, kind: SourceKind) -> None:
    (source,) = cited_sources(text, Span(0, 5), ())
    assert (source.name, source.kind, source.place.of(text)) == (name, kind, name)


@pytest.mark.parametrize(
    "text",
    [
        "The gate (built in 1904) has rusted.",
        "The gate (rusted) opened.",
        "Some reports to that end are old.",
    ],
)
def test_other_brackets_are_no_sources(text: str) -> None:
    assert cited_sources(text, Span(0, 5), ()) == ()


def test_an_author_and_the_letter_are_two_sources(credits_in: Find) -> None:
    text = (
        "In a letter to the council, Ida Marsh wrote that hinges broke. The letter says the gate had rusted."
    )
    found = cited_sources(text, place(text, "the gate had rusted"), credits_in(text))
    assert {(source.name, source.kind) for source in found} == {
        ("Ida Marsh", SourceKind.PERSON),
        ("a letter to the council", SourceKind.LETTER),
    }


def test_a_government_is_no_person(credits_in: Find) -> None:
    text = "Norland’s government said the gate had rusted."
    (source,) = cited_sources(text, place(text, "rusted"), credits_in(text))
    assert source.kind is SourceKind.ORGANISATION


def test_kinds_are_told_by_their_words() -> None:
    assert kind_of("the Salt Bay Gazette") is SourceKind.NEWSPAPER
    assert kind_of("a letter to the mayor") is SourceKind.LETTER
    assert kind_of("the internal audit") is SourceKind.DOCUMENT
    assert kind_of("AFP") is SourceKind.AGENCY
    assert kind_of("Ida Marsh") is SourceKind.PERSON
    assert kind_of("the Ministry of Health") is SourceKind.ORGANISATION
    assert kind_of("a spokesman for the ministry") is SourceKind.PERSON
    assert kind_of("France") is SourceKind.ORGANISATION
    assert kind_of("MINUSMA") is SourceKind.ORGANISATION
