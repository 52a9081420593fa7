"""Two drafts laid beside each other, and what their surroundings have in common."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.drafts.draft import Draft, Stretch
from workbench.drafts.matching import Matching, match
from workbench.drafts.words import is_word
from workbench.tracing.tokens import spelled

_ENOUGH = 0.6
"""So much of the longer of two sentences must agree, for the one to be the other still."""
_MOST = 0.7
_FEWEST = 5
"""Or so much of the shorter, and so many words: sentences that were joined or cut in two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The old draft, the new one, and which words of the one are which of the other."""

    old: Draft
    new: Draft
    matching: Matching

    def stands_at(self, stretch: Stretch, place: int) -> bool:
        """Whether the words of a stretch of the old draft stand in the new one from word `place` on."""
        first, end = stretch
        if min(first, place) < 0:
            return False
        there = self.matching.new[place : place + end - first]
        return len(there) == end - first and self.matching.old[first:end] == there

    def is_whole(self, wider: Stretch, stretch: Stretch, place: int) -> bool:
        """Whether all of `wider` stands around `place` as it did around the stretch."""
        return self.stands_at(wider, place - stretch[0] + wider[0])

    def agree(self, ours: Stretch, theirs: Stretch, least: float = _ENOUGH) -> bool:
        """Whether two sentences have so much in common that the one is the other still, or a part of it."""
        shared = sum(
            theirs[0] <= self.matching.there[at] < theirs[1] and is_word(self.old.words.keys[at])
            for at in range(*ours)
        )
        sizes = self._word_count(self.old, ours), self._word_count(self.new, theirs)
        return shared >= least * max(sizes) or (shared >= _FEWEST and shared >= _MOST * min(sizes))

    def _word_count(self, draft: Draft, stretch: Stretch) -> int:
        return sum(map(is_word, draft.words.keys[stretch[0] : stretch[1]]))


def lay_beside(old: str, new: str) -> Pair:
    """Read two drafts and find what each has of the other."""
    ours, theirs = Draft(old), Draft(new)
    return Pair(ours, theirs, match(*spelled(ours.words.keys, theirs.words.keys)))
