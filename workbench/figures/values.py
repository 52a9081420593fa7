"""A figure as printed, and the values it can stand for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from workbench.text import Span


class Kind(StrEnum):
    """What sort of quantity a figure is; only like is compared with like."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    """Shares too: "a third" is 33.3 percent."""
    POINTS = "points"
    """Percentage points."""
    DURATION = "duration"
    AGE = "age"
    MEASURE = "measure"
    MULTIPLE = "multiple"
    """"Doubled", "threefold", "twice"."""
    ORDINAL = "ordinal"
    CLOCK = "clock"
    """A time of day, in minutes after midnight."""
    SCORE = "score"
    """Two numbers against each other: "3–1", "a 5–4 vote"."""


class Bound(StrEnum):
    """How a figure limits the true value."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    COURSE = "in the course of"
    """"Over a decade": more than one, or while it passed."""
    BETWEEN = "between"
    VAGUE = "vague"
    """"Dozens", "several hundred"."""

    @property
    def is_lower(self) -> bool:
        """Whether it only says what the value is above."""
        return self in (Bound.MORE_THAN, Bound.AT_LEAST)

    @property
    def is_upper(self) -> bool:
        """Whether it only says what the value is below."""
        return self in (Bound.LESS_THAN, Bound.AT_MOST)


@dataclass(frozen=True, slots=True)
class Range:
    """Values from `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: where it stands, what it measures, which values it means and which it allows.

    `meant` holds what a reader takes it to say, `allowed` what it does not rule out: "about 50" means
    45 to 55 and allows 35 to 65. Durations are in days, measures in the base unit of `unit`.
    `things` are the lower-cased words after a count ("armed police officers"), what is counted among them.
    `per` is what a rate is reckoned on ("hour"), or a clock time's zone. `way` tells the parts of a change:
    "by" how much, "from" and "to" which figures.
    """

    span: Span
    kind: Kind
    unit: str
    meant: Range
    allowed: Range
    bound: Bound = Bound.EXACT
    things: tuple[str, ...] = ()
    per: str = ""
    way: str = ""


def capped(found: tuple[Range, Range], kind: Kind, value: float) -> tuple[Range, Range]:
    """Shares end at a whole: "more than half" means no more than 100 percent."""
    meant, allowed = found
    if kind is Kind.PERCENT and 0 <= value <= 100 < meant.high:
        return Range(meant.low, 100.0), allowed
    return found


def ranges(value: float, step: float, bound: Bound) -> tuple[Range, Range]:
    """What a value with a bound means and allows; `step` is the last digit's worth, 0 when exact.

    The widths are ours: "almost" and "about" reach 10 % and allow somewhat more; "more than 50" is
    taken to mean up to four times as much.
    """
    size = abs(value)
    above, below = math.nextafter(value, math.inf), math.nextafter(value, -math.inf)
    match bound:
        case Bound.ABOUT:
            return Range(value - 0.1 * size, value + 0.1 * size), Range(
                value - 0.3 * size, value + 0.3 * size
            )
        case Bound.ALMOST:
            return Range(value - 0.1 * size, value), Range(value - 0.25 * size, value)
        case Bound.JUST_OVER:
            return Range(value, value + 0.1 * size), Range(value, value + 0.25 * size)
        case Bound.MORE_THAN:
            return Range(above, max(above, 4 * value)), Range(above, math.inf)
        case Bound.COURSE:
            return Range(value, 1.5 * value), Range(0.7 * value, math.inf)
        case Bound.AT_LEAST:
            return Range(value, max(value, 4 * value)), Range(value, math.inf)
        case Bound.LESS_THAN:
            return Range(min(below, value / 4), below), Range(-math.inf, below)
        case Bound.AT_MOST:
            return Range(min(value, value / 4), value), Range(-math.inf, value)
        case _:
            # Short of half a step, so that "nine years" and "eight years" do not touch.
            return Range(value, value), Range(value - 0.499 * step, value + 0.499 * step)
