"""The work done on a story so far: everything in the case that is tied to its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from workbench.errors import WorkbenchError
from workbench.model import (
    Attribution,
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Evidence,
    Layout,
    Passage,
    Query,
    Remark,
    Revision,
    RevisionId,
    Ruling,
    Status,
    Verdict,
)
from workbench.ports import Store


class NoStory(WorkbenchError):
    """There is nothing that a new draft could be a draft of."""


@dataclass(frozen=True, slots=True)
class Work:
    """A story with what is tied to words of it, in its latest draft or still in an earlier one.

    `drafts` are all its drafts, the latest last. `held` are the claims that something of the editor's hangs
    on: a link, a question, a verdict, a call.
    """

    story: Document
    drafts: tuple[Revision, ...]
    layout: Layout
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    queries: tuple[Query, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    held: frozenset[ClaimId] = frozenset()
    remarks: tuple[Remark, ...] = ()

    @property
    def latest(self) -> Revision:
        """The latest draft."""
        return self.drafts[-1]

    def draft(self, id: RevisionId) -> Revision:
        """One of its drafts. Raises `KeyError` when it is none."""
        return {draft.id: draft for draft in self.drafts}[id]

    @property
    def tied(self) -> frozenset[RevisionId]:
        """The drafts that a claim, a passage or a question is tied to."""
        own = (query.passage for query in self.queries if query.passage)
        places = chain(
            (claim.passage for claim in self.claims), (item.passage for item in self.evidence), own
        )
        return frozenset(place.revision for place in places)

    def place(self, query: Query) -> Passage | None:
        """The words a query is about: its own, else those of its claim."""
        if query.passage is not None:
            return query.passage
        return next((claim.passage for claim in self.claims if claim.id == query.claim), None)


def work_on(store: Store, story: DocumentId) -> Work:
    """Gather the work on a story. Raises `NoStory` when the case has no such story, or no text of it."""
    document = store.get(Document, story)
    drafts = sorted(
        (draft for draft in store.all(Revision) if draft.document == story), key=lambda draft: draft.number
    )
    if document is None or not drafts:
        raise NoStory("The story is no longer in the case. Nothing was added.")
    claims = tuple(item for item in store.all(Claim) if item.passage.document == story)
    ids = {item.id for item in claims}
    evidence = tuple(item for item in store.all(Evidence) if item.passage.document == story)
    queries = tuple(item for item in store.all(Query) if item.claim in ids or _is_about(item, story))
    return Work(
        document,
        tuple(drafts),
        store.get(Layout, drafts[-1].id) or Layout(drafts[-1].id),
        claims,
        evidence,
        queries,
        tuple(item for item in store.all(Attribution) if item.document == story),
        frozenset(ids & _held(store)),
        tuple(item for item in store.all(Remark) if item.passage.revision == drafts[-1].id),
    )


def _is_about(query: Query, story: DocumentId) -> bool:
    return query.passage is not None and query.passage.document == story


def _held(store: Store) -> set[ClaimId | None]:
    held: set[ClaimId | None] = {item.claim for item in store.all(Evidence) if item.status is Status.ACCEPTED}
    hanging: tuple[Citation | Verdict | Query | Contact | Ruling, ...] = (
        *store.all(Citation),
        *store.all(Verdict),
        *store.all(Query),
        *store.all(Contact),
        *store.all(Ruling),
    )
    held.update(item.claim for item in hanging)
    return held
