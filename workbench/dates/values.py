"""A date as printed, and the days it can mean."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workbench.text import Span


class Precision(StrEnum):
    """How exactly a date is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Edge(StrEnum):
    """Whether a date is meant itself, or what lies on one side of it."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    """From this date on: the date itself is meant as a beginning."""
    UNTIL = "until"
    """Up to this date: the date itself is meant as an end."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date and the days `first` to `last`, both included, that it can mean.

    Both are None when the text does not say enough ("on 14 March" without a year); then `month`, `day`
    and `weekday` (Monday = 0) hold what it does say. `slack` is by how many days a rough date
    ("nine years ago") may be off at either end.
    """

    span: Span
    precision: Precision
    first: date | None = None
    last: date | None = None
    edge: Edge = Edge.ON
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    slack: int = 0


@dataclass(frozen=True, slots=True)
class Days:
    """What an expression means, before it has a place in a text."""

    precision: Precision
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    slack: int = 0


@dataclass(frozen=True, slots=True)
class Base:
    """When a text was published, as far as is known: the year, perhaps the month, perhaps the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day itself, when it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def base(published: str | None) -> Base | None:
    """Read an ISO 8601 publication date of whatever precision; None when there is none or it is damaged."""
    parts = (published or "")[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        found = Base(*numbers[:3])
        date(found.year, found.month or 1, found.day or 1)
    except (TypeError, ValueError):
        return None
    return found


def one_day(day: date) -> Days:
    """A single day."""
    return Days(Precision.DAY, day, day)


def in_month(year: int, month: int) -> Days:
    """All of a month."""
    end = calendar.monthrange(year, month)[1]
    return Days(Precision.MONTH, date(year, month, 1), date(year, month, end))


def in_year(year: int) -> Days:
    """All of a year."""
    return Days(Precision.YEAR, date(year, 1, 1), date(year, 12, 31))


def years(first: int, last: int, precision: Precision = Precision.YEAR) -> Days:
    """From the first day of one year to the last of another."""
    return Days(precision, date(first, 1, 1), date(last, 12, 31))


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late part of a stretch, its halves and ends; other words change nothing."""
    part = part.casefold()
    if not days.first or not days.last or part not in _PARTS:
        return days
    length = (days.last - days.first).days
    start, end = _PARTS[part]
    first = days.first + timedelta(int(length * start))
    return Days(days.precision, first, days.first + timedelta(int(length * end)))


_PARTS = {
    "early": (0.0, 0.45), "start": (0.0, 0.3), "beginning": (0.0, 0.3), "first half": (0.0, 0.5),
    "mid": (0.25, 0.75), "middle": (0.25, 0.75),
    "late": (0.55, 1.0), "end": (0.7, 1.0), "second half": (0.49, 1.0),
}  # fmt: skip
