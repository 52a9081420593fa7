"""A new draft taken into the case: its text, and the work on the earlier draft as far as its words stand.

What attaches by itself goes with it. What doesn't stays with the words it was about, in the earlier draft,
and waits for an editor (`tray`). Nothing is judged anew: a claim whose words changed is open again, and its
verdict still names the words that it was given on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.change import Act, Change, Edit, Stamp, added, removed
from workbench.documents import digest, furnished
from workbench.drafts.carry import carried
from workbench.drafts.claims import Fared, fared
from workbench.drafts.fresh import fresh_sentences
from workbench.drafts.layout import carried_zones
from workbench.drafts.pair import Pair, lay_beside
from workbench.drafts.report import DraftReport
from workbench.drafts.requests import as_asked
from workbench.drafts.story import share_kept
from workbench.drafts.values import CarriedPassage
from workbench.drafts.work import Work
from workbench.errors import WorkbenchError
from workbench.model import (
    Claim,
    Document,
    Evidence,
    Layout,
    Link,
    Original,
    Passage,
    Query,
    QueryStatus,
    Remark,
    Revision,
    RevisionId,
    Status,
    passage,
)
from workbench.reading.result import Reading

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Adoption:
    """A new draft, ready to be taken in.

    `change` is the editor's, and undone in one go. `proposals` is what goes along of what Twosource proposed,
    to be applied right after it, None when that is nothing: whatever is proposed for the new draft later must
    not stand in the way of undo. `originals` are to be stored with the change.
    """

    change: Change
    proposals: Change | None
    originals: tuple[Original, ...]
    report: DraftReport


class NoNewDraft(WorkbenchError):
    """The text is none that could be added as a new draft."""


def adopt(reading: Reading, work: Work, new_id: NewId, stamp: Stamp) -> Adoption:
    """Take a reading into the case as the next draft of a story.

    Claims that were only proposed and don't attach are removed: apply both changes `dependants.completed`.
    Whether the text is a draft of this story at all, the report says; whoever asks for the change decides.

    Raises:
        NoNewDraft: the text is empty, or word for word that of the latest draft.
    """
    if not reading.text.strip():
        raise NoNewDraft("There are no words in this draft. Nothing was added.")
    if reading.text == work.latest.text:
        raise NoNewDraft(f"This is draft {work.latest.number}, word for word. Nothing was added.")
    draft = _Draft(reading, work, new_id)
    proposals = tuple(draft.proposals())
    return Adoption(
        Change(f"Take in draft {draft.revision.number}", stamp, tuple(draft.edits())),
        Change("Carry proposals over", stamp, proposals, Act.PROPOSED) if proposals else None,
        draft.originals,
        draft.report(),
    )


@dataclass(frozen=True)
class _Draft:
    """A new draft, and what becomes of everything tied to the earlier ones."""

    reading: Reading
    work: Work
    new_id: NewId

    @cached_property
    def originals(self) -> tuple[Original, ...]:
        data = self.reading.original
        return () if data is None else (Original(digest(data), data),)

    @cached_property
    def revision(self) -> Revision:
        text = self.reading.text
        id = RevisionId(self.new_id())
        return Revision(id, self.work.story.id, self.work.latest.number + 1, text, digest(text.encode()))

    @cached_property
    def pairs(self) -> dict[RevisionId, Pair]:
        """The latest draft, and each before it that something is tied to, beside the new one."""
        tied = {self.work.latest.id, *self.work.tied}
        drafts = (draft for draft in self.work.drafts if draft.id in tied)
        return {draft.id: lay_beside(draft.text, self.revision.text) for draft in drafts}

    @cached_property
    def claims(self) -> tuple[tuple[Claim, Fared], ...]:
        return tuple(
            (
                claim,
                fared(claim, self.fates_of(claim), self.revision, self.new_id, claim.id in self.work.held),
            )
            for claim in self.work.claims
        )

    @cached_property
    def requests(self) -> tuple[tuple[Query, bool], ...]:
        """The accepted change requests, and whether the new draft has what they asked for."""
        asked = (
            query for query in self.work.queries if query.wording and query.status is QueryStatus.ACCEPTED
        )
        return tuple(
            (query, as_asked(self.pairs[place.revision], place.span, query.wording) is not None)
            for query in asked
            if (place := self.work.place(query)) is not None
        )

    @cached_property
    def withdrawn(self) -> tuple[Query, ...]:
        """The change requests that an earlier draft had followed, of which the old words are back."""
        return tuple(
            query
            for query in self.work.queries
            if query.status is QueryStatus.APPLIED
            and (place := self.work.place(query)) is not None
            and self._there(place) is not None
            and as_asked(self.pairs[place.revision], place.span, query.wording) is None
        )

    def edits(self) -> Iterator[Edit]:
        """The draft, then what goes with it."""
        yield from added(self.revision)
        for part in furnished(self.reading, self.revision, self.new_id):
            yield from added(self._as_before(part))
        yield from _changed(self.work.story, self._document())
        yield from removed(*self.work.attributions)
        for _, outcome in self.claims:
            if not outcome.proposed:
                yield from outcome.edits
        for item in self.work.evidence:
            if item.status is not Status.PROPOSED:
                yield from self._evidence(item)
        for query in self.work.queries:
            yield from self._query(query)

    def proposals(self) -> Iterator[Edit]:
        """What goes with the draft, or leaves, of what nobody has taken up."""
        for _, outcome in self.claims:
            if outcome.proposed:
                yield from outcome.edits
        for item in self.work.evidence:
            if item.status is Status.PROPOSED:
                yield from self._evidence(item)

    def report(self) -> DraftReport:
        """What the editor is told."""
        pair = self.pairs[self.work.latest.id]
        told = [(claim, outcome) for claim, outcome in self.claims if outcome.fate is not None]
        same = (draft.number for draft in self.work.drafts if draft.sha256 == self.revision.sha256)
        return DraftReport(
            self.revision.number,
            tuple((claim.id, outcome.fate) for claim, outcome in told if outcome.fate is not None),
            tuple(claim.id for claim, outcome in told if outcome.reopened),
            tuple(claim.id for claim, outcome in told if outcome.surrounded),
            tuple(claim.id for claim, outcome in told if outcome.returned),
            tuple(query.id for query, is_made in self.requests if is_made),
            (
                *(query.id for query, is_made in self.requests if not is_made),
                *(query.id for query in self.withdrawn),
            ),
            sum(1 for _ in fresh_sentences(pair)),
            share_kept(pair),
            next(same, None),
        )

    def fates_of(self, claim: Claim) -> tuple[CarriedPassage, ...]:
        """What became of the places of a claim, in their order."""
        return carried(self.pairs[claim.passage.revision], (place.span for place in claim.places))

    def _as_before(self, part: Layout | Link | Remark) -> Layout | Link | Remark:
        """What came with the text, with what the editor said of the same in the earlier draft."""
        match part:
            case Layout():
                pair = self.pairs[self.work.latest.id]
                return replace(part, zones=carried_zones(part.zones, self.work.layout, pair))
            case Remark():
                done = any(
                    item.done and (item.kind, item.author, item.text) == (part.kind, part.author, part.text)
                    for item in self.work.remarks
                )
                return replace(part, done=part.done or done)
        return part

    def _document(self) -> Document:
        before, reading, text = self.work.story, self.reading, self.work.latest.text
        return replace(
            before,
            title=_followed(before.title, reading.title, text),
            byline=_followed(before.byline, reading.byline, text),
            language=before.language or reading.language,
            filename=reading.name or before.filename,
            original=self.originals[0].sha256 if self.originals else None,
            charset=reading.charset,
        )

    def _there(self, place: Passage) -> Passage | None:
        """The same words in the new draft; None when they don't attach by themselves."""
        if place.revision not in self.pairs:
            return None
        (fate,) = carried(self.pairs[place.revision], (place.span,))
        return passage(self.revision, fate.place) if fate.place else None

    def _evidence(self, item: Evidence) -> Iterator[Edit]:
        """A passage of the story that bears on a claim; a mere suggestion leaves with its words."""
        there = self._there(item.passage)
        if there is not None:
            yield Edit(item, replace(item, passage=there))
        elif item.status is Status.PROPOSED:
            yield from removed(item)

    def _query(self, query: Query) -> Iterator[Edit]:
        """A question goes where its words went; a request whose words have gone in asks no more."""
        there = self._there(query.passage) if query.passage else None
        status = query.status
        if query in self.withdrawn:
            status = QueryStatus.ACCEPTED
        elif (query, True) in self.requests:
            status = QueryStatus.APPLIED
        yield from _changed(query, replace(query, passage=there or query.passage, status=status))


def _changed(before: Document | Query, after: Document | Query) -> Iterator[Edit]:
    if before != after:
        yield Edit(before, after)


def _followed(present: str, found: str, text: str) -> str:
    """A headline or byline that the new draft has otherwise; what an editor put there by hand stays.

    What stands in the earlier draft came from it.
    """
    came_from_it = not present or " ".join(present.split()) in " ".join(text.split())
    return found if found and came_from_it else present
