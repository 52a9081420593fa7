"""What departs from the source in a quotation laid beside it, and how grave that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.quotations.align import Run
from workbench.quotations.values import Departure, Difference
from workbench.quotations.words import Word
from workbench.text import Span
from workbench.wording.stems import stem

NOTHING, SHORTENED, ALTERED = range(3)
"""How grave a difference is."""

_PHRASE = 3
"""Words, missing in one place without a mark, from which this shortens a quotation rather than alters it."""
_NEGATIONS = frozenset(
    "not no never neither nor none nobody nothing nowhere without hardly scarcely barely cannot".split()
)
_HYPHEN = re.compile(r"[-‐‑\u00ad¬]\s*")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s|\n\s*\n")
_FORMS = (
    frozenset("be am is are was were been being".split()),
    frozenset("have has had having".split()),
    frozenset("do does did done doing".split()),
    *(frozenset(pair.split()) for pair in ("will would", "can could", "may might", "shall should")),
)


class Found(NamedTuple):
    """A difference with its gravity."""

    difference: Difference
    gravity: int


class Sides(NamedTuple):
    """A quotation's piece and the stretch of source beside it, with both whole texts."""

    ours: Sequence[Word]
    theirs: Sequence[Word]
    quoted: str
    text: str


class Gap(NamedTuple):
    """The words between two equal runs: from `ours` to `ours_end`, from `theirs` to `theirs_end`."""

    ours: int
    ours_end: int
    theirs: int
    theirs_end: int


def gaps(sides: Sides, runs: Sequence[Run]) -> list[Gap]:
    """What lies between the runs and at the quotation's ends, where either side has words.

    Words before the first and behind the last run are set beside as many words of the source's sentence.
    """
    first, last = runs[0], runs[-1]
    end = last.theirs + last.length
    ours_end = last.ours + last.length
    found = [
        Gap(one.ours + one.length, other.ours, one.theirs + one.length, other.theirs)
        for one, other in pairwise(runs)
    ]
    ahead = _fitting(
        sides,
        (Gap(0, first.ours, _back(sides, first.theirs, first.ours + more), first.theirs) for more in (0, 1)),
    )
    rest = len(sides.ours) - ours_end
    behind = _fitting(
        sides, (Gap(ours_end, len(sides.ours), end, _on(sides, end, rest + more)) for more in (0, 1))
    )
    return [gap for gap in (ahead, *found, behind) if gap.ours < gap.ours_end or gap.theirs < gap.theirs_end]


def differences(sides: Sides, runs: Sequence[Run], between: Sequence[Gap]) -> Iterator[Found]:
    """Every difference of a piece, in no particular order."""
    for gap in between:
        if not is_hyphenation(sides, gap):
            yield _departure(sides, gap)
    yield from _capitals(sides, runs)


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """The stretch that words `start` to `end` cover; empty, before word `start`, when there are none."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    place = words[start].start if start < len(words) else words[-1].end if words else 0
    return Span(place, place)


def _fitting(sides: Sides, gaps: Iterable[Gap]) -> Gap:
    """A gap at an end, or the same with one word more of the source if that is one word divided."""
    usual, longer = gaps
    return longer if usual.ours < usual.ours_end and is_hyphenation(sides, longer) else usual


def _back(sides: Sides, start: int, count: int) -> int:
    """The number of the word `count` words before word `start`, in the same sentence."""
    at = start
    while count and at and not _ends_between(sides, at - 1):
        at, count = at - 1, count - 1
    return at


def _on(sides: Sides, end: int, count: int) -> int:
    while count and end < len(sides.theirs) and not (end and _ends_between(sides, end - 1)):
        end, count = end + 1, count - 1
    return end


def _ends_between(sides: Sides, at: int) -> bool:
    return bool(_SENTENCE_END.search(sides.text, sides.theirs[at].end, sides.theirs[at + 1].start))


def _departure(sides: Sides, gap: Gap) -> Found:
    ours = sides.ours[gap.ours : gap.ours_end]
    theirs = sides.theirs[gap.theirs : gap.theirs_end]
    bracketed = bool(ours) and all(word.edited for word in ours)
    departure, gravity = _judged(sides, ours, theirs, bracketed=bracketed)
    spans = span_of(sides.ours, gap.ours, gap.ours_end), span_of(sides.theirs, gap.theirs, gap.theirs_end)
    return Found(Difference(departure, *spans, bracketed), gravity)


def _judged(
    sides: Sides, ours: Sequence[Word], theirs: Sequence[Word], *, bracketed: bool
) -> tuple[Departure, int]:
    if bracketed:
        kept = not theirs or (len(ours) == len(theirs) == 1 and _is_inflection(sides, ours[0], theirs[0]))
        return Departure.BRACKETED, NOTHING if kept else SHORTENED
    if not ours:
        small = len(theirs) < _PHRASE or any(map(_denies, theirs))
        return Departure.LEFT_OUT, ALTERED if small else SHORTENED
    return Departure.REPLACED if theirs else Departure.ADDED, ALTERED


def _denies(word: Word) -> bool:
    return word.key in _NEGATIONS or word.key.endswith("n't")


def _is_inflection(sides: Sides, ours: Word, theirs: Word) -> bool:
    """Whether a bracketed word is the source's in another form: "[was]" for "is", "leave[s]" for "left"."""
    if _denies(ours) or _denies(theirs) or not (ours.key.isalpha() and theirs.key.isalpha()):
        return False
    raw = sides.quoted[ours.start : ours.end]
    outside = raw.split("[")[0] if "[" in raw else raw
    if len(outside) > 2 and theirs.key.startswith(outside.casefold()):
        return True
    same = any(ours.key in forms and theirs.key in forms for forms in _FORMS)
    return same or stem(ours.key) == stem(theirs.key)


