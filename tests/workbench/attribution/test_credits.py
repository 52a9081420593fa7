from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.attribution import find_credits
from workbench.language import Language
from workbench.model import Credit, Zone, ZoneRole
from workbench.text import Span

Find = Callable[..., tuple[Credit, ...]]
Told = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Harbour master Ida Marsh said that the gate was shut on Friday.",
            ("Harbour master Ida Marsh", "said", "that the gate was shut on Friday"),
        ),
        (
            "“The gate is shut,” said Marsh.",
            ("Marsh", "said", "“The gate is shut,”"),
        ),
        (
            "“The gate,” Marsh said, “is shut.”",
            ("Marsh", "said", "“The gate,” … “is shut.”"),
        ),
        (
            "“The gate is shut,” Marsh said. “It stays shut.”",
            ("Marsh", "said", "“The gate is shut,” … “It stays shut.”"),
        ),
        (
            "Marsh told the council on Monday: “The gate is shut. It stays shut.”",
            ("Marsh", "told", "“The gate is shut. It stays shut.”"),
        ),
        (
            "The gate, Marsh said, is shut.",
            ("Marsh", "said", "The gate … is shut"),
        ),
        (
            "Marsh described the gate as “a danger to every ship”.",
            ("Marsh", "described", "the gate as “a danger to every ship”"),
        ),
        (
            "The council accused Marsh of hiding the report.",
            ("The council", "accused", "Marsh of hiding the report"),
        ),
        (
            "Sailors urged the council to open the gate.",
            ("Sailors", "urged", "the council to open the gate"),
        ),
        (
            "The report found that the gate had rusted.",
            ("The report", "found", "that the gate had rusted"),
        ),
        (
            "According to two officials, the gate had rusted.",
            ("two officials", "According to", "the gate had rusted"),
        ),
        (
            "Sailors laughed at Marsh’s claim that the gate was safe.",
            ("Marsh", "claim", "that the gate was safe"),
        ),
        (
            "Sailors believe the gate is unsafe.",
            ("Sailors", "believe", "the gate is unsafe"),
        ),
        (
            "In a letter to the mayor of the town, the harbour master said that the gate had rusted.",
            ("the harbour master", "said", "that the gate had rusted"),
        ),
        (
            "The minister denied that the gate had rusted.",
            ("The minister", "denied", "that the gate had rusted"),
        ),
        (
            "Marsh doesn’t believe the gate is safe.",
            ("Marsh", "doesn’t believe", "the gate is safe"),
        ),
        (
            "The plan was rejected by the council.",
            ("the council", "was rejected by", "The plan"),
        ),
        (
            "The minister is expected to resign.",
            ("", "is expected", "The minister … to resign"),
        ),
        (
            "Critics have called on the mayor to resign.",
            ("Critics", "have called on", "the mayor to resign"),
        ),
        (
            "Asked whether the gate was safe, Cole replied: “Of course.”",
            ("Cole", "replied", "“Of course.”"),
        ),
        (
            "Salt Bay police: ferry carried stolen cars",
            ("Salt Bay police", ":", "ferry carried stolen cars"),
        ),
    ],
)
def test_a_credit_holds_source_cue_and_content(told_in: Told, text: str, told: tuple[str, str, str]) -> None:
    assert told in told_in(text)


def test_a_quotation_over_two_paragraphs_is_one_content(credits_in: Find) -> None:
    text = "Marsh said: “The gate is shut.\n\n“It stays shut.”"
    (credit,) = credits_in(text)
    assert credit.content[0].of(text) == "“The gate is shut.\n\n“It stays shut.”"
    assert credit.direct


def test_reported_words_are_not_direct(credits_in: Find) -> None:
    (credit,) = credits_in("Marsh said that the gate was “a danger” to ships.")
    assert not credit.direct


def test_an_agency_that_reports_a_letter_is_its_relay(credits_in: Find) -> None:
    text = "According to the Northern Wire news agency, the letter states: “The gate has rusted.”"
    credits = {credit.source[0].of(text): credit for credit in credits_in(text)}
    letter = credits["the letter"]
    assert [step.name for step in letter.via] == ["the Northern Wire news agency"]
    assert letter.content[0].of(text) == "“The gate has rusted.”"
    assert credits["the Northern Wire news agency"].via == ()


def test_the_letter_someone_wrote_in_is_the_relay(credits_in: Find) -> None:
    (credit,) = credits_in("In a letter to the council, Marsh wrote that the gate had rusted.")
    assert [step.name for step in credit.via] == ["a letter to the council"]


