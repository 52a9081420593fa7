"""ClaimReview entries as schema.org describes them, found in JSON and read as earlier claims.

Publishers differ: a field may be a value, an object with a name, or a list of either, and entries come
alone, in lists, in `@graph`, in `mainEntity`, or as the `item`s of a `DataFeed`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date

from workbench.checked.memory import id_of
from workbench.checked.values import Checked, Kept, Place

DEEPEST = 14
"""How deep an entry may lie in a file."""
LONGEST = 2000
"""Characters of any one field."""

Entry = Mapping[str, object]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BAD = re.compile(
    r"\b(?:false|fake|pants on fire|incorrect|wrong|hoax|fabricated|not true|untrue|scam)\b", re.I
)
_CARE = re.compile(
    r"\b(?:half|mostly|partly|partial|mislead|missing|mixture|mixed|unproven|exaggerat|outdated)", re.I
)
_GOOD = re.compile(r"\b(?:true|correct|accurate|right)\b", re.I)
_LEAST_GOOD, _MOST_BAD = 0.75, 0.25
"""From where to where on a publisher's own scale a rating counts as good, or as bad."""


def entries(value: object, depth: int = 0) -> Iterator[Entry]:
    """Every ClaimReview in a JSON value, however it is wrapped."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping) and _is_review(value):
        yield value
        return
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for part in parts:
        if isinstance(part, Mapping | list):
            yield from entries(part, depth + 1)


def earlier_claim(entry: Entry, origin: str) -> Checked | None:
    """An entry of the file `origin` as an earlier claim; None when it names no claim or no rating."""
    wording, rating = _words(entry.get("claimReviewed")), _rating(entry.get("reviewRating"))
    verdict = _words(rating.get("alternateName")) or _words(rating.get("name")) or _value(rating)
    if not wording or not verdict:
        return None
    url = _address(entry.get("url"))
    return Checked(
        id_of(origin, url, wording),
        wording,
        verdict,
        Place(Kept.REVIEW, origin, url=url),
        title=_words(entry.get("headline")) or _words(entry.get("name")),
        speaker=_name(_first(entry.get("itemReviewed")).get("author")),
        conclusion=_words(rating.get("ratingExplanation")) or _words(entry.get("description")),
        at=_date(entry.get("datePublished")),
        checker=_name(entry.get("author")) or _name(entry.get("publisher")),
        tone=_tone(verdict, rating),
    )


def _is_review(value: Entry) -> bool:
    kinds = value.get("@type", value.get("type"))
    return any(
        isinstance(kind, str) and re.split(r"[/#:]", kind)[-1] == "ClaimReview"
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _first(value: object) -> Entry:
    """An object, or the first of a list of them."""
    if isinstance(value, list):
        value = next((part for part in value if isinstance(part, Mapping)), None)
    return value if isinstance(value, Mapping) else {}


def _rating(value: object) -> Entry:
    """A rating; some publishers give nothing but its words."""
    return _first(value) or {"alternateName": value}


def _words(value: object) -> str:
    """Words in whatever wrapping, on one line."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, Mapping):
        value = value.get("@value")
    return " ".join(value.split())[:LONGEST] if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:5])))
    return _words(value.get("name")) if isinstance(value, Mapping) else _words(value)


def _address(value: object) -> str:
    found = _words(value) or _words(_first(value).get("@id"))
    return found if found.startswith(("https://", "http://")) else ""


def _date(value: object) -> str:
    """A date no more exact than it can be: of "30 February", the month."""
    found = _DATE.match(_words(value))
    if found is None:
        return ""
    return next(
        (part for part in (found.group(), found.group()[:7], found.group()[:4]) if _is_date(part)), ""
    )


def _is_date(printed: str) -> bool:
    try:
        date.fromisoformat(f"{printed}-01-01"[:10])
    except ValueError:
        return False
    return True


def _value(rating: Entry) -> str:
    """A rating of figures alone, in words."""
    value, best = _number(rating.get("ratingValue")), _number(rating.get("bestRating"))
    if value is None:
        return ""
    return f"{value:g} of {best:g}" if best is not None and value <= best else f"{value:g}"


def _tone(verdict: str, rating: Entry) -> str:
    """What the words say, else where the rating stands on its scale."""
    for tone, pattern in (("care", _CARE), ("bad", _BAD), ("good", _GOOD)):
        if pattern.search(verdict):
            return tone
    value, worst, best = (_number(rating.get(key)) for key in ("ratingValue", "worstRating", "bestRating"))
    if value is None or worst is None or best is None or not worst < best or not worst <= value <= best:
        return ""
    share = (value - worst) / (best - worst)
    return "good" if share >= _LEAST_GOOD else "bad" if share <= _MOST_BAD else "care"


def _number(value: object) -> float | None:
    try:
        number = float(value) if isinstance(value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
