"""Invented parties and edges: an agency's story, its copies, the letter behind it, who is named in them."""

import pytest

from workbench.model import Document, Passage, Role, SourceKind
from workbench.text import Quote, Span
from workbench.tracing.values import (
    Circle,
    Copy,
    Edge,
    Likeness,
    Party,
    Provenance,
    Reuse,
    Step,
)


def document(id, title, published, kind=SourceKind.NEWSPAPER, outlet="", role=Role.SOURCE):
    return Document(id, role, title, outlet=outlet, published=published, kind=kind)


def place(id, words):
    return Passage(id, f"{id}-1", Span(0, len(words)), Quote(words, "", ""))


def copied(one, other, reuse=Reuse.NEAR, original=None):
    return Copy(one, other, Likeness(reuse, 0.9), original, "They share their words.")


DOCUMENTS = (
    document("story", "Lake to be lowered", "2026-03-09", role=Role.STORY),
    document("letter", "Letter to the board", "2026-01-05", SourceKind.LETTER),
    document("wire", "Cracks found", "2026-02-02", SourceKind.AGENCY, "Coastal Wire"),
    document("herald", "Cracks found, letter says", "2026-02-03", outlet="Marsk Herald"),
    document("post", "Dam cracked", None, outlet="Bay Post"),
)
TO_HERALD = Edge(
    "story", "herald", Step.CITES, "The story names the Herald.", (place("story", "the Herald"),)
)
TO_WIRE = Edge("herald", "wire", Step.COPIES, "The Herald has the wire's words.")
TO_LETTER = Edge("wire", "letter", Step.CREDITS, "The wire credits the letter.", (place("wire", "a letter"),))
EDGES = (
    TO_HERALD,
    TO_WIRE,
    TO_LETTER,
    Edge("wire", "moen", Step.CREDITS, "The wire credits Kari Moen."),
    Edge("wire", "vik", Step.CREDITS, "The wire credits Stellan Vik."),
    Edge("wire", "berg", Step.CREDITS, "The wire credits Ann Berg."),
    Edge("story", "census", Step.CREDITS, "The story credits the census."),
    Edge("post", "wire", Step.COPIES, "The Post has the wire's words."),
)
PARTIES = (
    *(Party(item.id, item.title, item.id, item.kind, item.published) for item in DOCUMENTS),
    *(
        Party(id, name, kind=SourceKind.PERSON)
        for id, name in (("moen", "Kari Moen"), ("vik", "Stellan Vik"))
    ),
    Party("berg", "Ann Berg", kind=SourceKind.PERSON),
    Party("census", "County census", kind=SourceKind.DATASET),
)


@pytest.fixture
def documents():
    return DOCUMENTS


@pytest.fixture
def provenance():
    """Nothing copied as a whole, no rings."""
    return Provenance(PARTIES, EDGES)


@pytest.fixture
def with_copies():
    """The wire's story stands in the Herald and the Post as it is."""
    copies = (copied("wire", "herald", original="wire"), copied("post", "wire", original="wire"))
    return Provenance(PARTIES, EDGES, copies=copies)


@pytest.fixture
def ringed():
    """Wire and Herald rest on each other."""
    back = Edge("wire", "herald", Step.CREDITS, "The wire credits the Herald.")
    circle = Circle(("herald", "wire"), "The Herald and the wire rest on each other.")
    return Provenance(PARTIES, (*EDGES, back), (circle,))
