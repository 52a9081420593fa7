"""Where to look for a passage whose own words don't stand any more: what took their place."""

from __future__ import annotations

from itertools import takewhile

from workbench.drafts.draft import Stretch
from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair
from workbench.drafts.words import is_word

_APART = 12
"""Words between two that were kept, beyond which they no longer tell of one place."""
_SHARE = 0.5
_OF_SENTENCE = 0.4
_FEW = 3
"""Words that a sentence around them need not vouch for, and words of a slot that stands in none."""
_SLOT = 30


def successor(pair: Pair, stretch: Stretch) -> Stretch | None:
    """The words of the new draft that a changed passage became; None when it was taken out."""
    found = _from_kept_words(pair, stretch) or _slot(pair, stretch)
    return None if found is None else _with_marks(pair, stretch, found)


def _from_kept_words(pair: Pair, stretch: Stretch) -> Stretch | None:
    """The place where at least half of the words are kept, up to the next words that are kept outside."""
    first, end = stretch
    words = [at for at in range(first, end) if is_word(pair.old.words.keys[at])]
    there = (pair.matching.there[at] for at in words)
    kept = _densest(sorted(place for place in there if place != NOWHERE))
    shared = len(kept)
    if not shared or shared < _SHARE * len(words):
        return None
    found = _widened(pair, stretch, (kept[0], kept[-1] + 1))
    sentences = pair.old.sentence_around(stretch), pair.new.sentence_around(found)
    return found if shared > _FEW or pair.agree(*sentences, least=_OF_SENTENCE) else None


def _densest(places: list[int]) -> list[int]:
    groups: list[list[int]] = [[]]
    for place in places:
        if groups[-1] and place - groups[-1][-1] > _APART:
            groups.append([])
        groups[-1].append(place)
    return max(groups, key=len)


def _widened(pair: Pair, stretch: Stretch, found: Stretch) -> Stretch:
    """The place with the new words between it and the words that stood beside the passage."""
    first, end = stretch
    there = pair.matching.there
    start, stop = found
    most = _APART + end - first
    if first and there[first] == NOWHERE != there[first - 1] and 0 < start - there[first - 1] <= most:
        start = there[first - 1] + 1
    if end < len(there) and there[end - 1] == NOWHERE != there[end] and 0 < there[end] - stop <= most:
        stop = there[end]
    return start, stop


def _with_marks(pair: Pair, stretch: Stretch, found: Stretch) -> Stretch:
    """The place with the quotation marks and full stop of the passage, though they were matched elsewhere."""
    old, new = pair.old.words.keys[slice(*stretch)], pair.new.words.keys
    start, stop = found
    before = list(takewhile(_is_mark, old)) if is_word(new[start]) else []
    behind = list(takewhile(_is_mark, reversed(old))) if is_word(new[stop - 1]) else []
    while before and start and new[start - 1] == before.pop():
        start -= 1
    while behind and stop < len(new) and new[stop] == behind.pop():
        stop += 1
    return start, stop


def _is_mark(key: str) -> bool:
    return not is_word(key)


def _slot(pair: Pair, stretch: Stretch) -> Stretch | None:
    """What stands between the words that stood before and behind the passage, within a sentence."""
    first, end = stretch
    there = pair.matching.there
    before = next((at for at in range(first - 1, max(-1, first - _SLOT), -1) if there[at] != NOWHERE), -1)
    after = next((at for at in range(end, min(len(there), end + _SLOT)) if there[at] != NOWHERE), len(there))
    start = there[before] + 1 if before >= 0 else 0
    stop = there[after] if after < len(there) else len(pair.matching.new)
    gap = after - before - 1
    if not 0 < stop - start <= 3 * gap + _FEW:
        return None
    if stop - start == gap:
        start, stop = start + first - before - 1, stop - (after - end)
    inside = pair.old.sentence_around(stretch)
    is_within = inside[0] <= before or after < inside[1]
    return (start, stop) if is_within or max(gap, stop - start) <= _FEW else None
