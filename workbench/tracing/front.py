"""What a paper puts around a report it prints: headline, byline, dateline, credit lines."""

from __future__ import annotations

import re

from workbench.text import Span
from workbench.tracing.credit_lines import credit_lines
from workbench.tracing.tokens import Words

_TOP_LINES = 5
_LONGEST_HEADLINE = 25
"""Words of a line that can still be a headline."""
_BYLINE = re.compile(r"\s*(?:by|von|par|por|di|from our)\b", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", "”", "»", '"', "。")
_DATED = re.compile(r"[^\n]{0,80}?\([^()\n]{2,40}\)\s*(?:[-–—]{1,2})\s")
_PLACED = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?:, [^()\n–—]{0,40}?)?\s*[-–—]{1,2}\s")


def body(words: Words) -> tuple[str, ...]:
    """The words of the report itself."""
    around = [*_top(words.text), *(line.span for line in credit_lines(words.text))]
    return words.without(words.within(around)).keys


def _top(text: str) -> list[Span]:
    """The lines above the running text, and the dateline that opens it."""
    found: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True)[:_TOP_LINES]:
        bare = line.strip()
        if bare and not _is_above(bare):
            break
        found.append(Span(at, at + len(line)))
        at += len(line)
    if not text[at:].strip():
        return []
    dateline = _DATED.match(text, at) or _PLACED.match(text, at)
    return [*found, Span(*dateline.span())] if dateline else found


def _is_above(line: str) -> bool:
    """Whether the line is a headline or a byline and no sentence of the report."""
    if len(line.split()) > _LONGEST_HEADLINE:
        return False
    return not line.endswith(_ENDS) or bool(_BYLINE.match(line))
