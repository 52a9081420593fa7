"""What a paper puts around a report it prints: headline, byline, dateline, credit lines."""

from __future__ import annotations

import re

from workbench.reading.dates import date_in
from workbench.text import Span
from workbench.tracing.credit_lines import agency, credit_lines
from workbench.tracing.tokens import Words

_TOP_LINES = 3
_SHORTEST, _MOST_OF_IT = 20, 0.6
"""Words a report has at least, and which part of a text it is; anything else has no such parts to tell."""
_LONGEST_HEADLINE = 25
"""Words of a line that can still be a headline."""
_BYLINE = re.compile(r"\s*(?:by|von|par|por|di|from our)\b", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", "”", "»", '"', "。")
_DATED = re.compile(r"[^\n]{0,80}?\([^()\n]{2,40}\)\s*(?:[-–—]{1,2})\s")
_PLACED = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?:, [^()\n–—]{0,40}?)?\s*[-–—]{1,2}\s")


def body(words: Words) -> tuple[str, ...]:
    """The words of the report itself; of a text that is hardly longer than its headline, all words."""
    around = [*_top(words.text), *(line.span for line in credit_lines(words.text))]
    rest = words.without(words.within(around))
    return rest.keys if len(rest) >= max(_SHORTEST, _MOST_OF_IT * len(words)) else words.keys


def _top(text: str) -> list[Span]:
    """The lines above the running text, and the dateline that opens it."""
    found: list[Span] = []
    at = 0
    lines = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        lines += bool(bare)
        if lines > _TOP_LINES or (bare and not _is_above(bare, first=lines == 1)):
            break
        found.append(Span(at, at + len(line)))
        at += len(line)
    dateline = _DATED.match(text, at) or _PLACED.match(text, at)
    return [*found, Span(*dateline.span())] if dateline else found


def _is_above(line: str, *, first: bool) -> bool:
    """Whether the line is a headline, a byline or a date; only the first can be a headline."""
    if len(line.split()) > _LONGEST_HEADLINE:
        return False
    if _BYLINE.match(line):
        return True
    return not line.endswith(_ENDS) and (first or bool(date_in(line) or agency(line)))
