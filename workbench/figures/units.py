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

_PASSED_OVER = frozenset("of the a an its his her their our in these those new other different".split())
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
    if word == "%" or word in ("percent", "pct"):
        return Measured(start, after + 1, Kind.PERCENT, "%", is_rounded=True)
    if word == "per" and next_word == "cent":
        return Measured(start, after + 2, Kind.PERCENT, "%", is_rounded=True)
    if word == "percentage" and next_word in ("point", "points"):
        return Measured(start, after + 2, Kind.POINTS, "points", is_rounded=True)
    return None


def _money(tokens: Tokens, start: int, after: int, number: Numeral) -> Measured | None:
    ahead = after + (tokens[after].lower in ("of", "us", "american", "canadian", "australian"))
    if tokens[ahead].lower in CURRENCY_WORDS or tokens[ahead].lower.removesuffix("s") in CURRENCY_WORDS:
        if tokens[ahead].lower == "pounds" and _is_weight(tokens) and not number.scaled:
            return Measured(start, ahead + 1, Kind.MEASURE, "kilogram", 0.4536, is_rounded=True)
        return Measured(start, ahead + 1, Kind.MONEY, currency(tokens[ahead].text) or "")
    return None


def _is_weight(tokens: Tokens) -> bool:
    return any(word in tokens.text.casefold() for word in ("weigh", " lb", "heav"))


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
        return Measured(
            start, after + 2, Kind.MEASURE, f"{tokens[after].lower} {base}", worth**2, is_rounded=True
        )
    return Measured(start, after + 1, kind, base, worth, _things(tokens, after + 1)[:1], is_rounded=True)


def _count(tokens: Tokens, start: int, end: int, after: int) -> Measured:
    if tokens[after].lower in ("times", "occasions"):
        return Measured(start, after + 1, Kind.COUNT, "times", things=_things(tokens, after + 1))
    if tokens[after].lower in ("degrees", "°"):
        return Measured(start, after + 1, Kind.MEASURE, "degree", is_rounded=True)
    if tokens[end].text == "/" and tokens.adjacent(end) and tokens[end + 1].is_number:
        return Measured(start, end + 2, Kind.COUNT, f"/{tokens[end + 1].text}")
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
