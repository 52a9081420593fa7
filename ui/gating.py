"""What the rules for confirming say of the claims of the story, as far as their origins have been counted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.origins.counting import OriginCounting
from ui.session import Session
from workbench.change import Key
from workbench.gates import GateResult, Rests, falls_short, gate_for, judge_gate, rests_on
from workbench.model import (
    Claim,
    ClaimId,
    Contact,
    Disposition,
    Document,
    DocumentId,
    Gate,
    Relation,
    Source,
    Status,
)


class Gating(QObject):
    """Judges claims by the desk's rules. Changes nothing itself."""

    judged = Signal()
    """Origins have been counted: what was not known, or was otherwise, may be known now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._origins: OriginCounting | None = None
        self._known: dict[ClaimId, tuple[object, GateResult | None]] = {}
        self._documents: dict[DocumentId, Document] = {}
        self._contacts: dict[ClaimId | None, list[Contact]] = {}
        session.changed.connect(self._follow)
        self._read()

    def count_by(self, origins: OriginCounting) -> None:
        """Take the counts of origins from here on from `origins`."""
        self._origins = origins
        origins.counted.connect(self._tell)

    def judge(self, claim: Claim) -> GateResult | None:
        """What a claim lacks before it may be confirmed; None while its origins have yet to be counted."""
        session, counted = self._session, self._count(claim)
        asked = (claim, session.every_evidence(claim.id), session.citations(claim.id), counted)
        if claim.id not in self._known or self._known[claim.id][0] != asked:
            self._known[claim.id] = asked, self._judged(claim, counted)
        return self._known[claim.id][1]

    def falls_short(self, claim: Claim) -> GateResult | None:
        """What a claim lacks that stands as confirmed without a written reason; None where all is well."""
        if claim.disposition is not Disposition.CONFIRMED or claim.waiver:
            return None
        result = self.judge(claim)
        return result if result is not None and falls_short(claim, result) else None

    def _judged(self, claim: Claim, counted: int | None) -> GateResult | None:
        """Without a count, only what passes with no origin at all is known to pass."""
        gate, contacts = gate_for(self._session.gates(), claim), self._contacts.get(claim.id, [])
        result = judge_gate(gate, claim, self._rests(claim, counted or 0), contacts)
        return None if counted is None and gate.origins and not result.passes else result

    def _rests(self, claim: Claim, origins: int) -> Rests:
        session, contacts = self._session, self._contacts.get(claim.id, [])
        evidence, citations = session.every_evidence(claim.id), session.citations(claim.id)
        return rests_on(claim, evidence, citations, contacts, self._documents, session.sources(), origins)

    def _follow(self, keys: frozenset[Key]) -> None:
        if {key.kind for key in keys} & {Gate, Contact, Source, Document}:
            self._read()

    def _read(self) -> None:
        """Gather once what all claims are judged by."""
        self._known.clear()
        self._documents = {document.id: document for document in self._session.documents()}
        self._contacts = {}
        for contact in self._session.every_contact():
            self._contacts.setdefault(contact.claim, []).append(contact)

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
