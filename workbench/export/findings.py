"""What a check found, as plain data for other programs (`twosource check --json`).

Offsets count code points into the stored texts, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.addresses import by_address
from workbench.attribution import CitedSource, cited_sources
from workbench.model import (
    Attribution,
    Claim,
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

Plain = dict[str, Any]


def findings(store: Store, story: DocumentId, paths: Mapping[DocumentId, Path]) -> Plain:
    """The story with its attributions, every claim with what bears on it, and the documents compared.

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
    return {
        "story": {
            "id": story,
            "title": documents[story].title,
            "language": documents[story].language,
            "furniture": _furniture(store, revision),
            "attributions": [_attribution(item, revision.text) for item in attributions],
        },
        "claims": [
            _claim(
                claim,
                revision,
                attributions,
                links,
                [item for item in evidence if item.claim == claim.id],
                addresses,
            )
            for claim in sorted(claims, key=lambda claim: claim.passage.span)
        ],
        "documents": [
            _document(store, document, paths.get(document.id))
            for document in documents.values()
            if document.id != story
        ],
    }


def _claim(
    claim: Claim,
    revision: Revision,
    attributions: list[Attribution],
    links: list[Link],
    evidence: list[Evidence],
    addresses: Mapping[str, Document],
) -> Plain:
    span = claim.passage.span
    bearing = [item for item in attributions if claim.overlaps(item.credit.content)]
    credits = tuple(item.credit for item in attributions)
    found = [(link.passage.span, link.url) for link in links]
    kept = (item for item in evidence if item.status is not Status.DISMISSED)
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
