"""Dates that lean on the day of publication: "on Friday", "last year", "in February", "nine years ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from workbench.dates.values import Base, Days, Precision, in_month, in_year, one_day, part_of, years
from workbench.dates.written import MONTH, MONTHS, SEASONS, WEEKDAY, WEEKDAYS

Reader = Callable[[re.Match[str], Base | None], Days | None]

_LARGE = "fourteen thirty forty fifty sixty seventy eighty ninety"
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
_COUNTS |= {word: number for number, word in zip((14, *range(30, 100, 10)), _LARGE.split(), strict=True)}
_SHIFTS = {"last": -1, "this": 0, "next": 1, "coming": 1}
_NEAR = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
}  # fmt: skip
_SHIFT = r"(?P<shift>last|this|next|coming)"
_AHEAD = re.compile(
    r"\b(?:will|due|scheduled|set to|plans? to|planned|expected|going to|is to|are to)\b[^.;]{0,60}$", re.I
)
"""Words by which a day without a year or week lies ahead."""
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652, "century": 36525}


def _near(match: re.Match[str], base: Base | None) -> Days | None:
    day = base.date if base else None
    return one_day(day + timedelta(_NEAR[match["near"].casefold()])) if day else None


def _part_of_period(match: re.Match[str], base: Base | None) -> Days | None:
    """ "Late last year", "the end of last month", "earlier this year", "later this week"."""
    days, part = _period(match, base), (match["part"] or "").casefold()
    if days is None or days.first is None or days.last is None or base is None:
        return days
    if part in ("earlier", "later") and base.date and days.first <= base.date <= days.last:
        earlier = part == "earlier"
        return replace(days, last=base.date) if earlier else replace(days, first=base.date)
    return part_of(days, part)


def _period(match: re.Match[str], base: Base | None) -> Days | None:
    if base is None:
        return None
    shift = _SHIFTS[match["shift"].casefold()]
    match match["period"].casefold():
        case "year":
            return in_year(base.year + shift)
        case "decade":
            start = base.year - base.year % 10 + 10 * shift
            # "The last decade" may be that of the calendar or the ten years up to now.
            return years(start, base.year if shift < 0 else start + 9, Precision.DECADE)
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
    shift, week = (match["shift"] or "").casefold(), (match["week"] or "").casefold()
    if week:
        monday = day + timedelta(7 * _SHIFTS[week.split()[-2]] - day.weekday())
        return one_day(monday + timedelta(number))
    back = (day.weekday() - number) % 7
    if shift in ("next", "coming") or (not shift and back and _lies_ahead(match)):
        return one_day(day + timedelta(7 - back))
    # "Last Friday" may be the one before the latest, "this Friday" the next.
    return replace(one_day(day - timedelta(back)), slack=7 if shift else 0)


def _weekend(match: re.Match[str], base: Base | None) -> Days | None:
    """The latest weekend up to publication; with "next", or "this" on a weekday, the coming one."""
    day = base.date if base else None
    if day is None:
        return None
    shift = (match["shift"] or "").casefold()
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if shift == "last" and day.weekday() >= 5:
        saturday -= timedelta(7)
    elif shift in ("next", "coming") or (day.weekday() < 5 and (shift == "this" or _lies_ahead(match))):
        saturday += timedelta(7)
    return Days(Precision.WEEK, saturday, saturday + timedelta(1), slack=1)


def _lies_ahead(match: re.Match[str]) -> bool:
    return bool(_AHEAD.search(match.string, max(0, match.start() - 80), match.start()))


def _month(match: re.Match[str], base: Base | None) -> Days:
    """The latest such month that had begun at publication; with "next", the first after it."""
    number, lead = MONTHS[match["month"].casefold().rstrip(".")], match["lead"].casefold()
    if match["year"] and base:
        return part_of(in_month(base.year + _SHIFTS[match["year"].casefold()], number), lead)
    if base is None or base.month is None:
        return Days(Precision.MONTH, month=number)
    year = base.year - (number > base.month)
    if lead == "next" or (number != base.month and _lies_ahead(match)):
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
    if match["half"]:
        return _half_ago(match, base)
    count = int(written) if written.isdigit() else _COUNTS[written]
    unit = match["unit"].casefold().removesuffix("s").replace("centurie", "century")
    if base is None:
        return None
    if unit in ("day", "week", "fortnight", "month") and base.date:
        day = base.date - timedelta(count * _DAYS_IN[unit])
        return Days(Precision.DAY if unit == "day" else Precision.WEEK, day, day, slack=_slack(unit))
    if unit in ("year", "decade", "century"):
        year = base.year - count * _DAYS_IN[unit] // 365
        return replace(in_year(year), slack=_slack(unit))
    return None


def _half_ago(match: re.Match[str], base: Base | None) -> Days | None:
    """ "Half a century ago": to within a fifth of the whole."""
    unit = match["unit"].casefold()
    if base is None or unit not in ("decade", "century"):
        return None
    days = _DAYS_IN[unit]
    return replace(in_year(base.year - days // 730), slack=days // 5)


def _slack(unit: str) -> int:
    return _DAYS_IN[unit] // 2 if unit != "day" else 0


RELATIVE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"(?i:(?<!\w)(?P<near>{'|'.join(_NEAR)}))(?!\w)"), _near),
    (
        re.compile(
            rf"(?<!\w)(?<!every\s)(?<!each\s)(?:{_SHIFT}\s)?(?P<weekday>{WEEKDAY})(?P<week>\s(?:of\s)?(?:last|this|next)\sweek)?(?!\w)",
        ),
        _weekday,
    ),
    (re.compile(rf"(?i:(?<!\w)(?:{_SHIFT}|the)\sweekend)(?!\w)"), _weekend),
    (re.compile(rf"(?i:(?<!\w){_SHIFT}\s(?P<season>spring|summer|autumn|fall|winter))(?!\w)"), _season),
    (
        re.compile(
            rf"(?<!\w)(?P<lead>(?i:in|since|until|till|by|during|last|this|next|early|late|mid|before|after|of|start|end"
            rf"|beginning))(?:\sof)?[\s-](?P<month>{MONTH})(?:\s(?:of\s)?(?P<year>(?i:this|last|next))\syear)?(?!\w)"
        ),
        _month,
    ),
    (
        re.compile(
            r"(?<!\w)(?:(?P<part>(?i:early|earlier|mid|late|later"
            r"|(?:start|beginning|middle|end|first half|second half)(?=\sof)))"
            rf"[\s-](?:of\s)?)?(?i:{_SHIFT}\s(?P<period>week|month|year|decade))(?![\w-])"
        ),
        _part_of_period,
    ),
    (
        re.compile(
            rf"(?i:(?<![\w.,])(?P<half>half\s)?{_COUNT}\s"
            rf"(?P<unit>days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)\sago)(?!\w)"
        ),
        _ago,
    ),
)
"""Patterns with their readers."""
