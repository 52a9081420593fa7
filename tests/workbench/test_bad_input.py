"""Texts that are no tidy English news story: what is read of them, and what is left alone."""

from __future__ import annotations

import pytest

from workbench.analysis import Analysis
from workbench.engine import LocalEngine
from workbench.model import SpeakerKind
from workbench.quotations import find_quotations


@pytest.fixture(scope="module")
def engine() -> LocalEngine:
    return LocalEngine()


def claims(text: str, found: Analysis) -> list[str]:
    return [claim.span.of(text) for claim in found.claims]


def said(text: str, found: Analysis) -> list[tuple[str, str]]:
    """Who is credited with what."""
    return [
        (
            " … ".join(span.of(text) for span in credit.source),
            " … ".join(span.of(text) for span in credit.content),
        )
        for credit in found.credits
    ]


TRANSCRIPT = """[applause]
MS. MARSH: Thank you all for coming.

We spent £4 million on the bridge last year.
(crosstalk)
Q: Did the ministry know of it?
A: The ministry was told in 2019. We wrote 14 letters.
MS. MARSH: That is all. [laughter]
[applause]
"""


def test_in_a_transcript_the_speaker_is_credited_up_to_the_next_turn(engine: LocalEngine) -> None:
    found = engine.analyse(TRANSCRIPT)
    assert said(TRANSCRIPT, found) == [
        ("MS. MARSH", "Thank you all for coming. … We spent £4 million on the bridge last year."),
        ("Q", "Did the ministry know of it?"),
        ("A", "The ministry was told in 2019. We wrote 14 letters."),
        ("MS. MARSH", "That is all. [laughter]"),
    ]
    kinds = [credit.voice.kind for credit in found.credits if credit.voice]
    assert kinds == [SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.UNNAMED, SpeakerKind.PERSON]


def test_in_a_transcript_neither_names_nor_stage_directions_are_claimed(engine: LocalEngine) -> None:
    assert claims(TRANSCRIPT, engine.analyse(TRANSCRIPT)) == [
        "We spent £4 million on the bridge last year.",
        "The ministry was told in 2019.",
        "We wrote 14 letters.",
    ]


def test_turns_may_bear_the_time_or_stand_below_the_name(engine: LocalEngine) -> None:
    timed = (
        "Ida Marsh (12:31): We spent £4 million on it.\nOwen Cole (12:35): It was more than that.\n"
        "Ida Marsh (12:37): The ferry is full."
    )
    assert [who for who, _ in said(timed, engine.analyse(timed))] == ["Ida Marsh", "Owen Cole", "Ida Marsh"]
    below = (
        "SMITH\nWe spent £4 million on it.\n\nCOLE\nIt was more than that.\n\n"
        "SMITH\nThe ferry is full.\n\nCOLE\nIt is not."
    )
    assert said(below, engine.analyse(below))[:2] == [
        ("SMITH", "We spent £4 million on it."),
        ("COLE", "It was more than that."),
    ]


def test_a_speaker_in_capitals_goes_by_the_full_name(engine: LocalEngine) -> None:
    text = (
        "The council heard Owen Cole on Monday.\nCOLE: It is shut for good.\nCHAIR: Since when is that so?\n"
        "COLE: Since the storm came."
    )
    turn = next(one for one in engine.analyse(text).credits if one.source[0].of(text) == "COLE")
    assert turn.resolved == "Owen Cole"


@pytest.mark.parametrize(
    "table",
    [
        "Year\tPassengers\tCost\n2021\t31,000 people\t£1.2 million was spent\n2022\t38,000\t£1.9 million",
        "| Name | Office | Votes |\n|---|---|---|\n| Ida Marsh said | Mayor | She won 4,210 votes |\n"
        "| All votes cast: | | 8,187 |",
        "Year      Passengers      Cost\n2021      31,000 people     £1.2 million was spent",
        "Mayor: Ida Marsh\t4,210 votes in all\tre-elected\nMayor: Owen Cole\t3,977 votes in all\tnot elected",
    ],
)
def test_rows_of_a_table_are_no_claims_and_credit_nobody(engine: LocalEngine, table: str) -> None:
    found = engine.analyse(table)
    assert (claims(table, found), said(table, found)) == ([], [])


