"""What Twosource proposes, turned into changes: claims and credits of a text, evidence for a claim.

Proposals are stored like everything else, so that a dismissal is remembered. What the editor has
accepted or dismissed is never touched; only open proposals give way to newer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.analysis import Analysis, Judgement
from workbench.change import Change, Edit, Stamp, added, removed
from workbench.model import (
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Credit,
    Evidence,
    EvidenceId,
    Passage,
    Revision,
    Status,
    passage,
)

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage found for a claim, with how it bears on it."""

    passage: Passage
    judgement: Judgement


def propose(
    revision: Revision,
    analysis: Analysis,
    claims: Iterable[Claim],
    attributions: Iterable[Attribution],
    new_id: NewId,
    stamp: Stamp,
) -> Change | None:
    """Store what an analysis of `revision` found, in place of what an earlier one proposed.

    `claims` and `attributions` are those the case already holds for this revision. A claim whose
    words overlap one that the editor has accepted or dismissed is not proposed again.

    Returns:
        The change, or None when nothing would change.
    """
    edits = (*_claim_edits(revision, analysis, tuple(claims), new_id),)
    edits += _attribution_edits(revision, analysis.credits, tuple(attributions), new_id)
    return Change("Propose claims", stamp, edits) if edits else None


def suggest(
    claim: Claim, findings: Sequence[Finding], known: Iterable[Evidence], new_id: NewId, stamp: Stamp
) -> Change | None:
    """Store the evidence found for `claim`, in place of what was suggested earlier.

    `known` is the evidence the case already holds for the claim. Passages that overlap accepted or
    dismissed evidence are not suggested again.

    Returns:
        The change, or None when nothing would change.
    """
    known = tuple(known)
    settled = [item.passage for item in known if item.status is not Status.PROPOSED]
    fresh = [_evidence(claim, item, new_id) for item in findings if not _among(item.passage, settled)]
    stale = [item for item in known if item.status is Status.PROPOSED]
    if [_content(item) for item in stale] == [_content(item) for item in fresh]:
        return None
    return Change("Suggest evidence", stamp, (*removed(*stale), *added(*fresh)))


def _claim_edits(
    revision: Revision, analysis: Analysis, claims: tuple[Claim, ...], new_id: NewId
) -> tuple[Edit, ...]:
    settled = [claim.passage for claim in claims if claim.status is not Status.PROPOSED]
    stale = {claim.passage.span: claim for claim in claims if claim.status is Status.PROPOSED}
    fresh = []
    for found in analysis.claims:
        place = passage(revision, found.span)
        if _among(place, settled):
            continue
        earlier = stale.pop(found.span, None)
        claim = Claim(
            earlier.id if earlier else ClaimId(new_id()),
            place,
            Status.PROPOSED,
            found.kind,
            found.risk,
            score=found.score,
            reasons=found.reasons,
        )
        if claim != earlier:
            fresh.append(Edit(earlier, claim))
    return (*removed(*stale.values()), *fresh)


def _attribution_edits(
    revision: Revision, credits: tuple[Credit, ...], known: tuple[Attribution, ...], new_id: NewId
) -> tuple[Edit, ...]:
    if tuple(item.credit for item in known) == credits:
        return ()
    fresh = (_attribution(revision, credit, new_id) for credit in credits)
    return (*removed(*known), *added(*fresh))


def _attribution(revision: Revision, credit: Credit, new_id: NewId) -> Attribution:
    speaker = " ".join(span.of(revision.text) for span in credit.source).rstrip(",")
    cue = " ".join(span.of(revision.text) for span in credit.cue)
    return Attribution(AttributionId(new_id()), revision.document, revision.id, speaker, cue, credit)


def _evidence(claim: Claim, finding: Finding, new_id: NewId) -> Evidence:
    judged = finding.judgement
    return Evidence(
        EvidenceId(new_id()),
        claim.id,
        finding.passage,
        judged.relation,
        Status.PROPOSED,
        judged.score,
        judged.reasons,
    )


def _content(item: Evidence) -> tuple[object, ...]:
    return (item.passage, item.relation, item.score, item.reasons)


def _among(place: Passage, places: Iterable[Passage]) -> bool:
    return any(place.revision == other.revision and place.span.overlaps(other.span) for other in places)
