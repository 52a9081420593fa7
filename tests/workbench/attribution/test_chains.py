"""Through whom a statement came, and what is told of the speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.model import Credit, SourceKind, SpeakerKind

Find = Callable[..., tuple[Credit, ...]]


def steps(credit: Credit) -> list[str]:
    return [step.name for step in credit.via]


def test_a_letter_quoted_by_an_agency_leads_back_to_its_author(credits_in: Find) -> None:
    text = (
        "In a letter to the harbour board, mayor Ida Marsh wrote that the hinges were lost. "
        "According to the Northern Wire news agency, the letter states: “The gate has rusted.”"
    )
    credit = next(credit for credit in credits_in(text) if credit.direct)
    assert credit.resolved == "Ida Marsh"
    assert steps(credit) == ["a letter to the harbour board", "the Northern Wire news agency"]
    assert [step.kind for step in credit.via] == [SourceKind.LETTER, SourceKind.AGENCY]
    assert [step.spans[0].of(text) for step in credit.via] == ["the letter", "the Northern Wire news agency"]


def test_this_letter_is_the_one_named_before(credits_in: Find) -> None:
    text = (
        "Marsh complained in a letter to the harbour board. The crew left. "
        "In this letter, Marsh said that the gate had rusted."
    )
    assert steps(credits_in(text)[-1]) == ["a letter to the harbour board"]


def test_whoever_reports_a_statement_is_a_step(credits_in: Find) -> None:
    text = "Reuters reported that Owen Cole told a court that Ida Marsh had said the gate was shut."
    credit = next(one for one in credits_in(text) if one.source[0].of(text) == "Ida Marsh")
    assert steps(credit) == ["Owen Cole", "Reuters"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Mayor Ida Marsh wrote in the letter, first reported by Norda, that the gate had rusted.",
            ["the letter", "Norda"],
        ),
        (
            "“The gate has rusted,” Marsh wrote in the letter, as first reported by the Northern Wire.",
            ["the letter", "the Northern Wire"],
        ),
        ("The gate has rusted, Marsh said in a memo obtained by Norda.", ["a memo", "Norda"]),
        ("In a letter seen by Reuters, Marsh said that the gate had rusted.", ["a letter", "Reuters"]),
        ("According to a copy seen by Norda, the gate had rusted.", ["Norda"]),
        ("The report, seen by Reuters, said the gate had rusted.", ["Reuters"]),
        ("Marsh told the Norda news agency that the gate had rusted.", ["the Norda news agency"]),
        (
            "Marsh said in a statement carried by the state news agency Norda that the gate had rusted.",
            ["a statement", "the state news agency Norda"],
        ),
        ("The gate had rusted, Marsh said, as first reported by Reuters.", ["Reuters"]),
        ("Marsh, as quoted by Norda, said that the gate had rusted.", ["Norda"]),
    ],
)
def test_who_passed_the_words_on_is_a_step(credits_in: Find, text: str, chain: list[str]) -> None:
    (credit,) = credits_in(text)
    assert steps(credit) == chain


@pytest.mark.parametrize(
    "text",
    [
        "Norda quoted Marsh as saying that the gate had rusted.",
        "Marsh was quoted by Norda as saying that the gate had rusted.",
        "“The gate has rusted,” Norda quoted Marsh as saying.",
        "“The gate has rusted,” Marsh was quoted as saying by Norda.",
    ],
)
def test_who_is_quoted_by_somebody_is_the_speaker(credits_in: Find, text: str) -> None:
    (credit,) = credits_in(text)
    assert [span.of(text) for span in credit.source] == ["Marsh"]
    assert steps(credit) == ["Norda"]


def test_what_the_statement_is_about_is_no_step(credits_in: Find) -> None:
    (credit,) = credits_in("Marsh said that the memo obtained by Reuters was false.")
    assert credit.via == ()


def test_a_person_who_saw_a_letter_passes_nothing_on(credits_in: Find) -> None:
    (credit,) = credits_in("In a letter seen by Owen Cole, Marsh said that the gate had rusted.")
    assert "Owen Cole" not in steps(credit)


def test_a_document_credited_goes_by_its_plain_name(credits_in: Find) -> None:
    (credit,) = credits_in("The report, seen by Reuters, said the gate had rusted.")
    assert credit.resolved == "The report"


def test_an_outlet_named_at_the_end_reports_the_speaker(credits_in: Find) -> None:
    text = "Ida Marsh said that the gate had rusted, according to Reuters."
    said = {one.source[0].of(text): steps(one) for one in credits_in(text)}
    assert said == {"Ida Marsh": ["Reuters"], "Reuters": []}


def test_a_document_with_its_author_is_one_step(credits_in: Find) -> None:
    text = (
        "Owen Cole's internal review indicated that the crew publicly said that the gate had rusted, "
        "according to Cole."
    )
    chains = {one.source[0].of(text): (one.resolved, steps(one)) for one in credits_in(text)}
    assert chains["Owen Cole's internal review"] == ("Owen Cole", ["Owen Cole's internal review"])
    assert chains["the crew"] == (None, ["Owen Cole's internal review"])


def test_an_editors_note_has_no_author_of_that_name(credits_in: Find) -> None:
    (credit,) = credits_in("Editor’s note says that the gate had rusted.")
    assert (credit.resolved, credit.via) == (None, ())


def test_nobody_is_a_relay_of_their_own_words(credits_in: Find) -> None:
    text = "Owen Cole opened the gate. Cole said that he believed the hinges were lost."
    assert all(credit.via == () for credit in credits_in(text))


@pytest.mark.parametrize(
    ("text", "kind", "group", "count"),
    [
        ("Two officials said the gate was shut.", SpeakerKind.UNNAMED, "officials", "two"),
        ("Several senior officials said it was shut.", SpeakerKind.UNNAMED, "senior officials", "several"),
        ("Witnesses said the gate was shut.", SpeakerKind.UNNAMED, "Witnesses", ""),
        ("A number of witnesses said it was shut.", SpeakerKind.UNNAMED, "witnesses", "a number"),
        ("Dozens of residents said it was shut.", SpeakerKind.UNNAMED, "residents", "dozens"),
        (
            "A source close to the board said the gate was shut.",
            SpeakerKind.UNNAMED,
            "source close to the board",
            "one",
        ),
        ("A spokesman said the gate was shut.", SpeakerKind.UNNAMED, "spokesman", "one"),
        ("The harbour master said the gate was shut.", SpeakerKind.PERSON, "", ""),
        ("Harbour master Ida Marsh said the gate was shut.", SpeakerKind.PERSON, "", ""),
        ("The government said the gate was shut.", SpeakerKind.ORGANISATION, "", ""),
        ("The report said the gate was shut.", SpeakerKind.DOCUMENT, "", ""),
        ("She said the gate was shut.", SpeakerKind.PRONOUN, "", ""),
    ],
)
def test_the_voice_tells_who_speaks(
    credits_in: Find, text: str, kind: SpeakerKind, group: str, count: str
) -> None:
    (credit,) = credits_in(text)
    assert credit.voice is not None
    assert (credit.voice.kind, credit.voice.group, credit.voice.count) == (kind, group, count)


def test_one_or_two_quoted_words_are_no_credit_in_any_language(credits_in: Find) -> None:
    assert credits_in("Le port est «fermé» depuis longtemps et les «vrais travaux» ne sont pas finis.") == ()
