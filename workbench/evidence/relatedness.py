"""How far a passage is about the same matter as a claim."""

from __future__ import annotations

import math

from workbench.evidence.checks import Checks
from workbench.evidence.matching import weight
from workbench.evidence.names import shared_names
from workbench.wording import Word, words

ENOUGH = 4.0
"""Weight of shared words at which a passage counts as about the same matter by two thirds."""

OFFICE = 0.4
"""What a word of rank or office weighs: every report on politics has a minister and a council."""

NAMES = 5.0
"""What names may weigh together: reports of one country share more of them than they have in common."""

QUANTITY = 2.0


def relatedness(checks: Checks) -> float:
    """From 0 to 1: shared acts, figures and rarer words before names, and names before institutions."""
    found = checks.matching
    shared = {other.stem: one for one, other in (*found.same, *found.alike)}
    names = sum(_weight(word) for word in shared.values() if word.is_name)
    others = sum(_weight(word) for word in shared.values() if not word.is_name)
    quantities = sum(len(item.agreeing) + len(item.conflicting) for item in (checks.figures, checks.dates))
    turned = len(checks.opposition.acts) + (checks.opposition.precedent is not None)
    return 1 - math.exp(-(min(names, NAMES) + others + QUANTITY * (quantities + turned)) / ENOUGH)


def has_matter(checks: Checks) -> bool:
    """Whether more than names and offices is shared: two words, or one and a figure or a person."""
    quantities = len(checks.figures.agreeing) + len(checks.figures.conflicting) + len(checks.dates.agreeing)
    people = any(_is_whole(name) for name in shared_names(checks))
    return len(checks.matching.telling) + bool(quantities or people) >= 2


def _is_whole(name: str) -> bool:
    """Whether a name has several words, none of them an office or institution."""
    parts = name.casefold().split()
    return len(parts) > 1 and words("roles.txt").isdisjoint(parts)


def _weight(word: Word) -> float:
    if word.bare in words("roles.txt"):
        return OFFICE
    return weight(word) + (0.5 if word.is_verb else 0)
