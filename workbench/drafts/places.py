"""Where the words of a passage stand in the new draft, told by what stands beside them.

Two witnesses are heard for each passage: the nearest run of words before its end, and the nearest one after
its start, that stand once in either draft. Where the text from there up to the passage is word for word the
same, that side says where the passage stands. Words that nothing unique leads to are taken where the
comparison of the drafts word by word put them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.drafts.draft import Stretch
from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair
from workbench.drafts.words import is_word

MOST_CANDIDATES = 5
_LOOKED_AT = 64
"""Places of the same words that are looked at, for words repeated without end."""
_OUT_OF_ORDER = 4
"""Words that a sentence must have to be known again elsewhere."""
_COMPANY = 6
"""Or words and marks that stand before or behind a shorter one as they did."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a passage's words stand: at one place, or at several without a reason to choose."""

    places: tuple[int, ...]

    @property
    def place(self) -> int | None:
        """The first word of the one place; None when there are several or none."""
        return self.places[0] if len(self.places) == 1 else None


def standing(pair: Pair, stretch: Stretch) -> Standing:
    """Where the words stand that a stretch of the old draft became; no place when nothing says so."""
    left, right = _from_left(pair, stretch), _from_right(pair, stretch)
    told = {place for place in (left, right) if place is not None}
    if len(told) == 2:
        told = _better_kept(pair, stretch, told)
    elif told and left != right and _is_doubtful(pair, stretch, *told):
        return Standing(_with_rivals(pair, stretch, *told))
    elif not told:
        told = _compared(pair, stretch)
    is_known = any(_is_known_again(pair, stretch, place) for place in told)
    return Standing(tuple(sorted(told)) if is_known else ())


def free_places(pair: Pair, stretch: Stretch) -> Iterator[int]:
    """Where the words stand in the new draft without having come from elsewhere in the old."""
    first, end = stretch
    words = pair.matching.old[first:end]
    at, looked = pair.matching.new.find(words), 0
    while at >= 0 and looked < _LOOKED_AT:
        if _is_free(pair, stretch, at):
            yield at
        looked += 1
        at = pair.matching.new.find(words, at + 1)


def has_moved(pair: Pair, stretch: Stretch, place: int) -> bool:
    """Whether words stand in another order of the story than they did."""
    first, end = stretch
    there, kept = pair.matching.there, pair.matching.kept
    words = [at for at in range(first, end) if is_word(pair.old.words.keys[at])] or range(first, end)
    return any(there[at] != place + at - first or not kept[at] for at in words)


def _from_left(pair: Pair, stretch: Stretch) -> int | None:
    first, end = stretch
    for anchors in reversed(pair.matching.anchors):
        if found := anchors.last_until(end):
            ours, theirs = found
            if pair.stands_at((min(ours, first), end), theirs + min(0, first - ours)):
                return theirs + first - ours
    return first if pair.stands_at((0, end), 0) else None


def _from_right(pair: Pair, stretch: Stretch) -> int | None:
    first, _ = stretch
    for anchors in reversed(pair.matching.anchors):
        if found := anchors.first_from(first):
            ours, theirs = found
            if pair.stands_at((first, max(stretch[1], ours + anchors.size)), theirs + first - ours):
                return theirs + first - ours
    shift = len(pair.matching.new) - len(pair.matching.old)
    return first + shift if pair.stands_at((first, len(pair.matching.old)), first + shift) else None


def _better_kept(pair: Pair, stretch: Stretch, places: set[int]) -> set[int]:
    """Of two places the one around which the whole sentence, else the whole paragraph, stands unchanged."""
    for wider in (pair.old.sentence_around(stretch), pair.old.paragraph_around(stretch)):
        whole = {place for place in places if pair.is_whole(wider, stretch, place)}
        if len(whole) == 1:
            return whole
    return places


def _is_doubtful(pair: Pair, stretch: Stretch, place: int) -> bool:
    """Whether a place that one side alone vouches for has rivals, or belongs to other words."""
    if not _is_free(pair, stretch, place):
        return True
    first, end = pair.old.sentence_around(stretch)
    sentence = pair.matching.old[first:end]
    return pair.matching.new.count(sentence) > max(1, pair.matching.old.count(sentence))


def _with_rivals(pair: Pair, stretch: Stretch, place: int) -> tuple[int, ...]:
    others = [other for other in free_places(pair, stretch) if other != place]
    return (place, *others[: MOST_CANDIDATES - 1]) if others else ()


def _compared(pair: Pair, stretch: Stretch) -> set[int]:
    """Where the comparison put the words, side by side, unless the sentence has them more or less often."""
    first, end = stretch
    place = pair.matching.there[first]
    if place == NOWHERE or not _is_in_a_row(pair.matching.there[first:end]):
        return set()
    words = pair.matching.old[first:end]
    ours = pair.old.sentence_around(stretch)
    theirs = pair.new.sentence_around((place, place + end - first))
    as_often = _count(pair.matching.old, ours, words) == _count(pair.matching.new, theirs, words)
    return {place} if as_often else set()


def _is_known_again(pair: Pair, stretch: Stretch, place: int) -> bool:
    """Whether the sentences that a passage begins and ends in are still its own at a place.

    Otherwise equal words are only that: a short passage stands in a sentence by somebody else.
    """
    first, end = stretch
    edges = {(first, place), (end - 1, place + end - 1 - first)}
    if not all(_is_own_sentence(pair, ours, theirs) for ours, theirs in edges):
        return False
    return not has_moved(pair, stretch, place) or _came_along(pair, stretch, place)


def _is_own_sentence(pair: Pair, word: int, place: int) -> bool:
    """Whether the longer sentence stands in the other draft, broken into lines or not, or enough of it."""
    ours = pair.old.sentence_around((word, word + 1))
    theirs = pair.new.sentence_around((place, place + 1))
    before = max(word - ours[0], place - theirs[0])
    behind = max(ours[1] - word, theirs[1] - place)
    return pair.stands_at((word - before, word + behind), place - before) or pair.agree(ours, theirs)


def _came_along(pair: Pair, stretch: Stretch, place: int) -> bool:
    """Whether enough moved with a passage: a sentence of some words, or what stood before or behind it."""
    first, end = pair.old.sentence_around(stretch)
    if sum(map(is_word, pair.old.words.keys[first:end])) >= _OUT_OF_ORDER:
        return True
    before, behind = (first - _COMPANY, end), (first, end + _COMPANY)
    return any(pair.is_whole(wider, stretch, place) for wider in (before, behind))


def _is_free(pair: Pair, stretch: Stretch, place: int) -> bool:
    first, end = stretch
    return all(
        pair.matching.back[place + at] in (NOWHERE, first + at) for at in range(min(end - first, _LOOKED_AT))
    )


def _count(text: str, stretch: Stretch, words: str) -> int:
    return text.count(words, *stretch)


def _is_in_a_row(numbers: Sequence[int]) -> bool:
    return all(number == numbers[0] + at for at, number in enumerate(numbers))