def test_navigation_credits_nobody(engine: LocalEngine) -> None:
    text = (
        "Home\nNews | Sport | Weather | Travel\nSubscribe: get our newsletter\nMenu: Home\n"
        "Read more: Bridge closed after storm\nShare: Facebook Twitter\nPhoto: Ida Marsh/Reuters\n"
        "Related: Council votes to close the bridge\nTags: bridge, mayor\n"
        "The mayor said the gate had rusted."
    )
    assert said(text, engine.analyse(text)) == [("The mayor", "the gate had rusted")]


def test_capitals_throughout_are_read(engine: LocalEngine) -> None:
    text = (
        "GATE HAS RUSTED\nTHE MAYOR OF SALT BAY, IDA MARSH, SAID ON TUESDAY THAT THE GATE HAD RUSTED. "
        "THE COUNCIL VOTED 9 TO 3 TO CLOSE THE BRIDGE.\nSUBSCRIBE TO OUR NEWSLETTER"
    )
    found = engine.analyse(text)
    assert said(text, found) == [("THE MAYOR OF SALT BAY, IDA MARSH,", "THAT THE GATE HAD RUSTED")]
    assert "THE COUNCIL VOTED 9 TO 3 TO CLOSE THE BRIDGE." in claims(text, found)


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_several_paragraphs_is_one_persons(engine: LocalEngine, marks: str) -> None:
    first, last = marks
    quotation = f"{first}The gate rusted for 40 years.\n\n{first}We wrote 14 letters,{last}"
    text = f"The mayor spoke.\n\n{quotation} Ida Marsh told the council."
    assert said(text, engine.analyse(text)) == [("Ida Marsh", quotation)]


def test_a_forgotten_closing_mark_swallows_no_speaker(engine: LocalEngine) -> None:
    text = "Ida Marsh came. “The gate has rusted for 40 years, she said. The council voted 9 to 3."
    found = engine.analyse(text)
    assert said(text, found) == [("she", "“The gate has rusted for 40 years,")]
    assert "The council voted 9 to 3." in claims(text, found)
    (quotation,) = find_quotations(text)
    assert not quotation.closed


@pytest.mark.parametrize(
    ("text", "quotation", "sentences"),
    [
        (
            "Die Bürgermeisterin sagte, das Tor sei verrostet. „Vierzig Jahre hat niemand hingesehen“, sagte "
            "sie. Der Rat stimmte mit neun zu drei Stimmen dafür, und die Brücke wird nun gesperrt.",
            "Vierzig Jahre hat niemand hingesehen",
            3,
        ),
        (
            "La maire a déclaré que la porte était rouillée. « Personne ne l’a regardée », a-t-elle dit. "
            "Le conseil a voté la fermeture du pont, et le bac ne circule plus depuis hier.",
            "Personne ne l’a regardée",
            3,
        ),
        (
            "Мэр заявила, что ворота заржавели. «Сорок лет никто на них не смотрел», — сказала она.",
            "Сорок лет никто на них не смотрел",
            2,
        ),
        ("市长表示，大门已经生锈。“四十年来没有人看过它。”议会决定关闭大桥。", "四十年来没有人看过它。", 3),
    ],
)
def test_other_languages_have_sentences_and_quotations(
    engine: LocalEngine, text: str, quotation: str, sentences: int
) -> None:
    found = engine.analyse(text)
    assert len(found.sentences) == sentences
    assert found.names == ()
    assert [one.words.of(text) for one in find_quotations(text)] == [quotation]
    assert all(not credit.source for credit in found.credits)
