"""What carrying passages to a new draft answers. Spans count code points of the draft they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.text import Span

LEAST_KEPT = 0.1
"""With less than that of the shorter draft kept, the other is another story."""


class Fate(StrEnum):
    """What became of a passage in the new draft."""

    SAME = "same"
    MOVED = "moved"
    """The same words in another order of the story."""
    EQUIVALENT = "equivalent"
    """The same words in another typography, moved or not: see `words.words_of`."""
    CHANGED = "changed"
    """Other words stand in its place, or a negation was put before or behind it or taken away there."""
    AMBIGUOUS = "ambiguous"
    """Its words stand at several places and nothing tells which is meant."""
    ORPHAN = "orphan"
    """It is gone."""

    @property
    def attaches(self) -> bool:
        """Whether the passage is taken over without an editor's word."""
        return self in (Fate.SAME, Fate.MOVED, Fate.EQUIVALENT)


class Kind(StrEnum):
    """What one alteration touches; the gravest of what applies, in this order."""

    FIGURE = "figure"
    NEGATION = "negation"
    WORDS = "words"
    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Alteration:
    """Words of the old draft and those now in their place; an empty span where nothing stands."""

    kind: Kind
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class CarriedPassage:
    """A passage of the old draft and what became of it.

    `place` is where it attaches, None unless it does so by itself. `proposed` is where an editor should look
    when it doesn't. `alterations` lead from its words to those proposed. `around` are the
    alterations in the rest of its sentence: an attached passage may have been turned by a "not" outside it.
    `candidates` are the places of an ambiguous one, the first few.
    """

    old: Span
    fate: Fate
    place: Span | None = None
    proposed: Span | None = None
    alterations: tuple[Alteration, ...] = ()
    around: tuple[Alteration, ...] = ()
    candidates: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FreshSentence:
    """A sentence of the new draft that was not there before; `was` is what it was made from, if anything."""

    span: Span
    was: Span | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """Every passage in the order given, and the sentences of the new draft that nobody has checked yet.

    `kept` is how much of the shorter draft stands in the other (0..1): see `story.share_kept`.
    """

    passages: tuple[CarriedPassage, ...]
    fresh: tuple[FreshSentence, ...]
    kept: float

    @property
    def is_another_story(self) -> bool:
        """Whether the drafts have so little in common that the one is no draft of the other."""
        return self.kept < LEAST_KEPT
