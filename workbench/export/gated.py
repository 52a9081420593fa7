"""What a summary tells of the rule by which a claim is confirmed, and of the queries about a story."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from workbench.gates import asked_for, gate_for, judge_gate, rests_on
from workbench.model import (
    Citation,
    Claim,
    ClaimId,
    Contact,
    Document,
    DocumentId,
    Evidence,
    Gate,
    Query,
    Source,
    Status,
)
from workbench.queries import about


@dataclass(frozen=True, slots=True)
class GateTold:
    """What the desk asks for before such a claim is confirmed, and what is missing of it."""

    asked_for: str
    missing: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Gates:
    """The rules of the desk, with all that they are judged by."""

    rules: Collection[Gate]
    citations: Collection[Citation]
    contacts: Collection[Contact]
    documents: dict[DocumentId, Document]
    sources: tuple[Source, ...]

    def of(self, claim: Claim, evidence: Collection[Evidence], origins: int) -> GateTold | None:
        """What the rule for a claim says; None while nobody has taken the claim up."""
        if claim.status is not Status.ACCEPTED:
            return None
        gate = gate_for(self.rules, claim)
        contacts = [contact for contact in self.contacts if contact.claim == claim.id]
        rests = rests_on(claim, evidence, self.citations, contacts, self.documents, self.sources, origins)
        return GateTold(asked_for(gate), judge_gate(gate, claim, rests, contacts).missing)


def about_other_words(
    queries: Iterable[Query], claims: Iterable[Claim], shown: Collection[ClaimId], story: DocumentId
) -> tuple[Query, ...]:
    """The queries about a story that none of the claims `shown` has, in reading order."""
    found = about(queries, {claim.id: claim for claim in claims}, story)
    return tuple(asked.query for asked in found if asked.query.passage and asked.query.claim not in shown)
