"""How figures, dates and words are printed in a reason."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.dates import Date, Precision
from workbench.evidence.reading import Reading
from workbench.figures import Kind
from workbench.text import Span
from workbench.wording import Word

_MOST_LISTED = 3
_SIGNS = frozenset("$£€¥₹#@")


def quantity(reading: Reading, span: Span) -> str:
    """A figure with what it counts ("41 dead"), or a date; a relative date with the day it stands for."""
    date = next((item for item in reading.dates if item.span == span), None)
    text = span.of(reading.wording.text)
    if date is not None:
        return f"{text} ({_resolved(date)})" if _is_relative(text, date) else text
    return counted(reading, span)


def counted(reading: Reading, span: Span) -> str:
    """A figure with what it counts; anything else as it is printed."""
    text = span.of(reading.wording.text)
    figure = next((item for item in reading.figures if item.span == span), None)
    if figure is None or figure.kind not in (Kind.COUNT, Kind.PERCENT) or not figure.things:
        return text
    return _with_thing(reading, span, figure.things[0])


def _with_thing(reading: Reading, span: Span, thing: str) -> str:
    """The figure up to the first thing it counts, where that follows closely."""
    text = reading.wording.text
    near = [word for word in reading.wording.words if span.end <= word.span.start][:3]
    found = next((word for word in near if word.text.casefold() == thing), None)
    if found is None or any(word.is_break for word in near[: near.index(found)]):
        return span.of(text)
    return Span(span.start, found.span.end).of(text)


def _is_relative(text: str, date: Date) -> bool:
    return date.first is not None and date.last is not None and not any(sign.isdigit() for sign in text)


def _resolved(date: Date) -> str:
    first, last = date.first, date.last
    if first is None or last is None:
        return ""
    if first == last and date.precision is Precision.DAY:
        return f"{first.day} {first:%B %Y}"
    if date.precision is Precision.WEEK:
        return f"about {first.day} {first:%B %Y}"
    if date.precision is Precision.MONTH and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words in quotation marks: “one”, “two” and “three”."""
    found = [f"“{word}”" for word in dict.fromkeys(words)][:_MOST_LISTED]
    return named(found, joint)


def named(found: list[str], joint: str = "and") -> str:
    """Words as a list in a sentence."""
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {joint} {found[-1]}" if found else ""


def run(reading: Reading, span: Span) -> str:
    """A stretch of the text, with a currency sign before it."""
    text = reading.wording.text
    start = span.start - (span.start > 0 and text[span.start - 1] in _SIGNS)
    return text[start : span.end]


def phrase(reading: Reading, first: Word, last: Word) -> str:
    """The text from one word to another."""
    return Span(first.span.start, last.span.end).of(reading.wording.text)
