"""Claims checked before: how often the right earlier claim comes first, beside ranking by words alone.

The data is CheckThat 2020 task 2 (posts, and the fact-checked claims they repeat; for measuring only, nothing
is fitted to it). Words alone are BM25 in the same run, over the posts as they are and over the same texts.
Run: python -m benchmarks.checked [train|dev]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.shared import rows, shared
from workbench.checked.lookup import Lookup, Wordings, look_up_in
from workbench.checked.phrasing import terms
from workbench.checked.reading import embed
from workbench.checked.words import index_words
from workbench.engine import LocalEngine
from workbench.meaning import WIDTH, Vector

FIRST = 5
MANY, QUESTIONS = 200_000, 20
SURE = (60, 65, 70, 75, 80)

Rank = Callable[[str], Sequence[int]]


def main() -> None:
    """Index the claims, ask all queries of one split, and print."""
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    claims_at, asked_at = (
        shared("data/checkthat2020t2/claims.jsonl"),
        shared(f"data/checkthat2020t2/{split}.jsonl"),
    )
    if claims_at is None or asked_at is None:
        print("skipped: CheckThat 2020 task 2 is not there")
        return
    told = list(rows(claims_at))
    asked = list(rows(asked_at))
    places = {claim["id"]: place for place, claim in enumerate(told)}
    claims = [Wordings(claim["text"], claim["title"]) for claim in told]
    engine = LocalEngine()
    start = perf_counter()
    lookup = look_up_in(claims, lambda texts: embed(texts, engine))
    print(f"{split}: {len(asked)} posts, {len(claims):,} claims, ready after {perf_counter() - start:.0f} s")
    wanted = [{places[id] for id in row["relevant"]} for row in asked]
    report("words alone, BM25 over the claims", by_words([claim.text for claim in claims]), asked, wanted)
    both = [f"{claim.text} {claim.title}" for claim in claims]
    report("words alone, with their headlines", by_words(both), asked, wanted)
    report("words and meaning", by_both(lookup, engine), asked, wanted)
    report_sureness(lookup, engine, asked, wanted)
    report_scale(told)


def by_words(texts: Sequence[str]) -> Rank:
    """Plain BM25: nothing is done to the posts."""
    index = index_words(map(terms, texts))

    def rank(query: str) -> Sequence[int]:
        order = np.argsort(-index.scores(terms(query)), kind="stable")
        return [int(place) for place in order[:FIRST]]

    return rank


def by_both(lookup: Lookup, engine: LocalEngine) -> Rank:
    """What ships."""
    return lambda query: lookup.rank(query, lambda texts: embed(texts, engine), limit=100)


def report(name: str, rank: Rank, asked: Sequence[Mapping[str, Any]], wanted: Sequence[set[int]]) -> None:
    """Print the mean average precision at 5 and at 1, and the time of one question."""
    start = perf_counter()
    found = [rank(row["query"]) for row in asked]
    each_ms = 1000 * (perf_counter() - start) / len(asked)
    at = {
        depth: np.mean([precision(f[:depth], w) for f, w in zip(found, wanted, strict=True)])
        for depth in (5, 1)
    }
    print(f"  {name:36} MAP@5 {at[5]:.3f}   MAP@1 {at[1]:.3f}   {each_ms:.1f} ms a question")


def precision(found: Sequence[int], wanted: set[int]) -> float:
    """Average precision of a list cut where it is."""
    hits, total = 0, 0.0
    for rank, place in enumerate(found, 1):
        if place in wanted:
            hits += 1
            total += hits / rank
    return total / min(len(wanted), len(found)) if found else 0.0


def report_sureness(
    lookup: Lookup, engine: LocalEngine, asked: Sequence[Mapping[str, Any]], wanted: Sequence[set[int]]
) -> None:
    """Print what an editor would be shown from which sureness on, also where the claim was never checked."""
    there, absent = [], []
    for row, right in zip(asked, wanted, strict=True):
        found = lookup.recall(row["query"], lambda texts: embed(texts, engine), limit=30)
        there.append((found[0].sureness, found[0].place in right))
        scores = [item.score for item in found if item.place in right]
        absent.append(
            next(item.sureness for item in found if item.place not in right and item.score not in scores)
        )
    for least in SURE:
        shown = [right for sure, right in there if sure >= least]
        wrongly = np.mean([sure >= least for sure in absent])
        print(
            f"  shown from {least} on: {np.mean([sure >= least for sure, _ in there]):.0%} of posts, "
            f"right {np.mean(shown) if shown else 0:.0%}; "
            f"with the right claim taken out, {wrongly:.1%} are shown another"
        )


def report_scale(told: Sequence[Mapping[str, Any]]) -> None:
    """Print what many claims take, with words drawn from all of these and random vectors."""
    drawn, words = np.random.default_rng(7), [row["text"].split() for row in told]
    every = np.concatenate(words)
    claims = [Wordings(" ".join(drawn.choice(every, 14))) for _ in range(MANY)]

    def vectors(texts: Sequence[str]) -> list[Vector]:
        rows = drawn.integers(-30, 30, (len(texts), WIDTH), dtype=np.int8)
        return [Vector(row.tobytes()) for row in rows]

    start = perf_counter()
    lookup = look_up_in(claims, vectors)
    ready = perf_counter() - start
    start = perf_counter()
    for claim in claims[:QUESTIONS]:
        lookup.recall(claim.text, vectors, limit=FIRST)
    each_ms = 1000 * (perf_counter() - start) / QUESTIONS
    print(f"  {MANY:,} claims with random vectors: ready after {ready:.0f} s, {each_ms:.0f} ms a question")


if __name__ == "__main__":
    main()
