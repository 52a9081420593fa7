"""An annotation as another program wrote it down."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text import Quote


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something said about words of a page.

    `start` and `end` are where the words stood in the other program's text, None where it does not say;
    `in_units` when it counts as browsers do, in UTF-16 units, which Hypothesis and Recogito may.
    """

    source: str
    quote: Quote
    start: int | None = None
    end: int | None = None
    in_units: bool = False
    text: str = ""
    author: str = ""
    at: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What was said, tags included; a bare highlight says nothing."""
        tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in self.tags)
        return "\n".join(part for part in (self.text, tags) if part)


@dataclass(frozen=True, slots=True)
class Collection:
    """The annotations of a file. `passed_over` counts entries that name no words."""

    name: str
    annotations: tuple[Annotation, ...]
    passed_over: int = 0
