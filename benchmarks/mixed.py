"""Mixed work on one case, a change at a time: what an editor does in a day, for the measurements of the file.

Texts with their originals come in, claims are marked, judged, linked and asked about, steps are taken back,
drafts are signed. The work follows from the number of the turn alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks.many_claims import STAMP
from db import CaseStore, create_case
from workbench import linking, register, review, signing
from workbench.change import Act, Change, Edit, Stamp, added, inverse
from workbench.model import (
    Case,
    CaseId,
    Channel,
    CitationId,
    Claim,
    ClaimId,
    Contact,
    ContactId,
    Disposition,
    Document,
    DocumentId,
    EvidenceId,
    Hand,
    Layout,
    Original,
    Query,
    QueryId,
    QueryStatus,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    SignOff,
    SignOffId,
    Source,
    SourceId,
    SourceKind,
    Verdict,
    VerdictId,
    passage,
)
from workbench.ports import Event
from workbench.text import Span

SENTENCES = (
    "The lock at Hollin was rebuilt in 1931.",
    "It cost 240,000 crowns, the water board wrote in a letter.",
    "Two keepers worked there until 1974, said Oda Fell, whose father was one of them.",
    "No ship has passed it since.",
)
STORY = "\n".join(SENTENCES) + "\n"


def begin(path: Path) -> CaseStore:
    """A new case with its story."""
    store = create_case(path, Case(CaseId("case"), "The lock", "two-source", STAMP.at), STAMP)
    store.apply(_text("story", STORY, Role.STORY))
    return store


class Mixed:
    """Does one piece of work after another in an open case that `begin` made."""

    def __init__(self, store: CaseStore) -> None:
        self.store = store
        self._last: Change | None = None
        self._read: tuple[Original, ...] = ()

    def step(self, turn: int) -> Event:
        """Do the work of one turn; the event once it is stored."""
        self._read = ()
        return self._do(_WORKS[turn % len(_WORKS)](self, turn))

    def note_all(self, turn: int) -> Event:
        """Write a long note on every claim in one change of many rows."""
        note = f"In turn {turn} the council's letter says something else. " * 90
        edits = (Edit(item, replace(item, note=note)) for item in self.store.all(Claim))
        return self._do(Change("Write notes", self._stamp(turn), tuple(edits)))

    def mark_all(self, count: int) -> Event:
        """Mark so many claims in one change."""
        text, where = self._draft(), Span(0, len(SENTENCES[0]))
        claims = (Claim(ClaimId(f"one of many {number}"), passage(text, where)) for number in range(count))
        return self._do(Change("Mark claims", STAMP, added(*claims)))

    def _do(self, change: Change) -> Event:
        event = self.store.apply(change, self._read)
        self._last = change
        return event

    def _stamp(self, turn: int) -> Stamp:
        return Stamp(STAMP.by, STAMP.at + timedelta(minutes=turn))

    def _import(self, turn: int) -> Change:
        data = f"<html><p>{' '.join(SENTENCES * (1 + turn % 5))} {turn}</p></html>".encode()
        original = Original(Sha256(sha256(data).hexdigest()), data)
        text = f"Letter {turn}\n" + f"{SENTENCES[turn % 4]} {turn}\n" * (1 + turn % 9)
        self._read = (original,)
        return _text(f"paper{turn}", text, Role.SOURCE, original)

    def _mark(self, turn: int) -> Change:
        text = self._draft()
        start = STORY.index(SENTENCES[turn % 4])
        place = passage(text, Span(start, start + len(SENTENCES[turn % 4])))
        return review.mark(place, ClaimId(f"claim{turn}"), self._stamp(turn))

    def _decide(self, turn: int) -> Change:
        claim = self._claim(turn)
        before = next((item for item in self.store.all(Verdict) if item.claim == claim.id), None)
        words = f"In turn {turn} the letter says something else. " * (1 + turn % 6)
        id = VerdictId(f"verdict{turn}")
        return review.decide(claim, before, "mixed", words, id, self._stamp(turn))

    def _link(self, turn: int) -> Change:
        papers = [item for item in self.store.all(Revision) if item.document != "story"]
        text = papers[turn % len(papers)]
        place = passage(text, Span(0, min(len(text.text), 12)))
        relation = (Relation.SUPPORTS, Relation.CONTRADICTS)[turn % 2]
        id = EvidenceId(f"evidence{turn}")
        return linking.link(self._claim(turn), place, relation, id, self._stamp(turn))

    def _ask(self, turn: int) -> Change:
        query = Query(QueryId(f"query{turn}"), self._claim(turn).id, f"Who says so, in turn {turn}?")
        return review.ask(query, self._stamp(turn))

    def _answer(self, turn: int) -> Change:
        query = self.store.all(Query)[-1]
        after = replace(query, answer=f"The keeper does ({turn}).", status=QueryStatus.ACCEPTED)
        return review.answer(query, after, self._stamp(turn))

    def _dispose(self, turn: int) -> Change:
        disposition = (Disposition.TK, Disposition.CORRECTED, Disposition.OPEN)[turn % 3]
        return review.dispose(self._claim(turn), disposition, self._stamp(turn))

    def _note(self, turn: int) -> Change:
        return review.annotate(self._claim(turn), self._stamp(turn), note=f"Turn {turn}. " * 40)

    def _undo(self, turn: int) -> Change:
        if self._last is None:
            return self._note(turn)
        number = self.store.head().number
        return replace(inverse(self._last, self._stamp(turn)), act=Act.UNDONE, takes_back=(number,))

    def _cite(self, turn: int) -> Change:
        source = Source(SourceId(f"source{turn}"), f"Water board {turn}", SourceKind.LETTER)
        id = CitationId(f"citation{turn}")
        return linking.cite(self._claim(turn), source, id, self._stamp(turn), new=True)

    def _log(self, turn: int) -> Change:
        stamp, source = self._stamp(turn), self.store.all(Source)[-1]
        contact = Contact(
            ContactId(f"contact{turn}"), source.id, stamp.by, stamp.at.isoformat(), Channel.PHONE, "Asked."
        )
        return register.log(contact, stamp)

    def _sign(self, turn: int) -> Change:
        stamp, head = self._stamp(turn), self.store.head().hash
        seals = signing.seals(self.store, DocumentId("story"))
        hand, draft, id = Hand.CHECKER, self._draft(), SignOffId(f"signature{turn}")
        signature = SignOff(id, draft.document, draft.id, hand, stamp.by, stamp.at, head, seals)
        return Change("Sign", stamp, added(signature))

    def _draft(self) -> Revision:
        draft = self.store.latest(DocumentId("story"))
        assert draft is not None
        return draft

    def _claim(self, turn: int) -> Claim:
        claims = self.store.all(Claim)[-8:]
        return claims[turn % len(claims)]


_WORKS: tuple[Callable[[Mixed, int], Change], ...] = (
    Mixed._import,
    Mixed._mark,
    Mixed._decide,
    Mixed._link,
    Mixed._ask,
    Mixed._dispose,
    Mixed._undo,
    Mixed._cite,
    Mixed._answer,
    Mixed._note,
    Mixed._log,
    Mixed._sign,
)
KINDS_OF_WORK = len(_WORKS)
"""So many turns do each kind of work once."""


def _text(id: str, text: str, role: Role, original: Original | None = None) -> Change:
    digest = Sha256(sha256(text.encode()).hexdigest())
    revision = Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, text, digest)
    document = Document(DocumentId(id), role, id, original=original.sha256 if original else None)
    return Change("Add document", STAMP, added(document, revision, Layout(revision.id)))
