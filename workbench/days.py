"""Dates as an editor types them: read to ISO 8601 of whatever precision, and compared with today."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NEAR = {"today": 0, "tomorrow": 1}
_AHEAD = re.compile(r"(?:in\s+|\+)(\d{1,3})(?:\s+(day|week)s?)?")
_MONTH_FIRST = re.compile(r"^([A-Za-z]{3,9})\.?\s+(\d{1,2})$")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?)?)?")
_WRITTEN = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?")


def typed_day(words: str) -> str | None:
    """ISO 8601 of what was typed: "2026-03", "14 March 2026", "2026-03-14 16:30"; None when it is no date."""
    words = words.strip()
    if found := _ISO.fullmatch(words):
        return _iso(*found.groups())
    if found := _WRITTEN.fullmatch(words):
        day, name, year, hour, minute = found.groups()
        month = name[:3].lower()
        if month in _MONTHS:
            return _iso(year, str(_MONTHS.index(month) + 1), day, hour, minute)
    return None


def typed_due(words: str, today: date) -> str | None:
    """The ISO date of a day to come as it was typed: "Fri", "tomorrow", "3 Dec", "in 4 days".

    A weekday is the next one after `today`, a day without a year the next one from `today` on. None when it
    is no day; a month alone is none.
    """
    typed = words.strip().casefold()
    if typed in _NEAR:
        return (today + timedelta(days=_NEAR[typed])).isoformat()
    if found := _AHEAD.fullmatch(typed):
        return (today + timedelta(days=int(found[1]) * (7 if found[2] == "week" else 1))).isoformat()
    if len(typed) >= 2 and (weekdays := [day for day in _WEEKDAYS if day.startswith(typed.rstrip("."))]):
        ahead = (_WEEKDAYS.index(weekdays[0]) - today.weekday() - 1) % 7 + 1
        return (today + timedelta(days=ahead)).isoformat() if len(weekdays) == 1 else None
    whole = typed_day(words) or _without_year(words, today)
    return whole[:10] if whole and len(whole) >= 10 else None


def lies_ahead(iso: str, today: date) -> bool:
    """Whether all of a date of whatever precision lies after `today`."""
    return iso[:10] > today.isoformat()[: len(iso[:10])]


def _without_year(words: str, today: date) -> str | None:
    """A day and a month, in either order, of this year or the next."""
    typed = words.strip().rstrip(".,")
    turned = _MONTH_FIRST.sub(r"\2 \1", typed)
    days = (typed_day(f"{turned} {year}") for year in range(today.year, today.year + 5))
    return next((day for day in days if day and len(day) == 10 and day >= today.isoformat()), None)


def _iso(year: str, month: str | None, day: str | None, hour: str | None, minute: str | None) -> str | None:
    if hour is not None and day is None:
        return None
    try:
        at = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0))
    except ValueError:
        return None
    shape = "%Y-%m-%dT%H:%M" if hour else "%Y-%m-%d" if day else "%Y-%m" if month else "%Y"
    return at.strftime(shape).rjust(4 if shape == "%Y" else 0, "0")
