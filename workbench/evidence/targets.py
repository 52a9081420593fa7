"""To whom or what an act is done: the words near it on the side where its object stands."""

from __future__ import annotations

from workbench.agreement import Agreement
from workbench.dates import Date, compare
from workbench.evidence.phrases import Phrase
from workbench.evidence.reading import Reading
from workbench.wording import Word

_NEAR = 6
"""How many words on a side are searched."""

_PASSIVE = frozenset("be been being is are was were get gets got getting isn't aren't wasn't weren't".split())
_FREE = frozenset(
    "stays goes starts stops lives dies rises falls wins loses accepts refuses succeeds fails escapes "
    "captures".split()
)
"""Groups of acts whose matter may stand on either side: "the bridge closed", "they closed the bridge"."""

_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their"))

_STOPS = frozenset((*".;:!?", "while", "when", "because", "although", "though", "but", "whereas"))
"""Where the reach of an act ends."""


def targets(reading: Reading, act: Phrase) -> set[str]:
    """The stems of the words that the act may be done to."""
    sides = _after(reading, act) if not is_passive(reading, act) else []
    if act.group in _FREE or is_passive(reading, act) or _has_no_object(reading, act):
        sides = [*sides, *_before(reading, act)]
    own = {word.stem for word in act.words}
    return {word.stem for word in sides} - own


def first_target(reading: Reading, act: Phrase) -> str:
    """The stem of what the act is done to first of all; empty when nothing stands where its object would."""
    before = is_passive(reading, act) or _has_no_object(reading, act) or not _after(reading, act)
    words = _before(reading, act)[-1:] if before else _after(reading, act)
    own = {word.stem for word in act.words}
    return next((word.stem for word in words if word.stem not in own), "")


def objects_differ(claim: Reading, passage: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether both acts plainly have an object and nothing after the one stands after the other."""
    ours, theirs = _object(claim, one), _object(passage, other)
    if not ours or not theirs or ours == theirs:
        return False
    after = {word.stem for word in _after(claim, one)} & {word.stem for word in _after(passage, other)}
    near = claim.meanings.get(ours, frozenset()) & passage.meanings.get(theirs, frozenset())
    return not after and not near


def _object(reading: Reading, act: Phrase) -> str:
    """The stem of the thing that an article or possessive right after the act announces."""
    words = reading.wording.words
    place = reading.wording.places[act.words[-1].span] + 1
    if place >= len(words) or words[place].bare not in _DETERMINERS:
        return ""
    return next((word.stem for word in words[place : place + 4] if word.is_content), "")


def is_at_another_time(claim: Reading, passage: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether the dates nearest to two acts exclude one another."""
    ours, theirs = _date_of(claim, one), _date_of(passage, other)
    return ours is not None and theirs is not None and compare(ours, theirs) is Agreement.CONFLICTS


def _date_of(reading: Reading, act: Phrase) -> Date | None:
    place = act.words[-1].span.end
    return min(reading.dates, key=lambda item: abs(item.span.start - place), default=None)


def is_passive(reading: Reading, act: Phrase) -> bool:
    """Whether a form of "be" stands shortly before a participle."""
    words = reading.wording.words
    place = reading.wording.places[act.words[0].span]
    return act.words[0].bare.endswith(("ed", "en", "ght", "nt", "t", "d")) and any(
        word.bare in _PASSIVE for word in words[max(0, place - 3) : place]
    )


def _has_no_object(reading: Reading, act: Phrase) -> bool:
    """Whether a participle is followed by no thing, as in headlines: "Lorries banned from bridge"."""
    words = reading.wording.words
    place = reading.wording.places[act.words[-1].span] + 1
    follows = words[place] if place < len(words) else None
    is_article = follows is not None and follows.bare in _DETERMINERS
    return act.words[0].bare.endswith(("ed", "en")) and not (follows and (follows.is_content or is_article))


def _after(reading: Reading, act: Phrase) -> list[Word]:
    first, last = act.words[0].span.start, act.words[-1].span.start
    end = _stop(reading, last)
    after = [word for word in reading.plain if first < word.span.start < end]
    inside = sum(word.span.start <= last for word in after)
    return after[: inside + _NEAR]


def _before(reading: Reading, act: Phrase) -> list[Word]:
    first = act.words[0].span.start
    return [word for word in reading.plain if word.span.start < first][-_NEAR:]


def _stop(reading: Reading, start: int) -> int:
    marks = (word.span.start for word in reading.wording.words if word.bare in _STOPS)
    return next((mark for mark in marks if mark > start), len(reading.wording.text))
