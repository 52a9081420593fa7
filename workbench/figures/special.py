"""Figures with a form of their own: fractions, multiples, ordinals, scores, "a decade"; and false friends."""

from __future__ import annotations

import re

from workbench.figures.numerals import Numeral
from workbench.figures.surroundings import is_after_a_change, zone
from workbench.figures.tokens import Tokens
from workbench.figures.units import measured
from workbench.figures.values import Bound, Figure, Kind, Range, capped, ranges
from workbench.figures.vocabulary import (
    BOUNDS,
    CURRENCIES,
    LABELS,
    MULTIPLES,
    NUMBERS,
    ORDINALS,
    PARTS,
    UNITS,
    bound_with,
)
from workbench.text import Span

SIGNS = frozenset(CURRENCIES)
"""Currency signs, which may stand before either end of a range."""

_DASHES = frozenset("-–—‑")
_ENDINGS = ("st", "nd", "rd", "th")
_CONTEST = re.compile(
    r"\b(?:w[oi]n|wins|beat|beaten|defeat|los[et]|lost|dr[ae]w|score|victory|lead|goal|match|game|vote|ruling|loss)",
    re.I,
)
_NO_FRACTION = re.compile(r"(?:9/11|7/7|24/7)(?![\d/])")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\W?([ap])\.?m\b\.?|(\d{1,2}):(\d\d)(?![\d:])", re.I)
_LONG = frozenset(("decade", "century", "millennium", "fortnight"))
_ONE_BEFORE = frozenset("no any some every each this that the which another only or number day by".split())
_ONE_AFTER = frozenset(
    "of another who that which to can could would should is was has had by and or s".split()
)


_TWICE_OF = frozenset("as the that its their his her what more".split())
"""Words after "twice" that make it a multiple: "twice the sum", but "arrested twice"."""

_WHOLES = frozenset((3, 4, 5, 6, 7, 8, 10, 20, 100, 1000))
"""Numbers after an "in" that make a share: "one in five"."""

_VULGAR_SHARES = {"½": 50.0, "¼": 25.0, "¾": 75.0, "⅓": 100 / 3, "⅔": 200 / 3}
_OLDEST = 110
_NAMED_HOURS = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}


def figure_at(tokens: Tokens, place: int) -> Figure | None:
    """A figure of special form that begins at a token."""
    return (
        _clock(tokens, place)
        or _age(tokens, place)
        or _multiple(tokens, place)
        or _share(tokens, place)
        or _fraction(tokens, place)
        or _ordinal(tokens, place)
        or _period(tokens, place)
    )


def is_no_figure(tokens: Tokens, place: int, number: Numeral) -> bool:
    """Whether a number is something else: a clock time, the pronoun "one", a decimal part of a number."""
    before, after = tokens[place - 1], tokens[number.end]
    if tokens[place].lower == "one" and number.end == place + 1:
        return before.lower in _ONE_BEFORE or after.lower in _ONE_AFTER or not after.text.isalpha()
    if _NO_FRACTION.match(tokens.text, tokens[place].start) or before.lower == "per":
        return True
    if after.text in ("s", "G") and tokens.adjacent(number.end) and tokens[place].is_number:
        return True
    if "figure" in tokens.lowers(number.end, number.end + 2):
        return True
    if before.lower in LABELS or tokens.lowers(place - 2, place) == ("no", "."):
        return number.end == place + 1 and not number.scaled
    return before.text in (":", "/") and tokens.adjacent(place) and tokens[place - 2].is_number


def is_from_to(tokens: Tokens, start: int) -> bool:
    """Whether what starts here is where a change began: "rose from 10 to 12 million" is no range."""
    return tokens[start - 1].lower == "from" and is_after_a_change(tokens, start - 1)


def is_score(tokens: Tokens, first: Numeral, second: Numeral) -> bool:
    """Whether two joined numbers stand against each other rather than span a range."""
    joint = tokens[first.end]
    if joint.lower == "to":
        return first.value > second.value and not second.scaled and bool(_CONTEST.search(tokens.text))
    whole = first.value == int(first.value) and second.value == int(second.value) and not second.scaled
    if joint.text not in _DASHES or not whole or max(first.value, second.value) > 200:
        return False
    if first.value >= second.value or first.value == 0:
        return True
    return tokens[second.end].lower.removesuffix("s") not in UNITS and bool(_CONTEST.search(tokens.text))


