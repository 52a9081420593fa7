"""Acts that a claim tells as done and a passage as planned, possible or tried: "will withdraw"."""

from __future__ import annotations

from functools import cache

from workbench.evidence.matching import Matching
from workbench.text import Span
from workbench.wording import Word, Wording, lines

_REACH = 3
"""How many words before an act are searched for what puts it off."""


def unrealised(claim: Wording, passage: Wording, matching: Matching) -> str:
    """How the passage prints an act that only the claim tells as done; empty when there is none."""
    for one, other in (*matching.same, *matching.alike):
        if not (one.is_verb or other.is_verb) or one.is_name or _lead(claim, one) is not None:
            continue
        lead = _lead(passage, other)
        if lead is not None:
            return Span(lead.span.start, other.span.end).of(passage.text)
    return ""


def _lead(wording: Wording, act: Word) -> Word | None:
    """The first of the words that put an act off, in the clause of the act."""
    place = wording.places[act.span]
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        word = wording.words[at]
        if word.is_break or word.bare in ("and", "that", "which", "who"):
            return None
        after = wording.words[at + 1].bare if at + 1 < len(wording.words) else ""
        if (word.bare,) in _phrases() or (word.bare, after) in _phrases():
            return None if word.text == "May" else word
    return None


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split("_")) for line in lines("unrealised.txt") for phrase in line.split())
