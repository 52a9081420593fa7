"""A story with claims about it, and a way to take in its next draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from casework import STAMP, claim_on

from db.store import CaseStore
from workbench import review
from workbench.dependants import completed
from workbench.drafts import DraftReport, Waiting, Work, adopt, tray, work_on
from workbench.model import (
    Claim,
    Disposition,
    DocumentId,
    Query,
    QueryId,
    QueryStatus,
    Revision,
    SourceKind,
)
from workbench.reading import Reading

STORY = """Pier reopens after storm

The pier at Ansell reopened on Friday, the harbour board said.

Repairs took 11 weeks and cost 420,000 pounds.

“We lost the whole summer,” said stallholder Pia Rudd.

It was the third storm to close the pier since 1987.

A plaque by the gate names the builder, and no charge is made for entry."""


def reading(text: str, **known: object) -> Reading:
    """A pasted text, or what `known` says of it."""
    content: dict[str, object] = {
        "title": "",
        "byline": "",
        "outlet": "",
        "published": None,
        "url": None,
        "language": "en",
        "text": text,
        "zones": (),
        "links": (),
        "kind": SourceKind.WEBSITE,
        "name": "",
        "original": None,
    }
    return Reading(**{**content, **known})  # type: ignore[arg-type]


@dataclass
class Desk:
    """A case with one story, as an editor would work on it."""

    store: CaseStore
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def new_id(self) -> str:
        """An id of its own."""
        return f"made-{next(self.ids)}"

    @property
    def draft(self) -> Revision:
        """The latest draft."""
        found = self.store.latest(DocumentId("story"))
        assert found is not None
        return found

    @property
    def work(self) -> Work:
        """What was done on the story so far."""
        return work_on(self.store, DocumentId("story"))

    def claim(self, wanted: str, id: str, disposition: Disposition | None = None) -> Claim:
        """Mark words of the latest draft as a claim, perhaps with a disposition."""
        made = claim_on(self.store, self.draft, wanted, id)
        if disposition is not None:
            self.store.apply(review.dispose(made, disposition, STAMP))
        return self.now(id)

    def now(self, id: str) -> Claim:
        """A claim as it is stored now."""
        found = self.store.get(Claim, id)
        assert found is not None
        return found

    def request(self, claim: str, wording: str, status: QueryStatus = QueryStatus.ACCEPTED) -> Query:
        """Ask the author for other words, and have the answer."""
        query = Query(QueryId(f"ask-{claim}"), self.now(claim).id, "Please change.", wording, status=status)
        self.store.apply(review.ask(query, STAMP))
        return query

    def take_in(self, text: str, **known: object) -> DraftReport:
        """Take a text in as the next draft."""
        adoption = adopt(reading(text, **known), self.work, self.new_id, STAMP)
        self.store.apply(completed(adoption.change, self.store), adoption.originals)
        if adoption.proposals is not None:
            self.store.apply(completed(adoption.proposals, self.store))
        return adoption.report

    def waiting(self) -> dict[str, Waiting]:
        """What waits in the tray, by the id of the claim."""
        return {item.claim.id: item for item in tray(self.work)}