def score(tokens: Tokens, place: int, first: Numeral, second: Numeral) -> Figure:
    """A score; its unit holds both numbers, the larger first, and `meant` their difference."""
    high, low = max(first.value, second.value), min(first.value, second.value)
    gap = Range(high - low, high - low)
    span = Span(tokens[place].start, tokens[second.end - 1].end)
    return Figure(span, Kind.SCORE, f"{high:g}–{low:g}", gap, gap)


def _clock(tokens: Tokens, place: int) -> Figure | None:
    """ "10:30", "5pm", "8.21 a.m."."""
    if tokens[place].lower in _NAMED_HOURS:
        at = Range(_NAMED_HOURS[tokens[place].lower], _NAMED_HOURS[tokens[place].lower])
        return Figure(Span(tokens[place].start, tokens[place].end), Kind.CLOCK, "minute", at, at)
    found = _CLOCK.match(tokens.text, tokens[place].start) if tokens[place].is_number else None
    if not found or (place and tokens.adjacent(place) and tokens[place - 1].text in ":.,"):
        return None
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if found[3]:
        hour = hour % 12 + 12 * (found[3].lower() == "p")
    if hour > 24 or minute > 59:
        return None
    minutes = Range(60.0 * hour + minute, 60.0 * hour + minute)
    where = zone(tokens.text, found.end())
    return Figure(Span(*found.span()), Kind.CLOCK, "minute", minutes, minutes, per=where)


def _multiple(tokens: Tokens, place: int) -> Figure | None:
    value = MULTIPLES.get(tokens[place].lower)
    end = place + 1
    if tokens[place].lower == "twice" and tokens[end].lower not in _TWICE_OF:
        return _made(tokens, place, end, Kind.COUNT, "times", 2.0, 0.0)
    return None if value is None else _made(tokens, place, end, Kind.MULTIPLE, "", float(value), 0.0)


def _share(tokens: Tokens, place: int) -> Figure | None:
    """ "One in five", "nine out of ten", "one of every three", as percent."""
    part, end = _whole(tokens, place), place + 1
    if part is None:
        return None
    out_of = tokens.lowers(end, end + 2) == ("out", "of")
    every = tokens[end + 1 + out_of].lower == "every"
    last = end + 1 + out_of + every
    whole = _whole(tokens, last)
    joined = out_of or (every and tokens[end].lower in ("in", "of"))
    if whole is None or not (joined or (tokens[end].lower == "in" and whole in _WHOLES)):
        return None
    if not 0 < part < whole or unit_follows(tokens, last + 1):
        return None
    return _made(tokens, place, last + 1, Kind.PERCENT, "%", 100 * part / whole, 2.0)


def unit_follows(tokens: Tokens, place: int) -> bool:
    """Whether a unit of time stands next: "two in five years" is no share."""
    return tokens[place].lower.removesuffix("s") in UNITS


def _whole(tokens: Tokens, place: int) -> int | None:
    token = tokens[place]
    if token.is_number and token.text.isdigit() and len(token.text) < 5:
        return int(token.text)
    return NUMBERS.get(token.lower)


def _fraction(tokens: Tokens, place: int) -> Figure | None:
    """ "Half of", "a third", "two-thirds", "three quarters", as percent."""
    first = tokens[place].lower
    if tokens[place].is_number:
        return _digit_fraction(tokens, place)
    if first == "half" and tokens[place - 1].lower not in ("first", "second", "other", "better"):
        ahead = tokens[place + 1].lower
        if ahead in ("of", "the", "its", "their", "his", "her", "all") or tokens[place - 1].lower in (
            "than",
            "in",
            "by",
        ):
            return _made(tokens, place, place + 1, Kind.PERCENT, "%", 50.0, 1.0)
        return None
    count = 1 if first in ("a", "one") else NUMBERS.get(first, 0)
    joint = int(tokens[place + 1].text in _DASHES)
    name = tokens[place + 1 + joint].lower
    parts = PARTS.get(name)
    end = place + 2 + joint
    if not parts or not 0 < count <= parts or (count > 1) != name.endswith("s"):
        return None
    if count == 1 and not joint and tokens[end].lower != "of" and not _is_bounded(tokens, place):
        return None
    return _made(tokens, place, end, Kind.PERCENT, "%", 100 * count / parts, 2.0)


