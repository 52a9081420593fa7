"""How passages bear on a claim: supports, contradicts or context, with reasons in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis import Judgement, Statement
from workbench.evidence.checks import Checks, check
from workbench.evidence.clauses import clauses
from workbench.evidence.features import features
from workbench.evidence.grounds import Chances, weighed
from workbench.evidence.head import head
from workbench.evidence.matching import weight
from workbench.evidence.reading import read
from workbench.evidence.reasons import reasons
from workbench.model import Relation

ENOUGH = 4.0
"""Weight of shared words at which a passage counts as about the same matter by two thirds."""


@dataclass(frozen=True, slots=True)
class _Opinion:
    """The findings for a claim, or for one clause of it, and what the head makes of them."""

    checks: Checks
    chances: Chances

    @property
    def weight(self) -> float:
        """How much the passage matters, 0..1: it must take a side, and be about the same matter."""
        return (1 - self.chances[Relation.CONTEXT]) * relatedness(self.checks)


def judge(claim: Statement, passages: Sequence[Statement]) -> tuple[Judgement, ...]:
    """Judge each passage against the claim, in the order given. Never raises on odd texts.

    A long claim is also judged clause by clause, and the clause to which the passage speaks most counts.
    """
    parts = [claim, *(Statement(part, claim.published) for part in clauses(claim.text))]
    checked = [[check(read(part), read(item)) for part in parts] for item in passages]
    chances = iter(head().chances([features(checks) for group in checked for checks in group]))
    is_long = len(parts) > 1
    opinions = [
        [_Opinion(checks, weighed(checks, next(chances), is_long=is_long)) for checks in group]
        for group in checked
    ]
    return tuple(_judgement(group[0], max(group, key=lambda one: one.weight)) for group in opinions)


def relatedness(checks: Checks) -> float:
    """How far a passage is about the same matter, 0..1: the weight of shared words, names before others."""
    found = checks.matching
    shared = {other.stem: weight(one) for one, other in (*found.same, *found.alike)}
    quantities = len(checks.figures.agreeing) + len(checks.figures.conflicting)
    return 1 - math.exp(-(sum(shared.values()) + 2 * quantities) / ENOUGH)


def _judgement(whole: _Opinion, best: _Opinion) -> Judgement:
    scores = _percent(best.chances)
    relation = max(scores, key=lambda key: scores[key])
    related = relatedness(whole.checks)
    side = 1 - best.chances[Relation.CONTEXT]
    score = round(100 * related * (0.35 + 0.65 * side), 1)
    return Judgement(relation, score, scores, reasons(best.checks, relation))


def _percent(chances: Chances) -> dict[Relation, float]:
    return {relation: 100 * chance for relation, chance in chances.items()}
