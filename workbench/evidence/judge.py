"""How passages bear on a claim: supports, contradicts or context, with reasons in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.analysis import Judgement, Statement
from workbench.evidence.checks import Checks, check
from workbench.evidence.clauses import clauses
from workbench.evidence.features import features
from workbench.evidence.grounds import Chances, settled, weighed
from workbench.evidence.head import head
from workbench.evidence.reading import read
from workbench.evidence.reasons import reasons
from workbench.evidence.relatedness import has_matter, relatedness
from workbench.evidence.sameness import is_word_for_word
from workbench.evidence.stacked import together
from workbench.evidence.tongue import NOT_JUDGED, is_english
from workbench.model import Relation

if TYPE_CHECKING:
    from workbench.evidence.encoder import Encoder

SAME = 0.95
"""How much a passage is about the same matter, at least, that has the claim's own words."""

NO_MATTER = 0.6
"""What is left of the score of a passage that shares only names and offices."""


SURE = 0.6
"""The chance from which on a passage is called a conflict: three in four then are (docs/benchmarks.md)."""

READ = 12
"""How many passages for one claim the encoder reads: the likeliest. The others keep the first opinion."""


@dataclass(frozen=True, slots=True)
class _Opinion:
    """The findings for a claim, or for one clause of it, and what the heads make of them.

    `is_long` tells whether the claim was taken apart.
    """

    checks: Checks
    found: Mapping[str, float]
    chances: Chances
    is_long: bool

    @property
    def related(self) -> float:
        """How far the passage is about the same matter."""
        found = relatedness(self.checks)
        return max(SAME, found) if is_word_for_word(self.checks) else found

    @property
    def weight(self) -> float:
        """How much the passage matters, 0..1: it must take a side, and be about the same matter."""
        return (1 - self.chances[Relation.CONTEXT]) * self.related


_Opinions = list[_Opinion]
"""What is thought of one passage: first with regard to the whole claim, then to its clauses."""


def judge(
    claim: Statement, passages: Sequence[Statement], encoder: Encoder | None = None
) -> tuple[Judgement, ...]:
    """Judge each passage against the claim, in the order given. Never raises on odd texts.

    A long claim is also judged clause by clause, and the clause to which the passage speaks most counts.
    Without an encoder the explicit findings alone decide. What is not in English is context, for its
    shared names and figures: relations are judged for English only.
    """
    parts = [claim, *(Statement(part, claim.published) for part in clauses(claim.text))]
    opinions = _first_opinions(parts, passages)
    readable = is_english(claim.text)
    if encoder is not None and readable:
        opinions = _read(opinions, encoder)
    return tuple(
        _judgement(group[0], _deciding(group))
        if readable and is_english(passage.text)
        else _unjudged(group[0])
        for passage, group in zip(passages, opinions, strict=True)
    )


def _first_opinions(parts: Sequence[Statement], passages: Sequence[Statement]) -> list[_Opinions]:
    """What the explicit findings say of every passage and every part of the claim."""
    checked = [[check(read(part), read(item)) for part in parts] for item in passages]
    found = [features(checks) for group in checked for checks in group]
    thought = iter(zip(found, head().chances(found), strict=True))
    is_long = len(parts) > 1
    return [
        [
            _Opinion(checks, found, weighed(checks, chances, is_long=is_long), is_long)
            for checks, (found, chances) in zip(group, thought, strict=False)
        ]
        for group in checked
    ]


def _read(opinions: Sequence[_Opinions], encoder: Encoder) -> list[_Opinions]:
    """The opinions after the likeliest passages have been read with the claim and its best clause."""
    likeliest = sorted(range(len(opinions)), key=lambda at: -_promise(opinions[at]))[:READ]
    groups = {at: _worth_reading(opinions[at]) for at in likeliest}
    second = iter(_second_opinions([one for at in likeliest for one in groups[at]], encoder))
    read_again = {at: [next(second) for _ in groups[at]] for at in likeliest}
    return [read_again.get(at, group) for at, group in enumerate(opinions)]


def _promise(group: _Opinions) -> float:
    return max(one.related + one.weight for one in group)


def _worth_reading(group: _Opinions) -> _Opinions:
    best = _deciding(group)
    return [group[0]] if best is group[0] else [group[0], best]


def _deciding(group: _Opinions) -> _Opinion:
    """The part to which the passage speaks most; one where acts exclude one another comes first."""
    opposed = [one for one in group if one.checks.opposition.acts]
    return max(opposed or group, key=lambda one: one.weight)


def _second_opinions(opinions: Sequence[_Opinion], encoder: Encoder) -> list[_Opinion]:
    pairs = [(one.checks.passage.wording.text, one.checks.claim.wording.text) for one in opinions]
    rows = [
        together(one.found, one.chances, logits)
        for one, logits in zip(opinions, encoder.logits(pairs), strict=True)
    ]
    return [
        replace(one, chances=settled(one.checks, chances, is_long=one.is_long))
        for one, chances in zip(opinions, head("stacked").chances(rows), strict=True)
    ]


def _judgement(whole: _Opinion, best: _Opinion) -> Judgement:
    scores = _percent(best.chances)
    relation = _said(best.chances)
    side = 1 - best.chances[Relation.CONTEXT]
    score = 100 * max(whole.related, best.related) * (0.35 + 0.65 * side)
    if not has_matter(whole.checks) and (relation is Relation.CONTEXT or not has_matter(best.checks)):
        score *= NO_MATTER
    spoken = whole if relation is Relation.CONTEXT else best
    return Judgement(relation, round(score, 1), scores, reasons(spoken.checks, relation))


def _said(chances: Chances) -> Relation:
    """The likeliest relation; a conflict only where it is likely enough to trouble an editor."""
    others = {key: chance for key, chance in chances.items() if key is not Relation.CONTRADICTS}
    against = chances[Relation.CONTRADICTS]
    rest = max(others, key=lambda key: others[key])
    return Relation.CONTRADICTS if against >= max(SURE, others[rest]) else rest


def _unjudged(whole: _Opinion) -> Judgement:
    """Context, because one of the two is in another language."""
    scores = {relation: 100.0 * (relation is Relation.CONTEXT) for relation in Relation}
    return Judgement(Relation.CONTEXT, round(100 * whole.related, 1), scores, (NOT_JUDGED,))


def _percent(chances: Chances) -> dict[Relation, float]:
    return {relation: 100 * chance for relation, chance in chances.items()}
