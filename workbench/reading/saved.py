"""Where and when a web page was saved, as the programs that save pages write it into them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_BROWSER = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\b.*?\burl:\s*(?P<url>\S+).*?saved date:\s*(?P<at>[^\n]+)", re.I | re.S
)
_MONOLITH = re.compile(r"<!--\s*Saved from (?P<url>\S+) at (?P<at>\S+) using monolith\b", re.I)
_SPOKEN = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/(?P<at>\d{4,14})(?:[a-z]{2}_)?/(?P<url>\S+)", re.I)
_HEAD = 20_000
"""Characters within which such a note stands."""


def saved_from(source: str) -> tuple[str | None, str | None]:
    """The address a page was saved from, and when (ISO 8601, UTC); None for what it does not say."""
    head = source[:_HEAD]
    for note in (_SINGLE_FILE, _MONOLITH):
        if found := note.search(head):
            return found["url"], moment(found["at"])
    found = _BROWSER.search(head)
    return (found[1] if found and found[1].startswith("http") else None), None


def archived(url: str | None) -> tuple[str | None, str | None, str | None]:
    """An address taken apart: the page's own, that of its archived copy, and when that was made."""
    found = _ARCHIVE.fullmatch(url or "")
    if found is None:
        return url, None, None
    digits = found["at"]
    parts = [digits[:4], digits[4:6], digits[6:8]]
    day = "-".join(part for part in parts if part)
    clock = f"T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}Z" if len(digits) == 14 else ""
    return found["url"], url, day + clock


def moment(told: str | None) -> str | None:
    """A time in one of the forms such notes and mail headers use, as ISO 8601 in UTC; None for any other."""
    told = (told or "").strip()
    spoken = _SPOKEN.search(told)
    try:
        if spoken:
            month, day, year, clock, zone = spoken.groups()
            found = parsedate_to_datetime(f"{day} {month} {year} {clock} {zone}")
        else:
            found = _iso(told) or parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()[:19] + "Z"


def _iso(told: str) -> datetime | None:
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        return None
