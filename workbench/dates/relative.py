"""Dates that lean on the day of publication: "on Friday", "last year", "in February", "nine years ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from workbench.dates.values import Base, Days, Precision, in_month, in_year, one_day, part_of, years
from workbench.dates.written import MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS

Reader = Callable[[re.Match[str], Base | None], Days | None]

_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
            "twenty",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_SHIFT = r"(?P<shift>last|previous|this|next|coming)"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "century": 36525}


def _near(match: re.Match[str], base: Base | None) -> Days | None:
    day = base.date if base else None
    return one_day(day + timedelta(_NEAR[match["near"].casefold()])) if day else None


def _period(match: re.Match[str], base: Base | None) -> Days | None:
    if base is None:
        return None
    shift = _SHIFTS[match["shift"].casefold()]
    match match["period"].casefold():
        case "year":
            return in_year(base.year + shift)
        case "decade":
            start = base.year - base.year % 10 + 10 * shift
            return years(start, start + 9, Precision.DECADE)
        case "month" if base.month:
            months = 12 * base.year + base.month - 1 + shift
            return in_month(months // 12, months % 12 + 1)
        case "week" if base.date:
            monday = base.date + timedelta(7 * shift - base.date.weekday())
            return Days(Precision.WEEK, monday, monday + timedelta(6))
    return None


def _weekday(match: re.Match[str], base: Base | None) -> Days:
    """The nearest such day on or before publication; with "next", after it."""
    number = WEEKDAYS.index(match["weekday"].casefold())
    day = base.date if base else None
    if not day:
        return Days(Precision.DAY, weekday=number)
    back = (day.weekday() - number) % 7
    if (match["shift"] or "").casefold() in ("next", "coming"):
        return one_day(day + timedelta(7 - back))
    return one_day(day - timedelta(back))


def _month(match: re.Match[str], base: Base | None) -> Days:
    """The latest such month that had begun at publication; with "next", the first after it."""
    number, lead = MONTHS[match["month"].casefold().rstrip(".")], match["lead"].casefold()
    if base is None or base.month is None:
        return Days(Precision.MONTH, month=number)
    year = base.year - (number > base.month)
    if lead == "next":
        year += 1
    elif lead == "last" and number == base.month:
        year -= 1
    return part_of(in_month(year, number), lead)


def _season(match: re.Match[str], base: Base | None) -> Days | None:
    if base is None:
        return None
    year = base.year + _SHIFTS[match["shift"].casefold()]
    start = date(year, SEASONS[match["season"].casefold()], 1)
    return Days(Precision.SEASON, start, start + timedelta(91), slack=200)


def _ago(match: re.Match[str], base: Base | None) -> Days | None:
    written = match["count"].casefold()
    count = int(written) if written.isdigit() else _COUNTS[written]
    unit = match["unit"].casefold().removesuffix("s").replace("centurie", "century")
    if base is None:
        return None
    if unit in ("day", "week", "month") and base.date:
        day = base.date - timedelta(count * _DAYS_IN[unit])
        return Days(Precision.DAY if unit == "day" else Precision.WEEK, day, day, slack=_slack(unit))
    if unit in ("year", "decade", "century"):
        year = base.year - count * _DAYS_IN[unit] // 365
        return replace(in_year(year), slack=_slack(unit))
    return None


def _slack(unit: str) -> int:
    return _DAYS_IN[unit] // 2 if unit != "day" else 0


RELATIVE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"(?i:(?<!\w)(?P<near>yesterday|today|tonight|tomorrow))(?!\w)"), _near),
    (re.compile(rf"(?i:(?<!\w){_SHIFT}\s(?P<period>week|month|year|decade))(?![\w-])"), _period),
    (re.compile(rf"(?i:(?<!\w){_SHIFT}\s(?P<season>spring|summer|autumn|fall|winter))(?!\w)"), _season),
    (re.compile(rf"(?<!\w)(?:(?i:{_SHIFT})\s)?(?P<weekday>{WEEKDAY})(?!\w)"), _weekday),
    (
        re.compile(
            rf"(?<!\w)(?P<lead>(?i:in|since|until|till|by|during|last|this|next|early|late|mid|before|after|of))"
            rf"[\s-](?P<month>{MONTH})(?!\w)"
        ),
        _month,
    ),
    (
        re.compile(
            rf"(?i:(?<![\w.,]){_COUNT}\s(?P<unit>days?|weeks?|months?|years?|decades?|century|centuries)\sago)(?!\w)"
        ),
        _ago,
    ),
)
"""Patterns with their readers."""
