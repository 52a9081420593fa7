"""Which of the stretches that two drafts share keep their order, and which have moved."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tracing.alignment import Run


def in_order(runs: Sequence[Run]) -> list[Run]:
    """The heaviest choice of runs that come in the same order in both texts; `runs` are in that of the old.

    A Fenwick tree over the places in the new text keeps the best weight up to each: O(n log n).
    """
    ranks = {run.theirs: rank for rank, run in enumerate(sorted(runs, key=lambda run: run.theirs), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(runs) + 1)
    before: list[int] = []
    last = (0, -1)
    for number, run in enumerate(runs):
        weight, previous = _best_up_to(best, ranks[run.theirs])
        before.append(previous)
        reached = (weight + run.length, number)
        _note(best, ranks[run.theirs], reached)
        last = max(last, reached)
    return _followed_back(runs, before, last[1])


def _best_up_to(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank:
        found = max(found, best[rank])
        rank &= rank - 1
    return found


def _note(best: list[tuple[int, int]], rank: int, reached: tuple[int, int]) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], reached)
        rank += rank & -rank


def _followed_back(runs: Sequence[Run], before: Sequence[int], number: int) -> list[Run]:
    chain: list[Run] = []
    while number >= 0:
        chain.append(runs[number])
        number = before[number]
    return chain[::-1]
