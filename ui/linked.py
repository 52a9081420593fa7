"""Words of a document linked to a claim, whether they were found, suggested or selected."""

from __future__ import annotations

from ui.session import Session
from workbench import linking
from workbench.model import Claim, Evidence, EvidenceId, Passage, Relation


def known_evidence(session: Session, claim: Claim, place: Passage) -> Evidence | None:
    """Evidence that the case already holds for the same words, dismissed or not."""
    same = (place.revision, place.span)
    found = session.every_evidence(claim.id)
    return next((item for item in found if (item.passage.revision, item.passage.span) == same), None)


def link_passage(session: Session, claim: Claim, place: Passage, relation: Relation) -> bool:
    """Link words to a claim; what the case holds for them already is taken up. Whether it was written."""
    known = known_evidence(session, claim, place)
    if known is not None:
        return session.do(linking.relate(claim, known, relation, session.stamp()))
    id = EvidenceId(session.new_id())
    return session.do(linking.link(claim, place, relation, id, session.stamp()))
