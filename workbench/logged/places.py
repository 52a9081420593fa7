"""Places of a file without text, as they are typed and as they are cited: times, areas, pages, names."""

from __future__ import annotations

import re

from workbench.errors import WorkbenchError
from workbench.kinds import Medium
from workbench.text import normalise

LONGEST_NAME = 80
"""Characters of what stands behind a page, or of a place that the desk names itself."""
WHOLE = "whole picture"

_COLONS = re.compile(r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>\d{2}(?:[.,]\d{1,3})?)")
_LETTERS = re.compile(
    r"(?:(?P<h>\d{1,3})\s*h(?:ours?|rs?)?)?\s*(?:(?P<m>\d{1,4})\s*(?:min(?:utes?)?|m|['′]))?"
    r"\s*(?:(?P<s>\d{1,5}(?:[.,]\d{1,3})?)\s*(?:s(?:ec(?:onds?)?)?|[\"″]))?",
    re.I,
)
_HOURS_AND = re.compile(
    r"(?P<h>\d{1,3})\s*h\s*(?P<m>\d{1,2})|(?P<m2>\d{1,4})\s*m(?:in)?\s*(?P<s>\d{1,2})", re.I
)
_UNTIL = re.compile(r"\s*(?:[–—-]|\bto\b|\buntil\b)\s*")
_PAGES = re.compile(
    r"(?:pages?|pp?)?\.?\s*(\d{1,5})(?:\s*(?:[–—-]|\bto\b)\s*(\d{1,5}))?\s*(?:[,:;]\s*(.*))?", re.I
)
_AREA = re.compile(r"(?:area)?\s*" + r"[\s,;x×–—-]+".join([r"(\d{1,6})"] * 4), re.I)
_MOST_SECONDS = 1000 * 3600


class NoSuchPlace(WorkbenchError):
    """What was typed names no place of such a file."""


def place_of(medium: Medium, typed: str) -> str:
    """The place that was typed, as it is cited: "00:12:03", "page 4, stamp", "area 120,40–380,160".

    Raises:
        NoSuchPlace: with a sentence that says how it can be typed.
    """
    words = " ".join(normalise(typed).split())
    match medium:
        case Medium.RECORDING:
            return _times(words)
        case Medium.PICTURE:
            return _area(words)
        case Medium.PAGES:
            return _pages(words)
        case Medium.FILE:
            return _name(words)


def in_order(medium: Medium, place: str) -> tuple[float, float]:
    """By what the places of a file are put in order; those that have none are alike."""
    try:
        match medium:
            case Medium.RECORDING:
                first, last = _ends(place)
                return first, last
            case Medium.PAGES:
                found = _PAGES.fullmatch(place)
                return (float(found[1]), float(found[2] or found[1])) if found else (0.0, 0.0)
    except NoSuchPlace:
        pass
    return 0.0, 0.0


def seconds(typed: str) -> float:
    """A time as it is typed: "12:03", "1h02m", "0:12:03.5", "90 s".

    Raises:
        NoSuchPlace: it is none.
    """
    words = typed.strip()
    found = _COLONS.fullmatch(words) or _HOURS_AND.fullmatch(words)
    if found is None and words:
        found = _LETTERS.fullmatch(words)
    if found is None:
        raise _no_time(typed)
    parts = found.groupdict()
    hours, minutes = _number(parts["h"]), _number(parts["m"] or parts.get("m2"))
    rest = _number(parts["s"])
    if (parts["h"] and minutes >= 60) or ((parts["h"] or parts["m"] or parts.get("m2")) and rest >= 60):
        raise _no_time(typed)
    total = hours * 3600 + minutes * 60 + rest
    if total >= _MOST_SECONDS:
        raise _no_time(typed)
    return total


def timecode(time_s: float) -> str:
    """A time as it is cited: "00:12:03", "00:12:03.5"."""
    milliseconds = round(time_s * 1000)
    whole, rest = divmod(milliseconds, 1000)
    hours, minutes = divmod(whole // 60, 60)
    parts = f".{rest:03d}".rstrip("0") if rest else ""
    return f"{hours:02d}:{minutes:02d}:{whole % 60:02d}{parts}"


def area(left: int, top: int, right: int, bottom: int) -> str:
    """An area of a picture as it is cited; its corners in any order, in pixels from the upper left."""
    (left, right), (top, bottom) = sorted((left, right)), sorted((top, bottom))
    if left == right or top == bottom:
        raise NoSuchPlace("An area needs a width and a height. Nothing was added.")
    return f"area {left},{top}–{right},{bottom}"


def corners(place: str) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of an area as it is cited; None for any other place."""
    found = _AREA.fullmatch(place)
    return (int(found[1]), int(found[2]), int(found[3]), int(found[4])) if found else None


def first_page(typed: str) -> int | None:
    """The number of the page that was typed; None where it is none."""
    found = _PAGES.fullmatch(" ".join(normalise(typed).split()))
    return int(found[1]) if found else None


def _times(words: str) -> str:
    first, last = _ends(words)
    if last < first:
        raise NoSuchPlace(f"“{words[:40]}” ends before it begins. Nothing was added.")
    return timecode(first) if first == last else f"{timecode(first)}–{timecode(last)}"


def _ends(words: str) -> tuple[float, float]:
    first, *rest = _UNTIL.split(words)
    if len(rest) > 1:
        raise _no_time(words)
    return seconds(first), seconds(rest[0] if rest else first)


def _number(digits: str | None) -> float:
    return float((digits or "0").replace(",", "."))


def _no_time(words: str) -> NoSuchPlace:
    return NoSuchPlace(
        f"“{words[:40]}” is no time of a recording. Type minutes and seconds, like 12:03, or hours as well, "
        "like 1:02:03. Nothing was added."
    )


def _area(words: str) -> str:
    if not words or words.casefold() == WHOLE:
        return WHOLE
    found = corners(words)
    if found is None:
        raise NoSuchPlace(
            f"“{words[:40]}” is no area of a picture. Draw it with the mouse, or type two corners, like "
            "120,40–380,160. Nothing was added."
        )
    return area(*found)


def _pages(words: str) -> str:
    found = _PAGES.fullmatch(words)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if found is None or not 1 <= first <= last:
        raise NoSuchPlace(
            f"“{words[:40]}” is no page. Type its number, and where on it if you like: 4, stamp at the top. "
            "Nothing was added."
        )
    where = _shortened(found[3] or "")
    label = f"page {first}" if first == last else f"pages {first}–{last}"
    return f"{label}, {where}" if where else label


def _name(words: str) -> str:
    name = _shortened(words)
    if not name:
        raise NoSuchPlace("Say where in the file it is, in your own words. Nothing was added.")
    return name


def _shortened(words: str) -> str:
    return words[:LONGEST_NAME].strip(" :,;")
