"""Words that a claim and a passage share one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text import Span
from workbench.wording import Word, Wording


@dataclass(frozen=True, slots=True)
class Run:
    """The longest stretch that both have word for word: where it stands in the passage, and its weight.

    `content` counts its words that carry meaning, `share` is their part of the claim's.
    """

    passage: Span
    content: int
    share: float


NO_RUN = Run(Span(0, 0), 0, 0.0)


def longest_run(claim: Wording, passage: Wording) -> Run:
    """The longest stretch of equal words, small ones and figures included, punctuation aside."""
    ours, theirs = _spoken(claim), _spoken(passage)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(theirs):
        places.setdefault(word.stem, []).append(place)
    best, end = 0, 0
    running: dict[int, int] = {}
    for word in ours:
        running = {place: running.get(place - 1, 0) + 1 for place in places.get(word.stem, ())}
        for place, length in running.items():
            if length > best:
                best, end = length, place
    return _run(theirs[end - best + 1 : end + 1], len(claim.content)) if best else NO_RUN


def _run(words: list[Word], whole: int) -> Run:
    content = sum(word.is_content for word in words)
    return Run(Span(words[0].span.start, words[-1].span.end), content, content / max(1, whole))


def _spoken(wording: Wording) -> list[Word]:
    return [word for word in wording.words if not word.is_break]
