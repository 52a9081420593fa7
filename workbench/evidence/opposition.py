"""Where a passage says the opposite of a claim: opposite words and acts, negation, denial, roles swapped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbench.evidence.matching import Matching
from workbench.evidence.phrases import Phrase, exclusive_acts, opposite_words
from workbench.evidence.reading import Reading
from workbench.wording import Word, Wording, words

_NEAR = 6
"""How many words on either side of an act are searched for what it is done to."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """What was found on either side.

    `opposites` and `acts` are pairs of words as printed, the claim's first. `negated` are the shared
    words that only one side negates; `denials` the words by which the passage denies something that the
    claim does not, `denied` the other way round. `swapped` are two names in turned roles.
    """

    opposites: tuple[tuple[str, str], ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    negated: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    swapped: tuple[str, str] | None = None


def oppose(claim: Reading, passage: Reading, matching: Matching) -> Opposition:
    """Look for everything by which a passage may say the opposite of a claim."""
    ours, theirs = _denials(claim.wording), _denials(passage.wording)
    return Opposition(
        _opposite_words(claim, passage, matching),
        _opposite_acts(claim, passage, matching),
        _negated(claim, passage, matching),
        theirs if not ours else (),
        ours if not theirs else (),
        _swapped(claim, passage, matching),
    )


def _opposite_words(claim: Reading, passage: Reading, matching: Matching) -> tuple[tuple[str, str], ...]:
    table = opposite_words()
    found = []
    for one in matching.missing:
        for other in matching.extra:
            turned = (one.stem in claim.wording.negated) != (other.stem in passage.wording.negated)
            if (one.stem, other.stem) in table and not turned:
                found.append((one.text, other.text))
    return tuple(found[:3])


def _opposite_acts(claim: Reading, passage: Reading, matching: Matching) -> tuple[tuple[str, str], ...]:
    """Acts that exclude one another and are done to the same people or things; one pair of each sort."""
    ours = {act.group for act in claim.acts}
    theirs = {act.group for act in passage.acts}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in claim.acts:
        for other in passage.acts:
            if (one.group, other.group) not in exclusive_acts() or one.group in theirs or other.group in ours:
                continue
            turned = _is_negated(claim.wording, one) != _is_negated(passage.wording, other)
            if not turned and _same_target(claim, passage, one, other, matching):
                found.setdefault((one.group, other.group), (one.printed, other.printed))
    return tuple(found.values())


def _is_negated(wording: Wording, act: Phrase) -> bool:
    return any(word.stem in wording.negated for word in act.words)


def _same_target(claim: Reading, passage: Reading, one: Phrase, other: Phrase, matching: Matching) -> bool:
    """Whether a shared word that says more than rank or office stands near both acts, or two names do."""
    ours, theirs = _near(claim, one), _near(passage, other)
    near = {
        mine.stem: mine
        for mine, yours in (*matching.same, *matching.alike)
        if mine.stem in ours and yours.stem in theirs and not {mine.bare, yours.bare} & words("roles.txt")
    }
    names = sum(word.is_name for word in near.values())
    return len(near) > names or names > 1


def _near(reading: Reading, act: Phrase) -> set[str]:
    first, last = act.words[0].span.start, act.words[-1].span.start
    own = {word.stem for word in act.words}
    before = [word.stem for word in reading.plain if word.span.start < first][-_NEAR:]
    after = [word.stem for word in reading.plain if word.span.start > first]
    inside = sum(word.span.start <= last for word in reading.plain if word.span.start > first)
    return {*before, *after[: inside + _NEAR]} - own


def _negated(claim: Reading, passage: Reading, matching: Matching) -> tuple[str, ...]:
    ours, theirs = claim.wording.negated, passage.wording.negated
    pairs = (*matching.same, *matching.alike)
    return tuple(
        one.text for one, other in pairs if not one.is_name and (one.stem in ours) != (other.stem in theirs)
    )


def _denials(wording: Wording) -> tuple[str, ...]:
    denials = words("denials.txt")
    return tuple(word.text for word in wording.words if word.text.casefold() in denials)


def _swapped(claim: Reading, passage: Reading, matching: Matching) -> tuple[str, str] | None:
    """Two shared names that stand the other way round about a shared word: who did what to whom."""
    once = _once(claim) & _once(passage)
    names = [(one, other) for one, other in matching.same if one.is_name and one.stem in once]
    verbs = [(one, other) for one, other in matching.same if not one.is_name]
    for first, one in enumerate(names):
        for two in names[first + 1 :]:
            if any(_between(one, two, verb) for verb in verbs):
                return one[0].text, two[0].text
    return None


def _once(reading: Reading) -> set[str]:
    """The stems that occur a single time, so that their place is certain."""
    counts = Counter(word.stem for word in reading.plain)
    return {key for key, count in counts.items() if count == 1}


def _between(one: tuple[Word, Word], two: tuple[Word, Word], verb: tuple[Word, Word]) -> bool:
    inside = one[0].span < verb[0].span < two[0].span
    return inside and two[1].span < verb[1].span < one[1].span
