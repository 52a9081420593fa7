"""Choosing among documents the one that is meant. Nothing is guessed: where nothing tells, none is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.dates import dates
from workbench.model import Document, DocumentId
from workbench.text import Span
from workbench.tracing.parties import quoted
from workbench.tracing.statements import Statements, telling
from workbench.tracing.values import TracedText

_CLOSE = 0.1
"""How much more of a statement one text must hold than the next to be the one that is meant."""
_SAME = 0.9
"""Share of all telling words from which two texts are one under two names."""
_WHOLE_DAY = len("2026-03-14")
_FEW = 2


@dataclass(frozen=True)
class Said:
    """Statements of a document and where they are credited: `around` is the sentence, for the dates in it."""

    text: TracedText
    statement: str
    around: str = ""

    @property
    def document(self) -> DocumentId:
        """The document that says it."""
        return self.text.document.id

    @cached_property
    def telling(self) -> frozenset[str]:
        """By which words the statement is known again."""
        return telling(self.statement)


@dataclass(frozen=True, slots=True)
class Found:
    """The document that is meant, or None; `why` says in a clause what tells, or what is missing.

    `place` is where the document holds the words, None where that is not known.
    """

    document: DocumentId | None
    why: str
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A document that may be meant: how much of the statement it holds, 0..1, and where; what else tells."""

    text: TracedText
    words: Statements
    share: float
    place: Span | None = None
    points: int = 0
    why: str = ""


def chosen(fits: Sequence[Fit], said: Said) -> Found:
    """The document that fits best; none where others do as well, unless a date tells or all are one text."""
    most = max(fit.points for fit in fits)
    best = max(fit.share for fit in fits if fit.points == most)
    rivals = [fit for fit in fits if fit.points == most and fit.share > best - _CLOSE]
    if len(rivals) > 1:
        rivals = _of_the_day(rivals, said) or rivals
    if not _are_one(rivals):
        return Found(None, f"it may be {_either(rivals)}")
    first = min(rivals, key=lambda fit: fit.text.document.published or "9")
    return Found(first.text.document.id, first.why, first.place)


def is_later(one: Document, other: Document) -> bool:
    """Whether a document is dated surely later than another: by more than a day, where both have a day."""
    mine, yours = (one.published or "")[:_WHOLE_DAY], (other.published or "")[:_WHOLE_DAY]
    known = min(len(mine), len(yours))
    if known < _WHOLE_DAY:
        return mine[:known] > yours[:known]
    try:
        return (date.fromisoformat(mine) - date.fromisoformat(yours)).days > 1
    except ValueError:
        return False


def _of_the_day(rivals: Sequence[Fit], said: Said) -> list[Fit]:
    """Those published on a day that is named where the words are credited."""
    named = {one.first for one in dates(said.around, said.text.document.published) if one.first == one.last}
    days = {day.isoformat() for day in named if day}
    return [fit for fit in rivals if (fit.text.document.published or "")[:_WHOLE_DAY] in days]


def _are_one(rivals: Sequence[Fit]) -> bool:
    first, *others = (fit.words.all for fit in rivals)
    return all(len(first & other) >= _SAME * max(len(first), len(other)) for other in others)


def _either(rivals: Sequence[Fit]) -> str:
    if len(rivals) > _FEW:
        return f"any of {len(rivals)} texts in the case"
    return " or ".join(quoted(fit.text.document) for fit in rivals)
