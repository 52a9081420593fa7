"""What a check found, as plain data for other programs (`twosource check --json`).

Offsets count code points into the stored texts, half-open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.addresses import by_address
from workbench.attribution import CitedSource, cited_sources
from workbench.export.approval import approval
from workbench.export.drafts import drafts_told
from workbench.model import (
    Attribution,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Layout,
    Link,
    Revision,
    Status,
    ZoneRole,
)
from workbench.ports import Store
from workbench.text import Span
from workbench.tracing.case import traced
from workbench.tracing.independence.traced import Traced
from workbench.tracing.origins import counted, independence
from workbench.tracing.values import Copy, Origin, Reuse, Shared

Plain = dict[str, Any]


def findings(store: Store, story: DocumentId, paths: Mapping[DocumentId, Path], now: datetime) -> Plain:
    """The story with its attributions, every claim with what bears on it and the origins it comes down to,
    the documents compared, which of them were copied from which, and who has signed the draft.

    `paths` says where each document was read from. Raises `KeyError` when `story` is not in the case.
    """
    documents = {document.id: document for document in store.all(Document)}
    revision = store.latest(story)
    if revision is None:
        raise KeyError(story)
    attributions = [item for item in store.all(Attribution) if item.revision == revision.id]
    claims = [
        claim
        for claim in store.all(Claim)
        if claim.passage.revision == revision.id and claim.status is not Status.DISMISSED
    ]
    links = [link for link in store.all(Link) if link.passage.revision == revision.id]
    evidence = store.all(Evidence)
    addresses = by_address(documents.values())
    traces = traced(store, story)
    end = store.head()
    return {
        "record": {"changes": end.number, "head": end.hash},
        "approval": approval(store, story, now, _linked_origins(claims, evidence, traces)).plain(),
        "story": {
            "id": story,
            "title": documents[story].title,
            "draft": revision.number,
            "language": documents[story].language,
            "furniture": _furniture(store, revision),
            "attributions": [_attribution(item, revision.text) for item in attributions],
        },
        "drafts": drafts_told(store, revision, _numbers(claims)).plain(),
        "claims": [
            _claim(
                claim,
                revision,
                attributions,
                links,
                [item for item in evidence if item.claim == claim.id],
                addresses,
                traces,
            )
            for claim in sorted(claims, key=lambda claim: claim.passage.span)
        ],
        "documents": [
            _document(store, document, paths.get(document.id))
            for document in documents.values()
            if document.id != story
        ],
        "copies": [_copy(copy) for copy in traces.provenance.copies if copy.likeness.reuse is not Reuse.NONE],
    }


def _numbers(claims: Iterable[Claim]) -> dict[ClaimId, int]:
    """The claims by their badges, from 1 in reading order."""
    ordered = sorted(claims, key=lambda claim: claim.passage.span)
    return {claim.id: number for number, claim in enumerate(ordered, 1)}


def _linked_origins(
    claims: Sequence[Claim], evidence: Iterable[Evidence], traces: Traced
) -> dict[ClaimId, int]:
    """How many independent origins each claim comes down to, counting linked passages alone."""
    linked: dict[ClaimId, list[Evidence]] = {claim.id: [] for claim in claims}
    for item in evidence:
        if item.status is Status.ACCEPTED and item.claim in linked:
            linked[item.claim].append(item)
    return {claim.id: independence(claim, counted(linked[claim.id]), traces).count for claim in claims}


def _claim(
    claim: Claim,
    revision: Revision,
    attributions: list[Attribution],
    links: list[Link],
    evidence: list[Evidence],
    addresses: Mapping[str, Document],
    traces: Traced,
) -> Plain:
    span = claim.passage.span
    bearing = [item for item in attributions if claim.overlaps(item.credit.content)]
    credits = tuple(item.credit for item in attributions)
    found = [(link.passage.span, link.url) for link in links]
    kept = [item for item in evidence if item.status is not Status.DISMISSED]
    origins = independence(claim, counted(kept), traces)
    return {
        "start": span.start,
        "end": span.end,
        "text": claim.wording,
        "also": [_bounds(place.span) for place in claim.also],
        "score": claim.score,
        "reasons": list(claim.reasons),
        "attributions": [_attribution(item, revision.text) for item in bearing],
        "cited_sources": [
            _cited(source) for source in cited_sources(revision.text, span, credits, found, addresses)
        ],
        "evidence": [_evidence(item) for item in sorted(kept, key=_best_first)],
        "independent_origins": origins.count,
        "origins": [_origin(origin, traces) for origin in origins.origins],
        "shared_interests": [
            {"origins": list(interest.origins), "why": interest.why} for interest in origins.interests
        ],
    }


def _cited(source: CitedSource) -> Plain:
    return {
        "name": source.name,
        "kind": source.kind.value,
        "url": source.url,
        "document": source.document,
        **_bounds(source.place),
    }


def _best_first(item: Evidence) -> float:
    return -(item.score if item.score is not None else 100.0)


def _evidence(item: Evidence) -> Plain:
    return {
        "document": item.passage.document,
        **_bounds(item.passage.span),
        "text": item.passage.quote.exact,
        "relation": item.relation.value,
        "score": item.score,
        "reasons": list(item.reasons),
    }


def _origin(origin: Origin, traces: Traced) -> Plain:
    return {
        "documents": list(origin.documents),
        "sources": [traces.parties[party].name for party in origin.roots],
        "why": list(origin.why),
        "counts": origin.counts,
        "why_not": origin.why_not or None,
    }


def _copy(copy: Copy) -> Plain:
    """`direction` is the way the words went: "a to b", "b to a", or "unknown"."""
    known = {copy.one: "a to b", copy.other: "b to a"}
    return {
        "a": copy.one,
        "b": copy.other,
        "class": copy.likeness.reuse.value,
        "overlap": copy.likeness.overlap,
        "direction": known[copy.original] if copy.original else "unknown",
        "why": copy.why,
        "spans": [_shared(shared) for shared in copy.likeness.shared],
    }


def _shared(shared: Shared) -> Plain:
    return {
        "a": [shared.one.start, shared.one.end],
        "b": [shared.other.start, shared.other.end],
        "quoted": shared.quoted,
    }


def _attribution(item: Attribution, text: str) -> Plain:
    content = item.credit.content
    bounds = Span(content[0].start, content[-1].end) if content else Span(0, 0)
    return {
        "speaker": item.speaker,
        "speaker_resolved": item.credit.resolved,
        "cue": item.cue,
        "content": bounds.of(text),
        "via": item.credit.via[-1].name if item.credit.via else None,
        "chain": [step.name for step in item.credit.via],
        **_bounds(bounds),
    }


def _document(store: Store, document: Document, path: Path | None) -> Plain:
    revision = store.latest(document.id)
    return {
        "id": document.id,
        "path": str(path) if path else None,
        "title": document.title,
        "furniture": _furniture(store, revision) if revision else [],
    }


def _furniture(store: Store, revision: Revision) -> list[list[int]]:
    layout = store.get(Layout, revision.id)
    return [[span.start, span.end] for span in layout.spans(ZoneRole.FURNITURE)] if layout else []


def _bounds(span: Span) -> Plain:
    return {"start": span.start, "end": span.end}
