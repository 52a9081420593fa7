"""Where a passage speaks against a claim, in words."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.evidence.checks import Checks
from workbench.evidence.differences import differences
from workbench.evidence.printed import listed, phrase, quantity, run
from workbench.evidence.reading import Reading
from workbench.evidence.said import subject_of
from workbench.text import Span
from workbench.wording import Word, words

_SHORT = 60
"""Characters that a phrase may have to be set against another one."""

_NOT_BEFORE = 6
"""How many words before a negated word its negation stands."""

_AUXILIARIES = frozenset(
    "did do does has have had is are was were will would can could may might should".split()
)

_DENYING = frozenset(
    "denied denies deny rejected rejects reject refuted refutes refute disputed disputes dispute "
    "dismissed dismisses dismiss debunked debunks disproved contradicted contradicts".split()
)
"""Words of denial that somebody does; the others are verdicts."""


def against(checks: Checks) -> Iterator[str]:
    """Every finding that speaks against the claim, the firmest first; nothing where there is none."""
    found = checks.opposition
    for pair in (*checks.figures.conflicting, *checks.dates.conflicting):
        yield _quantities_differ(checks, pair)
    if found.denials:
        yield _denial(checks)
    for one, other in found.acts:
        if other not in found.denials:
            yield f"the passage’s “{other}” speaks against the claim’s “{one}”"
    if found.precedent:
        yield f"the claim says “{found.precedent[0]}”, the passage “{found.precedent[1]}”"
    for one, other in found.opposites:
        yield f"says the opposite of “{one}”: “{other}”"
    if found.negated and not found.denials:
        yield _negation(checks)
    if found.denied:
        yield f"only the claim has a denial: {listed(found.denied)}"
    if found.swapped:
        yield f"{found.swapped[0]} and {found.swapped[1]} may have changed places in it"


def at_odds(checks: Checks) -> str:
    """What may be said of a contradiction for which no finding can be named: how the two texts part."""
    parted = differences(checks.claim.wording.text, checks.passage.wording.text)
    ours = _telling(checks.claim, parted.claim)
    theirs = _telling(checks.passage, parted.passage)
    if checks.matching.replaced:
        one, other = checks.matching.replaced[0]
        ours, theirs = (
            _around(checks.claim, parted.claim, one),
            _around(checks.passage, parted.passage, other),
        )
    if ours and theirs:
        return f"says something else about the same matter: “{theirs}”, where the claim has “{ours}”"
    if checks.matching.missing:
        return f"says nothing of {listed([word.text for word in checks.matching.missing], 'or')}"
    return "may say something else; no single word shows it"


def _telling(reading: Reading, spans: tuple[Span, ...]) -> str:
    """The longest of the runs that are short enough to quote."""
    texts = [run(reading, span) for span in spans]
    return max((text for text in texts if len(text) <= _SHORT), key=len, default="")


def _around(reading: Reading, spans: tuple[Span, ...], word: Word) -> str:
    """The run that a word stands in, or the word alone where that is too long."""
    text = next((run(reading, span) for span in spans if span.overlaps(word.span)), word.text)
    return text if len(text) <= _SHORT else word.text


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
    return f"the passage speaks of it as {listed(checks.opposition.denials[:1])}"
