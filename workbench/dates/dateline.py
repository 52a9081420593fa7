"""The head of an agency report: "OLDHAVEN, 5 March 2026 (Northern Wire) – "."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.dates.values import Days
from workbench.text import Span

_HEAD = re.compile(
    r"\s*(?P<place>[^\W\d_a-z][\w.’' /-]{1,40}),\s(?P<rest>[^()–—]{3,40}?)\s*(?P<agency>\([^()]{2,40}\))?"
    r"\s*(?:[–—]|--?)\s"
)
_REACH = 160


def dateline(text: str, dated: Iterable[tuple[Span, Days]]) -> tuple[Span, Days] | None:
    """Where the head of a report stands and the date in it; `dated` are the written dates of the text.

    A place in capitals, or an agency in brackets, tells such a head from a sentence that begins alike.
    """
    match = _HEAD.match(text, 0, _REACH)
    if not match or not (match["agency"] or match["place"].isupper()):
        return None
    inside = (days for span, days in dated if match.start("rest") <= span.start < match.end())
    days = next(inside, None)
    return (Span(*match.span()), days) if days else None
