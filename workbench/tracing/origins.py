"""Passages collapsed to the origins they rest on: five papers that carry one agency's story are one.

Documents count together when, as far as the claim goes, one copied the other, both had it from the same
outlet, or both rest on the same speaker or document in the end. Every merging is kept with its reason in one
sentence. What only repeats the story itself, or goes round in a circle, does not count. The editor's word
wins over all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model import Claim, Evidence, Relation, Status
from workbench.tracing.independence.grouping import groups, members
from workbench.tracing.independence.interests import shared_interests
from workbench.tracing.independence.merging import origin
from workbench.tracing.independence.resting import Resting
from workbench.tracing.independence.traced import Traced
from workbench.tracing.values import Independence


def counted(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The supporting passages to count: those the editor linked; while there are none, the suggested."""
    supporting = tuple(item for item in evidence if item.relation is Relation.SUPPORTS)
    linked = tuple(item for item in supporting if item.status is Status.ACCEPTED)
    return linked or supporting


def independence(claim: Claim, evidence: Sequence[Evidence], traced: Traced) -> Independence:
    """The origins of the supporting passages of one claim: those that count first, then the larger ones.

    An origin merges documents, so that a document is never counted twice. Passages of documents that are
    not in `traced` are left out.
    """
    bearing = [
        item
        for item in evidence
        if item.relation is Relation.SUPPORTS and item.passage.document in traced.documents
    ]
    resting = Resting(traced, bearing, claim.wording)
    documents = dict.fromkeys(item.passage.document for item in bearing)
    found = members(traced, claim.id, {document: resting.of(document) for document in documents})
    origins = [origin(group, traced) for group in groups(found)]
    ordered = tuple(sorted(origins, key=lambda one: (not one.counts, -len(one.documents))))
    return Independence(ordered, shared_interests(ordered, traced))
