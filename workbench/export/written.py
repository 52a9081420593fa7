"""What the desk wrote of a claim that names somebody who spoke in confidence: kept at the desk, and said so.

A conclusion, an answer or a note is kept back whole. The sentence beside the name often tells as much as the
name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.export.approval import Approval
from workbench.export.report import Judged, Witness
from workbench.export.sources import Logged, Registered, RightOfReply
from workbench.model import Query, SignOff

KEPT = "Kept at the desk."
"""What stands in place of words that are kept back."""
REASONS_KEPT = "The reasons for this verdict are kept at the desk."
"""What stands in place of a conclusion, which has no label to say what is missing."""

Tells = Callable[[str], bool]
"""Whether a text names somebody or something that stays secret."""


def claim_unsaid(claim: Judged, tells: Tells) -> Judged:
    """The claim without what was written of it that tells. Its own words are the story's, and stay."""
    verdict = claim.verdict
    if verdict and tells(verdict.conclusion):
        verdict = replace(verdict, conclusion=REASONS_KEPT)
    gate = claim.gate and replace(claim.gate, missing=tuple(_kept(one, tells) for one in claim.gate.missing))
    return replace(
        claim,
        verdict=verdict,
        note=_kept(claim.note, tells),
        answer=_kept(claim.answer, tells),
        owner="" if tells(claim.owner) else claim.owner,
        waiver=_kept(claim.waiver, tells),
        gate=gate,
        queries=tuple(query_unsaid(query, tells) for query in claim.queries),
        contacts=tuple(_contact(contact, tells) for contact in claim.contacts),
        reply=claim.reply and _reply(claim.reply, tells),
        witnesses=_witnesses(claim.witnesses, tells),
        counted=_witnesses(claim.counted, tells),
        sources=tuple(replace(source, note=_kept(source.note, tells)) for source in claim.sources),
    )


def conclusion_is_kept(claim: Judged) -> bool:
    """Whether the reasons for its verdict were kept back."""
    return claim.verdict is not None and claim.verdict.conclusion == REASONS_KEPT


def query_unsaid(query: Query, tells: Tells) -> Query:
    """The query without those of its parts that tell."""
    return replace(
        query,
        question=_kept(query.question, tells),
        wording=_kept(query.wording, tells),
        reason=_kept(query.reason, tells),
        answer=_kept(query.answer, tells),
    )


def entry_unsaid(entry: Registered, tells: Tells) -> Registered:
    """An entry of the register without what was noted or said there that tells."""
    source = replace(entry.source, note=_kept(entry.source.note, tells))
    return replace(entry, source=source, contacts=tuple(_contact(one, tells) for one in entry.contacts))


def approval_unsaid(approval: Approval, tells: Tells) -> Approval:
    """The signatures without the notes that tell."""
    signed = approval.signed
    checker, second = _signature(signed.checker, tells), _signature(signed.second, tells)
    return replace(approval, signed=replace(signed, checker=checker, second=second))


def _signature(given: SignOff | None, tells: Tells) -> SignOff | None:
    return given and replace(given, note=_kept(given.note, tells))


def _witnesses(witnesses: tuple[Witness, ...], tells: Tells) -> tuple[Witness, ...]:
    return tuple(replace(one, note=_kept(one.note, tells)) for one in witnesses)


def _contact(contact: Logged, tells: Tells) -> Logged:
    if not tells(f"{contact.asked} {contact.answer}"):
        return contact
    return replace(contact, asked="", answer="", kept_back=True)


def _reply(given: RightOfReply, tells: Tells) -> RightOfReply:
    return replace(given, contact=given.contact and _contact(given.contact, tells))


def _kept(text: str, tells: Tells) -> str:
    return KEPT if tells(text) else text
