"""How passages bear on a claim: supports, contradicts or context, with reasons in words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis import Judgement, Statement
from workbench.evidence.wording import wording
from workbench.model import Relation


def judge(claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
    """Judge each passage against the claim, in the order given. Never raises on odd texts."""
    return tuple(_judged(claim, item) for item in passages)


def _judged(claim: Statement, item: Statement) -> Judgement:
    one, other = wording(claim.text), wording(item.text)
    shared = one.stems & other.stems
    cover = len(shared) / max(1, len(one.stems))
    against = 100 * cover * (0.7 if (one.negated ^ other.negated) & shared else 0.2)
    scores = {
        Relation.SUPPORTS: max(0.0, 100 * cover - against),
        Relation.CONTRADICTS: against,
        Relation.CONTEXT: 100 - max(100 * cover, against),
    }
    reasons = ("both: " + ", ".join(sorted(other.printed[key] for key in shared)),) if shared else ()
    return Judgement(max(scores, key=lambda key: scores[key]), 100 * cover, scores, reasons)
