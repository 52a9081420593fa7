"""Moving the edges of a mark by whole words."""

from __future__ import annotations

import re

from workbench.text import Span

_WORD = re.compile(r"[£$€¥#@]?\w+(?:['’.,:/-]\w+)*%?")
_REACH = 2_000
"""Characters looked at on either side; words farther away are not needed to move by a few."""


def moved(text: str, span: Span, start_by: int, end_by: int) -> Span:
    """`span` with its edges moved by so many words, forwards when positive; one word at least stays."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    words = [found.span() for found in _WORD.finditer(text, low, high)]
    start = _step([start for start, _ in words], span.start, start_by)
    end = _step([end for _, end in words], span.end, end_by)
    return Span(start, end) if start < end else span


def dragged(span: Span, to: int, *, last: bool) -> Span:
    """`span` with one edge at `to`; the other edge is never crossed."""
    if last:
        return Span(span.start, max(to, span.start + 1))
    return Span(min(to, span.end - 1), span.end)


def _step(stops: list[int], at: int, by: int) -> int:
    if by == 0:
        return at
    ahead = (
        [stop for stop in stops if stop > at] if by > 0 else [stop for stop in reversed(stops) if stop < at]
    )
    return ahead[min(abs(by), len(ahead)) - 1] if ahead else at
