"""Dates as an editor types them: read to ISO 8601 of whatever precision, and compared with today."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
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


def lies_ahead(iso: str, today: date) -> bool:
    """Whether all of a date of whatever precision lies after `today`."""
    return iso[:10] > today.isoformat()[: len(iso[:10])]


def _iso(year: str, month: str | None, day: str | None, hour: str | None, minute: str | None) -> str | None:
    if hour is not None and day is None:
        return None
    try:
        at = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0))
    except ValueError:
        return None
    shape = "%Y-%m-%dT%H:%M" if hour else "%Y-%m-%d" if day else "%Y-%m" if month else "%Y"
    return at.strftime(shape).rjust(4 if shape == "%Y" else 0, "0")
