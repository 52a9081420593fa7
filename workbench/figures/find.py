"""Find the figures of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.dates import calendar_spans
from workbench.figures import special
from workbench.figures.numerals import Numeral, numeral_at
from workbench.figures.surroundings import rate, way
from workbench.figures.tokens import Tokens
from workbench.figures.units import Measured, measured
from workbench.figures.values import Bound, Figure, Kind, Range, capped, ranges
from workbench.figures.vocabulary import BOUNDS, BOUNDS_AFTER, NUMBERS, STARTERS, bound_with
from workbench.text import Span

LONGEST = 2000
"""Characters of a text that are looked at; callers hand over sentences."""

_HINT = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand"
    r"|million|billion|trillion|dozen|half|third|quarter|\w+th|first|second|several|few|couple|handful|scores|tens"
    r"|decade|century|millennium|fortnight|year|month|week|hour|minute|twice|doubl|tripl|trebl|quadrupl|\w+fold"
    r"|halv|nil|noon|midday|midnight)|[½¼¾⅓⅔⅛]",
    re.I,
)
_DASHES = frozenset("-–—‑")
_LONGEST_BOUND = max(map(len, BOUNDS))
_BOUND_ENDS = frozenset(phrase[-1] for phrase in BOUNDS)
_BOUND_STARTS = frozenset(phrase[0] for phrase in BOUNDS_AFTER)
"""Most figures have no bound: one word tells that before all phrases are tried."""
_OPENERS = frozenset(
    (*(word for phrase in BOUNDS for word in phrase), *NUMBERS, "the", "a", "an", "and", "but", "of")
)
_OPENERS |= frozenset(
    "in at by to for from with on after before when all these those his her its their our as".split()
)


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
    second = _second(tokens, place, number, dated)
    if second and special.is_score(tokens, number, second):
        return special.score(tokens, place, number, second)
    what = measured(tokens, place, second or number)
    if what is None or _is_part_of_a_name(tokens, place, what):
        return None
    if second is None:
        number, what = _with_smaller_unit(tokens, number, what)
    return _with_bound(tokens, number, second, what)


def _with_smaller_unit(tokens: Tokens, number: Numeral, what: Measured) -> tuple[Numeral, Measured]:
    """ "6 feet 2 inches", "two hours and ten minutes": one figure in two units."""
    place = what.end + (tokens[what.end].lower == "and")
    rest = numeral_at(tokens, place) if what.kind in (Kind.DURATION, Kind.MEASURE) else None
    if rest is None or rest.vague:
        return number, what
    if what.unit == "metre" and tokens[rest.end].lower == "in" and tokens.adjacent(rest.end):
        small: Measured | None = Measured(place, rest.end + 1, what.kind, what.unit, 0.0254)
    else:
        small = measured(tokens, place, rest)
    if small is None or (small.kind, small.unit) != (what.kind, what.unit) or small.worth >= what.worth:
        return number, what
    share = small.worth / what.worth
    joined = Numeral(number.value + rest.value * share, rest.step * share, rest.end, number.scaled)
    return joined, replace(what, end=small.end, things=small.things)


def _is_part_of_a_name(tokens: Tokens, place: int, what: Measured) -> bool:
    """Whether a bare number goes with the name before it: "Route 516", "the Hot 100"."""
    bare = what.kind is Kind.COUNT and not what.unit and not what.things and "," not in tokens[place].text
    named = tokens[place].is_number or tokens[place].text[0].isupper()
    return (
        bare and place > 0 and named and tokens[place - 1].text[0].isupper() and _is_name(tokens, place - 1)
    )


def _is_name(tokens: Tokens, place: int) -> bool:
    """Whether a capital is not only that of a sentence's first word, or of a bound ("Over 50")."""
    return place > 0 or tokens[place].lower not in _OPENERS


def _second(tokens: Tokens, start: int, first: Numeral, dated: tuple[Span, ...]) -> Numeral | None:
    """The other end of a range: "10-12 million", "between 10 and 12", "$3bn to $4bn", "3% to 5%"."""
    place = _past_percent(tokens, first.end)
    start -= tokens[start - 1].lower in special.SIGNS
    joint = tokens[place]
    between = tokens[start - 1].lower == "between"
    if not (joint.text in _DASHES or joint.lower in ("to", "or") or (between and joint.lower == "and")):
        return None
    if special.is_from_to(tokens, start):
        return None
    place += 1
    place += tokens[place].lower in special.SIGNS
    if _is_taken(tokens, place, dated):
        return None
    number = numeral_at(tokens, place)
    if number is None or number.vague or first.vague:
        return None
    both = _past_percent(tokens, number.end) > number.end
    return number if both or _past_percent(tokens, first.end) == first.end else None


def _past_percent(tokens: Tokens, end: int) -> int:
    """The place after a percent sign or word, or the place itself."""
    if tokens.lowers(end, end + 2) == ("per", "cent"):
        return end + 2
    return end + (tokens[end].lower in ("%", "percent"))


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
    about = rate(tokens, what.end), way(tokens, start, end)
    return Figure(span, what.kind, what.unit, meant, allowed, bound, what.things, *about)


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
    found = ranges(number.value * worth, max(step * worth, slack), bound)
    return capped(found, what.kind, number.value)


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
    longest = _LONGEST_BOUND if start > 0 and tokens[start - 1].lower in _BOUND_ENDS else 0
    for length in range(longest, 0, -1):
        bound = BOUNDS.get(tokens.lowers(start - length, start)) if start >= length else None
        if bound:
            return start - length, bound
    if tokens[start - 1].text == "~" and start > 0:
        return start - 1, Bound.ABOUT
    return start, Bound.EXACT


def _bound_after(tokens: Tokens, end: int) -> int:
    if tokens[end].lower not in _BOUND_STARTS:
        return 0
    return next(
        (len(phrase) for phrase in BOUNDS_AFTER if tokens.lowers(end, end + len(phrase)) == phrase), 0
    )
