"""Quotations that go on after their speaker was named: “…,” she said. “…”"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.model import Credit
from workbench.parsed import Parsed
from workbench.text import Span


def with_continuations(
    parsed: Parsed, credits: Iterable[Credit], quoted: Sequence[Span]
) -> tuple[Credit, ...]:
    """The credits; a quotation that nobody else is credited with joins the one it follows at once.

    It follows when what was credited so far ends with a quotation and only the rest of its sentence
    stands between, or when it is the whole of the next paragraph.
    """
    found = list(credits)
    taken = _taken(found, quoted)
    ends = {quotation.end for quotation in quoted}
    spoken = {
        _end(parsed, credit): at
        for at, credit in enumerate(found)
        if credit.cue and credit.content and credit.content[-1].end in ends
    }
    for number, quotation in enumerate(quoted):
        at = spoken.get(_word_before(parsed.text, quotation))
        if at is not None and number not in taken:
            found[at] = replace(found[at], content=(*found[at].content, quotation))
            spoken[_end(parsed, found[at])] = at
    return tuple(found)


def uncredited(credits: Iterable[Credit], quoted: Sequence[Span]) -> list[Span]:
    """The quotations that no credit has words of."""
    taken = _taken(credits, quoted)
    return [quotation for number, quotation in enumerate(quoted) if number not in taken]


def _taken(credits: Iterable[Credit], quoted: Sequence[Span]) -> set[int]:
    return {number for credit in credits for span in credit.content for number in _overlapped(span, quoted)}


def _overlapped(span: Span, quoted: Sequence[Span]) -> range:
    """The numbers of the quotations that share words with the span."""
    first = bisect_left(quoted, span.start, key=lambda quotation: quotation.end - 1)
    return range(first, bisect_left(quoted, span.end, key=lambda quotation: quotation.start))


def _end(parsed: Parsed, credit: Credit) -> int:
    """Where the sentence ends in which the credit does."""
    place = max(credit.cue[-1].end, credit.content[-1].end)
    at = bisect_right(parsed.sentences, place - 1, key=lambda sentence: sentence.start) - 1
    return max(place, parsed.sentences[at].end) if at >= 0 else place


def _word_before(text: str, quotation: Span) -> int:
    """Where the words before the quotation end: on its line, or above it where it fills the line."""
    fills = (
        text[quotation.start - 1 : quotation.start] == "\n"
        and text[quotation.end : quotation.end + 1] in "\n"
    )
    skipped = " \t\xa0\n" if fills else " \t\xa0"
    place = quotation.start
    while place and text[place - 1] in skipped:
        place -= 1
    return place
