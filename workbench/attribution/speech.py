"""What is said, where quotation marks tell more than the grammar does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workbench.attribution.grammar import between, noun_phrase
from workbench.parsed import Parsed, Token
from workbench.text import Span, merged

_BETWEEN = re.compile(r"[\s,;:—–-]*")
_LEADS_IN = re.compile(r"(?:[^\n.!?]{0,90}[,:])?\s*(?:that\s+)?")
_FULL_STOP = re.compile(r"\.\W*$")
_NEAR = 3
_LEAD = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: its token, the first and last token of its group, and the head of who is credited."""

    verb: Token
    first: int
    last: int
    source: Token | None


def named(parsed: Parsed, cue: Cue) -> tuple[Span, ...]:
    """Who is credited, in full: with title, name and what describes them. Empty when nobody is.

    A description between commas is taken with both of them, as annotators do.
    """
    if cue.source is None:
        return ()
    span = noun_phrase(parsed, cue.source, (cue.verb.index,))
    return (_with_closing_comma(parsed.text, span),)


def speech(parsed: Parsed, cue: Cue, clause: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The content of a cue that may introduce a quotation: the quotations beside it and its clause.

    `clause` is what the grammar says, `quoted` every quotation of the text in order.
    """
    said = region(parsed, cue)
    beside = [*_before(parsed, said, quoted, bool(clause)), *_behind(parsed, said, cue, quoted)]
    grown = widened(clause, quoted)
    kept = [part for part in grown if not beside or any(part.overlaps(one) for one in beside)]
    return _without(merged([*kept, *beside]), said)


def widened(content: Iterable[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches, those that reach into a quotation grown to take all of it in."""
    return merged(_widen(span, quoted) for span in content)


def region(parsed: Parsed, cue: Cue) -> Span:
    """The cue together with its subject where the two stand side by side."""
    region = Span(parsed.tokens[cue.first].start, parsed.tokens[cue.last].end)
    for source in named(parsed, cue):
        gap = max(source.start, region.start) - min(source.end, region.end)
        if gap <= _NEAR:
            region = Span(min(source.start, region.start), max(source.end, region.end))
    return region


def is_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether the words begin within one of the quotations."""
    at = bisect_left(quoted, Span(span.start + 1, span.start + 1)) - 1
    return at >= 0 and quoted[at].end > span.start


def runs(parsed: Parsed, indexes: Sequence[int]) -> Iterator[Span]:
    """The stretches, of a word at least, that tokens given in order make up."""
    at = 0
    while at < len(indexes):
        first = at
        while at + 1 < len(indexes) and indexes[at + 1] == indexes[at] + 1:
            at += 1
        span = between(parsed, indexes[first], indexes[at])
        at += 1
        if any(map(str.isalnum, span.of(parsed.text))):
            yield span


def _with_closing_comma(text: str, span: Span) -> Span:
    closed = "," in span.of(text) and text[span.end : span.end + 1] == ","
    return Span(span.start, span.end + 1) if closed else span


def _before(parsed: Parsed, said: Span, quoted: Sequence[Span], has_clause: bool) -> Iterator[Span]:
    at = bisect_left(quoted, Span(said.start, said.start)) - 1
    if at < 0:
        return
    gap = parsed.text[quoted[at].end : said.start]
    if not _BETWEEN.fullmatch(gap) or "\n" in gap:
        return
    if not (has_clause and _FULL_STOP.search(quoted[at].of(parsed.text))):
        yield quoted[at]


def _behind(parsed: Parsed, said: Span, cue: Cue, quoted: Sequence[Span]) -> Iterator[Span]:
    at = bisect_left(quoted, Span(said.end, said.end))
    if at == len(quoted) or not _LEADS_IN.fullmatch(parsed.text, said.end, quoted[at].start):
        return
    if not _speaks_between(parsed, cue, quoted[at].start):
        yield quoted[at]


def _speaks_between(parsed: Parsed, cue: Cue, end: int) -> bool:
    """Whether a verb with a subject of its own stands between the cue and the quotation."""
    words = takewhile(lambda word: word.start < end, parsed.tokens[cue.last + 1 : cue.last + _LEAD])
    return any(word.dep == "nsubj" and word.head != cue.verb.index for word in words)


def _widen(span: Span, quoted: Sequence[Span]) -> Span:
    at = max(0, bisect_left(quoted, Span(span.start, span.start)) - 1)
    while at < len(quoted) and quoted[at].start < span.end:
        if quoted[at].overlaps(span):
            span = Span(min(span.start, quoted[at].start), max(span.end, quoted[at].end))
        at += 1
    return span


def _without(content: Iterable[Span], hole: Span) -> tuple[Span, ...]:
    result = []
    for span in content:
        if not span.overlaps(hole):
            result.append(span)
            continue
        result += [Span(span.start, hole.start)] if span.start < hole.start else []
        result += [Span(hole.end, span.end)] if hole.end < span.end else []
    return tuple(result)
