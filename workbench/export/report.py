"""The report: everything a fact-check summary says, as values. Every format is written from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from workbench.export.approval import Approval
from workbench.export.drafts import FIRST_DRAFT, DraftsTold
from workbench.export.gated import GateTold
from workbench.export.sources import Logged, Registered, RightOfReply
from workbench.model import (
    Case,
    Disposition,
    Document,
    Passage,
    Query,
    Relation,
    Remark,
    Scale,
    Sha256,
    Source,
    Step,
    Verdict,
)
from workbench.scales import place_of
from workbench.text import Span
from workbench.tracing.values import Independence

_NOT_SETTLED = {"unverifiable", "unproven"}
"""The steps of the presets that say that a claim could not be settled."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A passage that bears on a claim, with everything needed to find it again."""

    id: str
    document: Document
    quotation: str
    place: str
    relation: Relation
    proposed: bool
    reasons: tuple[str, ...]
    note: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with all that was found, asked and decided about it.

    `number` is its badge, from 1; `counted` are the passages whose `independence` was counted. `claimants`
    are those the story credits with it, by name. `passages` are all its places, the main one first. `owner`
    owes what it waits for until `due`; `waiver` is the reason for confirming it in spite of its `gate`.
    `kept_back` counts linked passages that the report may not show, for they were given in confidence.
    """

    id: str
    number: int
    span: Span
    wording: str
    place: str
    proposed: bool
    reasons: tuple[str, ...]
    kind: str
    risk: str
    said_by: tuple[str, ...]
    disposition: Disposition
    verdict: Verdict | None
    step: Step | None
    note: str
    answer: str
    sources: tuple[Source, ...]
    witnesses: tuple[Witness, ...]
    counted: tuple[Witness, ...]
    independence: Independence
    queries: tuple[Query, ...]
    contacts: tuple[Logged, ...] = ()
    reply: RightOfReply | None = None
    claimants: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    public: bool = False
    owner: str = ""
    due: str | None = None
    waiver: str = ""
    gate: GateTold | None = None
    kept_back: int = 0

    def bearing(self, relation: Relation) -> tuple[Witness, ...]:
        """The passages the editor linked with this relation."""
        return tuple(
            witness for witness in self.witnesses if witness.relation is relation and not witness.proposed
        )

    @property
    def suggested(self) -> tuple[Witness, ...]:
        """The passages that Twosource suggests and nobody has confirmed, best first."""
        return tuple(witness for witness in self.witnesses if witness.proposed)

    @property
    def linked_origins(self) -> int:
        """How many independent origins the passages come down to that the editor has linked."""
        return 0 if all(witness.proposed for witness in self.counted) else self.independence.count

    @property
    def is_checked(self) -> bool:
        """Whether the editor has given it a disposition or a verdict."""
        return self.disposition is not Disposition.OPEN or self.verdict is not None


@dataclass(frozen=True, slots=True)
class Report:
    """A fact-check summary of one story.

    `changes` is how many events the case's history has, `head` the hash of the last: whoever keeps the
    summary can tell later whether the history still leads through it (`twosource verify CASE --head HASH`).

    `internal` when it also tells what was said in confidence, and so must not leave the desk. `scales` are
    those its verdicts were given under, the one the case uses now first. `queries` are about other words;
    `remarks` are what others wrote beside the story and nobody has ticked off.
    `draft` is the number of the draft that was checked, `drafts` what changed up to it. `public` when it is
    for readers: it holds only what is marked for publication, and nothing of how the desk works.
    """

    case: Case
    story: Document
    draft: int
    text: str
    text_sha256: Sha256
    furniture: tuple[Span, ...]
    claims: tuple[Judged, ...]
    documents: tuple[Document, ...]
    checkers: tuple[str, ...]
    made: datetime
    changes: int
    head: Sha256
    register: tuple[Registered, ...] = ()
    internal: bool = False
    scales: tuple[Scale, ...] = ()
    queries: tuple[Query, ...] = ()
    approval: Approval | None = None
    drafts: DraftsTold = FIRST_DRAFT
    public: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def unsettled(self) -> tuple[Judged, ...]:
        """The claims that could not be verified, or wait for something."""
        waiting = {Disposition.TK, Disposition.UNVERIFIABLE, Disposition.LEGAL, Disposition.ON_AUTHOR}
        return tuple(
            claim
            for claim in self.claims
            if claim.disposition in waiting or (claim.verdict and claim.verdict.step in _NOT_SETTLED)
        )

    @property
    def checked(self) -> int:
        """How many claims have been checked."""
        return sum(claim.is_checked for claim in self.claims)

    @property
    def proposed(self) -> int:
        """How many claims nobody has looked at yet."""
        return sum(claim.proposed for claim in self.claims)

    def tally(self) -> tuple[tuple[str, int], ...]:
        """How many claims got each verdict, in the order of the scale; those without come last."""
        counted = Counter(claim.step for claim in self.claims)
        steps = sorted((step for step in counted if step), key=self._rank)
        given = [(step.label, counted[step]) for step in steps]
        return (*given, *([("No verdict yet", counted[None])] if counted[None] else []))

    def _rank(self, step: Step) -> tuple[int, int]:
        known = [number for number, scale in enumerate(self.scales) if step in scale.steps]
        at = known[0] if known else len(self.scales)
        return at, place_of(self.scales[at], step) if known else 0
