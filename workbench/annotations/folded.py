"""A text with every run of white space as one space, and where each of its characters stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from workbench.text import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Browsers and Word break lines and pad words in their own ways; words are found without them."""

    text: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """Where a stretch of the folded text stands in the text itself."""
        return Span(self._at(span.start), self._at(span.end - 1) + 1 if len(span) else self._at(span.start))

    def into(self, place: int) -> int:
        """Where a place of the text itself stands in the folded one, to within a run of white space."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self._at(middle) < place:
                low = middle + 1
            else:
                high = middle
        return low

    def _at(self, place: int) -> int:
        return place + self._shifts[bisect_right(self._starts, place) - 1]


def folded(text: str) -> Folded:
    """Fold a text."""
    parts: list[str] = []
    starts, shifts = [0], [0]
    at = length = 0
    for space in _SPACE.finditer(text):
        parts += [text[at : space.start()], " "]
        length += space.start() - at + 1
        at = space.end()
        if at - length != shifts[-1]:
            starts.append(length)
            shifts.append(at - length)
    parts.append(text[at:])
    return Folded("".join(parts), tuple(starts), tuple(shifts))
