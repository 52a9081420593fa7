"""Which shared words tell of copying. Names, offices, stock phrases and forms to fill in are anybody's."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from workbench.tracing.tokens import Words, words_of
from workbench.wording import lexicon

FORM = 150
"""Up to so many words a text may be a form filled in: results of a company, a weather report."""
_SAME_MATTER = 0.5
"""Two forms are about the same only when this part of the names and figures of the shorter is in both."""
_FEWEST = 3
_DAYS_AND_MONTHS = frozenset(
    name.casefold() for name in (*calendar.month_name, *calendar.month_abbr, *calendar.day_name)
)
_BRIEF = 60
"""Words up to which two texts are about different matters if each has names the other has not."""
_NAMES = 2


def telling(words: Words, numbers: Sequence[int]) -> int:
    """How many of the numbered words tell of copying: printed small, and not in everybody's mouth."""
    stock = _stock(words, numbers)
    anybodys = _anybodys()
    capitals = words.text.isupper()
    return sum(
        words.keys[number] not in anybodys
        and number not in stock
        and (capitals or not words.text[words.places[number][0]].isupper())
        for number in numbers
    )


def is_other_matter(shorter: Words, longer: Words) -> bool:
    """Whether the two are one form filled in differently: short, with names or figures of their own."""
    if len(shorter) > FORM:
        return False
    ours, theirs = _particulars(shorter), _particulars(longer)
    if _is_foreign(ours, theirs) or _is_foreign(_figures(ours), _figures(theirs)):
        return True
    return len(shorter) <= _BRIEF and _have_names_of_their_own(ours, theirs)


def _is_foreign(ours: set[str], theirs: set[str]) -> bool:
    """Whether too few of the particulars of the shorter text are in the other, where either has several."""
    return min(len(ours), len(theirs)) >= _FEWEST and len(ours & theirs) < _SAME_MATTER * len(ours)


def _figures(particulars: Iterable[str]) -> set[str]:
    return {key for key in particulars if key[0].isdigit()}


def _have_names_of_their_own(ours: set[str], theirs: set[str]) -> bool:
    """Whether either has several names that the other has not, and no fewer than both have."""
    one, other, both = (
        sum(not key[0].isdigit() for key in keys) for keys in (ours - theirs, theirs - ours, ours & theirs)
    )
    return min(one, other) >= max(_NAMES, both)


def _particulars(words: Words) -> set[str]:
    """The figures and the names of a text: words with a capital that are rarely written small."""
    nobodys = _nobodys()
    return {
        key
        for key, (start, _) in zip(words.keys, words.places, strict=True)
        if key[0].isdigit() or (words.text[start].isupper() and key not in nobodys)
    }


def _stock(words: Words, numbers: Sequence[int]) -> set[int]:
    """The numbers of the words that stand in a stock phrase."""
    found: set[int] = set()
    phrases = _phrases()
    here = [words.keys[number] for number in numbers]
    for at, key in enumerate(here):
        for phrase in phrases.get(key, ()):
            if tuple(here[at : at + len(phrase)]) == phrase:
                found.update(numbers[at : at + len(phrase)])
    return found


@cache
def _anybodys() -> frozenset[str]:
    return lexicon.words("stop_words.txt") | lexicon.words("roles.txt")


@cache
def _nobodys() -> frozenset[str]:
    """Words that are no names, whatever their capitals."""
    return lexicon.words("common.txt") | _anybodys() | _DAYS_AND_MONTHS


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The stock phrases of `resources/language/set_phrases.txt` by their first word."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _lines():
        keys = words_of(phrase).keys
        table[keys[0]] = (*table.get(keys[0], ()), keys)
    return table


def _lines() -> Iterator[str]:
    text = files("resources").joinpath("language/set_phrases.txt").read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
