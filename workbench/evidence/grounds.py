"""What a judgement must rest on: no side is taken without a finding that an editor can be shown.

The head is trained on short claims about a sentence that was written for them. News claims are longer,
and most passages that share their names speak of something else. So a relation without grounds gives way
to context, and findings that the training sets hardly know (acts that exclude one another) get a say.
"""

from __future__ import annotations

from workbench.evidence.background import gives_time
from workbench.evidence.checks import Checks
from workbench.evidence.distance import keeps_distance
from workbench.evidence.sameness import is_word_for_word
from workbench.model import Relation

Chances = dict[Relation, float]

LEFT = 0.2
"""What a relation without grounds keeps of its chance."""

WEAK = 0.8
"""What it keeps where there is something to show, but little."""

DISTANT = 0.2
"""What support keeps of its chance where the passage keeps its distance from the claim's matter."""

UNGROUNDED = 0.6
"""What a side keeps of the chance that an encoder gives it, where no finding of a long claim bears it out."""

FEW = 2
"""Shared words, names and offices aside, below which a missing act cannot be overlooked."""

FRAGMENT = 2
"""Content words that a claim needs at least to assert something."""

HINTED = 0.35
"""The chance of a contradiction from which on a denial in the passage settles it."""

FLOOR_AGAINST = 0.6
"""The least chance of a contradiction where acts exclude one another, or a figure is put right."""

FLOOR_FOR = 0.55
"""The least chance of support for part of a long claim that a passage bears out."""

EVEN = 0.5
"""A chance of contradiction from which on the same words are no support: something among them differs."""

FLOOR_SAME = 0.9
"""The least chance of support where the same words stand in both."""


def weighed(checks: Checks, chances: Chances, *, is_long: bool) -> Chances:
    """The head's chances for a claim, or a clause of a long one, with regard to their grounds."""
    result = dict(chances)
    against, support = speaks_against(checks), bears_out(checks)
    _give_way(result, Relation.CONTRADICTS, _kept_against(checks, against=against, is_long=is_long))
    _give_way(result, Relation.SUPPORTS, _kept_for(checks, support=support, is_long=is_long))
    if checks.opposition.acts or checks.opposition.precedent or _is_put_right(checks):
        _raise(result, Relation.CONTRADICTS, FLOOR_AGAINST)
    elif is_word_for_word(checks):
        _raise(result, Relation.SUPPORTS, FLOOR_SAME)
    elif is_long and support and not against:
        _raise(result, Relation.SUPPORTS, FLOOR_FOR)
    return result


def settled(checks: Checks, chances: Chances, *, is_long: bool) -> Chances:
    """The stacked head's chances, with what the findings settle whatever an encoder thinks."""
    result = dict(chances)
    if keeps_distance(checks):
        _give_way(result, Relation.SUPPORTS, DISTANT)
    if is_long:
        # An encoder of this size is easily taken in by what long statements share or lack.
        _give_way(result, Relation.CONTRADICTS, 1.0 if speaks_against(checks) else UNGROUNDED)
        _give_way(result, Relation.SUPPORTS, 1.0 if bears_out(checks) else UNGROUNDED)
    excluded = checks.opposition.acts or checks.opposition.precedent or _is_put_right(checks)
    denied = checks.opposition.denials and result[Relation.CONTRADICTS] >= HINTED
    if excluded or denied:
        _raise(result, Relation.CONTRADICTS, FLOOR_AGAINST)
    elif is_word_for_word(checks) and result[Relation.CONTRADICTS] < EVEN:
        _raise(result, Relation.SUPPORTS, FLOOR_SAME)
    elif is_long and checks.matched_acts and _bears_out_alone(checks):
        _raise(result, Relation.SUPPORTS, FLOOR_FOR)
    return result


def _bears_out_alone(checks: Checks) -> bool:
    """Whether the passage has enough of the claim, nothing speaks against, and it keeps no distance."""
    return bears_out(checks) and not speaks_against(checks) and not keeps_distance(checks)


def _kept_against(checks: Checks, *, against: bool, is_long: bool) -> float:
    """What a contradiction keeps of its chance. In a short claim the words that part the two may be named."""
    if against:
        return 1.0
    # A fragment ("in Mali.") asserts nothing that could be contradicted.
    if is_long or len(checks.claim.plain) < FRAGMENT:
        return LEFT
    if _has_loose_finding(checks):
        return 1.0
    if not checks.matching.missing:
        return LEFT
    return 1.0 if checks.cover >= (0.4 if checks.matching.replaced else 0.75) else WEAK


def _has_loose_finding(checks: Checks) -> bool:
    found = checks.opposition
    loose = found.opposites or found.negated or found.denials or found.denied or checks.dates.conflicting
    return bool(loose) and checks.cover >= 0.2


def _kept_for(checks: Checks, *, support: bool, is_long: bool) -> float:
    """What support keeps of its chance: in a short claim all, where its matter and an act are there."""
    if not checks.matching.telling or (is_long and not support):
        return LEFT
    if is_long or tells_the_same(checks) or checks.figures.agreeing:
        return WEAK if checks.opposition.denials else 1.0
    if _is_beside_the_point(checks):
        return 1.0 if checks.cover >= 0.8 else LEFT
    return 1.0 if checks.cover >= 0.35 else WEAK


def speaks_against(checks: Checks) -> bool:
    """Whether a finding says that the passage contradicts."""
    found = checks.opposition
    firm = checks.figures.conflicting or found.acts or found.swapped or found.precedent
    about = checks.cover >= 0.4 and len(checks.matching.telling) >= 2
    loose = checks.dates.conflicting or found.opposites or found.negated or found.denials or found.denied
    return bool(firm or (about and loose))


def bears_out(checks: Checks) -> bool:
    """Whether the passage has enough of the claim: what happened, not only who is named."""
    names = {other.stem for one, other in checks.matching.same if one.is_name}
    matched = {one.stem for one, _ in checks.matching.telling}
    if checks.opposition.denials:
        return False
    if checks.figures.agreeing and matched and (names or len(matched) > 1):
        return checks.cover >= 0.25
    enough = 0.4 if tells_the_same(checks) else 0.6
    return len(matched) >= 2 and checks.cover >= enough and bool(names or checks.cover >= 0.6)


def tells_the_same(checks: Checks) -> bool:
    """Whether an act of the claim is in the passage too; true where the claim tells of none that is known."""
    return bool(checks.matched_acts or not checks.acts)


def _is_beside_the_point(checks: Checks) -> bool:
    """Whether a known act is missing and little else shared, or what is shared may only give the time."""
    known = any(act.words[0].span in checks.acts for act in checks.claim.acts)
    if known and len(checks.matching.telling) < FEW:
        return True
    wording = checks.claim.wording
    return any(word.is_verb and gives_time(wording, word) for word in checks.claim.plain)


def _is_put_right(checks: Checks) -> bool:
    """Whether the passage denies the very figure of the claim: "£5 million, not the £3 million"."""
    return bool(checks.passage.denied and checks.figures.conflicting)


def _give_way(chances: Chances, relation: Relation, kept: float) -> None:
    lost = chances[relation] * (1 - kept)
    chances[relation] -= lost
    chances[Relation.CONTEXT] += lost


def _raise(chances: Chances, relation: Relation, least: float) -> None:
    if chances[relation] >= least:
        return
    rest = 1 - chances[relation]
    for other in chances:
        chances[other] = least if other is relation else chances[other] / rest * (1 - least)
