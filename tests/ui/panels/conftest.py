"""A whole case for the panes: a story about a reservoir, its sources, claims in every state."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from memory_store import MemoryStore
from PySide6.QtWidgets import QApplication

from ui.session import Session
from ui.theme.look import Look
from workbench.change import Change, Stamp, added
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    ClaimKind,
    Credit,
    Disposition,
    Document,
    Evidence,
    Layout,
    Relation,
    Relay,
    Revision,
    Risk,
    Role,
    Sha256,
    Source,
    SourceKind,
    Status,
    Verdict,
    passage,
)
from workbench.text import Span

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)

STORY = """Reservoir stood at a fifth of its volume, inspectors write
The Hallow reservoir held 21 percent of its volume at the end of August, the lowest level since 1976.
According to the news agency Norda, the inspectors’ letter states that more than 340 households were \
cut off for nine days. The water board was warned in writing as early as May, the letter says.
“Nobody told us the valves had failed,” said Marten Oyelaran, who leads the water board.
The board spent 4.6 million crowns on tankers, almost twice what repairs would have cost.
Repairs are to begin in October. No other reservoir in the region has been emptied for repairs before."""

LETTER = """Letter of the inspectorate to the water board
The reservoir at Hallow held 23 percent of its volume on 31 August, not counting the lower basin.
A total of 312 households in Upper Hallow were without water for nine days.
We drew your attention to the state of the valves in our note of 18 May.
The cost of tankers came to 4.6 million crowns. Repairs were put at 2.5 million crowns in 2024."""

AGENCY = """Hundreds without water in Hallow
More than 340 households were cut off for nine days, inspectors say in a letter seen by Norda.
The water board declined to comment."""


def words_of(document, text):
    id = f"{document}-1"
    return Revision(id, document, 1, text, Sha256(sha256(text.encode()).hexdigest()))


def place(revision, words):
    start = revision.text.index(words)
    return passage(revision, Span(start, start + len(words)))


def water_case():
    """Every value of the case, in the order in which they can be added."""
    story, letter, agency = (
        words_of("story", STORY),
        words_of("letter", LETTER),
        words_of("agency", AGENCY),
    )
    level = Claim(
        "level",
        place(story, "held 21 percent of its volume at the end of August, the lowest level since 1976"),
        kind=ClaimKind.FIGURE,
        risk=Risk.NUMBER,
        disposition=Disposition.CORRECTED,
        note="Letter gives 23 percent, without the lower basin. Ask desk to change the figure.",
    )
    homes = Claim(
        "homes",
        place(story, "more than 340 households were cut off for nine days"),
        kind=ClaimKind.FIGURE,
        risk=Risk.NUMBER,
        score=91.0,
        reasons=("number: more than 340 households",),
    )
    warned = Claim(
        "warned",
        place(story, "The water board was warned in writing as early as May"),
        kind=ClaimKind.ACCUSATION,
        disposition=Disposition.CONFIRMED,
    )
    valves = Claim(
        "valves",
        place(story, "Nobody told us the valves had failed"),
        Status.PROPOSED,
        ClaimKind.QUOTATION,
        Risk.QUOTATION,
        score=77.0,
        reasons=("quotation of Marten Oyelaran", "accusation: nobody told us"),
    )
    spent = Claim(
        "spent",
        place(story, "The board spent 4.6 million crowns on tankers"),
        kind=ClaimKind.FIGURE,
        disposition=Disposition.CONFIRMED,
    )
    twice = Claim(
        "twice",
        place(story, "almost twice what repairs would have cost"),
        Status.PROPOSED,
        ClaimKind.FIGURE,
        Risk.NUMBER,
        score=68.0,
        reasons=("number: almost twice",),
    )
    only = Claim(
        "only",
        place(story, "No other reservoir in the region has been emptied for repairs before"),
        kind=ClaimKind.SUPERLATIVE,
        risk=Risk.SUPERLATIVE,
    )
    credits = Credit(
        (Span(STORY.index("the inspectors’ letter"), STORY.index("the inspectors’ letter") + 22),),
        (),
        (place(story, homes.wording).span,),
        via=(Relay("Norda"),),
    )
    return (
        Case("case", "Water", "two-source", NOON),
        Document(
            "story",
            Role.STORY,
            "Reservoir stood at a fifth of its volume",
            "Ines Vallo",
            "The Hallow Courier",
            "2026-03-12",
        ),
        Document(
            "letter",
            Role.SOURCE,
            "Letter of the inspectorate to the water board",
            outlet="Regional Inspectorate",
            published="2025-09-04",
            kind=SourceKind.LETTER,
            filename="inspectorate-letter.pdf",
        ),
        Document(
            "agency",
            Role.SOURCE,
            "Hundreds without water in Hallow",
            outlet="Norda",
            published="2026-03-11T17:40:00Z",
            url="https://norda.example/2026/03/hallow-water",
            kind=SourceKind.AGENCY,
        ),
        *(story, Layout(story.id), letter, Layout(letter.id), agency, Layout(agency.id)),
        *(level, homes, warned, valves, spent, twice, only),
        Attribution("credit", "story", story.id, "the inspectors’ letter", "states", credits),
        Source("inspectors", "Regional Inspectorate", SourceKind.LETTER, "letter"),
        Source("oyelaran", "Marten Oyelaran", SourceKind.PERSON),
        Citation("level-cites", "level", "inspectors"),
        Citation("homes-cites", "homes", "oyelaran"),
        Evidence(
            "level-letter",
            "level",
            place(letter, "The reservoir at Hallow held 23 percent of its volume on 31 August"),
            Relation.CONTRADICTS,
            score=88.0,
            reasons=("figures differ: 21 and 23 percent",),
        ),
        Evidence(
            "homes-letter",
            "homes",
            place(letter, "A total of 312 households in Upper Hallow were without water for nine days."),
            Relation.CONTRADICTS,
            Status.PROPOSED,
            86.0,
            ("both: households, nine days", "figures differ: “more than 340” and “312”"),
        ),
        Evidence(
            "homes-agency",
            "homes",
            place(agency, "More than 340 households were cut off for nine days"),
            Relation.SUPPORTS,
            Status.PROPOSED,
            93.0,
            ("nearly the same words",),
        ),
        Evidence(
            "homes-board",
            "homes",
            place(agency, "The water board declined to comment."),
            Relation.CONTEXT,
            Status.PROPOSED,
            31.0,
            ("names the water board",),
        ),
        Evidence(
            "warned-letter",
            "warned",
            place(letter, "We drew your attention to the state of the valves in our note of 18 May."),
            Relation.SUPPORTS,
        ),
        Evidence(
            "spent-letter",
            "spent",
            place(letter, "The cost of tankers came to 4.6 million crowns."),
            Relation.SUPPORTS,
        ),
        Verdict("level-verdict", "level", "contradicted", "The letter gives 23 percent.", "Ada", NOON),
        Verdict("spent-verdict", "spent", "supported", "The letter gives the same sum.", "Ada", NOON),
    )


@pytest.fixture
def store():
    """The case in memory."""
    store = MemoryStore()
    store.apply(Change("Begin", Stamp("Ada", NOON), added(*water_case())))
    return store


@pytest.fixture
def session(qapp, store):
    """A session of the checker Ada on the case."""
    session = Session(store, "Ada", clock=lambda: NOON)
    yield session
    session.deleteLater()


@pytest.fixture
def look(qapp: QApplication):
    """The light appearance, put on the whole application."""
    look = Look(mode="light")
    look.apply(qapp)
    yield look
    look.deleteLater()
