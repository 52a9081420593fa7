"""Chains through the real engine: texts as they are written, from reading who says what to where it began."""

from __future__ import annotations

import pytest
from casework import revision, words
from credited_by_hand import takes

from workbench.attribution import find_credits
from workbench.language import Language
from workbench.model import (
    Attribution,
    AttributionId,
    Document,
    DocumentId,
    Layout,
    Role,
    SourceKind,
    passage,
)
from workbench.tracing.provenance import trace
from workbench.tracing.trails import chain_of, roots
from workbench.tracing.values import Provenance, TracedText

LETTER = """Letter of the lock keepers to the Brenholt Town Council

To the Brenholt Town Council.

Dear councillors,

Between 3 and 9 May we found cracks in 11 of the 40 gates of the Brenholt canal.
In two of them the oak is rotten to the core.
We ask that the canal be closed to barges heavier than 60 tonnes.

Yours sincerely,

Marta Rehn
Head lock keeper
"""
WIRE = """Canal gates cracked, keepers warn

BRENHOLT, 12 May 2026 (Inland Wire) – Keepers found cracks in 11 gates, a letter seen by Inland Wire shows.

In the letter to the council, head lock keeper Marta Rehn wrote that the oak of two gates is rotten.

Mayor Tilo Karst said on Tuesday that the town had no money for new gates.
"""
STORY = """Rotten gates on the canal

According to the Inland Wire news agency, the oak of two gates of the Brenholt canal is rotten to the core.

Lock keeper Marta Rehn told the Brenholt Courier that no barge had been harmed so far.

Two officials said the canal would be closed in June.

Reuters reported that barge owners want to be paid for the delay.
"""


def read(language: Language, id: str, text: str, **known: object) -> TracedText:
    written = revision(id, text)
    credits = find_credits(language.parse(text, ()), ())
    items = tuple(
        Attribution(
            AttributionId(f"{id}-{number}"),
            written.document,
            written.id,
            " ".join(span.of(text) for span in credit.source),
            " ".join(span.of(text) for span in credit.cue),
            credit,
        )
        for number, credit in enumerate(credits)
    )
    document = Document(DocumentId(id), Role.SOURCE, text.splitlines()[0], **known)  # type: ignore[arg-type]
    return TracedText(document, written, Layout(written.id), items)


@pytest.fixture(scope="module")
def texts(language: Language) -> tuple[TracedText, ...]:
    return (
        read(language, "story", STORY, outlet="The Meridian", published="2026-05-14"),
        read(language, "letter", LETTER, kind=SourceKind.LETTER, published="2026-05-10"),
        read(language, "wire", WIRE, kind=SourceKind.AGENCY, outlet="Inland Wire", published="2026-05-12"),
    )


@pytest.fixture(scope="module")
def found(texts: tuple[TracedText, ...]) -> Provenance:
    return trace(texts)


STORY_NAME, LETTER_NAME, WIRE_NAME = (text.splitlines()[0] for text in (STORY, LETTER, WIRE))


def test_story_agency_letter_and_writer_make_a_chain(
    found: Provenance, texts: tuple[TracedText, ...]
) -> None:
    told = passage(texts[0].revision, words(STORY, "the oak of two gates"))
    names = {party.id: party.name for party in found.parties}
    chain = [(names[edge.taker], names[edge.giver]) for edge in chain_of(found, told)]
    assert chain[0] == (STORY_NAME, WIRE_NAME)
    assert (WIRE_NAME, LETTER_NAME) in chain
    assert (LETTER_NAME, "Marta Rehn") in chain
    (began,) = roots(found, found.edges[0].taker, told)
    assert names[began] == "Marta Rehn"


def test_what_is_not_in_the_case_is_named_as_that(found: Provenance) -> None:
    assert (STORY_NAME, "Reuters story") in takes(found)
    assert (STORY_NAME, "Brenholt Courier story") in takes(found)
    missing = {party.name for party in found.parties if party.document is None and not party.is_primary}
    assert missing == {"Reuters story", "Brenholt Courier story"}


def test_officials_stay_officials_of_their_text(found: Provenance) -> None:
    unnamed = {party.name: party.id for party in found.parties if party.unnamed}
    assert unnamed["Two officials"] == "source:two officials@story"
    (edge,) = (edge for edge in found.edges if edge.giver == unnamed["Two officials"])
    assert edge.why == "“Rotten gates on the canal” credits these words to two officials (“said”)."


def test_a_report_is_not_its_own_source(found: Provenance) -> None:
    assert (WIRE_NAME, "Inland Wire story") not in takes(found)
    assert all(edge.taker != edge.giver for edge in found.edges)
    assert found.circles == ()
