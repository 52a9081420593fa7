"""Writes a small case in today's form: `python tests/data/make_case.py tests/data/case-0003.twosource`.

Run once for each new step of the schema, before it ships; the files of earlier forms stay as they are.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from db import create_case
from workbench import linking, review
from workbench.change import Change, Stamp, added, inverse
from workbench.model import (
    Attribution,
    AttributionId,
    Being,
    Case,
    CaseId,
    Channel,
    CitationId,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    ContactId,
    Credit,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Form,
    Identity,
    IdentityId,
    Layout,
    Link,
    LinkId,
    Original,
    Query,
    QueryId,
    Relation,
    Relay,
    Reply,
    Revision,
    RevisionId,
    Risk,
    Role,
    Ruling,
    RulingId,
    Sha256,
    Source,
    SourceId,
    SourceKind,
    SpeakerKind,
    Status,
    Terms,
    VerdictId,
    Voice,
    Zone,
    ZoneRole,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Ada Brook", datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
STORY = """Mill closed, says council
The paper mill at Lindow closed in 1998, the council's letter says.
Read more"""
PAPER = "A letter from the council of 14 May 1998 announces the end of the paper mill."
PAGE = b"<p>A letter from the council of 14 May 1998 announces the end of the paper mill.</p>"


def main(path: Path) -> None:
    """Write the case, every kind of value in it, and one step taken back."""
    story, paper = _revision("story", STORY), _revision("paper", PAPER)
    original = Original(Sha256(sha256(PAGE).hexdigest()), PAGE)
    claim = Claim(
        ClaimId("closed"),
        passage(story, Span(26, 65)),
        Status.PROPOSED,
        ClaimKind.DATE,
        Risk.NUMBER,
        score=81.5,
        reasons=("a year", "a letter is named"),
        also=(passage(story, Span(0, 11)),),
    )
    with closing(create_case(path, Case(CaseId("mill"), "The mill", "two-source", STAMP.at), STAMP)) as store:
        store.apply(_documents(story, paper, original), [original])
        store.apply(Change("Propose claims", STAMP, added(claim, _attribution(story))))
        taken = replace(claim, status=Status.ACCEPTED)
        store.apply(review.accept(claim, STAMP))
        found = passage(paper, Span(0, 40))
        store.apply(linking.link(taken, found, Relation.SUPPORTS, EvidenceId("letter"), STAMP))
        suggestion = Evidence(
            EvidenceId("suggested"), claim.id, found, Relation.CONTEXT, Status.PROPOSED, 40.0, ("both: mill",)
        )
        store.apply(Change("Suggest evidence", STAMP, added(suggestion)))
        letter = Source(SourceId("letter"), "Letter of the council", SourceKind.LETTER, paper.document)
        store.apply(linking.cite(taken, letter, CitationId("cited"), STAMP, new=True))
        store.apply(review.ask(Query(QueryId("q"), claim.id, "Which day in 1998?"), STAMP))
        council = (Form(story.document, "the council"), Form(paper.document, "the council of Lindow"))
        store.apply(
            Change(
                "Join names",
                STAMP,
                added(Identity(IdentityId("council"), "council", Being.ORGANISATION, council)),
            )
        )
        clerk = Source(
            SourceId("clerk"),
            "Heron",
            SourceKind.PERSON,
            note="Worked at the council in 1998.",
            papers=(paper.document,),
            first_hand=True,
            terms=Terms.ANONYMOUS,
            protected=True,
        )
        call = Contact(
            ContactId("call"),
            clerk.id,
            STAMP.by,
            "2026-03-13",
            Channel.PHONE,
            "Was it May?",
            "It was.",
            claim.id,
            Reply.GIVEN,
        )
        store.apply(Change("Log a contact", STAMP, added(clerk, call)))
        alone = Ruling(RulingId("alone"), paper.document, claim.id, None, "Written before the story.")
        store.apply(Change("Count on its own", STAMP, added(alone)))
        given = review.decide(taken, None, "mostly", "The letter names May.", VerdictId("v"), STAMP)
        store.apply(given)
        store.apply(inverse(given, STAMP))
        store.apply(given)


def _documents(story: Revision, paper: Revision, original: Original) -> Change:
    zones = (Zone(Span(0, 25), ZoneRole.HEADING), Zone(Span(94, 103), ZoneRole.FURNITURE))
    link = Link(LinkId("more"), passage(story, Span(94, 103)), "https://example.org/more")
    first = Document(story.document, Role.STORY, "Mill closed, says council", published="2026-03")
    second = Document(paper.document, Role.SOURCE, "Letter", kind=SourceKind.LETTER, original=original.sha256)
    values = (first, story, Layout(story.id, zones), link, second, paper, Layout(paper.id))
    return Change("Add documents", STAMP, added(*values))


def _attribution(story: Revision) -> Attribution:
    headline = Relay("council", (Span(18, 25),), SourceKind.ORGANISATION)
    voice = Voice(SpeakerKind.DOCUMENT)
    credit = Credit((Span(67, 87),), (Span(88, 92),), (Span(26, 65),), (headline,), "a letter", voice=voice)
    return Attribution(
        AttributionId("says"), story.document, story.id, "the council's letter", "says", credit
    )


def _revision(document: str, text: str) -> Revision:
    digest = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{document}-1"), DocumentId(document), 1, text, digest)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
