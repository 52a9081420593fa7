"""Where a claim appeared, the oldest telling first, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from workbench.analysis import Statement
from workbench.model import Claim, Document, DocumentId, Evidence, Passage, Relation, Status
from workbench.tracing.since import since
from workbench.tracing.values import Appearance, Since
from workbench.tracing.when import appeared, earlier

_LATEST = datetime.max.replace(tzinfo=UTC)


def appearances(
    claim: Claim, evidence: Iterable[Evidence], documents: Mapping[DocumentId, Document]
) -> tuple[Appearance, ...]:
    """Every document that holds the claim, by date; each is compared with the first, if that has a date.

    A passage that contradicts the claim holds it too where only its figures or dates are others. Of
    several passages in a document the one the editor linked, else the likeliest, stands for it. Undated
    documents come last, as do those dated after they were read; one known by its year comes behind the days
    of that year.
    """
    told = {claim.passage.document: claim.passage}
    for item in sorted(evidence, key=_order):
        if item.passage.document in documents and _holds(claim, item):
            told.setdefault(item.passage.document, item.passage)
    found = [Appearance(place, _date(documents, place)) for place in told.values()]
    until = {place.document: _until(documents.get(place.document)) for place in told.values()}
    found.sort(key=lambda one: (until[one.passage.document], one.passage.document == claim.passage.document))
    if until[found[0].passage.document] == _LATEST:
        return tuple(found)
    return tuple(found[:1]) + tuple(replace(one, since=_since(found[0], one)) for one in found[1:])


def is_oldest(first: Document, others: Iterable[Document]) -> bool | None:
    """Whether a document certainly appeared before the others; None where it has no date that can be."""
    when = appeared(first)
    if when is None:
        return None
    dates = [appeared(other) for other in others]
    return all(date is not None and earlier(when, date) for date in dates)


def _order(item: Evidence) -> tuple[bool, float]:
    return item.status is not Status.ACCEPTED, -(item.score or 0.0)


def _holds(claim: Claim, item: Evidence) -> bool:
    if item.status is Status.DISMISSED or item.passage.document == claim.passage.document:
        return False
    match item.relation:
        case Relation.SUPPORTS:
            return True
        case Relation.CONTRADICTS:
            changes = since(Statement(claim.wording), Statement(item.passage.quote.exact))
            return bool(changes) and all(change.kind in ("figure", "date", "hedge") for change in changes)
        case Relation.CONTEXT:
            return False


def _since(first: Appearance, later: Appearance) -> tuple[Since, ...]:
    return since(_statement(first), _statement(later))


def _statement(appearance: Appearance) -> Statement:
    return Statement(appearance.passage.quote.exact, appearance.date)


def _date(documents: Mapping[DocumentId, Document], place: Passage) -> str | None:
    document = documents.get(place.document)
    return (document.published or None) if document else None


def _until(document: Document | None) -> datetime:
    """The end of what a date may mean, so that only what is known to be older comes first."""
    when = appeared(document) if document else None
    return when.last if when else _LATEST
