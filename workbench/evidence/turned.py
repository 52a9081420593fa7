"""Who did what to whom, turned round; passives are seen through: "was attacked by"."""

from __future__ import annotations

from collections import Counter

from workbench.evidence.matching import Matching
from workbench.evidence.reading import Reading
from workbench.wording import Word, Wording, words

_BE = frozenset("be been being is are was were get gets got getting isn't aren't wasn't weren't".split())
_MUTUAL = frozenset(
    "meet met meets meeting marry marries married wed face faces faced play plays played join joins "
    "joined talk talks talked speak speaks spoke fight fights fought border borders divorced merged "
    "merge tied drew dating dated".split()
)
"""Acts that both do."""

Pair = tuple[Word, Word]


def turned(claim: Reading, passage: Reading, matching: Matching) -> tuple[str, str] | None:
    """Two shared names that have changed places about a shared act; None when there are none.

    A name counts where it occurs a single time in both, so that its place is certain.
    """
    once = _once(claim) & _once(passage)
    roles = words("roles.txt")
    names = [pair for pair in matching.same if pair[0].is_name and pair[0].bare not in roles]
    names = [pair for pair in names if pair[0].stem in once]
    acts = [pair for pair in matching.same if _is_act(pair)]
    for first, one in enumerate(names):
        for two in names[first + 1 :]:
            if any(_is_turned(claim.wording, passage.wording, one, two, act) for act in acts):
                return one[0].text, two[0].text
    return None


def _is_act(pair: Pair) -> bool:
    """Whether a shared word tells of something that one does to another."""
    return not pair[0].is_name and all(
        word.is_verb and word.bare not in _MUTUAL and not word.bare.endswith("ing") for word in pair
    )


def _once(reading: Reading) -> set[str]:
    return {key for key, count in Counter(word.stem for word in reading.plain).items() if count == 1}


def _is_turned(claim: Wording, passage: Wording, one: Pair, two: Pair, act: Pair) -> bool:
    ours, theirs = _order(claim, one[0], two[0], act[0]), _order(passage, one[1], two[1], act[1])
    return bool(ours and theirs and ours != theirs)


def _order(wording: Wording, one: Word, two: Word, act: Word) -> int:
    """1 where `one` does it to `two`, -1 the other way round, 0 where the act does not stand between them."""
    if one.span < act.span < two.span:
        order = 1
    elif two.span < act.span < one.span:
        order = -1
    else:
        return 0
    return -order if _is_passive(wording, act) else order


def _is_passive(wording: Wording, act: Word) -> bool:
    """Whether a "by" follows a participle: "was attacked by", "attacked by"."""
    place = wording.places[act.span]
    after = [word.bare for word in wording.words[place + 1 : place + 5]]
    before = [word.bare for word in wording.words[max(0, place - 3) : place]]
    return "by" in after[:1] or ("by" in after and bool(_BE & set(before)))
