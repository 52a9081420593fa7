"""A statement read for judging: its words, figures, dates and the acts it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.analysis import Statement
from workbench.dates import Date, dates
from workbench.evidence.phrases import Phrase, acts, meanings, phrased
from workbench.evidence.said import Said, said
from workbench.figures import Figure, Kind, figures
from workbench.text import Span
from workbench.wording import Word, Wording, wording

_DENIED = re.compile(
    r"\b(?:not|never|rather than|instead of|nor)\s(?:(?:by|at|on|in|for|to)\s)?"
    r"(?:(?:the|an?|its|his|her|their)\s)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is looked at in one statement. `plain` are the content words outside figures and dates.

    `denied` are the figures and dates under a "not" of their own: "£5 million, not the £3 million".
    `told` is what the statement passes on in other people's words.
    """

    wording: Wording
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    plain: tuple[Word, ...]
    meanings: dict[str, frozenset[str]]
    acts: tuple[Phrase, ...]
    phrased: dict[str, str]
    denied: tuple[Span, ...] = ()
    told: tuple[Said, ...] = ()


@lru_cache(maxsize=512)
def read(statement: Statement) -> Reading:
    """Read a statement; the same one is asked for again with every passage, so readings are kept."""
    words = wording(statement.text)
    found = figures(statement.text)
    dated = dates(statement.text, statement.published)
    # Ordinals are words like others too: "the third son".
    taken = [item.span for item in dated] + [item.span for item in found if item.kind is not Kind.ORDINAL]
    plain = tuple(word for word in words.content if not any(word.span.overlaps(span) for span in taken))
    spans = [*(item.span for item in found), *(item.span for item in dated)]
    denied = tuple(span for span in spans if _is_denied(statement.text, span))
    return Reading(
        words, found, dated, plain, meanings(words), acts(words), phrased(words), denied, said(words)
    )


def _is_denied(text: str, span: Span) -> bool:
    return bool(_DENIED.search(text, max(0, span.start - 40), span.start))
