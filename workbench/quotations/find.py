"""Every quotation of a text: between marks of any kind, or set off as a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.attribution.quotations import quotations
from workbench.model import Zone, ZoneRole
from workbench.quotations.values import Manner, Quotation
from workbench.quotations.words import quoted_words
from workbench.text import Span, merged, trimmed

_MARKS = "“”\"«»„‘’'"
_OPENER = re.compile(r"[“\"«„‘']+\s?")
_CLOSER = re.compile(r"\s?[”\"»“’']+$")
_ENDS = (".", ",", "!", "?", "…", ".”", ",”")
_MOST_SCARE_WORDS = 3
_FEWEST_BLOCK_WORDS = 4
_BLOCK = re.compile(
    r"^(?:[ \t]*>[^\n]*(?:\n|$))+|(?<=:\n)(?:[ \t]*\n)?(?:(?:[ ]{2,}|\t)\S[^\n]*(?:\n|$))+", re.M
)


def find_quotations(text: str, zones: Sequence[Zone] = ()) -> tuple[Quotation, ...]:
    """The quotations of a text in order, none within another and none in furniture.

    Nested quotation marks belong to the outer quotation. Paragraphs that each open anew are one.
    """
    readable = without_furniture(text, zones)
    blocks = list(_blocks(readable))
    marked = [
        _between_marks(readable, span)
        for span in quotations(readable)
        if not any(block.span.overlaps(span) for block in blocks)
    ]
    found = [*marked, *blocks]
    return tuple(sorted((one for one in found if len(one.words)), key=lambda one: one.span))


def without_furniture(text: str, zones: Sequence[Zone]) -> str:
    """The text with blanks for furniture, every other word in its place."""
    readable = text
    for span in merged(zone.span for zone in zones if zone.role is ZoneRole.FURNITURE):
        readable = readable[: span.start] + " " * len(span) + readable[span.end :]
    return readable


def _between_marks(text: str, span: Span) -> Quotation:
    printed = span.of(text)
    opener, closer = _OPENER.match(printed), _CLOSER.search(printed)
    closed = closer is not None and closer.start() > 0
    start = span.start + (opener.end() if opener else 0)
    end = span.start + closer.start() if closer and closed else span.end
    words = trimmed(text, Span(start, max(start, end)))
    return Quotation(span, words, _manner(words.of(text)), closed)


def _manner(words: str) -> Manner:
    """One to three words that do not end like a sentence are kept apart."""
    short = len(quoted_words(words).words) <= _MOST_SCARE_WORDS
    return Manner.SCARE if short and not words.endswith(_ENDS) else Manner.QUOTED


def _blocks(text: str) -> Iterator[Quotation]:
    """Paragraphs set off as quotations: lines that begin with ">", or indented behind a colon."""
    for match in _BLOCK.finditer(text):
        span = trimmed(text, Span(*match.span()))
        start = span.start + len(span.of(text)) - len(span.of(text).lstrip("> \t"))
        words = Span(min(start, span.end), span.end)
        if len(words.of(text).split()) >= _FEWEST_BLOCK_WORDS:
            yield Quotation(span, words, Manner.BLOCK)
