"""Writes a small case in today's form: `python tests/data/make_case.py tests/data/case-0004.twosource`.

Run once for each new step of the schema, before it ships; the files of earlier forms stay as they are.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from db import CaseStore, create_case
from workbench import linking, review, signing
from workbench.change import Act, Change, Edit, Stamp, added, inverse
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
    Disposition,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Form,
    Gate,
    GateId,
    Hand,
    Identity,
    IdentityId,
    Layout,
    Link,
    LinkId,
    Medium,
    Original,
    Place,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Relay,
    Remark,
    RemarkId,
    RemarkKind,
    Reply,
    Revision,
    RevisionId,
    Risk,
    Role,
    Ruling,
    RulingId,
    SavedSearch,
    Scale,
    ScaleId,
    SearchId,
    Sha256,
    SignOff,
    SignOffId,
    Source,
    SourceId,
    SourceKind,
    SpeakerKind,
    Status,
    Step,
    Terms,
    Verdict,
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
    """Write the case: every kind of value in it, and every kind of step."""
    story, paper = _revision("story", STORY), _revision("paper", PAPER)
    original = Original(Sha256(sha256(PAGE).hexdigest()), PAGE)
    with closing(create_case(path, Case(CaseId("mill"), "The mill", "mill", STAMP.at), STAMP)) as store:
        store.apply(_documents(story, paper, original), [original])
        claim = _claim(story)
        proposals = added(claim, _attribution(story), _remark(paper))
        store.apply(Change("Propose claims", STAMP, proposals, Act.PROPOSED))
        taken = replace(claim, status=Status.ACCEPTED)
        store.apply(review.accept(claim, STAMP))
        _link(store, taken, paper)
        _register(store, taken, story, paper)
        _ask(store, taken, story)
        _decide(store, taken)
        _settle(store)
        _sign(store, story)


def _claim(story: Revision) -> Claim:
    return Claim(
        ClaimId("closed"),
        passage(story, Span(26, 65)),
        Status.PROPOSED,
        ClaimKind.DATE,
        Risk.NUMBER,
        score=81.5,
        reasons=("a year", "a letter is named"),
        also=(passage(story, Span(0, 11)),),
    )


def _link(store: CaseStore, claim: Claim, paper: Revision) -> None:
    """Evidence: linked by hand, and suggested."""
    found = passage(paper, Span(0, 40))
    store.apply(linking.link(claim, found, Relation.SUPPORTS, EvidenceId("letter"), STAMP))
    id, reasons = EvidenceId("suggested"), ("both: mill",)
    suggested = Evidence(id, claim.id, found, Relation.CONTEXT, Status.PROPOSED, 40.0, reasons)
    store.apply(Change("Suggest evidence", STAMP, added(suggested), Act.PROPOSED))


def _register(store: CaseStore, claim: Claim, story: Revision, paper: Revision) -> None:
    """Sources, one of them protected; a contact; who is who; a ruling."""
    letter = Source(SourceId("letter"), "Letter of the council", SourceKind.LETTER, paper.document)
    store.apply(linking.cite(claim, letter, CitationId("cited"), STAMP, new=True))
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
    told = (Channel.PHONE, "Was it May?", "It was.", claim.id, Reply.GIVEN)
    call = Contact(ContactId("call"), clerk.id, STAMP.by, "2026-03-13", *told)
    store.apply(Change("Log a contact", STAMP, added(clerk, call)))
    forms = (Form(story.document, "the council"), Form(paper.document, "the council of Lindow"))
    council = Identity(IdentityId("council"), "council", Being.ORGANISATION, forms)
    store.apply(Change("Join names", STAMP, added(council)))
    alone = Ruling(RulingId("alone"), paper.document, claim.id, None, "Written before the story.")
    store.apply(Change("Count on its own", STAMP, added(alone)))


def _ask(store: CaseStore, claim: Claim, story: Revision) -> None:
    """A question about a claim, and a change asked for of words that no claim covers, answered."""
    store.apply(review.ask(Query(QueryId("q"), claim.id, "Which day in 1998?"), STAMP))
    place = passage(story, Span(67, 87))
    wanted = Query(QueryId("w"), None, "Whose letter?", "a letter of the council", passage=place)
    wanted = replace(wanted, reason="There are two.")
    store.apply(review.ask(wanted, STAMP))
    asked = store.get(Query, wanted.id)
    assert asked is not None
    answered = replace(asked, answer="The council's.", status=QueryStatus.ACCEPTED)
    store.apply(review.answer(asked, answered, STAMP))


def _decide(store: CaseStore, claim: Claim) -> None:
    """A scale and a gate of the desk's own, a retired step; a verdict given, taken back, given again."""
    steps = (
        Step("holds", "Holds", "The papers bear it out.", 2, "good", "check"),
        Step("half", "Half", "Some of it.", 1, "care", "circle-dot", retired=True),
        Step("fails", "Fails", "They say otherwise.", 0, "bad", "x"),
    )
    gate = Gate(GateId("date"), ClaimKind.DATE, primary=1, origins=0, reply=True)
    store.apply(Change("Edit the rules", STAMP, added(Scale(ScaleId("mill"), "The mill's own", steps), gate)))
    wording, at = claim.wording, STAMP.at
    verdict = Verdict(
        VerdictId("v"), claim.id, "holds", "The letter names May.", STAMP.by, at, ScaleId("mill"), wording
    )
    given = Change("Give verdict", STAMP, added(verdict))
    number = store.apply(given).number
    back = replace(inverse(given, STAMP), act=Act.UNDONE, takes_back=(number,))
    again = replace(inverse(back, STAMP), act=Act.REDONE, takes_back=(store.apply(back).number,))
    store.apply(again)


