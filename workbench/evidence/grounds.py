"""What a judgement must rest on: no side is taken without a finding that an editor can be shown.

The head is trained on short claims about a sentence that was written for them. News claims are longer,
and most passages that share their names speak of something else. So a relation without grounds gives way
to context, and findings that the training sets hardly know (acts that exclude one another) get a say.
"""

from __future__ import annotations

from workbench.evidence.checks import Checks
from workbench.model import Relation
from workbench.wording import Word, words

Chances = dict[Relation, float]

LEFT = 0.2
"""What a relation without grounds keeps of its chance."""

FRAGMENT = 2
"""Content words that a claim needs at least to assert something."""

FLOOR_AGAINST = 0.6
"""The least chance of a contradiction where acts exclude one another."""

FLOOR_FOR = 0.55
"""The least chance of support for part of a long claim that a passage bears out."""


def weighed(checks: Checks, chances: Chances, *, is_long: bool) -> Chances:
    """The head's chances for a claim, or a clause of a long one, with regard to their grounds."""
    result = dict(chances)
    against, support = speaks_against(checks), bears_out(checks)
    # A fragment ("in Mali.") asserts nothing that could be contradicted.
    if not against and (is_long or len(checks.claim.plain) < FRAGMENT):
        _give_way(result, Relation.CONTRADICTS)
    if (is_long and not support) or not telling(checks):
        _give_way(result, Relation.SUPPORTS)
    if checks.opposition.acts:
        _raise(result, Relation.CONTRADICTS, FLOOR_AGAINST)
    elif is_long and support and not against:
        _raise(result, Relation.SUPPORTS, FLOOR_FOR)
    return result


def speaks_against(checks: Checks) -> bool:
    """Whether a finding says that the passage contradicts."""
    found = checks.opposition
    firm = checks.figures.conflicting or found.acts or found.swapped
    about = checks.cover >= 0.4 and len(telling(checks)) >= 2
    loose = checks.dates.conflicting or found.opposites or found.negated or found.denials or found.denied
    return bool(firm or (about and loose))


def bears_out(checks: Checks) -> bool:
    """Whether the passage has enough of the claim: what happened, not only who is named."""
    names = {other.stem for one, other in checks.matching.same if one.is_name}
    matched = {word.stem for word in telling(checks)}
    if checks.figures.agreeing and names and matched:
        return checks.cover >= 0.25
    return bool(names) and len(matched) >= 2 and checks.cover >= 0.4


def telling(checks: Checks) -> tuple[Word, ...]:
    """The shared words, agreeing figures' places aside, that are neither names nor ranks and offices."""
    roles = words("roles.txt")
    pairs = (*checks.matching.same, *checks.matching.alike)
    return tuple(
        one for one, other in pairs if not one.is_name and one.bare not in roles and other.bare not in roles
    )


def _give_way(chances: Chances, relation: Relation) -> None:
    lost = chances[relation] * (1 - LEFT)
    chances[relation] -= lost
    chances[Relation.CONTEXT] += lost


def _raise(chances: Chances, relation: Relation, least: float) -> None:
    if chances[relation] >= least:
        return
    rest = 1 - chances[relation]
    for other in chances:
        chances[other] = least if other is relation else chances[other] / rest * (1 - least)
