"""What the editor decides: marks, dispositions, verdicts, queries. Each function returns a `Change`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from workbench.change import Change, Edit, Stamp, added, removed
from workbench.model import (
    Claim,
    ClaimId,
    Disposition,
    Passage,
    Query,
    QueryStatus,
    ScaleId,
    Status,
    Verdict,
    VerdictId,
)
from workbench.scales import TWO_SOURCE

WAITING = frozenset({Disposition.TK, Disposition.ON_AUTHOR})
"""The dispositions under which somebody owes the desk something."""


def mark(passage: Passage, id: ClaimId, stamp: Stamp) -> Change:
    """Mark words of the story as a claim."""
    return Change("Mark claim", stamp, added(Claim(id, passage)))


def move_edges(claim: Claim, passage: Passage, stamp: Stamp) -> Change:
    """Let a claim cover other words; a proposed one counts as accepted from then on."""
    return _edit("Move claim's edges", claim, replace(claim, passage=passage, status=Status.ACCEPTED), stamp)


def join(claim: Claim, other: Claim, stamp: Stamp) -> Change:
    """Say that another claim asserts the same: its places become places of the first, and it is set aside.

    What was found and decided about the other one stays with it, and comes back with it on undo.
    """
    places = (place for place in other.places if place not in claim.places)
    joined = replace(claim, also=(*claim.also, *places), status=Status.ACCEPTED)
    return Change(
        "Join claims", stamp, (Edit(claim, joined), Edit(other, replace(other, status=Status.DISMISSED)))
    )


def part(claim: Claim, place: Passage, id: ClaimId, stamp: Stamp) -> Change:
    """Say that one of a claim's other places asserts something else: it becomes a claim of its own.

    Raises:
        ValueError: the claim does not stand there.
    """
    if place not in claim.also:
        raise ValueError("no place of the claim")
    left = replace(claim, also=tuple(other for other in claim.also if other != place), status=Status.ACCEPTED)
    return Change("Part claims", stamp, (Edit(claim, left), *added(Claim(id, place))))


def accept(claim: Claim, stamp: Stamp) -> Change:
    """Take up a proposed claim."""
    return _edit("Accept claim", claim, replace(claim, status=Status.ACCEPTED), stamp)


def dismiss(claim: Claim, stamp: Stamp) -> Change:
    """Set a claim aside. It is remembered, so that it is not proposed again."""
    return _edit("Dismiss claim", claim, replace(claim, status=Status.DISMISSED), stamp)


def dispose(claim: Claim, disposition: Disposition, stamp: Stamp, *, waiver: str = "") -> Change:
    """Set the working disposition; a proposed claim counts as accepted from then on.

    Who owes something until when goes with what they owe: it is cleared once the claim no longer waits for
    it, and so is the written reason (`waiver`) once it is not confirmed any more. The history keeps both.
    """
    waits = disposition in WAITING
    after = replace(
        claim,
        disposition=disposition,
        status=Status.ACCEPTED,
        owner=claim.owner if waits else "",
        due=claim.due if waits else None,
        waiver=" ".join(waiver.split()) if disposition is Disposition.CONFIRMED else "",
    )
    return _edit(f"Set to {disposition.value}", claim, after, stamp)


def owe(claim: Claim, owner: str, due: str | None, stamp: Stamp) -> Change | None:
    """Say who has to bring what is missing, and until when (an ISO date); None when nothing is new."""
    after = replace(claim, owner=" ".join(owner.split()), due=due)
    return None if after == claim else _edit("Say who owes it", claim, after, stamp)


def is_overdue(claim: Claim, today: date) -> bool:
    """Whether a claim waits for something that was due before `today`."""
    return claim.disposition in WAITING and claim.due is not None and claim.due < today.isoformat()


def waive(claim: Claim, reason: str, stamp: Stamp) -> Change | None:
    """Write, or correct, why a claim is confirmed though it lacks what is asked; None when nothing is new."""
    after = replace(claim, waiver=" ".join(reason.split()))
    return None if after == claim else _edit("Write why it is confirmed", claim, after, stamp)


def annotate(claim: Claim, stamp: Stamp, *, note: str | None = None, answer: str | None = None) -> Change:
    """Write the desk's note, or the claimant's answer. None leaves a field as it is."""
    after = replace(
        claim,
        note=claim.note if note is None else note,
        answer=claim.answer if answer is None else answer,
    )
    return _edit("Edit note" if answer is None else "Record answer", claim, after, stamp)


def publish(claims: Iterable[Claim], public: bool, stamp: Stamp) -> Change | None:
    """Mark claims for publication, or keep them at the desk; None when all of them are so already."""
    edits = tuple(Edit(one, replace(one, public=public)) for one in claims if one.public is not public)
    return Change("Mark for publication" if public else "Keep at the desk", stamp, edits) if edits else None


def decide(
    claim: Claim,
    before: Verdict | None,
    step: str,
    conclusion: str,
    id: VerdictId,
    stamp: Stamp,
    *,
    scale: ScaleId = TWO_SOURCE.id,
) -> Change:
    """Give the public verdict on a claim, or replace the one `before`. Accepts a proposed claim.

    `step` is the key of a step of `scale`; of a scale without steps, the verdict in the desk's own words.
    """
    verdict = Verdict(
        before.id if before else id,
        claim.id,
        step,
        conclusion,
        stamp.by,
        stamp.at,
        scale,
        claim.wording,
    )
    edits = [Edit(before, verdict)]
    if claim.status is not Status.ACCEPTED:
        edits.insert(0, Edit(claim, replace(claim, status=Status.ACCEPTED)))
    return Change("Give verdict", stamp, tuple(edits))


def withdraw(verdict: Verdict, stamp: Stamp) -> Change:
    """Take a verdict back; the claim has none again."""
    return Change("Withdraw verdict", stamp, removed(verdict))


def ask(query: Query, stamp: Stamp) -> Change:
    """Put a question, or a change request, to the author; who asked, and when, is noted with it."""
    asked = replace(query, by=stamp.by, at=stamp.at)
    return Change("Ask author" if not query.wording else "Request change", stamp, added(asked))


def answer(before: Query, after: Query, stamp: Stamp) -> Change:
    """Record what became of a query.

    Raises `ValueError` for one called applied: that is seen in a later draft, never said by hand.
    """
    if after.status is QueryStatus.APPLIED is not before.status:
        raise ValueError("a query is found applied in a draft")
    return _edit("Record author's answer", before, after, stamp)


def _edit(label: str, before: Claim | Query, after: Claim | Query, stamp: Stamp) -> Change:
    return Change(label, stamp, (Edit(before, after),))
