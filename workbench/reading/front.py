"""What a text says about itself in its first lines: headline, author, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.reading.dates import date_in
from workbench.reading.lines import Line
from workbench.sentences import sentences

_LONGEST_HEADLINE = 160
_MOST_WORDS = 25
_MOST_WORDS_WITH_STOP = 18
_FIRST_LINES = 6
_LOOKED_BELOW = 4
_OPENING = "\"'“‘«¿¡"
_NO_HEADLINE_END = (",", ":", "...", "…")
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
    """The first line that reads as a headline, or None. `content` leaves out furniture.

    A byline or a date may stand above it.
    """
    rest = list(content[: _FIRST_LINES + _LOOKED_BELOW])
    while rest and (_BYLINE.fullmatch(rest[0].words) or _is_date_line(rest[0])):
        rest.pop(0)
    below = [len(line.words) for line in rest[1 : 1 + _LOOKED_BELOW]]
    return rest[0] if below and _reads_as_headline(rest[0].words, max(below)) else None


def byline(content: Sequence[Line]) -> str:
    """The author named in a line of its own near the top ("By Ann Peel"), or ""."""
    for line in content[:_FIRST_LINES]:
        found = _BYLINE.fullmatch(line.words)
        if found and len(line.words) < 100 and found["name"][0].isupper():
            return found["name"].strip(" ,")
    return ""


def published(content: Sequence[Line]) -> str | None:
    """The first full date in a short line near the top, as "2026-03-14"."""
    for line in content[:_FIRST_LINES]:
        if _is_date_line(line):
            return date_in(line.words)
    return None


def _is_date_line(line: Line) -> bool:
    return len(line.words) <= _LONGEST_DATE_LINE and date_in(line.words) is not None


def _reads_as_headline(words: str, longest_below: int) -> bool:
    opens_well = words[0].isalnum() or words[0] in _OPENING
    if not opens_well or words.endswith(_NO_HEADLINE_END) or _SALUTATION.match(words):
        return False
    if len(sentences(words)) > 1:
        return False
    count = len(words.split())
    if words.endswith("."):
        return 2 <= count <= _MOST_WORDS_WITH_STOP and longest_below > len(words)
    return count <= _MOST_WORDS and len(words) <= _LONGEST_HEADLINE
