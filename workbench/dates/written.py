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
FEASTS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip
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
PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate"
    r"|(?:[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd|[Ff]irst half|[Ss]econd half)(?=\sof\s))"
    r"[\s-]?(?:in\s|of\s)?(?:the\s)?)?"
)
"""What part of a stretch of time is meant: "late 2015", "the end of 2015"."""

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

_NOT_COUNTED = (
    r"(?![\w%]|[.,]\d|\s?(?:BC|BCE|%|per\scent|percent|people|persons|men|women|troops|soldiers|votes|seats|reviews"
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


def _day_range(match: re.Match[str]) -> Days | None:
    """ "12-14 May 2022"; without a year only the month is sure."""
    month, first, last = _number(match["month"]), int(match["day"]), int(match["last"])
    if not match["year"]:
        return Days(Precision.MONTH, month=month)
    year = int(match["year"])
    return Days(Precision.DAY, date(year, month, first), date(year, month, last)) if first < last else None


def _month_range(match: re.Match[str]) -> Days | None:
    """ "January to March 2022"."""
    year, first, last = int(match["year"]), _number(match["first"]), _number(match["month"])
    if first >= last:
        return None
    return Days(Precision.MONTH, in_month(year, first).first, in_month(year, last).last)


def _feast(match: re.Match[str]) -> Days | None:
    month, day = FEASTS[match["feast"].casefold().replace("’", "'")]
    if not match["year"]:
        return Days(Precision.DAY, month=month, day=day)
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
    year, season = int(match["year"]), match["season"].casefold()
    if season == "winter":
        # It may be the one that begins in that year or the one that ends in it.
        return Days(Precision.SEASON, date(year - 1, 12, 1), date(year + 1, 3, 1))
    start = date(year, SEASONS[season], 1)
    return Days(Precision.SEASON, start, start + timedelta(91), slack=31)


def _quarter(match: re.Match[str]) -> Days:
    written = match["quarter"].casefold()
    number = int(written) if written.isdigit() else ORDINALS.index(written) + 1
    year = int(match["year"])
    return Days(Precision.SEASON, in_month(year, 3 * number - 2).first, in_month(year, 3 * number).last)


def _decade(match: re.Match[str]) -> Days:
    written = match["decade"]
    if written.endswith("00") and written != "2000":
        return part_of(years(int(written), int(written) + 99, Precision.CENTURY), match["part"] or "")
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


_LAST_DAY = r"\s?(?:-|–|to|and)\s?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"

WRITTEN: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"), _iso),
    (re.compile(rf"(?<![\d/])(?P<one>[0-3]?\d)[/.](?P<two>[0-3]?\d)[/.](?P<year>{_YEAR})(?!\d)"), _slashed),
    (
        re.compile(
            rf"(?<![\d.,$£€-]){_DAY}{_LAST_DAY}\s(?P<month>{MONTH})(?:\s?,?\s(?P<year>{_YEAR})(?!\d))?(?!\w)"
        ),
        _day_range,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<month>{MONTH})\s{_DAY}{_LAST_DAY}(?![\d%]|[.,]\d)"
            rf"(?:\s?,?\s(?P<year>{_YEAR})(?!\d))?(?!\w)"
        ),
        _day_range,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<first>{MONTH})\s?(?:-|–|to|and|through|until)\s?(?P<month>{MONTH})\s(?P<year>{_YEAR})(?!\w)"
        ),
        _month_range,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<feast>(?i:{'|'.join(FEASTS)}))(?:,?\s(?:of\s)?(?P<year>{_YEAR})(?!\d))?(?!\w)".replace(
                "'", "['’]"
            )
        ),
        _feast,
    ),
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
    (re.compile(rf"(?<!\w){PART}(?P<month>{MONTH})\s?,?\s(?:of\s)?(?P<year>{_YEAR})(?!\w)"), _month),
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
    (re.compile(rf"(?<![\w$£€.,-]){PART}(?P<decade>(?:1[0-9]|20)\d0)['’]?s(?!\w)"), _decade),
    (re.compile(rf"(?<!\w){PART}['’‘](?P<decade>[2-9]0)s(?!\w)"), _decade),
    (re.compile(rf"(?<=the\s){PART}(?P<decade>[5-9]0)s(?!\w)(?!.*(?:degree|temperature))"), _decade),
    (
        re.compile(
            rf"(?i:(?<!\w){PART}(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century)(?!\w)"
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
    (re.compile(rf"{_NO_AMOUNT}{PART}(?P<year>{_YEAR}){_NOT_COUNTED}"), _year),
)
"""Patterns with their readers, the fuller forms before the shorter ones."""

WITHOUT_MONTHS = tuple(item for item in WRITTEN if MONTH not in item[0].pattern)
"""Those of them that need no month in words."""
