"""Words of the story made a claim, wherever they were chosen."""

from __future__ import annotations

from ui.session import Session
from workbench import review
from workbench.model import Claim, ClaimId, Passage, Status
from workbench.text import Span


def mark_claim(session: Session, place: Passage) -> Claim | None:
    """Make words a claim and choose it. Words marked already, word for word, are taken up instead."""
    known = next((claim for claim in session.claims() if claim.passage.span == place.span), None)
    if known is None:
        id = ClaimId(session.new_id())
        if not session.do(review.mark(place, id, session.stamp())):
            return None
        known = session.claim(id)
    elif known.status is Status.PROPOSED:
        session.do(review.accept(known, session.stamp()))
        known = session.claim(known.id)
    session.choose(known.id if known else None)
    return known


def claim_about(session: Session, span: Span) -> Claim | None:
    """The claim that covers most of the words of `span`, the shorter one of two; None under half of them."""
    shared = [
        (min(claim.passage.span.end, span.end) - max(claim.passage.span.start, span.start), claim)
        for claim in session.claims()
    ]
    enough = [
        (common, -len(claim.passage.span), claim) for common, claim in shared if 2 * common >= len(span)
    ]
    return max(enough, key=lambda found: found[:2])[2] if enough else None