def _digit_fraction(tokens: Tokens, place: int) -> Figure | None:
    """ "1/3 of", "¾ of", as percent; without an "of" it may be a rating or a date."""
    sign = _VULGAR_SHARES.get(tokens[place].text)
    if sign and tokens[place + 1].lower == "of":
        return _made(tokens, place, place + 1, Kind.PERCENT, "%", sign, 1.0)
    if tokens[place + 1].text != "/" or tokens[place + 3].lower != "of":
        return None
    part, whole = _whole(tokens, place), _whole(tokens, place + 2)
    if not part or not whole or part >= whole:
        return None
    return _made(tokens, place, place + 3, Kind.PERCENT, "%", 100 * part / whole, 1.0)


def _age(tokens: Tokens, place: int) -> Figure | None:
    """An age between commas after a name ("Ada Brook, 34, said"), or a decade of life ("in her 30s")."""
    token, before, after = tokens[place], tokens[place - 1], tokens[place + 1]
    if not token.text.isdigit() or not 0 < int(token.text[:4]) <= _OLDEST or place < 2:
        return None
    years = float(token.text)
    if (
        before.text == after.text == ","
        and tokens[place - 2].text.isalpha()
        and not tokens[place + 2].is_number
    ):
        return _made(tokens, place, place + 1, Kind.AGE, "year", years, 0.0)
    is_band = after.text == "s" and tokens.adjacent(place + 1) and years % 10 == 0
    if is_band and before.lower in ("his", "her", "their", "my", "our", "early", "mid", "late"):
        span = Span(token.start, after.end)
        return Figure(span, Kind.AGE, "year", *(Range(years, years + 9),) * 2, Bound.BETWEEN)
    return None


def _is_bounded(tokens: Tokens, place: int) -> bool:
    return any(tokens.lowers(place - length, place) in BOUNDS for length in (1, 2, 3) if place >= length)


def _ordinal(tokens: Tokens, place: int) -> Figure | None:
    token, after = tokens[place], tokens[place + 1]
    if (
        token.text.isdigit()
        and after.lower in _ENDINGS
        and tokens.adjacent(place + 1)
        and len(token.text) < 6
    ):
        return _made(tokens, place, place + 2, Kind.ORDINAL, "", float(token.text), 0.0)
    if NUMBERS.get(token.lower, 0) >= 20 and after.text in _DASHES:
        unit_place = ORDINALS.get(tokens[place + 2].lower, 0)
        if 0 < unit_place < 10:
            value = float(NUMBERS[token.lower] + unit_place)
            return _made(tokens, place, place + 3, Kind.ORDINAL, "", value, 0.0)
    rank = ORDINALS.get(token.lower)
    if rank is None or tokens[place + 1 + (after.text in _DASHES)].lower in ("half", "hand", "quarter"):
        return None
    return _made(tokens, place, place + 1, Kind.ORDINAL, "", float(rank), 0.0)


def _period(tokens: Tokens, place: int) -> Figure | None:
    """ "A decade", "almost a year", "a year and a half"; a plain "a year" is mostly a rate."""
    word = tokens[place + 1].lower
    known = UNITS.get(word)
    if tokens[place].lower not in ("a", "an", "one") or not known or known[0] is not Kind.DURATION:
        return None
    if tokens.lowers(place + 2, place + 5) == ("and", "a", "half"):
        return _made(tokens, place, place + 5, Kind.DURATION, "day", 1.5 * known[2], 0.1 * known[2])
    if tokens[place].lower != "one" and word not in _LONG and not _is_bounded(tokens, place):
        return None
    return _made(tokens, place, place + 2, Kind.DURATION, "day", known[2], 0.1 * known[2])


def _made(tokens: Tokens, place: int, end: int, kind: Kind, base: str, value: float, step: float) -> Figure:
    """A figure of one value with whatever bound stands before it."""
    bound, start = Bound.EXACT, place
    for length in (4, 3, 2, 1):
        found = BOUNDS.get(tokens.lowers(place - length, place)) if place >= length else None
        if found and kind is not Kind.ORDINAL:
            bound, start = bound_with(found, tokens[place - length].lower, kind), place - length
            break
    meant, allowed = capped(ranges(value, step, bound), kind, value)
    things = measured(tokens, end, Numeral(0, 0, end))
    return Figure(
        Span(tokens[start].start, tokens[end - 1].end),
        kind,
        base,
        meant,
        allowed,
        bound,
        things.things if things else (),
    )