def _settle(store: CaseStore) -> None:
    """What is owed until when, then confirmed with a reason, as one batch; a kept search."""
    claim = store.get(Claim, "closed")
    assert claim is not None
    waiting = replace(claim, disposition=Disposition.TK, owner="Tom Reed", due="2026-03-20")
    settled = replace(
        claim, disposition=Disposition.CONFIRMED, waiver="Two papers of 1998 agree.", public=True
    )
    owed = Change("Set to TK", STAMP, (Edit(claim, waiting),), batch="settle")
    store.apply(owed)
    store.apply(Change("Set to confirmed", STAMP, (Edit(waiting, settled),), batch="settle"))
    kept = SavedSearch(SearchId("open"), "Open claims", "mill", ("kind:claim", "is:open"))
    store.apply(Change("Save search", STAMP, added(kept)))


def _sign(store: CaseStore, story: Revision) -> None:
    """A signature that was taken back, and one in force."""
    head = store.history()[-1].hash
    now = signing.seals(store, story.document)
    first = SignOff(
        SignOffId("first"), story.document, story.id, Hand.CHECKER, STAMP.by, STAMP.at, head, now, "One left."
    )
    store.apply(Change("Sign the draft", STAMP, added(first), Act.KEPT))
    taken_back = replace(first, reopened_by="Tom Reed", reopened_at=STAMP.at, reopened_why="A date is wrong.")
    store.apply(Change("Reopen the draft", STAMP, (Edit(first, taken_back),), Act.KEPT))
    again = replace(first, id=SignOffId("again"), head=store.history()[-1].hash, note="")
    store.apply(Change("Sign the draft", STAMP, added(again), Act.KEPT))


def _remark(paper: Revision) -> Remark:
    return Remark(
        RemarkId("margin"),
        passage(paper, Span(0, 8)),
        RemarkKind.COMMENT,
        "Ask for the original.",
        "Tom Reed",
    )


def _documents(story: Revision, paper: Revision, original: Original) -> Change:
    zones = (Zone(Span(0, 25), ZoneRole.HEADING), Zone(Span(94, 103), ZoneRole.FURNITURE))
    link = Link(LinkId("more"), passage(story, Span(94, 103)), "https://example.org/more")
    first = Document(story.document, Role.STORY, "Mill closed, says council", published="2026-03")
    second = Document(paper.document, Role.SOURCE, "Letter", kind=SourceKind.LETTER, original=original.sha256)
    second = replace(second, charset="cp1252")
    pages = (Place(Span(0, len(paper.text)), "page 1"),)
    tape = Document(
        DocumentId("tape"),
        Role.SOURCE,
        "Council on tape",
        kind=SourceKind.RECORDING,
        filename="council.wav",
        medium=Medium.RECORDING,
        outside=Sha256(sha256(b"an hour of sound").hexdigest()),
        size=600_000_000,
    )
    log = _revision(
        "tape", "00:12:03 The chair says the mill closed in spring, since nobody bought its cloth any more."
    )
    times = (Place(Span(0, len(log.text)), "00:12:03"),)
    heard = (tape, log, Layout(log.id, (Zone(Span(0, 8), ZoneRole.FURNITURE),), times))
    values = (first, story, Layout(story.id, zones), link, second, paper, Layout(paper.id, (), pages), *heard)
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
