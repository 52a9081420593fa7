"""Linking claims to passages and to the sources they cite. Each function returns a `Change`."""

from __future__ import annotations

from dataclasses import replace

from workbench.change import Change, Edit, Stamp, added, removed
from workbench.model import (
    Citation,
    CitationId,
    Claim,
    Evidence,
    EvidenceId,
    Passage,
    Relation,
    Source,
    Status,
)


def link(claim: Claim, passage: Passage, relation: Relation, id: EvidenceId, stamp: Stamp) -> Change:
    """Link words of a document to a claim; a proposed claim counts as accepted from then on."""
    return Change(
        "Link evidence", stamp, (*_taken_up(claim), *added(Evidence(id, claim.id, passage, relation)))
    )


def relate(claim: Claim, evidence: Evidence, relation: Relation, stamp: Stamp) -> Change:
    """Say what a passage does to the claim: takes up a suggestion, or corrects an earlier choice."""
    after = replace(evidence, relation=relation, status=Status.ACCEPTED)
    return Change(f"Link as {relation.value}", stamp, (*_taken_up(claim), Edit(evidence, after)))


def comment(evidence: Evidence, note: str, stamp: Stamp) -> Change:
    """Write a note on a piece of evidence."""
    return Change("Edit evidence note", stamp, (Edit(evidence, replace(evidence, note=note)),))


def set_aside(evidence: Evidence, stamp: Stamp) -> Change:
    """Dismiss a suggestion, or unlink what was linked. It is remembered and not suggested again."""
    label = "Unlink evidence" if evidence.status is Status.ACCEPTED else "Dismiss suggestion"
    return Change(label, stamp, (Edit(evidence, replace(evidence, status=Status.DISMISSED)),))


def cite(claim: Claim, source: Source, id: CitationId, stamp: Stamp, *, new: bool) -> Change:
    """Link a claim to a source; with `new`, the source enters the register in the same change."""
    edits = (*(added(source) if new else ()), *_taken_up(claim), *added(Citation(id, claim.id, source.id)))
    return Change("Link source", stamp, edits)


def uncite(citation: Citation, stamp: Stamp) -> Change:
    """Unlink a source from a claim. The source stays in the register."""
    return Change("Unlink source", stamp, removed(citation))


def _taken_up(claim: Claim) -> tuple[Edit, ...]:
    if claim.status is Status.ACCEPTED:
        return ()
    return (Edit(claim, replace(claim, status=Status.ACCEPTED)),)
