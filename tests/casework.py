"""Small cases for tests: a story and two sources about an invented fire station, checked in part."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from db import create_case
from db.store import CaseStore
from workbench import linking, review
from workbench.change import Change, Stamp, added
from workbench.model import (
    Attribution,
    AttributionId,
    Case,
    CaseId,
    CitationId,
    Claim,
    ClaimId,
    Credit,
    Disposition,
    Document,
    DocumentId,
    EvidenceId,
    Layout,
    Query,
    QueryId,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Source,
    SourceId,
    SourceKind,
    VerdictId,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Nora Quist", datetime(2026, 3, 7, 9, 30, tzinfo=UTC))
STORY = """Fire station was shut for 19 days

The Ostley fire station stood closed for 19 days, the county admitted.
“Nobody was in danger,” said county director Ilse Brandt.
It was the first closure in 40 years."""
LETTER = """The station was closed for 23 days, from 2 to 25 January.
Two crews covered the district from Harwick."""
PAPER = """According to the Harwick Courier, the Ostley station stood closed for 19 days.
Director Ilse Brandt said nobody was in danger."""


def words(text: str, wanted: str) -> Span:
    """The span of `wanted` where it first stands in `text`."""
    start = text.index(wanted)
    return Span(start, start + len(wanted))


def revision(document: str, text: str, number: int = 1) -> Revision:
    """A revision of `text` with an id made from the document's."""
    return Revision(
        RevisionId(f"{document}-{number}"),
        DocumentId(document),
        number,
        text,
        Sha256(sha256(text.encode()).hexdigest()),
    )


def new_case(path: Path) -> CaseStore:
    """An empty case file."""
    return create_case(path, Case(CaseId("case"), "Ostley", "two-source", STAMP.at), STAMP)


def add_text(store: CaseStore, id: str, text: str, **known: object) -> Revision:
    """Add a document with one revision."""
    document = Document(DocumentId(id), Role.SOURCE, id)
    document = replace(document, **known)  # type: ignore[arg-type]
    written = revision(id, text)
    store.apply(Change("Import", STAMP, added(document, written, Layout(written.id))))
    return written


def claim_on(store: CaseStore, place: Revision, wanted: str, id: str) -> Claim:
    """Mark words as a claim."""
    store.apply(review.mark(passage(place, words(place.text, wanted)), ClaimId(id), STAMP))
    claim = store.get(Claim, id)
    assert claim is not None
    return claim


def checked_case(path: Path) -> CaseStore:
    """A case with three claims: one contradicted with a verdict, one on the author, one untouched."""
    store = new_case(path)
    story = add_text(
        store,
        "story",
        STORY,
        role=Role.STORY,
        title="Fire station was shut for 19 days",
        byline="Tam Oduya",
        outlet="The Weekly",
        published="2026-02-01",
    )
    letter = add_text(
        store,
        "letter",
        LETTER,
        title="Letter of the fire service",
        kind=SourceKind.LETTER,
        published="2026-01-30",
    )
    paper = add_text(
        store,
        "paper",
        PAPER,
        title="Station dark for weeks",
        outlet="Harwick Courier",
        kind=SourceKind.NEWSPAPER,
        url="https://courier.example/station",
        archived_url="https://archive.example/courier/station",
        accessed="2026-02-02",
    )
    days = claim_on(store, story, "stood closed for 19 days", "days")
    quote = claim_on(store, story, "“Nobody was in danger,” said county director Ilse Brandt", "quote")
    claim_on(store, story, "the first closure in 40 years", "first")
    _credit(store, story)
    ids = (EvidenceId(f"evidence-{number}") for number in count())
    against = passage(letter, words(LETTER, "closed for 23 days, from 2 to 25 January"))
    store.apply(linking.link(days, against, Relation.CONTRADICTS, next(ids), STAMP))
    for_it = passage(paper, words(PAPER, "the Ostley station stood closed for 19 days"))
    store.apply(linking.link(days, for_it, Relation.SUPPORTS, next(ids), STAMP))
    source = Source(SourceId("service"), "Ostley fire service", SourceKind.DOCUMENT)
    store.apply(linking.cite(days, source, CitationId("citation"), STAMP, new=True))
    store.apply(
        review.decide(days, None, "contradicted", "The letter says 23 days.", VerdictId("verdict"), STAMP)
    )
    store.apply(review.dispose(quote, Disposition.ON_AUTHOR, STAMP))
    store.apply(
        review.ask(Query(QueryId("query"), days.id, "Where does 19 come from?", "for 23 days"), STAMP)
    )
    return store


def _credit(store: CaseStore, story: Revision) -> None:
    content = words(STORY, "“Nobody was in danger,”")
    credit = Credit(
        (words(STORY, "county director Ilse Brandt"),), (words(STORY, "said"),), (content,), direct=True
    )
    found = Attribution(
        AttributionId("credit"), story.document, story.id, "county director Ilse Brandt", "said", credit
    )
    store.apply(Change("Propose claims", STAMP, added(found)))
