"""A statement read for judging: its words, figures, dates and the acts it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.analysis import Statement
from workbench.dates import Date, dates
from workbench.evidence.phrases import Phrase, acts, meanings
from workbench.figures import Figure, Kind, figures
from workbench.wording import Word, Wording, wording


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is looked at in one statement. `plain` are the content words outside figures and dates."""

    wording: Wording
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    plain: tuple[Word, ...]
    meanings: dict[str, frozenset[str]]
    acts: tuple[Phrase, ...]


@lru_cache(maxsize=512)
def read(statement: Statement) -> Reading:
    """Read a statement; the same one is asked for again with every passage, so readings are kept."""
    words = wording(statement.text)
    found = figures(statement.text)
    dated = dates(statement.text, statement.published)
    # Ordinals are words like others too: "the third son".
    taken = [item.span for item in dated] + [item.span for item in found if item.kind is not Kind.ORDINAL]
    plain = tuple(word for word in words.content if not any(word.span.overlaps(span) for span in taken))
    return Reading(words, found, dated, plain, meanings(words), acts(words))
