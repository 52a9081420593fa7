"""Dates written out: "14 March 2020", "March 14", "spring 2019", "the 1990s", "2020-03-14", "2014"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from workbench.dates.values import Days, Precision, in_month, in_year, one_day, part_of, years

Reader = Callable[[re.Match[str]], Days | None]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]|20)\d\d"
_PART = r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-]?(?:in\s)?(?:the\s)?)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

_NOT_COUNTED = (
    r"(?![\w%]|[.,]\d|\s?(?:%|per\scent|percent|people|persons|men|women|troops|soldiers|votes|seats|reviews"
    r"|cases|deaths|dollars|euros|pounds|copies|words|pages|miles|km|kilometres|kilometers|metres|meters"
    r"|feet|tons|tonnes|jobs|students|members|residents|inhabitants|followers|subscribers|views|points"
    r"|million|billion|thousand|hundred|ratings|critics|patients|workers|employees|acres|hectares)\b)"
)
_NO_AMOUNT = (
    r"(?<![\w$£€¥₹#.,/-])(?<![$£€¥₹]\s)(?<!\bover\s)(?<!\bthan\s)(?<!\bleast\s)(?<!\bnearly\s)(?<!\balmost\s)"
    r"(?<!\broughly\s)(?<!\bsome\s)(?<!\bNo\.\s)(?<!\bexactly\s)"
)


def _number(word: str) -> int:
    return MONTHS[word.casefold().rstrip(".")]


def _day(match: re.Match[str]) -> Days | None:
    month, day = _number(match["month"]), int(match["day"])
    if not match["year"]:
        return Days(Precision.DAY, month=month, day=day) if 1 <= day <= 31 else None
    return _valid(int(match["year"]), month, day)


def _iso(match: re.Match[str]) -> Days | None:
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashed(match: re.Match[str]) -> Days | None:
    """Day and month in either order; when both are possible only the year is sure."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one == two or one > 12:
        return _valid(year, two, one)
    return _valid(year, one, two) if two > 12 else in_year(year)


def _valid(year: int, month: int, day: int) -> Days | None:
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def _month(match: re.Match[str]) -> Days:
    return part_of(in_month(int(match["year"]), _number(match["month"])), (match["part"] or "").lower())


def _season(match: re.Match[str]) -> Days:
    start = date(int(match["year"]), SEASONS[match["season"].casefold()], 1)
    return Days(Precision.SEASON, start, start + timedelta(91), slack=31)


def _quarter(match: re.Match[str]) -> Days:
    written = match["quarter"].casefold()
    number = int(written) if written.isdigit() else ORDINALS.index(written) + 1
    year = int(match["year"])
    return Days(Precision.SEASON, in_month(year, 3 * number - 2).first, in_month(year, 3 * number).last)


def _decade(match: re.Match[str]) -> Days:
    written = match["decade"]
    year = int(written) if len(written) == 4 else 1900 + int(written)
    return part_of(years(year, year + 9, Precision.DECADE), (match["part"] or "").lower())


def _century(match: re.Match[str]) -> Days | None:
    written = match["century"].casefold()
    digits = re.match(r"\d+", written)
    number = int(digits.group()) if digits else ORDINALS.index(written) + 1
    if not 1 <= number <= 30:
        return None
    return part_of(years(100 * number - 99, 100 * number, Precision.CENTURY), (match["part"] or "").lower())


def _year(match: re.Match[str]) -> Days:
    return part_of(in_year(int(match["year"])), (match["part"] or "").lower())


def _years(match: re.Match[str]) -> Days | None:
    first, written = int(match["first"]), match["last"]
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    return years(first, last) if first < last else None


WRITTEN: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"), _iso),
    (re.compile(rf"(?<![\d/])(?P<one>[0-3]?\d)[/.](?P<two>[0-3]?\d)[/.](?P<year>{_YEAR})(?!\d)"), _slashed),
    (
        re.compile(
            rf"(?:{WEEKDAY},?\s)?(?<![\d.,$£€-]){_DAY}(?:\sof)?\s(?P<month>{MONTH})"
            rf"(?:\s?,?\s(?P<year>{_YEAR})(?!\d))?(?!\w)"
        ),
        _day,
    ),
    (
        re.compile(
            rf"(?:{WEEKDAY}\s?,?\s)?(?<!\w)(?P<month>{MONTH})\s{_DAY}(?![\d%]|[.,]\d)"
            rf"(?:\s?,?\s(?P<year>{_YEAR})(?!\d))?(?!\w)"
        ),
        _day,
    ),
    (re.compile(rf"(?<!\w){_PART}(?P<month>{MONTH})\s?,?\s(?:of\s)?(?P<year>{_YEAR})(?!\w)"), _month),
    (
        re.compile(
            rf"(?i:(?<!\w)(?P<season>spring|summer|autumn|fall|winter)\s(?:of\s)?)(?P<year>{_YEAR})(?!\w)"
        ),
        _season,
    ),
    (re.compile(rf"(?<!\w)Q(?P<quarter>[1-4])(?:\sof)?\s(?P<year>{_YEAR})(?!\w)"), _quarter),
    (
        re.compile(
            rf"(?i:(?<!\w)(?P<quarter>first|second|third|fourth)\squarter(?:\sof)?\s)(?P<year>{_YEAR})(?!\w)"
        ),
        _quarter,
    ),
    (re.compile(rf"(?<![\w$£€.,-]){_PART}(?P<decade>(?:1[0-9]|20)\d0)['’]?s(?!\w)"), _decade),
    (re.compile(rf"(?<!\w){_PART}['’‘](?P<decade>[2-9]0)s(?!\w)"), _decade),
    (
        re.compile(
            rf"(?i:(?<!\w){_PART}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century)(?!\w)"
        ),
        _century,
    ),
    (
        re.compile(
            rf"{_NO_AMOUNT}(?:(?:[Ff]rom|[Bb]etween)\s)?(?P<first>{_YEAR})\s?(?:[-–—/]|to|and|until|through)\s?"
            rf"(?P<last>{_YEAR}|\d\d)(?![\w-]){_NOT_COUNTED}"
        ),
        _years,
    ),
    (re.compile(rf"{_NO_AMOUNT}{_PART}(?P<year>{_YEAR}){_NOT_COUNTED}"), _year),
)
"""Patterns with their readers, the fuller forms before the shorter ones."""