def test_an_outlet_that_was_told_is_the_relay(credits_in: Find) -> None:
    (credit,) = credits_in("Marsh told Reuters that the gate had rusted.")
    assert [step.name for step in credit.via] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "speaker", "resolved"),
    [
        ("Captain Ida Marsh left. Marsh said the gate had rusted.", "Marsh", "Ida Marsh"),
        ("Ida Marsh opened the gate. She said the hinges had rusted.", "She", "Ida Marsh"),
        (
            "Salt Bay’s mayor, Owen Cole, opened the gate. Salt Bay’s mayor said it had rusted.",
            "Salt Bay’s mayor",
            "Owen Cole",
        ),
        ("Ida Marsh left. Owen Cole said the gate had rusted.", "Owen Cole", None),
    ],
)
def test_a_speaker_is_tied_to_the_full_name(
    credits_in: Find, text: str, speaker: str, resolved: str | None
) -> None:
    credit = next(credit for credit in credits_in(text) if credit.source)
    assert credit.source[0].of(text) == speaker
    assert credit.resolved == resolved


def test_a_title_keeps_a_pronoun_from_the_wrong_person(credits_in: Find) -> None:
    text = "Mr. Cole met Ida Marsh. Owen Cole spoke first. She said the gate had rusted."
    credit = credits_in(text)[-1]
    assert credit.source[0].of(text) == "She"
    assert credit.resolved != "Owen Cole"


def test_words_within_a_quotation_credit_nobody(told_in: Told) -> None:
    assert [told[0] for told in told_in("“I think you said the gate was shut,” Marsh said.")] == ["Marsh"]


def test_what_was_never_said_is_not_credited(credits_in: Find) -> None:
    assert credits_in("Marsh would say that the gate is shut.") == ()


def test_furniture_gives_no_credit(credits_in: Find) -> None:
    text = "Mayor says the bridge is safe\nMarsh said the gate was shut.\nPolice: more here and there"
    zones = (
        Zone(Span(0, text.index("\n")), ZoneRole.FURNITURE),
        Zone(Span(text.index("Police"), len(text)), ZoneRole.FURNITURE),
    )
    assert [credit.source[0].of(text) for credit in credits_in(text, zones)] == ["Marsh"]


def test_transcripts_credit_each_turn(told_in: Told) -> None:
    text = "Q: Is the gate shut?\nA: It has been shut for years.\nQ: Why was that?\nA: Nobody knows why."
    assert [told[:2] for told in told_in(text)] == [("Q", ":"), ("A", ":")] * 2


def test_a_table_is_no_transcript(credits_in: Find) -> None:
    assert credits_in("Marsh: 1,769\nCole: 1,202\nMarsh: 88\nCole: 12") == ()


def test_another_language_still_gives_its_quotations(credits_in: Find) -> None:
    text = (
        "Le capitaine a déclaré vendredi matin : «Les travaux du port ont coûté quatre millions.» "
        "Personne ne sait pourquoi les travaux ont duré si longtemps dans la petite ville portuaire."
    )
    (credit,) = credits_in(text)
    assert credit.content[0].of(text) == "«Les travaux du port ont coûté quatre millions.»"
    assert (credit.source, credit.cue, credit.direct) == ((), (), True)


@pytest.mark.parametrize("text", ["", "   \n", "“", "said", "“” said", "THE GATE IS SHUT", ": :\n:"])
def test_odd_texts_are_no_trouble(language: Language, text: str) -> None:
    assert all(credit.content for credit in find_credits(language.parse(text)))


def test_a_long_quotation_without_a_speaker_is_credited_to_nobody(credits_in: Find) -> None:
    text = "The gate was shut.\n“Nobody here has ever seen the hinges of that gate turn.”\nThe crew left."
    (credit,) = credits_in(text)
    assert (credit.source, credit.cue, credit.direct) == ((), (), True)


def test_a_scare_quote_is_no_credit(credits_in: Find) -> None:
    assert credits_in("The “safe” gate was shut by its “owners”.") == ()


def test_a_quotation_on_the_next_line_goes_on(told_in: Told) -> None:
    text = "“The gate is shut,” Marsh said.\n\n“Nobody opens it without my leave.”"
    assert told_in(text) == [("Marsh", "said", "“The gate is shut,” … “Nobody opens it without my leave.”")]


def test_a_letter_that_ends_the_object_is_the_relay(credits_in: Find) -> None:
    text = "The ministry revealed its plans for the harbour in a letter to the council."
    (credit,) = credits_in(text)
    assert credit.content[0].of(text) == "its plans for the harbour"
    assert [step.name for step in credit.via] == ["a letter to the council"]
