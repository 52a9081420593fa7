"""Where a quotation begins and ends within the sentences of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.quotations.compare import SHORTENED, Found
from workbench.quotations.values import Departure, Difference
from workbench.quotations.words import Quoted
from workbench.text import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|\n")
_FAR = 400
_TAIL = re.compile(r"[^\w\s]*")


def rest(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """The rest of the source's sentence before and behind a stretch of it; None where nothing is left."""
    start, far = max(0, span.start - _FAR), min(len(text), span.end + _FAR)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, span.start)]
    stop = _SENTENCE_END.search(text, span.end, far)
    before = words_of(text, Span(ends[-1] if ends else start, span.start))
    after = words_of(text, Span(span.end, stop.start() if stop else far))
    return (before if len(before) else None), (after if len(after) else None)


def words_of(text: str, span: Span) -> Span:
    """A stretch without the punctuation and blanks at its edges."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def cut_ends(quoted: Quoted, before: Span | None, after: Span | None) -> Iterator[Found]:
    """What an ellipsis at the quotation's beginning or end stands for: the rest of the sentence."""
    first, last = quoted.words[0].start, quoted.words[-1].end
    if quoted.gaps[0] and before:
        yield Found(Difference(Departure.LEFT_OUT, Span(first, first), before, marked=True), SHORTENED)
    if quoted.gaps[-1] > quoted.gaps[-2] and after:
        yield Found(Difference(Departure.LEFT_OUT, Span(last, last), after, marked=True), SHORTENED)


def with_stop(quoted: Quoted, text: str, span: Span) -> Span:
    """The span with the punctuation behind it that the quotation has as well."""
    tail = _TAIL.match(quoted.text, quoted.words[-1].end)
    end = span.end
    for mark in tail.group() if tail else "":
        if text[end : end + 1] != mark:
            break
        end += 1
    return Span(span.start, end)
