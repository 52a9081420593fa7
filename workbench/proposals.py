"""What Twosource proposes, turned into changes: claims and credits of a text, evidence for a claim.

Proposals are stored like everything else, so that a dismissal is remembered. What the editor has
accepted or dismissed is never touched; only open proposals give way to newer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from workbench.analysis import Analysis, Judgement, ProposedClaim
from workbench.change import Act, Change, Edit, Stamp, added, removed
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
from workbench.text import Span

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

    `claims` and `attributions` are those the case already holds for this revision. Places that overlap a
    claim that the editor has accepted, dismissed or written about are not proposed again; where a claim has
    others, these are. A claim proposed before keeps its id, whichever of its places is the main one now.

    Returns:
        The change, or None when nothing would change.
    """
    edits = (*_claim_edits(revision, analysis, tuple(claims), new_id),)
    edits += _attribution_edits(revision, analysis.credits, tuple(attributions), new_id)
    return Change("Propose claims", stamp, edits, Act.PROPOSED) if edits else None


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
    return Change("Suggest evidence", stamp, (*removed(*stale), *added(*fresh)), Act.PROPOSED)


def _claim_edits(
    revision: Revision, analysis: Analysis, claims: tuple[Claim, ...], new_id: NewId
) -> tuple[Edit, ...]:
    settled = [place for claim in claims if _is_settled(claim) for place in _places(claim)]
    stale = [claim for claim in claims if not _is_settled(claim)]
    mains = {found.span for found in analysis.claims}
    edits = []
    for found in analysis.claims:
        places = [passage(revision, span) for span in (found.span, *found.also)]
        free = [place for place in places if not _among(place, settled)]
        if not free:
            continue
        earlier = _earlier(free, stale, mains)
        claim = _claim(found, free, earlier.id if earlier else ClaimId(new_id()))
        if earlier:
            stale.remove(earlier)
        if claim != earlier:
            edits.append(Edit(earlier, claim))
    return (*removed(*stale), *edits)


def _is_settled(claim: Claim) -> bool:
    """Whether the editor has decided on a claim, or written something down about it."""
    return claim.status is not Status.PROPOSED or bool(claim.note or claim.answer)


def _places(claim: Claim) -> tuple[Passage, ...]:
    return (claim.passage, *claim.also)


def _earlier(places: Sequence[Passage], claims: Sequence[Claim], mains: Set[Span]) -> Claim | None:
    """The claim that was proposed before for these places: for the main one, else for another.

    One whose own main place is the main place of any claim now (`mains`) is that claim.
    """
    spans = [place.span for place in places]
    for claim in claims:
        if claim.passage.span == spans[0]:
            return claim
    loose = (claim for claim in claims if claim.passage.span not in mains)
    return next((one for one in loose if any(place.span in spans for place in _places(one))), None)


def _claim(found: ProposedClaim, places: Sequence[Passage], id: ClaimId) -> Claim:
    main, *also = places
    return Claim(
        id,
        main,
        Status.PROPOSED,
        found.kind,
        found.risk,
        score=found.score,
        reasons=found.reasons,
        also=tuple(also),
    )


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