def is_hyphenation(sides: Sides, gap: Gap) -> bool:
    """Whether both sides are one word, divided by a hyphen on one side only.

    "Re-sign" is not "resign", unless the hyphen stands at the end of a line.
    """
    ours = sides.ours[gap.ours : gap.ours_end]
    theirs = sides.theirs[gap.theirs : gap.theirs_end]
    joined = "".join(word.key for word in ours)
    if joined != "".join(word.key for word in theirs) or not joined.replace("'", "").isalpha():
        return False
    between = [*_between(sides.quoted, ours), *_between(sides.text, theirs)]
    broken = any("\n" in one for one in between)
    return all(map(_HYPHEN.fullmatch, between)) and (broken or not joined.startswith("re"))


def _between(text: str, words: Sequence[Word]) -> Iterator[str]:
    for one, other in pairwise(words):
        yield text[one.end : other.start]


def _capitals(sides: Sides, runs: Sequence[Run]) -> Iterator[Found]:
    """Words equal but for their capitals; none where either side is all in capitals."""
    pairs = [
        (run.ours + step, run.theirs + step)
        for run in runs
        for step in range(run.length)
        if sides.ours[run.ours + step].form != sides.theirs[run.theirs + step].form
    ]
    if not pairs or _all_capitals(sides, runs):
        return
    for at, there in pairs:
        one, other = sides.ours[at], sides.theirs[there]
        spans = Span(one.start, one.end), Span(other.start, other.end)
        if _is_other_word(one.form, other.form):
            yield Found(Difference(Departure.REPLACED, *spans), ALTERED)
        elif at and not one.edited and not _begins(sides, at, there):
            yield Found(Difference(Departure.CASE, *spans), NOTHING)


def _all_capitals(sides: Sides, runs: Sequence[Run]) -> bool:
    """Whether one side of the equal words is all in capitals; a lone short word says nothing of that."""
    first, last = runs[0], runs[-1]
    theirs = sides.theirs[first.theirs : last.theirs + last.length]
    return any(
        len(words) > 1 and "".join(word.form for word in words).isupper()
        for words in (sides.ours[first.ours : last.ours + last.length], theirs)
    )


def _is_other_word(one: str, other: str) -> bool:
    """Whether capitals make it another word: "US" and "us", but not "The" and "the" or "NATO" and "Nato"."""
    if one[:1].isupper() and other[:1].isupper():
        return False
    return one[1:] != other[1:]


def _begins(sides: Sides, at: int, there: int) -> bool:
    """Whether the word begins a sentence on either side."""
    before = sides.quoted[sides.ours[at - 1].end : sides.ours[at].start] + " "
    return bool(_SENTENCE_END.search(before)) or (there > 0 and _ends_between(sides, there - 1))
