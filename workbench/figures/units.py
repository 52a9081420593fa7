"""What a number measures: the sign before it, the unit or the counted things after it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.figures.numerals import Numeral
from workbench.figures.tokens import Tokens
from workbench.figures.values import Kind
from workbench.figures.vocabulary import CURRENCIES, CURRENCY_WORDS, currency, unit

_DASHES = frozenset("-–—‑")
_AMBIGUOUS = frozenset(("m", "g", "t", "b", "mi", "min", "stone", "yard", "second", "foot", "ha", "mw"))
"""Unit words that need a digit right before them, or their plural, to count as units."""

_SCALES = {"C": "celsius", "Celsius": "celsius", "celsius": "celsius", "F": "fahrenheit"}
_SCALES |= {"Fahrenheit": "fahrenheit", "fahrenheit": "fahrenheit"}
_EXTENTS = frozenset("tall long high deep wide away below above race pool sprint walk stretch".split())
"""Words after an "m" that make it metres."""

_COMPARED = frozenset(
    "as more less fewer higher lower larger bigger greater smaller faster slower longer likelier stronger "
    "the that its their his what".split()
)
"""Words after "times" that make a number a multiple."""

_PASSED_OVER = frozenset(
    "of the a an its his her their our in these those new other different strong odd upwards further".split()
)
_STOPS = frozenset(
    "and or but in on at by to from for with as than that which who when while after before since during "
    "is are was were be been has have had will would could can may not per each every it he she they we i "
    "into over under if because so where there then also about out up down off do does did".split()
)
_MOST_THINGS = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity: tokens `start` to `end`, its kind, its base unit and what one of it is worth there.

    `is_rounded` says that whole numbers of it are usually rounded: percent, years, kilometres.
    """

    start: int
    end: int
    kind: Kind
    unit: str = ""
    worth: float = 1.0
    things: tuple[str, ...] = ()
    is_rounded: bool = False


def measured(tokens: Tokens, start: int, number: Numeral) -> Measured | None:
    """What the number that begins at token `start` and ends with `number` measures."""
    start -= number.value < 0
    sign = CURRENCIES.get(tokens[start - 1].lower) if start else None
    if sign:
        end = number.end + bool(currency(tokens[number.end].text))
        return Measured(start - 1, end, Kind.MONEY, sign)
    end = number.end
    hyphen = tokens[end].text in _DASHES and tokens.adjacent(end) and tokens.adjacent(end + 1)
    after = end + hyphen
    return (
        _age(tokens, start, after)
        or _percent(tokens, start, after)
        or _money(tokens, start, after, number)
        or _degrees(tokens, start, after)
        or _magnitude(tokens, start, after)
        or _length(tokens, start, after, number)
        or _unit(tokens, start, after)
        or _count(tokens, start, end, after)
    )


def _age(tokens: Tokens, start: int, after: int) -> Measured | None:
    if tokens[after].lower in ("year", "years"):
        old = after + 1 + (tokens[after + 1].text in _DASHES)
        if tokens[old].lower in ("old", "olds") and tokens[after + 1].lower != "older":
            return Measured(start, old + 1, Kind.AGE, "year")
    if tokens[start - 1].lower in ("aged", "age") and start:
        return Measured(start, after, Kind.AGE, "year")
    return None


def _percent(tokens: Tokens, start: int, after: int) -> Measured | None:
    word, next_word = tokens[after].lower, tokens[after + 1].lower
    if word in ("%", "percent", "pct") or (word == "pc" and tokens[after].text == "pc"):
        return Measured(start, after + 1, Kind.PERCENT, "%", is_rounded=True)
    if word == "per" and next_word == "cent":
        return Measured(start, after + 2, Kind.PERCENT, "%", is_rounded=True)
    if word == "percentage":
        end = after + 1 + (tokens[after + 1].text in _DASHES)
        if tokens[end].lower in ("point", "points"):
            return Measured(start, end + 1, Kind.POINTS, "points", is_rounded=True)
    if (word, next_word) in (("basis", "point"), ("basis", "points")):
        return Measured(start, after + 2, Kind.POINTS, "points", 0.01, is_rounded=True)
    return None


def _money(tokens: Tokens, start: int, after: int, number: Numeral) -> Measured | None:
    if tokens[after].text == "p" and tokens.adjacent(after) and tokens[after - 1].is_number:
        return Measured(start, after + 1, Kind.MONEY, "GBP", 0.01)
    ahead = after + (tokens[after].lower in ("of", "us", "american", "canadian", "australian"))
    if tokens[ahead].lower in CURRENCY_WORDS or tokens[ahead].lower.removesuffix("s") in CURRENCY_WORDS:
        if tokens[ahead].lower == "pounds" and _is_weight(tokens) and not number.scaled:
            return Measured(start, ahead + 1, Kind.MEASURE, "kilogram", 0.4536, is_rounded=True)
        return Measured(start, ahead + 1, Kind.MONEY, currency(tokens[ahead].text) or "")
    return None


