"""Find the figures of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.dates import calendar_spans
from workbench.figures import special
from workbench.figures.numerals import Numeral, numeral_at
from workbench.figures.tokens import Tokens
from workbench.figures.units import Measured, measured
from workbench.figures.values import Bound, Figure, Kind, Range, ranges
from workbench.figures.vocabulary import BOUNDS, BOUNDS_AFTER, STARTERS, bound_with
from workbench.text import Span

LONGEST = 2000
"""Characters of a text that are looked at; callers hand over sentences."""

_HINT = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand"
    r"|million|billion|trillion|dozen|half|third|quarter|\w+th|first|second|several|few|couple|handful|scores|tens"
    r"|decade|century|millennium|fortnight|year|month|week|twice|doubl|tripl|trebl|quadrupl|\w+fold|halv)",
    re.I,
)
_DASHES = frozenset("-–—‑")
_LONGEST_BOUND = max(map(len, BOUNDS))


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in reading order; none overlap.

    Left out: the digits of dates and clock times, those that belong to names ("F-16"), and "one"
    where it is a pronoun.
    """
    if not _HINT.search(text, 0, LONGEST):
        return ()
    tokens = Tokens(text[:LONGEST])
    return tuple(_read(tokens, calendar_spans(text)))


def _read(tokens: Tokens, dated: tuple[Span, ...]) -> Iterator[Figure]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        opens = token.is_number or token.lower in STARTERS
        found = _figure_at(tokens, place, dated) if opens and not _is_taken(tokens, place, dated) else None
        if found:
            yield found
            while place < len(tokens) and tokens[place].start < found.span.end:
                place += 1
        else:
            place += 1


def _is_taken(tokens: Tokens, place: int, dated: tuple[Span, ...]) -> bool:
    return any(span.start <= tokens[place].start < span.end for span in dated)


def _figure_at(tokens: Tokens, place: int, dated: tuple[Span, ...]) -> Figure | None:
    alone = special.figure_at(tokens, place)
    if alone:
        return alone
    number = numeral_at(tokens, place)
    if number is None or special.is_no_figure(tokens, place, number):
        return None
    second = _second(tokens, number, dated)
    if second and special.is_score(tokens, number, second):
        return special.score(tokens, place, number, second)
    last = second or number
    what = measured(tokens, place, last)
    if what is None or _is_part_of_a_name(tokens, place, what):
        return None
    return _with_bound(tokens, number, second, what)


def _is_part_of_a_name(tokens: Tokens, place: int, what: Measured) -> bool:
    """Whether a bare number goes with the name before it: "Route 516", "the Hot 100"."""
    bare = what.kind is Kind.COUNT and not what.unit and not what.things and "," not in tokens[place].text
    return bare and place > 1 and tokens[place].is_number and tokens[place - 1].text[0].isupper()


def _second(tokens: Tokens, first: Numeral, dated: tuple[Span, ...]) -> Numeral | None:
    """The other end of a range: "10-12 million", "between 10 and 12", "$3bn to $4bn"."""
    joint = tokens[first.end]
    place = first.end + 1
    between = tokens[first.end - 2].lower == "between"
    if not (joint.text in _DASHES or joint.lower in ("to", "or") or (between and joint.lower == "and")):
        return None
    place += tokens[place].lower in special.SIGNS
    if _is_taken(tokens, place, dated):
        return None
    number = numeral_at(tokens, place)
    return number if number and not number.vague and not first.vague else None


def _with_bound(tokens: Tokens, number: Numeral, second: Numeral | None, what: Measured) -> Figure:
    start, bound = _bound_before(tokens, what.start)
    bound = bound_with(bound, tokens[start].lower, what.kind)
    start -= second is not None and tokens[start - 1].lower == "between" and start > 0
    end = what.end
    if bound is Bound.EXACT and (length := _bound_after(tokens, end)):
        bound, end = BOUNDS_AFTER[tokens.lowers(end, end + length)], end + length
    span = Span(tokens[start].start, tokens[end - 1].end)
    meant, allowed = _values(number, second, bound, what)
    if second:
        bound = Bound.BETWEEN
    elif number.vague:
        bound = Bound.VAGUE
    return Figure(span, what.kind, what.unit, meant, allowed, bound, what.things)


def _values(number: Numeral, second: Numeral | None, bound: Bound, what: Measured) -> tuple[Range, Range]:
    worth = what.worth
    if number.vague:
        low, high = number.vague.low * worth, number.vague.high * worth
        return Range(low, high), Range(low / 2, high * 2)
    if second:
        low, high = _ends(number, second)
        return Range(low * worth, high * worth), Range(low * worth, high * worth)
    step = number.step if number.scaled or what.is_rounded or number.step < 1 else 0.0
    # Converting units brings in decimals that nobody wrote.
    slack = 0.03 * number.value * worth if what.kind in (Kind.DURATION, Kind.MEASURE) else 0.0
    return ranges(number.value * worth, max(step * worth, slack), bound)


def _ends(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Both ends of a range; in "10-12 million" the scale holds for both."""
    low, high = first.value, second.value
    if second.scaled and not first.scaled and low < high and second.step >= 100 * first.step:
        low *= _scale_of(second)
    return min(low, high), max(low, high)


def _scale_of(number: Numeral) -> float:
    """The power that a scale word lent: 10^6 for 12 million."""
    scale = 1.0
    while number.value / (scale * 1000) >= 1:
        scale *= 1000
    return scale


def _bound_before(tokens: Tokens, start: int) -> tuple[int, Bound]:
    """Where the bound before a figure begins, and which it is; an article may stand between."""
    for length in range(_LONGEST_BOUND, 0, -1):
        bound = BOUNDS.get(tokens.lowers(start - length, start)) if start >= length else None
        if bound:
            return start - length, bound
    if tokens[start - 1].text in ("~", "c") and start > 0:
        return start - 1, Bound.ABOUT
    return start, Bound.EXACT


def _bound_after(tokens: Tokens, end: int) -> int:
    return next(
        (len(phrase) for phrase in BOUNDS_AFTER if tokens.lowers(end, end + len(phrase)) == phrase), 0
    )
