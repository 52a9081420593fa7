"""Evidence as its card shows it, in the order an editor wants: what is linked, then what is suggested."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from ui.models.signs import Sign, evidence_sign
from ui.session import Session
from workbench.citable import label_of
from workbench.model import Claim, Document, Evidence, Relation, Status
from workbench.text import paragraph_at


class Group(Enum):
    """The stretches of the list of evidence, in order."""

    LINKED = auto()
    CONFLICTS = auto()
    SUPPORTING = auto()
    CONTEXT = auto()


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence with the document it stands in.

    `paragraph` counts from 1, 0 is unknown; `place` is its page or row, empty in a text without any.
    """

    claim: Claim
    evidence: Evidence
    document: Document
    group: Group
    paragraph: int
    place: str = ""

    @property
    def suggested(self) -> bool:
        """Whether the editor has yet to take it up."""
        return self.evidence.status is Status.PROPOSED

    @property
    def sign(self) -> Sign:
        """What it does to the claim."""
        return evidence_sign(self.evidence)


_SUGGESTED = {
    Relation.CONTRADICTS: Group.CONFLICTS,
    Relation.SUPPORTS: Group.SUPPORTING,
    Relation.CONTEXT: Group.CONTEXT,
}


def evidence_items(session: Session, claim: Claim) -> dict[Group, tuple[EvidenceItem, ...]]:
    """The evidence of a claim by group, each group best first; groups without any are left out."""
    found = [_item(session, claim, evidence) for evidence in session.evidence(claim.id)]
    items = [item for item in found if item is not None]
    groups = {group: tuple(item for item in items if item.group is group) for group in Group}
    return {group: members for group, members in groups.items() if members}


def _item(session: Session, claim: Claim, evidence: Evidence) -> EvidenceItem | None:
    document = session.document(evidence.passage.document)
    if document is None:
        return None
    linked = evidence.status is Status.ACCEPTED
    group = Group.LINKED if linked else _SUGGESTED[evidence.relation]
    return EvidenceItem(claim, evidence, document, group, *_where(session, evidence))


def _where(session: Session, evidence: Evidence) -> tuple[int, str]:
    """Its paragraph, and its page or row."""
    revision, span = session.revision(evidence.passage.document), evidence.passage.span
    if revision is None or revision.id != evidence.passage.revision:
        return 0, ""
    return paragraph_at(revision.text, span.start), label_of(session.layout(revision.id).places, span)
