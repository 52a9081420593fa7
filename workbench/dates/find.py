"""Find the dates of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from workbench.dates import relative, written
from workbench.dates.dateline import dateline
from workbench.dates.relative import RELATIVE
from workbench.dates.values import Base, Date, Days, Edge, base
from workbench.dates.written import MONTH, WITHOUT_MONTHS, WRITTEN
from workbench.text import Span

LONGEST = 2000
"""Characters of a text that are looked at; callers hand over sentences."""

_HINT = re.compile(
    r"\d|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|ago|century|decade|tonight|tomorrow|last|next|this"
    r"|[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)|Christmas|New Year|Halloween|weekend",
)
_WRITTEN_HINT = re.compile(r"\d|century|christmas|new year|boxing|valentine|halloween", re.I)
_MONTH_HINT = re.compile(MONTH)
_RELATIVE_HINT = re.compile(
    r"day|ago\b|tonight|tomorrow|weekend|\b(?:last|this|next|previous|coming)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.I,
)
_EDGES = (
    (re.compile(r"\b(?:before|prior to|earlier than)(?: the)? $", re.I), Edge.BEFORE),
    (re.compile(r"\b(?:until|till|up to)(?: in| the)? $", re.I), Edge.UNTIL),
    (re.compile(r"\b(?:after|later than|following)(?: the)? $", re.I), Edge.AFTER),
    (re.compile(r"\b(?:since|as of|from|starting)(?: in| the)? $", re.I), Edge.SINCE),
)
_BY = re.compile(r"\bby (?:the end of )?$", re.I)


def dates(text: str, published: str | None = None) -> tuple[Date, ...]:
    """The dates of a text in reading order; none overlap.

    `published` (ISO 8601 of any precision) is what relative dates and days without a year are reckoned
    from: "on Friday" is the last Friday up to then, "in February" the last one that had begun. The date
    of a dateline is no date of what is reported; it stands in for `published` where that is not known.
    """
    if not _HINT.search(text, 0, LONGEST):
        return ()
    head = dateline(text[:LONGEST], _written(text[:LONGEST]))
    known = base(published) or (_day_of(head[1]) if head else None)
    found = ((span, _placed(days, known)) for span, days in _found(text[:LONGEST], known))
    if head:
        found = ((span, days) for span, days in found if span.start >= head[0].end)
    return tuple(sorted((_date(text, span, days) for span, days in found), key=lambda item: item.span))


def _day_of(days: Days) -> Base | None:
    return base(days.first.isoformat()) if days.first else None


def calendar_spans(text: str) -> tuple[Span, ...]:
    """Where written dates stand, whose digits are no figures."""
    return tuple(sorted(span for span, _ in _written(text[:LONGEST])))


@lru_cache(maxsize=256)
def _written(text: str) -> tuple[tuple[Span, Days], ...]:
    """The dates written out; kept, because figures and dates of a sentence are asked for in turn."""
    if not _WRITTEN_HINT.search(text):
        return ()
    return tuple(_matches(text, WRITTEN if _MONTH_HINT.search(text) else WITHOUT_MONTHS))


def _found(text: str, known: Base | None) -> tuple[tuple[Span, Days], ...]:
    """Written dates first, then those that need the day of publication."""
    fixed = _written(text)
    if not _RELATIVE_HINT.search(text):
        return fixed
    leaning = ((pattern, partial(_with_base, read, known)) for pattern, read in RELATIVE)
    return (*fixed, *_matches(text, leaning, [span for span, _ in fixed]))


def _with_base(read: relative.Reader, known: Base | None, match: re.Match[str]) -> Days | None:
    return read(match, known)


def _matches(
    text: str, readers: Iterable[tuple[re.Pattern[str], written.Reader]], taken: Iterable[Span] = ()
) -> Iterator[tuple[Span, Days]]:
    """What the readers make of a text; where two want the same words, the earlier reader has them."""
    taken = list(taken)
    for pattern, read in readers:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            if (days := _safely(read, match)) is not None:
                taken.append(span)
                yield span, days


def _safely(read: written.Reader, match: re.Match[str]) -> Days | None:
    """What the reader says, or None where the calendar has no such day or year."""
    try:
        return read(match)
    except (ValueError, OverflowError):
        return None


def _placed(days: Days, known: Base | None) -> Days:
    """A day without a year is the last such day up to publication, when that is known to the day."""
    if days.first or not days.day or not days.month or known is None or known.date is None:
        return days
    for year in (known.year, known.year - 1):
        try:
            day = date(year, days.month, days.day)
        except ValueError:
            continue
        if day <= known.date:
            return replace(days, first=day, last=day)
    return days


def _date(text: str, span: Span, days: Days) -> Date:
    """The date with the word before it that makes it an edge ("until 2015"), which belongs to its span."""
    edge, start = _edge(text, span)
    first, last = days.first, days.last
    if first and last:
        if edge is Edge.BEFORE:
            first, last = date.min, max(date.min, first - timedelta(1))
        elif edge is Edge.AFTER:
            first, last = last + timedelta(1), date.max
        elif by := _BY.search(text, 0, span.start):
            first, start = date.min, by.start()
    whole = Span(start, span.end)
    return Date(whole, days.precision, first, last, edge, days.month, days.day, days.weekday, days.slack)


def _edge(text: str, span: Span) -> tuple[Edge, int]:
    offset = max(0, span.start - 24)
    for pattern, edge in _EDGES:
        if found := pattern.search(text[offset : span.start]):
            return edge, offset + found.start()
    return Edge.ON, span.start
