"""One draft as it is compared: its words, its sentences and its paragraphs, by the numbers of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from workbench.drafts.words import words_of
from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.tokens import Words

Stretch = tuple[int, int]
"""Numbers of words, the end not included."""

_FARTHEST = 80
"""Words around a passage that are looked at, for sentences that never end."""


@dataclass(frozen=True)
class Draft:
    """The text of a draft, read."""

    text: str

    @cached_property
    def words(self) -> Words:
        """Its words and marks."""
        return words_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """Its sentences, those without a word left out."""
        found = (self.stretch(span) for span in sentences(self.text))
        return tuple(each for each in found if each[0] < each[1])

    def stretch(self, span: Span) -> Stretch:
        """The words that a span touches; an empty stretch when there are none."""
        places = self.words.places
        first = bisect_right(places, span.start, key=itemgetter(1))
        return first, max(first, bisect_left(places, span.end, key=itemgetter(0)))

    def span(self, stretch: Stretch) -> Span:
        """Where words stand; an empty span before the word at an empty stretch."""
        first, end = stretch
        if first < end:
            return self.words.span(first, end)
        at = self.words.places[first][0] if first < len(self.words) else len(self.text)
        return Span(at, at)

    def sentence_around(self, stretch: Stretch) -> Stretch:
        """The sentence or sentences that hold a stretch, as far as they are near."""
        first, end = stretch
        begun = bisect_right(self.sentences, first, key=itemgetter(0)) - 1
        ended = bisect_left(self.sentences, end, key=itemgetter(1))
        start = self.sentences[begun][0] if begun >= 0 and self.sentences[begun][1] > first else first
        stop = (
            self.sentences[ended][1]
            if ended < len(self.sentences) and self.sentences[ended][0] < end
            else end
        )
        return max(start, first - _FARTHEST), min(stop, end + _FARTHEST)

    def paragraph_around(self, stretch: Stretch) -> Stretch:
        """The line or lines that hold a stretch."""
        span = self.span(stretch)
        end = self.text.find("\n", span.end)
        start = self.text.rfind("\n", 0, span.start) + 1
        return self.stretch(Span(start, len(self.text) if end < 0 else end))
