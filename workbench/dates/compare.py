"""Whether two dates can be the same."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.agreement import Agreement
from workbench.dates.values import Date, Edge, Precision

_ENDS = frozenset((Edge.SINCE, Edge.UNTIL))
"""Edges that make a date the beginning or end of something that lasts."""


def compare(one: Date, other: Date) -> Agreement:
    """Compare two dates, supposing that they are said of the same event.

    They agree when one lies within the other ("14 March 2020", "in March"), conflict when they
    have no day in common, and cannot be compared when they only overlap or too little is known.
    """
    if one.first is None or other.first is None:
        return _by_parts(one, other)
    if one.edge is not other.edge and not {one.edge, other.edge}.isdisjoint(_ENDS):
        return Agreement.AGREES if _within(one, other) else Agreement.NOT_COMPARABLE
    if _apart(one, other):
        return Agreement.CONFLICTS
    if _one_sided(one) and _one_sided(other):
        same = (one.first, one.last) == (other.first, other.last)
        return Agreement.AGREES if same else Agreement.NOT_COMPARABLE
    return Agreement.AGREES if _within(one, other) or _within(other, one) else Agreement.NOT_COMPARABLE


def _by_parts(one: Date, other: Date) -> Agreement:
    """Compare month and day where a year is missing."""
    if _one_sided(one) or _one_sided(other):
        return Agreement.NOT_COMPARABLE
    months, days = (_month(one), _month(other)), (_day(one), _day(other))
    if None in months:
        return Agreement.NOT_COMPARABLE
    if months[0] != months[1] or (None not in days and days[0] != days[1]):
        return Agreement.CONFLICTS
    return Agreement.AGREES


def _month(found: Date) -> int | None:
    if found.first and found.precision in (Precision.DAY, Precision.MONTH):
        return found.first.month
    return found.month


def _day(found: Date) -> int | None:
    return found.first.day if found.first and found.precision is Precision.DAY else found.day


def _one_sided(found: Date) -> bool:
    return found.edge in (Edge.BEFORE, Edge.AFTER)


def _apart(one: Date, other: Date) -> bool:
    """Whether the two have no day in common, even where they are rough."""
    (first, last), (other_first, other_last) = _days(one), _days(other)
    slack = timedelta(max(one.slack, other.slack))
    return first - other_last > slack or other_first - last > slack


def _within(inner: Date, outer: Date) -> bool:
    (first, last), (outer_first, outer_last) = _days(inner), _days(outer)
    slack = timedelta(max(inner.slack, outer.slack))
    return outer_first - first <= slack and last - outer_last <= slack


def _days(found: Date) -> tuple[date, date]:
    """The first and last day; every day there is when they are not known."""
    return found.first or date.min, found.last or date.max
