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
