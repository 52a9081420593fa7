"""The report on a story gathered from its case: read once, in one place, for every format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from workbench.citable import place_in
from workbench.errors import ExportFailed
from workbench.export.approval import approval
from workbench.export.drafts import drafts_told
from workbench.export.gated import Gates, about_other_words
from workbench.export.report import Judged, Report, Witness
from workbench.export.sources import Register
from workbench.model import (
    Attribution,
    Case,
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Evidence,
    Gate,
    Layout,
    Query,
    Remark,
    Revision,
    Role,
    Scale,
    ScaleId,
    Source,
    SourceId,
    Status,
    Verdict,
    ZoneRole,
)
from workbench.ports import Store
from workbench.remarks import beside
from workbench.scales import scale_of, step_of
from workbench.text import Span
from workbench.tracing.case import traced
from workbench.tracing.origins import counted, independence

NO_STORY = "The case holds no story yet, so there is nothing to sum up. Add the story you check, then export."


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
