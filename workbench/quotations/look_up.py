"""One quotation looked for in one text, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from workbench.quotations import places
from workbench.quotations.chains import Chain
from workbench.quotations.placed import match_at
from workbench.quotations.plain import plain
from workbench.quotations.values import ABSENT, Departure, Kind, Match
from workbench.quotations.verbatim import verbatim
from workbench.quotations.words import Quoted, quoted_words
from workbench.text import Span

SURE = 85.0
"""Share of words found (0..100) from which no better place is looked for by slower means."""
_FAULT = 5.0
_IN_PLAIN = 2
"""The first attempt that is made in one typography."""


class Searched:
    """A text to look quotations up in; what is worked out for one serves the next.

    `thorough` has every quotation that is not word for word at its likeliest place looked for in
    every typography as well.
    """

    def __init__(self, text: str, *, thorough: bool = False) -> None:
        self.text = text
        self.thorough = thorough

    @cached_property
    def plain(self) -> str:
        """The text in one typography and lower case, of the same length."""
        return plain(self.text)


def look_up(
    words: str, text: str | Searched, preferred: Sequence[Span] = (), *, exhaustive: bool = True
) -> Match:
    """Find a quotation in a text and tell every departure from its words.

    Quotation marks around `words` and within do not count. Of several exact places the first in one
    of the `preferred` stretches wins, else the first. Unless `exhaustive`, a place that shares no
    phrase of four words with the quotation may be missed.
    """
    searched = Searched(text) if isinstance(text, str) else text
    known = verbatim(words, searched.text)
    if known and (not preferred or _lies_in(known, preferred)):
        return known
    quoted = quoted_words(words)
    if all(word.edited for word in quoted.words):
        return ABSENT
    best = ABSENT
    attempts = _attempts(quoted, searched)
    for attempt, chains in enumerate(attempts if exhaustive else islice(attempts, _IN_PLAIN + 1)):
        best = _best(quoted, searched, chains, best, preferred)
        enough = attempt >= _IN_PLAIN or not searched.thorough
        if best.kind is Kind.EXACT or (enough and _is_sure(best)):
            break
    return best


def _attempts(quoted: Quoted, searched: Searched) -> Iterator[Iterable[Chain]]:
    """Places to try, found by ever slower means, each begun only when it is asked for."""
    yield places.whole(quoted, searched.text)
    yield places.phrases(quoted, quoted.text, searched.text)
    printed = plain(quoted.text)
    yield places.phrases(quoted, printed, searched.plain)
    yield places.pairs(quoted, printed, searched.plain)
    yield places.closest(quoted, printed, searched.plain)


def _best(
    quoted: Quoted, searched: Searched, chains: Iterable[Chain], best: Match, preferred: Sequence[Span]
) -> Match:
    most = 0
    for chain in chains:
        known = sum(anchor.length for anchor in chain)
        most = max(most, known)
        if known < most and not searched.thorough and _is_sure(best):
            break
        match = match_at(quoted, searched.text, chain)
        if _rank(match, preferred) > _rank(best, preferred):
            best = match
        if best.kind is Kind.EXACT and (not preferred or _lies_in(best, preferred)):
            break
    return best


def _is_sure(match: Match) -> bool:
    return match.kind is Kind.EXACT or _rank(match, ())[1] >= SURE


def _rank(match: Match, preferred: Sequence[Span]) -> tuple[bool, float, bool, int, int]:
    """Exact before all else; then most words and fewest faults; preferred places; the shortest; the first."""
    if match.span is None:
        return False, float("-inf"), False, 0, 0
    faults = sum(not one.marked and one.departure is not Departure.CASE for one in match.differences)
    exact = match.kind is Kind.EXACT
    return (
        exact,
        match.score - _FAULT * faults,
        _lies_in(match, preferred),
        -len(match.span),
        -match.span.start,
    )


def _lies_in(match: Match, stretches: Sequence[Span]) -> bool:
    return match.span is not None and any(stretch.overlaps(match.span) for stretch in stretches)