def _is_weight(tokens: Tokens) -> bool:
    return any(word in tokens.text.casefold() for word in ("weigh", " lb", "heav"))


def _degrees(tokens: Tokens, start: int, after: int) -> Measured | None:
    """Temperatures: "40C", "40 °F", "40 degrees Celsius"; each scale is a unit of its own."""
    signed = tokens[after].lower in ("degrees", "degree", "°")
    name = tokens[after + signed]
    scale = _SCALES.get(name.text)
    if scale and (signed or (tokens[after - 1].is_number and tokens.adjacent(after))):
        return Measured(start, after + signed + 1, Kind.MEASURE, scale, is_rounded=True)
    return Measured(start, after + 1, Kind.MEASURE, "degree", is_rounded=True) if signed else None


def _magnitude(tokens: Tokens, start: int, after: int) -> Measured | None:
    if "magnitude" in (tokens[after].lower, tokens[start - 1].lower, *tokens.lowers(start - 2, start - 1)):
        return Measured(start, after + (tokens[after].lower == "magnitude"), Kind.MEASURE, "magnitude")
    return None


def _length(tokens: Tokens, start: int, after: int, number: Numeral) -> Measured | None:
    """ "10m tall": metres, where the letter was taken for a million."""
    is_letter = number.scaled and tokens[number.end - 1].text == "m" and tokens[start].is_number
    if is_letter and tokens[after].lower in _EXTENTS:
        return Measured(start, after, Kind.MEASURE, "metre", 1e-6, is_rounded=True)
    return None


def _unit(tokens: Tokens, start: int, after: int) -> Measured | None:
    square = tokens[after].lower in ("square", "cubic", "sq")
    word = tokens[after + square]
    known = unit(word.text)
    if known is None or (word.lower in _AMBIGUOUS and not tokens[after - 1].is_number and after - 1 == start):
        return None
    if word.lower == "second" and tokens[after - 1].text not in _DASHES:
        return None
    kind, base, worth = known
    if square:
        area = tokens[after].lower != "cubic"
        name = f"{'square' if area else 'cubic'} {base}"
        return Measured(start, after + 2, Kind.MEASURE, name, worth ** (2 if area else 3), is_rounded=True)
    if base == "metre" and (speed := _speed(tokens, after + 1)):
        return Measured(start, speed, Kind.MEASURE, "km/h", worth / 1000, is_rounded=True)
    return Measured(start, after + 1, kind, base, worth, _things(tokens, after + 1)[:1], is_rounded=True)


def _speed(tokens: Tokens, place: int) -> int:
    """Where "per hour", "an hour" or "/h" ends, if it stands here; else 0."""
    is_speed = tokens[place].lower in ("per", "an", "/") and tokens[place + 1].lower in ("hour", "h")
    return place + 2 if is_speed else 0


def _count(tokens: Tokens, start: int, end: int, after: int) -> Measured:
    if tokens[after].lower == "times" and tokens[after + 1].lower in _COMPARED:
        return Measured(start, after + 1, Kind.MULTIPLE)
    if tokens[after].lower == "fold":
        return Measured(start, after + 1, Kind.MULTIPLE)
    if tokens[after].lower in ("times", "occasions"):
        return Measured(start, after + 1, Kind.COUNT, "times", things=_things(tokens, after + 1))
    if tokens[end].text == "/" and tokens.adjacent(end) and tokens[end + 1].is_number:
        return Measured(start, end + 2, Kind.COUNT, f"/{tokens[end + 1].text}")
    if tokens.lowers(end, end + 2) == ("out", "of") and tokens[end + 2].is_number:
        return Measured(start, end + 3, Kind.COUNT, f"/{tokens[end + 2].text}")
    return Measured(start, end, Kind.COUNT, things=_things(tokens, after))


def _things(tokens: Tokens, place: int) -> tuple[str, ...]:
    """The words after a number up to the end of what is counted, lower-cased."""
    found: list[str] = []
    for ahead in range(place, place + 7):
        word = tokens[ahead].lower
        if word in _PASSED_OVER and not (found and word not in ("of", "the")):
            continue
        if not word.isalpha() or word in _STOPS or len(found) == _MOST_THINGS:
            break
        found.append(word)
    return tuple(found)
