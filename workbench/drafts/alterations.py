"""What differs between words of the old draft and words of the new, change by change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.drafts.draft import Draft, Stretch
from workbench.drafts.pair import Pair
from workbench.drafts.values import Alteration, Kind
from workbench.drafts.words import is_word
from workbench.figures.vocabulary import NUMBERS
from workbench.wording import lexicon

_DIGIT = re.compile(r"\d")
_SIGNS = "−%£$€¥"
_LARGEST = 1_000_000
"""Words of one stretch times words of the other that are still compared word by word."""


def alterations(pair: Pair, ours: Stretch, theirs: Stretch) -> tuple[Alteration, ...]:
    """The changes that lead from the words of one stretch to those of the other, in order."""
    return tuple(
        Alteration(kind_of(pair, gone, come), pair.old.span(gone), pair.new.span(come))
        for gone, come in _changed(pair, ours, theirs)
    )


def touching_negation(pair: Pair, stretch: Stretch, place: int) -> bool:
    """Whether a negation was put directly before or behind words that are kept, or taken away there."""
    theirs = place, place + stretch[1] - stretch[0]
    ours_in, theirs_in = pair.old.sentence_around(stretch), pair.new.sentence_around(theirs)
    beside = (
        (_word_at(pair.old, ours, ours_in), _word_at(pair.new, there, theirs_in))
        for ours, there in ((stretch[0] - 1, theirs[0] - 1), (stretch[1], theirs[1]))
    )
    return any(one != other and (is_negation(one) or is_negation(other)) for one, other in beside)


def kind_of(pair: Pair, gone: Stretch, come: Stretch) -> Kind:
    """What a change touches that puts words in place of others."""
    before, after = pair.old.words.keys[slice(*gone)], pair.new.words.keys[slice(*come)]
    changed = [key for key in (*before, *after) if is_word(key)]
    if not changed:
        return Kind.FIGURE if any(mark in _SIGNS for mark in (*before, *after)) else Kind.PUNCTUATION
    if any(_DIGIT.search(key) or key.lower() in NUMBERS for key in changed):
        return Kind.FIGURE
    if any(map(is_negation, changed)):
        return Kind.NEGATION
    same = [key.casefold() for key in before] == [key.casefold() for key in after]
    return Kind.CAPITALS if same else Kind.WORDS


def is_grave(key: str) -> bool:
    """Whether a word or mark is a figure, a sign of money or share, or a negation."""
    return bool(_DIGIT.search(key)) or key.lower() in NUMBERS or key in _SIGNS or is_negation(key)


def is_negation(key: str) -> bool:
    """Whether a word turns what it stands with into its opposite."""
    lower = key.lower()
    return lower.endswith("n't") or lower in lexicon.words("negations.txt")


def _word_at(draft: Draft, at: int, within: Stretch) -> str:
    return draft.words.keys[at] if within[0] <= at < within[1] else ""


def _changed(pair: Pair, ours: Stretch, theirs: Stretch) -> Iterator[tuple[Stretch, Stretch]]:
    from rapidfuzz.distance import Indel

    old, new = pair.matching.old[slice(*ours)], pair.matching.new[slice(*theirs)]
    if old == new:
        return
    if len(old) * len(new) > _LARGEST:
        yield ours, theirs
        return
    a = b = 0
    for block in Indel.opcodes(old, new).as_matching_blocks():
        if block.a > a or block.b > b:
            yield (ours[0] + a, ours[0] + block.a), (theirs[0] + b, theirs[0] + block.b)
        a, b = block.a + block.size, block.b + block.size
