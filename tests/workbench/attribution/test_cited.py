from __future__ import annotations

from collections.abc import Callable

from workbench.attribution import cited_sources, kind_of
from workbench.model import Credit, SourceKind
from workbench.text import Span

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


def test_kinds_are_told_by_their_words() -> None:
    assert kind_of("the Salt Bay Gazette") is SourceKind.NEWSPAPER
    assert kind_of("a letter to the mayor") is SourceKind.LETTER
    assert kind_of("the internal audit") is SourceKind.DOCUMENT
    assert kind_of("AFP") is SourceKind.AGENCY
    assert kind_of("Ida Marsh") is SourceKind.PERSON
