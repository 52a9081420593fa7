"""The report: everything a fact-check summary says, as values. Every format is written from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workbench.citable import place_in
from workbench.errors import ExportFailed
from workbench.export.approval import Approval, approval
from workbench.export.drafts import FIRST_DRAFT, DraftsTold, drafts_told
from workbench.export.gated import Gates, GateTold, about_other_words
from workbench.export.sources import Logged, Register, Registered, RightOfReply
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    ClaimId,
    Contact,
    Disposition,
    Document,
    DocumentId,
    Evidence,
    Gate,
    Layout,
    Passage,
    Query,
    Relation,
    Remark,
    Revision,
    Role,
    Scale,
    ScaleId,
    Sha256,
    Source,
    SourceId,
    Status,
    Step,
    Verdict,
    ZoneRole,
)
from workbench.ports import Store
from workbench.remarks import beside
from workbench.scales import place_of, scale_of, step_of
from workbench.text import Span
from workbench.tracing.case import traced
from workbench.tracing.origins import counted, independence
from workbench.tracing.values import Independence

NO_STORY = "The case holds no story yet, so there is nothing to sum up. Add the story you check, then export."

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


def build_report(
    store: Store, made: datetime, story: DocumentId | None = None, *, internal: bool = False
) -> Report:
    """Gather the report on one story of the case, by default the first.

    Proposed claims and suggested evidence are included and marked as such; dismissed ones are not. What was
    said in confidence, by whom, and in which papers, is told with `internal` alone.

    Raises:
        ExportFailed: the case holds no story.
    """
    from workbench.export.discretion import discreet, hidden  # It reads reports, and so comes after them.

    gathered = _Gathering(store, story, internal=internal)
    report = gathered.report(made)
    if internal:
        return report
    return discreet(report, hidden(store.all(Source), gathered.documents, gathered.story.id))


class _Gathering:
    """What a report is made of, read once."""

    def __init__(self, store: Store, story: DocumentId | None, *, internal: bool) -> None:
        self.store = store
        self.internal = internal
        self.case = store.all(Case)[0]
        self.documents = {document.id: document for document in store.all(Document)}
        self.story = self._choose(story)
        revision = store.latest(self.story.id)
        if revision is None:
            raise ExportFailed(NO_STORY)
        self.revision = revision
        self.traced = traced(store, self.story.id)
        self.revisions = {id: text for id in self.documents if (text := store.latest(id))}
        self.attributions = store.all(Attribution)
        self.scales = store.all(Scale)
        self.verdicts = {verdict.claim: verdict for verdict in store.all(Verdict)}
        self.evidence = [item for item in store.all(Evidence) if item.status is not Status.DISMISSED]
        self.citations = store.all(Citation)
        self.register = Register(store.all(Source), store.all(Contact), self.documents, internal=internal)
        self.queries = store.all(Query)
        contacts, sources = store.all(Contact), store.all(Source)
        self.gates = Gates(store.all(Gate), self.citations, contacts, self.documents, sources)
        claims = sorted(self._claims(), key=lambda claim: claim.passage.span)
        self.numbers = {claim.id: number for number, claim in enumerate(claims, 1)}

    def report(self, made: datetime) -> Report:
        """The whole report, claims in reading order."""
        claims = sorted(self._claims(), key=lambda claim: claim.passage.span)
        end = self.store.head()
        layout = self.store.get(Layout, self.revision.id)
        judged = tuple(self._judged(number, claim) for number, claim in enumerate(claims, 1))
        return Report(
            self.case,
            self.story,
            self.revision.number,
            self.revision.text,
            self.revision.sha256,
            layout.spans(ZoneRole.FURNITURE) if layout else (),
            judged,
            tuple(document for document in self.documents.values() if document.id != self.story.id),
            _checkers(self.verdicts.values()),
            made,
            end.number,
            end.hash,
            self.register.entries(self._cited(), self.numbers),
            self.internal,
            self._scales_used(),
            about_other_words(self.queries, self.store.all(Claim), self.numbers.keys(), self.story.id),
            approval(
                self.store, self.story.id, made, {ClaimId(one.id): one.linked_origins for one in judged}
            ),
            drafts_told(self.store, self.revision, self.numbers),
            remarks=beside(self.store.all(Remark), self.revision.id, done=False),
        )

    def _scales_used(self) -> tuple[Scale, ...]:
        given = (verdict.scale for id, verdict in self.verdicts.items() if id in self.numbers)
        used = dict.fromkeys((ScaleId(self.case.scale), *given))
        return tuple(scale_of(self.scales, id) for id in used)

    def _cited(self) -> dict[SourceId, list[int]]:
        """The numbers of the claims that each source is cited for."""
        found: defaultdict[SourceId, list[int]] = defaultdict(list)
        for item in self.citations:
            if item.claim in self.numbers:
                found[item.source].append(self.numbers[item.claim])
        return found

    def _choose(self, wanted: DocumentId | None) -> Document:
        for document in self.documents.values():
            if document.id == wanted or (wanted is None and document.role is Role.STORY):
                return document
        raise ExportFailed(NO_STORY)

    def _claims(self) -> list[Claim]:
        return [
            claim
            for claim in self.store.all(Claim)
            if claim.passage.revision == self.revision.id and claim.status is not Status.DISMISSED
        ]

    def _judged(self, number: int, claim: Claim) -> Judged:
        evidence = [item for item in self.evidence if item.claim == claim.id]
        verdict = self.verdicts.get(claim.id)
        origins = independence(claim, counted(evidence), self.traced)
        linked = any(item.status is Status.ACCEPTED for item in counted(evidence))
        return Judged(
            claim.id,
            number,
            claim.passage.span,
            claim.wording,
            self._places(claim),
            claim.status is Status.PROPOSED,
            claim.reasons,
            claim.kind.value if claim.kind else "",
            claim.risk.value if claim.risk else "",
            self._said_by(claim),
            claim.disposition,
            verdict,
            step_of(self.scales, verdict) if verdict else None,
            claim.note,
            claim.answer,
            tuple(self.register.printed(item.source) for item in self.citations if item.claim == claim.id),
            tuple(self._witness(item) for item in sorted(evidence, key=_weight)),
            tuple(self._witness(item) for item in counted(evidence)),
            origins,
            tuple(query for query in self.queries if query.claim == claim.id),
            self.register.about(claim.id, self.numbers),
            self.register.reply_to(claim, self.numbers),
            tuple(dict.fromkeys(filter(None, map(speaker, self._credits(claim))))),
            claim.places,
            claim.public,
            claim.owner,
            claim.due,
            claim.waiver,
            self.gates.of(claim, evidence, origins.count if linked else 0),
        )

    def _said_by(self, claim: Claim) -> tuple[str, ...]:
        return tuple(map(chain, self._credits(claim)))

    def _credits(self, claim: Claim) -> tuple[Attribution, ...]:
        return tuple(
            item
            for item in self.attributions
            if item.revision == self.revision.id and claim.overlaps(item.credit.content)
        )

    def _places(self, claim: Claim) -> str:
        first, *others = (self._place(self.revision, place.span) for place in claim.places)
        more = [place for place in dict.fromkeys(others) if place != first]
        return f"{first}, also {' and '.join(more)}" if more else first

    def _witness(self, item: Evidence) -> Witness:
        latest = self.revisions[item.passage.document]
        revision = latest
        if item.passage.revision != latest.id:
            revision = self.store.get(Revision, item.passage.revision) or latest
        place = self._place(revision, item.passage.span)
        return Witness(
            item.id,
            self.documents[item.passage.document],
            item.passage.quote.exact,
            place if revision is latest else f"{place} of draft {revision.number}",
            item.relation,
            item.status is Status.PROPOSED,
            item.reasons,
            item.note,
            item.passage,
        )

    def _place(self, revision: Revision, span: Span) -> str:
        layout = self.store.get(Layout, revision.id)
        return place_in(revision, span, layout.places if layout else ())


def speaker(attribution: Attribution) -> str:
    """Who is credited, in the fullest form of the name; empty when nobody is named."""
    return attribution.credit.resolved or attribution.speaker


def chain(attribution: Attribution) -> str:
    """Who says so, through whom: "Maren Tolle, through the Northern Wire news agency (“wrote”)"."""
    named = speaker(attribution) or "not named"
    via = "".join(f", through {step.name}" for step in attribution.credit.via)
    cue = f" (“{attribution.cue}”)" if any(map(str.isalpha, attribution.cue)) else ""
    return f"{named}{via}{cue}"


def _weight(item: Evidence) -> tuple[bool, float]:
    return item.status is Status.PROPOSED, -(item.score if item.score is not None else 100.0)


def _checkers(verdicts: Iterable[Verdict]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(verdict.by for verdict in sorted(verdicts, key=lambda verdict: verdict.at)))
