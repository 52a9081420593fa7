"""One claim told in headline, lead and body: the places that assert the same, brought together.

A claim that is wrongly taken for a repetition is hidden from the editor, so everything must agree: who says
it, every name, figure and date, and nearly every other word of the shorter wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from workbench.analysis import ProposedClaim, Statement
from workbench.claims.core import Core
from workbench.claims.cues import ONCE_MORE, PLAIN_CUES
from workbench.claims.signs import QUOTED
from workbench.evidence.checks import Checks, check
from workbench.evidence.reading import read
from workbench.wording import stem, wording

_COVER = 0.85
"""The share of the shorter wording, by weight, that the fuller one must have."""
_FEWEST = 4
"""Content words that must be shared; one fewer will do where a name or figure is among them."""
_AT_LENGTH = 8
"""Words in common from which on the same is said at some length."""
_LENGTH, _LENGTH_OF_HEADING = 0.5, 0.25
"""How long the shorter wording must be, measured by the fuller one."""
_SHARED = 0.5
"""The share of stems in common from which on two claims are compared at all."""
_COMMON = 40
"""A stem of more claims than this brings none of them together."""


def gathered(found: Sequence[Core]) -> tuple[ProposedClaim, ...]:
    """The claims, each repetition made another place of the one that has the fullest wording.

    The claims stay in reading order. A heading is never the main place of what the text below says too.
    """
    stems = [wording(core.text).stems for core in found]
    order = sorted(
        range(len(found)), key=lambda at: (found[at].in_heading, -len(stems[at]), found[at].claim.span)
    )
    near = _neighbours(stems)
    main: dict[int, int] = {}
    for rank, fuller in enumerate(order):
        if fuller in main:
            continue
        later = set(order[rank + 1 :]) & near[fuller] if near[fuller] else set()
        for short in sorted(later - main.keys()):
            if _is_same(found[short], found[fuller]):
                main[short] = fuller
    return tuple(_with_places(found, main))


def _with_places(found: Sequence[Core], main: dict[int, int]) -> Iterator[ProposedClaim]:
    for at, core in enumerate(found):
        if at not in main:
            places = tuple(found[short].claim.span for short in sorted(main) if main[short] == at)
            yield replace(core.claim, also=places) if places else core.claim


def _neighbours(stems: Sequence[frozenset[str]]) -> list[set[int]]:
    """For each claim those that share so many stems with it that they may say the same."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(stems):
        for word in words:
            having[word].append(at)
    near: list[set[int]] = [set() for _ in stems]
    for at, words in enumerate(stems):
        places = (other for word in words if len(having[word]) <= _COMMON for other in having[word])
        for other in {place for place in places if place > at}:
            if len(words & stems[other]) >= _SHARED * min(len(words), len(stems[other])):
                near[at].add(other)
                near[other].add(at)
    return near


def _is_same(short: Core, full: Core) -> bool:
    """Whether the shorter wording asserts nothing that the fuller one does not."""
    same_speaker = _same_speaker(short, full)
    if not (same_speaker or _same_house(short, full)) or not _may_be(short, full):
        return False
    ours = read(Statement(short.text))
    # What the shorter one says of its matter may stand beside it in the fuller: "the mayor of Salt Bay said".
    whole = check(ours, read(Statement(full.whole)))
    if not _has_all(whole) or not (same_speaker or len(whole.matching.same) >= _AT_LENGTH):
        return False
    return not _parts(check(ours, read(Statement(full.text)))) and _quoted_alike(short.text, full.whole)


def _may_be(short: Core, full: Core) -> bool:
    """Whether the shorter wording is long enough, and the fuller one has its names: both quickly told."""
    ours, theirs = wording(short.text), wording(full.whole)
    least = _LENGTH_OF_HEADING if short.in_heading else _LENGTH
    enough = len(ours.stems) >= least * len(wording(full.text).stems)
    return enough and ours.names <= theirs.stems


def _same_speaker(short: Core, full: Core) -> bool:
    """Whether both say it of themselves, or credit the same one by the same kind of cue.

    A heading may leave out who says so.
    """
    if short.speaker is None or full.speaker is None:
        return short.whole == full.whole
    if not short.speaker and short.in_heading:
        return not full.cue
    if short.cue != full.cue or bool(short.speaker) != bool(full.speaker):
        return False
    return short.speaker <= full.speaker or full.speaker <= short.speaker


def _same_house(short: Core, full: Core) -> bool:
    """Whether one state is credited by two of those who speak for it: its minister, its government.

    Only what is told at some length in the same words is the same claim then.
    """
    return bool(short.house) and short.house == full.house and short.cue == full.cue


def _has_all(checks: Checks) -> bool:
    """Whether the fuller wording has every name, figure, date and act, and enough of the other words."""
    missing = checks.matching.missing
    if any(word.is_name for word in missing) or not _has_quantities(checks):
        return False
    if checks.acts - checks.matched_acts or checks.cover < _COVER:
        return False
    pairs = (*checks.matching.same, *checks.matching.alike)
    figures = checks.figures.agreeing
    telling = bool(figures) or any(one.is_name for one, _ in pairs)
    return len(pairs) + len(figures) >= _FEWEST - telling


def _has_quantities(checks: Checks) -> bool:
    """Whether every figure and date agrees with one there; in one story the same words mean the same day."""
    ours, theirs = checks.claim.wording.text, checks.passage.wording.text.casefold()
    lacking = (*checks.figures.missing, *checks.dates.missing)
    return all(span.of(ours).casefold() in theirs for span in lacking)


def _parts(checks: Checks) -> bool:
    """Whether anything sets the two apart: a conflict, a negation, a doubt, another time it happened."""
    found = checks.opposition
    opposed = found.opposites or found.acts or found.negated or found.denials or found.denied
    turned = found.swapped or found.precedent or checks.unrealised or checks.partial or checks.only_said
    quantities = checks.figures.conflicting or checks.dates.conflicting
    ours, theirs = checks.claim.wording, checks.passage.wording
    shared = ours.stems & theirs.stems
    return bool(
        opposed
        or turned
        or quantities
        or (ours.negated & shared) != (theirs.negated & shared)
        or _doubts(checks.hedges) != _doubts(checks.claim_hedges)
        or _once_more(checks)
    )


def _doubts(hedges: Sequence[str]) -> set[str]:
    """The hedges that are no plain word of saying."""
    return {word.casefold() for word in hedges if stem(word.casefold()) not in _plain()}


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(stem, PLAIN_CUES))


def _once_more(checks: Checks) -> bool:
    ours = {word.bare for word in checks.claim.wording.words} & ONCE_MORE
    return ours != {word.bare for word in checks.passage.wording.words} & ONCE_MORE


def _quoted_alike(short: str, full: str) -> bool:
    """Whether the words that the shorter wording quotes stand in the fuller one letter for letter."""
    plain = full.casefold()
    return all(words.casefold().strip(" .,") in plain for words in QUOTED.findall(short))
