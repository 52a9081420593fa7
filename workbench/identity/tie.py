"""Why two forms may mean the same one, or cannot."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.identity.reading import Named
from workbench.model import Being, Form
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Tie:
    """A reason to take two forms for one; `confidence` is 0..100, `reason` a phrase for the editor."""

    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that one document tells of one form: its places, and what their surroundings say taken together."""

    form: Form
    kind: Being
    places: tuple[Span, ...]
    named: Named | None
    aliases: frozenset[str]
    stands_for: frozenset[str]

    @property
    def is_weak(self) -> bool:
        """Whether the form alone could mean several: a surname, an office, an acronym, "the ministry"."""
        if self.named is not None:
            return not self.named.is_full
        return True
