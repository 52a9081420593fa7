"""Words of a quotation laid beside words of its source, as runs that both have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.quotations.words import Word

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n\s*\n")
_CHANCE = {1: 2, 2: 8}
"""So many words may stand between a run of one or two words and the rest; with more it is chance."""


class Run(NamedTuple):
    """`length` equal words: from number `ours` of the quotation, `theirs` of the source."""

    ours: int
    theirs: int
    length: int


def aligned(ours: Sequence[Word], theirs: Sequence[Word], text: str) -> list[Run]:
    """The equal runs in order. Lone words far from the rest, equal by chance, are left out."""
    from rapidfuzz.distance import Indel

    keys = [word.key for word in theirs]
    steps = Indel.opcodes([word.key for word in ours], keys)
    runs = [
        Run(step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in steps
        if step.tag == "equal"
    ]
    runs = _gathered(runs, [word.key for word in ours], keys)
    while len(runs) > 1 and _is_stray(runs[0], runs[0], runs[1], theirs, text):
        runs.pop(0)
    while len(runs) > 1 and _is_stray(runs[-1], runs[-2], runs[-1], theirs, text):
        runs.pop()
    return runs


def _gathered(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The same words in fewer runs, where a run can as well stand right beside its neighbour."""
    result: list[Run] = []
    for run in runs:
        if result and _continues(result[-1], run, theirs, ours):
            last = result[-1]
            result[-1] = Run(last.ours, last.theirs, last.length + run.length)
        else:
            result.append(run)
    for at in range(len(result) - 2, -1, -1):
        one, other = result[at], result[at + 1]
        start = other.theirs - one.length
        touching = one.ours + one.length == other.ours
        if touching and theirs[start : other.theirs] == ours[one.ours : other.ours]:
            result[at : at + 2] = [Run(one.ours, start, one.length + other.length)]
    return result


def _continues(one: Run, other: Run, theirs: Sequence[str], ours: Sequence[str]) -> bool:
    """Whether the words of `other` also stand right behind `one`, the longer of the two."""
    if one.ours + one.length != other.ours or one.length < other.length:
        return False
    end = one.theirs + one.length
    return theirs[end : end + other.length] == ours[other.ours : other.ours + other.length]


def _is_stray(run: Run, one: Run, other: Run, theirs: Sequence[Word], text: str) -> bool:
    """Whether `run`, the outermost of the neighbours, is more likely chance than part of the place."""
    ours_between = other.ours - one.ours - one.length
    first, last = one.theirs + one.length, other.theirs
    excess = last - first - ours_between
    if run.length not in _CHANCE or excess < run.length:
        return False
    between = text[theirs[first - 1].end : theirs[last].start]
    return excess > _CHANCE[run.length] or bool(_SENTENCE_END.search(between))
