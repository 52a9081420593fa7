"""What a text says about itself in its first lines: headline, author, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.reading.dates import date_in
from workbench.reading.lines import Line

_LONGEST_HEADLINE = 160
_MOST_WORDS = 25
_MOST_WORDS_WITH_STOP = 14
_INNER_STOP = re.compile(r"[.!?…][\"”’»)]?\s+[\"“‘«(]?[A-ZÀ-Þ]")
_NO_HEADLINE_END = (",", ";", ":", "...", "…")
_SALUTATION = re.compile(
    r"(?:dear|to(?: the| whom| his| her)?|sehr geehrte|liebe|cher|chère|estimad|caro|gentile)\b", re.I
)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|text:|written by|reported by)\s+"
    r"(?P<name>[^\W\d_][\w.'’-]+"
    r"(?:[ ,&]+(?:and |und |et |y |e |en |de |van |von |der )?[^\W\d_][\w.'’-]*){1,7})"
    r"(?:\s*[|,·•–—-].{0,60})?",
    re.I,
)
_LONGEST_DATE_LINE = 90


def headline(content: Sequence[Line]) -> Line | None:
    """The first line that reads as a headline, or None. `content` leaves out furniture."""
    if len(content) < 2:
        return None
    first, second = content[0], content[1]
    if _BYLINE.fullmatch(first.words) or date_in(first.words):
        return headline(content[1:]) if len(content) > 2 else None
    return first if _reads_as_headline(first.words, second.words) else None


def byline(content: Sequence[Line]) -> str:
    """The author named in a line of its own near the top ("By Ann Peel"), or ""."""
    for line in content[:6]:
        found = _BYLINE.fullmatch(line.words)
        if found and len(line.words) < 100 and found["name"][0].isupper():
            return found["name"].strip(" ,")
    return ""


def published(content: Sequence[Line]) -> str | None:
    """The first full date in a short line near the top, as "2026-03-14"."""
    for line in content[:6]:
        if len(line.words) <= _LONGEST_DATE_LINE and (date := date_in(line.words)):
            return date
    return None


def _reads_as_headline(words: str, next_words: str) -> bool:
    if len(words) > _LONGEST_HEADLINE or words.endswith(_NO_HEADLINE_END) or _SALUTATION.match(words):
        return False
    if _INNER_STOP.search(words) or (not words[0].isalnum() and words[0] not in "\"“‘«¿¡'"):
        return False
    count = len(words.split())
    if words.endswith("."):
        return 2 <= count <= _MOST_WORDS_WITH_STOP and len(next_words) > len(words)
    return count <= _MOST_WORDS
