"""Which of two texts appeared first, as far as their dates tell: of two on one day, neither did."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from workbench.model import Document

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](.+))?)?)?")
_ZONES = timedelta(hours=14)
"""How far a time without a zone may be off."""


@dataclass(frozen=True, slots=True)
class Appeared:
    """The first and the last moment a document may have appeared, and the date in words."""

    first: datetime
    last: datetime
    told: str


def appeared(document: Document) -> Appeared | None:
    """When a document appeared; None where that is not known or cannot be: after it was read."""
    found = _read(document.published)
    seen = _read(document.accessed)
    return None if found and seen and found.first > seen.last else found


def earlier(one: Appeared, other: Appeared) -> bool:
    """Whether the one certainly appeared before the other."""
    return one.last < other.first


def _read(printed: str | None) -> Appeared | None:
    match = _DATE.fullmatch(printed or "")
    if match is None:
        return None
    try:
        year, month, day, time = match.groups()
        return _moment(match.group(), time) if time else _stretch(int(year), month, day)
    except (ValueError, OverflowError):
        return None


def _moment(printed: str, time: str) -> Appeared:
    at = datetime.fromisoformat(printed)
    told = f"{_day(at.date())}, {time[:5]}"
    if at.tzinfo is not None:
        return Appeared(at.astimezone(UTC), at.astimezone(UTC), told)
    at = at.replace(tzinfo=UTC)
    return Appeared(at - _ZONES, at + _ZONES, told)


def _stretch(year: int, month: str | None, day: str | None) -> Appeared:
    """All of a day, month or year."""
    if month is None:
        first, last, told = date(year, 1, 1), date(year, 12, 31), str(year)
    elif day is None:
        first = date(year, int(month), 1)
        last = date(year, int(month), calendar.monthrange(year, int(month))[1])
        told = f"{calendar.month_name[int(month)]} {year}"
    else:
        first = last = date(year, int(month), int(day))
        told = _day(first)
    return Appeared(
        datetime(first.year, first.month, first.day, tzinfo=UTC),
        datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=UTC),
        told,
    )


def _day(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
