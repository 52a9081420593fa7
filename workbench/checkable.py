"""What of a text can be checked: its sentences, and the names, figures, dates and quotations in them.

Found by rule alone; where the language engine has read the text, its names are taken instead of those that
are only told by their capitals. Headlines and captions count like running text, furniture does not.

What finds them is imported where it is used: a window shows what was found without waiting for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbench.analysis import Name
from workbench.model import Zone
from workbench.text import Span, merged

_NAMED = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
"""The engine's labels of names; the others are figures and dates, which are found by rule."""

_SMALL = re.compile(r"\b[a-zà-öø-ÿ][^\W\d_]*")


class Sort(StrEnum):
    """What it is that can be checked."""

    NAME = "name"
    FIGURE = "figure"
    DATE = "date"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be checked. Of a quotation, `span` leaves out the marks."""

    span: Span
    sort: Sort


@dataclass(frozen=True, slots=True)
class Checkable:
    """All of it in reading order, for one text. `by_engine` when the names are the engine's."""

    sentences: tuple[Span, ...] = ()
    items: tuple[Item, ...] = ()
    by_engine: bool = False


def checkable(text: str, zones: Sequence[Zone] = (), names: Sequence[Name] | None = None) -> Checkable:
    """What of `text` can be checked. `names` are those of the engine's analysis, None while not known."""
    from workbench.quotations import find_quotations
    from workbench.sentences import sentences

    spans = sentences(text, zones)
    printed = [Item(one.words, Sort.QUOTATION) for one in find_quotations(text, zones)]
    counted = list(_each(text, spans, _numbers))
    if names is None:
        known = list(_told_by_capitals(text, spans))
    else:
        known = [Item(one.span, Sort.NAME) for one in names if one.label in _NAMED]
    found = [*printed, *counted, *_apart(known, counted)]
    found.sort(key=_place)
    return Checkable(spans, tuple(found), names is not None)


def _told_by_capitals(text: str, spans: Sequence[Span]) -> Iterator[Item]:
    """Names by their capitals; one word that opens a sentence is none if it is printed small elsewhere."""
    small, opening = set(_SMALL.findall(text)), {span.start for span in spans}
    for item in _each(text, spans, _capitals):
        if item.span.start not in opening or item.span.of(text).lower() not in small:
            yield item


def _each(text: str, spans: Iterable[Span], find: Callable[[str], tuple[Item, ...]]) -> Iterator[Item]:
    """What is found in each sentence by itself, at its place in the text."""
    for span in spans:
        for item in find(span.of(text)):
            yield Item(item.span.shifted(span.start), item.sort)


@lru_cache(maxsize=16_384)
def _numbers(words: str) -> tuple[Item, ...]:
    """Figures and dates of a sentence. Kept, as most sentences of a draft stay as they are in the next."""
    from workbench.dates import dates
    from workbench.figures import figures

    dated = [Item(date.span, Sort.DATE) for date in dates(words)]
    days = [item.span for item in dated]
    counted = (Item(figure.span, Sort.FIGURE) for figure in figures(words))
    return (*dated, *(item for item in counted if not any(map(item.span.overlaps, days))))


@lru_cache(maxsize=16_384)
def _capitals(words: str) -> tuple[Item, ...]:
    """Names of a sentence as far as its capitals tell."""
    from workbench.wording.read import wording

    wholes = dict.fromkeys(wording(words).compounds.values())
    return tuple(Item(Span(whole[0].span.start, whole[-1].span.end), Sort.NAME) for whole in wholes)


def _apart(names: Iterable[Item], numbers: Iterable[Item]) -> Iterator[Item]:
    """The names that are not part of a date or a figure, as "March" and "Friday" are."""
    taken = merged(item.span for item in numbers)
    at = 0
    for item in sorted(names, key=_place):
        while at < len(taken) and taken[at].end <= item.span.start:
            at += 1
        if at == len(taken) or not taken[at].overlaps(item.span):
            yield item


def _place(item: Item) -> tuple[int, int]:
    return item.span.start, -item.span.end
