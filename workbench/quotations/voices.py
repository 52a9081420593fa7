"""Who says the words of a stretch, and whether two documents name the same person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.attribution.voices import PRONOUNS
from workbench.model import Credit
from workbench.quotations.values import Reading
from workbench.text import Span

_NAME = re.compile(r"\w+(?:[-'’]\w+)*")
_TITLES = frozenset("mr mrs ms miss dr sir dame lord lady prof professor the a an of and for".split())
_LONGEST_TOLD = 60


def speaker(reading: Reading, words: Span) -> str:
    """Who is credited with the words, in the fullest form known; "" when nobody is."""
    best = max(reading.credits, key=lambda credit: _shared(credit, words), default=None)
    return named(reading.text, best) if best and _shared(best, words) else ""


def named(text: str, credit: Credit) -> str:
    """The source of a credit as one line; "" for a pronoun of which nobody knows whom it means."""
    printed = credit.resolved or " ".join(span.of(text) for span in credit.source)
    line = " ".join(printed.split()).strip(" ,")
    if line.casefold() in PRONOUNS:
        return ""
    head = line.split(",")[0]
    return head if len(line) > _LONGEST_TOLD else line


def differ(one: str, other: str) -> bool:
    """Whether two names surely are not one person's: no part of a name is shared.

    A pronoun, or no name at all, could be anybody.
    """
    ours, theirs = _parts(one), _parts(other)
    return bool(ours and theirs) and not ours & theirs


def _shared(credit: Credit, words: Span) -> int:
    """Characters of the words that are the credit's content; 0 when it names nobody."""
    if not (credit.source or credit.resolved):
        return 0
    return sum(max(0, min(part.end, words.end) - max(part.start, words.start)) for part in credit.content)


def _parts(name: str) -> set[str]:
    words = _NAME.findall(name)
    capital = [word for word in words if word[0].isupper()]
    told = {word.casefold() for word in capital or words}
    return told - PRONOUNS - _TITLES


def is_within(spans: Sequence[Span], words: Span) -> bool:
    """Whether most of the words lie in one of the stretches."""
    return any(2 * (min(one.end, words.end) - max(one.start, words.start)) > len(words) for one in spans)
