"""How two texts on one matter part where no finding can be named: the words that stand against each other."""

from __future__ import annotations

from workbench.evidence.checks import Checks
from workbench.evidence.differences import differences
from workbench.evidence.printed import listed, phrase, quantity, run
from workbench.evidence.reading import Reading
from workbench.text import Span
from workbench.wording import Word

_SHORT = 60
"""Characters that a phrase may have to be set against another one."""

_AROUND = 3
"""How many words on either side a longer one is cut down to."""

_MARKS = frozenset('()[]{}“”"')


def at_odds(checks: Checks) -> str:
    """What may be said of a contradiction for which no finding can be named, without inventing one."""
    for pair in (*checks.dates.unlike, *checks.figures.unlike):
        ours, theirs = quantity(checks.claim, pair[0]), quantity(checks.passage, pair[1])
        return f"the passage has “{theirs}”, the claim “{ours}”"
    ours, theirs = _phrases(checks)
    if ours and theirs:
        return f"says something else about the same matter: “{theirs}”, where the claim has “{ours}”"
    if lost := (*checks.dates.missing, *checks.figures.missing):
        return f"does not give the claim’s “{lost[0].of(checks.claim.wording.text)}”"
    if missing := [_whole(checks.claim, word) for word in checks.matching.missing]:
        return f"says nothing of {listed(missing, 'or')}"
    return "may say something else; no single word shows it"


def _phrases(checks: Checks) -> tuple[str, str]:
    """The phrases of claim and passage that stand in one another's place, names before other words."""
    claim, passage = checks.claim, checks.passage
    parted = differences(claim.wording.text, passage.wording.text)
    if replaced := checks.matching.replaced:
        one, other = next((pair for pair in replaced if pair[0].is_name), replaced[0])
        return _around(claim, parted.claim, one), _around(passage, parted.passage, other)
    agreed = [*checks.figures.agreeing, *checks.dates.agreeing]
    ours = _longest(claim, parted.claim, [mine for mine, _ in agreed])
    return ours, _longest(passage, parted.passage, [yours for _, yours in agreed])


def _longest(reading: Reading, spans: tuple[Span, ...], agreed: list[Span]) -> str:
    """The longest of the runs that can be quoted, but for those that print an agreeing figure otherwise."""
    free = [span for span in spans if not any(span.overlaps(other) for other in agreed)]
    return max(filter(_is_fit, (run(reading, span) for span in free)), key=len, default="")


def _around(reading: Reading, spans: tuple[Span, ...], word: Word) -> str:
    """The run that a word stands in, cut down where it is long; of a name all of it."""
    if word.span in reading.wording.compounds:
        return _whole(reading, word)
    inside = next((span for span in spans if span.overlaps(word.span)), word.span)
    if _is_fit(text := run(reading, inside)):
        return text
    place, every = reading.wording.places[word.span], reading.wording.words
    near = [
        near for near in every[max(0, place - _AROUND) : place + _AROUND + 1] if near.span.overlaps(inside)
    ]
    cut = phrase(reading, near[0], near[-1])
    return cut if _is_fit(cut) else word.text


def _whole(reading: Reading, word: Word) -> str:
    """A name as a whole, any other word as it is."""
    name = reading.wording.compounds.get(word.span)
    return phrase(reading, name[0], name[-1]).removesuffix("’s").removesuffix("'s") if name else word.text


def _is_fit(text: str) -> bool:
    return len(text) <= _SHORT and _MARKS.isdisjoint(text)
