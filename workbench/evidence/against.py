"""Where a passage speaks against a claim, in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.evidence.printed import listed, phrase, quantity
from workbench.evidence.reading import Reading
from workbench.evidence.said import subject_of
from workbench.text import Span
from workbench.wording import words

_NOT_BEFORE = 4
"""How many words before a negated word its negation stands."""

_AUXILIARIES = frozenset(
    "did do does has have had is are was were will would can could may might should".split()
)

_DENYING = frozenset(
    "denied denies deny rejected rejects reject refuted refutes refute disputed disputes dispute "
    "dismissed dismisses dismiss debunked debunks disproved contradicted contradicts".split()
)
"""Words of denial that somebody does; the others are verdicts."""


def against(checks: Checks, *, firmly: bool) -> Iterator[str]:
    """Every finding that speaks against the claim, the firmest first; nothing where there is none.

    Unless `firmly`, opposite words are only set side by side: where the whole passage does not contradict,
    they may be said of different things.
    """
    found = checks.opposition
    for pair in (*checks.figures.conflicting, *checks.dates.conflicting):
        yield _quantities_differ(checks, pair)
    if found.denials:
        yield _denial(checks) if firmly else f"the passage has a denial: {listed(found.denials)}"
    yield from _opposites(checks, firmly=firmly)
    if found.negated and not found.denials:
        yield _negation(checks)
    if found.denied:
        yield f"only the claim has a denial: {listed(found.denied)}"
    if found.swapped:
        yield f"{found.swapped[0]} and {found.swapped[1]} may have changed places in it"


def _opposites(checks: Checks, *, firmly: bool) -> Iterator[str]:
    found = checks.opposition
    acts = [pair for pair in found.acts if pair[1] not in found.denials]
    if firmly:
        yield from (f"the passage’s “{other}” speaks against the claim’s “{one}”" for one, other in acts)
    if found.precedent:
        yield _side_by_side(found.precedent)
    if firmly:
        yield from (f"says the opposite of “{one}”: “{other}”" for one, other in found.opposites)
    else:
        yield from (_side_by_side(pair) for pair in (*acts, *found.opposites))


def _side_by_side(pair: tuple[str, str]) -> str:
    return f"the claim says “{pair[0]}”, the passage “{pair[1]}”"


def _quantities_differ(checks: Checks, pair: tuple[Span, Span]) -> str:
    ours, theirs = quantity(checks.claim, pair[0]), quantity(checks.passage, pair[1])
    if ours.casefold() == theirs.casefold():
        return f"only one of the two says “not {theirs}”"
    return f"the passage has “{theirs}”, the claim “{ours}”"


def _negation(checks: Checks) -> str:
    """Which of the two has the "not", with its words."""
    word = checks.opposition.negated[0]
    for reading, whose in ((checks.passage, "passage"), (checks.claim, "claim")):
        if printed := _negated_phrase(reading, checks, word):
            return f"only the {whose} says “{printed}”"
    return f"only one of the two says “not”: “{word}”"


def _negated_phrase(reading: Reading, checks: Checks, printed: str) -> str:
    """The words from a negation up to the word it turns; empty where the text does not negate it."""
    stems = {
        stem
        for one, other in (*checks.matching.same, *checks.matching.alike)
        if one.text == printed
        for stem in (one.stem, other.stem)
    }
    every = reading.wording.words
    for place, word in enumerate(every):
        if word.stem not in stems or word.stem not in reading.wording.negated:
            continue
        for at in range(place - 1, max(-1, place - 1 - _NOT_BEFORE), -1):
            if every[at].text.casefold() in words("negations.txt"):
                at -= at > 0 and every[at].bare == "not" and every[at - 1].bare in _AUXILIARIES
                return phrase(reading, every[at], word)
    return ""


def _denial(checks: Checks) -> str:
    """Who denies it by which word, or the verdict that the passage passes."""
    printed = checks.opposition.denials[0]
    wording = checks.passage.wording
    place = next(number for number, word in enumerate(wording.words) if word.text == printed)
    subject = subject_of(wording, place)
    if printed.casefold() in _DENYING and subject:
        return f"in the passage {subject} {printed} it"
    return f"the passage has the word {listed(checks.opposition.denials[:1])}"
