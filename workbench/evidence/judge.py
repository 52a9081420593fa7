"""How passages bear on a claim: supports, contradicts or context, with reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.analysis import Judgement, Statement
from workbench.evidence.checks import Checks, check
from workbench.evidence.clauses import clauses
from workbench.evidence.features import features
from workbench.evidence.grounds import Chances, weighed
from workbench.evidence.head import head
from workbench.evidence.reading import read
from workbench.evidence.reasons import reasons
from workbench.evidence.relatedness import has_matter, relatedness
from workbench.evidence.sameness import is_word_for_word
from workbench.model import Relation

SAME = 0.95
"""How much a passage is about the same matter, at least, that has the claim's own words."""

NO_MATTER = 0.6
"""What is left of the score of a passage that shares only names and offices."""


@dataclass(frozen=True, slots=True)
class _Opinion:
    """The findings for a claim, or for one clause of it, and what the head makes of them."""

    checks: Checks
    chances: Chances

    @property
    def related(self) -> float:
        """How far the passage is about the same matter."""
        found = relatedness(self.checks)
        return max(SAME, found) if is_word_for_word(self.checks) else found

    @property
    def weight(self) -> float:
        """How much the passage matters, 0..1: it must take a side, and be about the same matter."""
        return (1 - self.chances[Relation.CONTEXT]) * self.related


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


def _judgement(whole: _Opinion, best: _Opinion) -> Judgement:
    scores = _percent(best.chances)
    relation = max(scores, key=lambda key: scores[key])
    side = 1 - best.chances[Relation.CONTEXT]
    score = 100 * max(whole.related, best.related) * (0.35 + 0.65 * side)
    if relation is Relation.CONTEXT and not has_matter(whole.checks):
        score *= NO_MATTER
    spoken = whole if relation is Relation.CONTEXT else best
    return Judgement(relation, round(score, 1), scores, reasons(spoken.checks, relation))


def _percent(chances: Chances) -> dict[Relation, float]:
    return {relation: 100 * chance for relation, chance in chances.items()}
