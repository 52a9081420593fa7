"""Whether what is read in as a new draft is a draft of the story at all."""

from __future__ import annotations

from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair, lay_beside
from workbench.drafts.values import LEAST_KEPT

_RUN = 6
"""Equal words in a row that two stories rarely share."""
_LIKELY = 0.4
"""Of the shorter text, so much must be shared for the question to be worth asking."""
_AS_LONG = 0.4
"""And it must be so long, compared with the other."""


def is_another_story(old: str, new: str) -> bool:
    """Whether two texts have so little in common that the one is no draft of the other."""
    return share_kept(lay_beside(old, new)) < LEAST_KEPT


def draft_share(old: str, new: str) -> float | None:
    """How much of the shorter text stands in the other, where the one may be a new draft of the other.

    None where it is hardly one: too little is shared, or the one is no more than a part of the other, as a
    letter is that the story quotes.
    """
    pair = lay_beside(old, new)
    sizes = sorted((len(pair.old.words), len(pair.new.words)))
    if not sizes[0] or sizes[0] < _AS_LONG * sizes[1]:
        return None
    kept = share_kept(pair)
    return kept if kept >= _LIKELY else None


def share_kept(pair: Pair) -> float:
    """How much of the shorter draft stands in the other in runs of six words or more (0..1).

    Drafts of a few words need shorter runs, down to a single word; two empty ones are the same.
    """
    shorter = min(len(pair.old.words), len(pair.new.words))
    if not shorter:
        return float(len(pair.old.words) == len(pair.new.words))
    run, kept = min(_RUN, max(1, shorter // 4)), 0
    length, last = 0, NOWHERE
    for there in (*pair.matching.there, NOWHERE):
        if there != NOWHERE and length and there == last + 1:
            length += 1
        else:
            kept += length if length >= run else 0
            length = int(there != NOWHERE)
        last = there
    return kept / shorter
