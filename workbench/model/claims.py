"""Claims and what bears on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.kinds import ClaimKind, Disposition, Relation, Risk, Status
from workbench.model.documents import Passage
from workbench.model.ids import CitationId, ClaimId, DocumentId, EvidenceId, RulingId, SourceId
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of the story that assert something checkable.

    `score` is the check-worthiness 0..100 when Twosource proposed it, None when the editor marked it.
    `answer` is what the claimant said when asked. `also` are other places of the story that assert the same.
    `owner` is who has to bring what is still missing, `due` until when (an ISO date). `waiver` is the written
    reason for confirming what the gate of its kind would not let pass.

    A claim whose passage lies in an earlier revision than the latest one waits in the tray: its words were
    changed or are gone, and an editor has to say where it belongs now. All its places lie in one revision.
    `gone`: the editor has said that the story no longer has it. It is kept for the record and waits no more.
    `public`: marked for publication; only such claims may appear in what readers see.
    """

    id: ClaimId
    passage: Passage
    status: Status = Status.ACCEPTED
    kind: ClaimKind | None = None
    risk: Risk | None = None
    disposition: Disposition = Disposition.OPEN
    note: str = ""
    answer: str = ""
    score: float | None = None
    reasons: tuple[str, ...] = ()
    also: tuple[Passage, ...] = ()
    owner: str = ""
    due: str | None = None
    waiver: str = ""
    gone: bool = False
    public: bool = False

    @property
    def wording(self) -> str:
        """The claim word for word."""
        return self.passage.quote.exact

    @property
    def places(self) -> tuple[Passage, ...]:
        """Everywhere the story asserts it, the main place first."""
        return (self.passage, *self.also)

    def overlaps(self, spans: Iterable[Span]) -> bool:
        """Whether any of `spans`, of its revision, shares words with it at any of its places."""
        return any(span.overlaps(place.span) for span in spans for place in self.places)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on a claim. `score` is 0..100, None when the editor linked it by hand.

    `passage.document` may be the story itself (an editor may link its own words).
    """

    id: EvidenceId
    claim: ClaimId
    passage: Passage
    relation: Relation
    status: Status = Status.ACCEPTED
    score: float | None = None
    reasons: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that the story gives, or the editor found, for a claim."""

    id: CitationId
    claim: ClaimId
    source: SourceId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The editor's word on what a document counts as, over what Twosource traced.

    It counts together with `joined`, or as an origin of its own when that is None; for one claim, or for all
    of them when `claim` is None.
    """

    id: RulingId
    document: DocumentId
    claim: ClaimId | None = None
    joined: DocumentId | None = None
    reason: str = ""
