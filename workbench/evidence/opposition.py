"""Where a passage says the opposite of a claim: opposite words and acts, negation, denial, roles swapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.evidence.background import is_background
from workbench.evidence.denial import bearing, denials
from workbench.evidence.matching import Matching
from workbench.evidence.phrases import Phrase, exclusive_acts, opposite_words
from workbench.evidence.precedent import precedent
from workbench.evidence.reading import Reading
from workbench.evidence.targets import first_target, is_at_another_time, objects_differ, targets
from workbench.evidence.turned import turned
from workbench.text import Span
from workbench.wording import Word, Wording, words

_BESIDE = 4
"""Within how many words an opposite needs a shared word, to be said of the same thing."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """What was found on either side.

    `opposites` and `acts` are pairs of words as printed, the claim's first. `negated` are the shared
    words that only one side negates; `denials` the words by which the passage denies something that the
    claim does not, `denied` the other way round. `swapped` are two names in turned roles,
    `precedent` the words for a first time and for an earlier one.
    """

    opposites: tuple[tuple[str, str], ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    negated: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    swapped: tuple[str, str] | None = None
    precedent: tuple[str, str] | None = None


def oppose(claim: Reading, passage: Reading, matching: Matching, denied: tuple[Span, ...] = ()) -> Opposition:
    """Look for everything by which a passage may say the opposite of a claim.

    `denied` are the figures of the passage under a "not", which reaches no further than them.
    """
    telling = matching.telling
    named = [pair for pair in matching.same if pair[0].is_name]
    ours = bearing(denials(claim.wording), claim.wording, _side(telling, 0), _side(named, 0))
    theirs = bearing(denials(passage.wording), passage.wording, _side(telling, 1), _side(named, 1))
    acts = _opposite_acts(claim, passage, matching)
    opposites = [pair for pair in _opposite_words(claim, passage, matching) if pair not in acts]
    earlier = precedent(claim.wording.text, passage.wording.text)
    return Opposition(
        tuple(opposites),
        acts,
        _negated(claim, passage, matching, denied),
        tuple(word.text for word in theirs) if not ours else (),
        tuple(word.text for word in ours) if not theirs else (),
        turned(claim, passage, matching),
        earlier if len(telling) > 1 else None,
    )


def _side(pairs: Iterable[tuple[Word, Word]], place: int) -> tuple[Word, ...]:
    return tuple(pair[place] for pair in pairs)


def _opposite_words(claim: Reading, passage: Reading, matching: Matching) -> tuple[tuple[str, str], ...]:
    """Opposites beside a shared word, neither of them mere background."""
    table = opposite_words()
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in matching.missing:
        for other in matching.extra:
            if (one.stem, other.stem) not in table or not _beside(claim, passage, one, other, matching):
                continue
            turned = (one.stem in claim.wording.negated) != (other.stem in passage.wording.negated)
            if not turned and not _is_background(claim, passage, one, other):
                found.setdefault((one.stem, other.stem), (one.text, other.text))
    return tuple(found.values())[:3]


def _is_background(claim: Reading, passage: Reading, one: Word, other: Word) -> bool:
    return is_background(claim.wording, one) != is_background(passage.wording, other)


def _beside(claim: Reading, passage: Reading, one: Word, other: Word, matching: Matching) -> bool:
    ours, theirs = _neighbours(claim, one), _neighbours(passage, other)
    pairs = (*matching.same, *matching.alike)
    return any(mine.stem in ours and yours.stem in theirs for mine, yours in pairs)


def _neighbours(reading: Reading, word: Word) -> set[str]:
    before = [near.stem for near in reading.plain if near.span.start < word.span.start]
    after = [near.stem for near in reading.plain if near.span.start > word.span.start]
    return {*before[-_BESIDE:], *after[:_BESIDE]}


def _opposite_acts(claim: Reading, passage: Reading, matching: Matching) -> tuple[tuple[str, str], ...]:
    """Acts that exclude one another and are done to the same people or things; one pair of each sort."""
    ours = {act.group for act in claim.acts}
    theirs = {act.group for act in passage.acts}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in claim.acts:
        for other in passage.acts:
            if (one.group, other.group) not in exclusive_acts() or one.group in theirs or other.group in ours:
                continue
            if is_background(claim.wording, one.words[0]) or is_background(passage.wording, other.words[0]):
                continue
            if is_at_another_time(claim, passage, one, other):
                continue
            turned = _is_negated(claim.wording, one) != _is_negated(passage.wording, other)
            if not turned and _same_target(claim, passage, one, other, matching):
                printed = one.printed(claim.wording.text), other.printed(passage.wording.text)
                found.setdefault((one.group, other.group), printed)
    return tuple(dict.fromkeys(found.values()))


def _is_negated(wording: Wording, act: Phrase) -> bool:
    return any(word.stem in wording.negated for word in act.words)


def _same_target(claim: Reading, passage: Reading, one: Phrase, other: Phrase, matching: Matching) -> bool:
    """Whether both acts are done to a shared thing that is no mere rank or office, or to two names.

    A rank or office counts where it is the very object of both: "convicted the mayor", "acquitted the mayor".
    """
    if objects_differ(claim, passage, one, other):
        return False
    if (first := first_target(claim, one)) and first == first_target(passage, other):
        return True
    ours, theirs = targets(claim, one), targets(passage, other)
    near = {
        mine.stem: mine
        for mine, yours in (*matching.same, *matching.alike)
        if mine.stem in ours and yours.stem in theirs and not {mine.bare, yours.bare} & words("roles.txt")
    }
    names = sum(word.is_name for word in near.values())
    return len(near) > names or names > 1


def _negated(
    claim: Reading, passage: Reading, matching: Matching, denied: tuple[Span, ...]
) -> tuple[str, ...]:
    ours, theirs = claim.wording.negated, passage.wording.negated
    after = min((span.start for span in denied), default=len(passage.wording.text))
    found = (
        one.text
        for one, other in (*matching.same, *matching.alike)
        if not one.is_name and (one.stem in ours) != (other.stem in theirs and other.span.start < after)
    )
    return tuple(dict.fromkeys(found))
