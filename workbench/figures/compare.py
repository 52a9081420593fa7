"""Whether two figures can be the same quantity."""

from __future__ import annotations

from workbench.agreement import Agreement
from workbench.figures.values import Bound, Figure, Kind
from workbench.wording import stem

_BARE = frozenset((Kind.COUNT, Kind.ORDINAL, Kind.MULTIPLE))
"""Kinds whose unit is what they count: they need the same things to be compared."""


def compare(one: Figure, other: Figure) -> Agreement:
    """Compare two figures, supposing that they are said of the same subject.

    They agree when a value that both mean exists ("more than 50" and 53, "nine years" and "almost a
    decade") or when one is the other rounded ("4 million", "4.2 million"). They conflict when no value
    satisfies both. Different kinds, units, rates or counted things, a change set against a level, and what
    is merely vague, is not comparable.
    """
    if not _same_unit(one, other) or _differ(one.per, other.per) or _differ(one.way, other.way):
        return Agreement.NOT_COMPARABLE
    if one.kind is Kind.SCORE:
        return Agreement.AGREES if one.unit == other.unit else Agreement.CONFLICTS
    if not one.allowed.meets(other.allowed):
        return Agreement.CONFLICTS
    if _both_open(one, other):
        return Agreement.AGREES if one.meant == other.meant else Agreement.NOT_COMPARABLE
    if one.meant.meets(other.meant) or _is_rounded(one, other) or _is_rounded(other, one):
        return Agreement.AGREES
    return Agreement.NOT_COMPARABLE


def _differ(one: str, other: str) -> bool:
    """Whether both say something, and not the same."""
    return bool(one and other and one != other)


def _same_unit(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.SCORE:
        return True
    return one.unit == other.unit and (one.kind not in _BARE or _same_things(one, other))


def _same_things(one: Figure, other: Figure) -> bool:
    """Whether the counted things share a word, or one of the figures does not say what it counts."""
    if not one.things or not other.things:
        return True
    return not {stem(word) for word in one.things}.isdisjoint(stem(word) for word in other.things)


def _both_open(one: Figure, other: Figure) -> bool:
    """Whether both only limit the value, so that no single value is meant by either."""
    return all(figure.bound.is_lower or figure.bound.is_upper for figure in (one, other))


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether `one`, both being exact, is `other` with fewer digits."""
    exact = one.bound is Bound.EXACT and other.bound is Bound.EXACT
    return exact and one.allowed.low <= other.meant.low <= one.allowed.high
