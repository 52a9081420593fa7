"""What the rules for confirming say of the claims of the story, as far as their origins have been counted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.origins.counting import OriginCounting
from ui.session import Session
from workbench.gates import GateResult, Rests, falls_short, gate_for, judge_gate, rests_on
from workbench.model import Claim, Disposition, Relation, Status


class Gating(QObject):
    """Judges claims by the desk's rules. Changes nothing itself."""

    judged = Signal()
    """Origins have been counted: what was not known, or was otherwise, may be known now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._origins: OriginCounting | None = None

    def count_by(self, origins: OriginCounting) -> None:
        """Take the counts of origins from here on from `origins`."""
        self._origins = origins
        origins.counted.connect(self._tell)

    def judge(self, claim: Claim) -> GateResult | None:
        """What a claim lacks before it may be confirmed; None while its origins have yet to be counted."""
        session = self._session
        gate, contacts = gate_for(session.gates(), claim), session.contacts_about(claim.id)
        counted = self._count(claim)
        result = judge_gate(gate, claim, self._rests(claim, counted or 0), contacts)
        waits = counted is None and gate.origins and not result.passes
        # More origins than can be counted yet never make it fail: when it passes without, it passes.
        return None if waits else result

    def falls_short(self, claim: Claim) -> GateResult | None:
        """What a claim lacks that stands as confirmed without a written reason; None where all is well."""
        if claim.disposition is not Disposition.CONFIRMED or claim.waiver:
            return None
        result = self.judge(claim)
        return result if result is not None and falls_short(claim, result) else None

    def _rests(self, claim: Claim, origins: int) -> Rests:
        session = self._session
        documents = {document.id: document for document in session.documents()}
        evidence, citations = session.every_evidence(claim.id), session.citations(claim.id)
        contacts = session.contacts_about(claim.id)
        return rests_on(claim, evidence, citations, contacts, documents, session.sources(), origins)

    def _count(self, claim: Claim) -> int | None:
        """The origins of what the editor linked; None while they are being counted."""
        linked = [item for item in self._session.evidence(claim.id) if item.status is Status.ACCEPTED]
        if not any(item.relation is Relation.SUPPORTS for item in linked):
            return 0
        if self._origins is None or not self._origins.is_counted(claim.id):
            return None
        found = self._origins.counts.of(claim.id)
        return 0 if found is None or found.suggested else found.count

    def _tell(self, _counts: object) -> None:
        self.judged.emit()
