"""What became of the people or things that a figure counts: 41 dead are no 41 injured."""

from __future__ import annotations

from functools import cache

from workbench.dates import Date
from workbench.evidence.reading import Reading
from workbench.figures import Figure, Kind
from workbench.wording import lines

_AFTER, _BEFORE = 5, 3
"""How many words after and before a figure are searched."""


def same_fate(claim: Reading, passage: Reading, one: Figure | Date, other: Figure | Date) -> bool | None:
    """Whether two counts are of those to whom the same happened; None where either does not say."""
    if isinstance(one, Date) or isinstance(other, Date) or one.kind is not Kind.COUNT:
        return None
    ours = _fate(claim, one)
    theirs = _fate(passage, other) if ours is not None else None
    return None if ours is None or theirs is None else ours == theirs


def _fate(reading: Reading, figure: Figure) -> int | None:
    """The line of the list to which the word of fate nearest to a figure belongs, those after it first."""
    every = reading.wording.words
    after = [word for word in every if word.span.start >= figure.span.end][:_AFTER]
    before = [word for word in every if word.span.end <= figure.span.start][-_BEFORE:]
    for word in (*after, *reversed(before)):
        if word.is_break or word.text[0].isdigit():
            continue
        if (found := _fates().get(word.bare)) is not None:
            return found
    return None


@cache
def _fates() -> dict[str, int]:
    return {word: number for number, line in enumerate(lines("counted.txt")) for word in line.split()}
