"""Checkers who work on copies of one case, for tests of merging: each with a clock and ids of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

from casework import LETTER, PAPER, STORY, revision

from db import create_case, open_case, open_copy
from db.store import CaseStore
from workbench import linking, review
from workbench.canonical import KINDS
from workbench.change import Act, Change, Edit, Stamp, added, inverse, key_of, removed
from workbench.dependants import completed
from workbench.merging import Choice, Merge, compare, merge
from workbench.merging.branches import branch_of, originals_for
from workbench.merging.lineage import without_text
from workbench.model import (
    Case,
    CaseId,
    Citation,
    CitationId,
    Claim,
    ClaimId,
    Disposition,
    Document,
    DocumentId,
    EvidenceId,
    Layout,
    Original,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Source,
    SourceId,
    SourceKind,
    Verdict,
    VerdictId,
    passage,
)
from workbench.ports import Event
from workbench.text import Span

FILES = (PAPER, LETTER + "\nSigned by the chief.", "The county record lists 21 days of closure in all.")
DRAFTS = (
    STORY.replace("19 days", "23 days"),
    STORY.replace("40 years", "38 years"),
    STORY + "\nA second station opened later.",
)
_STARTED = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


class Checker:
    """Somebody at work on one copy of a case."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path
        self.store = open_case(path)
        self._count = count(1)
        self._clock = count(sum(name.encode()) * 1_000_000)

    def stamp(self) -> Stamp:
        """Their name, a moment later each time."""
        return Stamp(self.name, _STARTED + timedelta(microseconds=next(self._clock)))

    def id(self) -> str:
        """An id that nobody else gives."""
        return f"{self.name.lower()}-{next(self._count)}"

    def do(self, change: Change | None, originals: tuple[Original, ...] = ()) -> Event | None:
        """Make a change as the window does."""
        return None if change is None else self.store.apply(completed(change, self.store), originals)

    def undo(self, event: Event) -> Event:
        """Take an event back."""
        change = inverse(event.change, self.stamp())
        return self.store.apply(replace(change, act=Act.UNDONE, takes_back=(event.number,)))

    def claims(self) -> tuple[Claim, ...]:
        """Every claim."""
        return self.store.all(Claim)

    def claim(self, wanted: str) -> Claim:
        """The claim on these words."""
        return next(claim for claim in self.claims() if claim.wording == wanted)

    def mark(self, wanted: str) -> Claim:
        """Mark words of the story's latest draft."""
        story = next(document for document in self.store.all(Document) if document.role is Role.STORY)
        text = self.store.latest(story.id)
        assert text is not None
        start = text.text.index(wanted)
        place = passage(text, Span(start, start + len(wanted)))
        self.do(review.mark(place, ClaimId(self.id()), self.stamp()))
        return self.claims()[-1]

    def note(self, claim: Claim, words: str) -> None:
        """Write a note."""
        self.do(review.annotate(self.now(claim), self.stamp(), note=words))

    def dispose(self, claim: Claim, disposition: Disposition) -> None:
        """Set the disposition."""
        self.do(review.dispose(self.now(claim), disposition, self.stamp()))

    def decide(self, claim: Claim, step: str, conclusion: str = "") -> None:
        """Give a verdict."""
        given = self.verdict(claim)
        self.do(review.decide(self.now(claim), given, step, conclusion, VerdictId(self.id()), self.stamp()))

    def verdict(self, claim: Claim) -> Verdict | None:
        """The verdict on a claim."""
        return next((item for item in self.store.all(Verdict) if item.claim == claim.id), None)

    def now(self, claim: Claim) -> Claim:
        """A claim as it is now."""
        found = self.store.get(Claim, claim.id)
        assert found is not None
        return found

    def read_in(self, text: str, title: str = "A paper", role: Role = Role.SOURCE) -> Document:
        """Import a file."""
        data = text.encode()
        original = Original(Sha256(sha256(data).hexdigest()), data)
        document = Document(DocumentId(self.id()), role, title, original=original.sha256)
        written = replace(revision(document.id, text), id=RevisionId(self.id()))
        self.do(Change("Add source", self.stamp(), added(document, written, Layout(written.id))), (original,))
        return document

    def redraft(self, text: str) -> Revision:
        """Read in the next draft of the story; what it says word for word at the same place moves along."""
        story = next(document for document in self.store.all(Document) if document.role is Role.STORY)
        latest = self.store.latest(story.id)
        assert latest is not None
        draft = replace(revision(story.id, text, latest.number + 1), id=RevisionId(self.id()))
        data = text.encode()
        original = Original(Sha256(sha256(data).hexdigest()), data)
        edits = [Edit(story, replace(story, original=original.sha256)), *added(draft, Layout(draft.id))]
        for claim in self.claims():
            place = claim.passage
            if place.revision == latest.id and place.span.of(text) == place.quote.exact:
                edits.append(Edit(claim, replace(claim, passage=passage(draft, place.span))))
        self.do(Change("Add draft", self.stamp(), tuple(edits)), (original,))
        return draft

    def link(self, claim: Claim, document: Document, relation: Relation = Relation.SUPPORTS) -> None:
        """Link the first words of a document."""
        text = self.store.latest(document.id)
        assert text is not None
        place = passage(text, Span(0, 18))
        self.do(linking.link(self.now(claim), place, relation, EvidenceId(self.id()), self.stamp()))

    def cite(self, claim: Claim, name: str) -> Source:
        """Name a source for a claim."""
        known = next((item for item in self.store.all(Source) if item.name == name), None)
        source = known or Source(SourceId(self.id()), name, SourceKind.PERSON)
        if any((item.claim, item.source) == (claim.id, source.id) for item in self.store.all(Citation)):
            return source
        cited = linking.cite(self.now(claim), source, CitationId(self.id()), self.stamp(), new=known is None)
        self.do(cited)
        return source

    def remove(self, value: Claim | Document) -> None:
        """Take a value out with all that hangs on it."""
        self.do(Change("Remove", self.stamp(), removed(value)))

    def compare(self, other: Checker, choices=None) -> Merge:
        """Compare with a copy."""
        theirs = open_copy(other.path)
        try:
            return compare(branch_of(self.store), branch_of(theirs), choices or {})
        finally:
            theirs.close()

    def merge(self, other: Checker, prefer: Choice | None = None, choices=None) -> Event | None:
        """Merge another one's copy; `prefer` settles every clash."""
        theirs = open_copy(other.path)
        try:
            mine, copy = branch_of(self.store), branch_of(theirs)
            found = compare(mine, copy, choices or {})
            if prefer is not None:
                wanted = {clash.key: prefer for clash in found.clashes}
                found = compare(mine, copy, wanted)
            change = merge(found, self.stamp())
            if change is None:
                return None
            return self.store.apply(completed(change, self.store), originals_for(found, theirs), found.lines)
        finally:
            theirs.close()

    def state(self):
        """All values, by key."""
        return {key_of(value): without_text(value) for kind in KINDS for value in self.store.all(kind)}


def new_case(path: Path) -> CaseStore:
    """A case with a story, a letter and three claims."""
    stamp = Stamp("Ilse", _STARTED)
    store = create_case(path, Case(CaseId("case"), "Ostley", "two-source", stamp.at), stamp)
    story = Document(DocumentId("story"), Role.STORY, "Fire station was shut")
    letter = Document(DocumentId("letter"), Role.SOURCE, "Letter")
    for document, text in ((story, STORY), (letter, LETTER)):
        written = revision(document.id, text)
        store.apply(Change("Add", stamp, added(document, written, Layout(written.id))))
    first = revision("story", STORY)
    for id, wanted in (("days", "19 days"), ("quote", "Nobody was in danger"), ("first", "40 years")):
        start = STORY.index(wanted)
        store.apply(review.mark(passage(first, Span(start, start + len(wanted))), ClaimId(id), stamp))
    return store
