"""How well claims are told from the rest, how many are proposed, and how fast.

    python -m benchmarks.claims

CheckThat! 2019 (debates of other years, never trained on) is ranked by the shipped weights. ClaimBuster
is what they were trained on: for honest figures on it, `python -m benchmarks.training.claims`
cross-validates. PolNeAR articles show which share of news sentences is proposed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.shared import shared
from workbench.claims import score
from workbench.engine import LocalEngine
from workbench.text import normalise

ARTICLES = 40


def main() -> None:
    """Measure and print the tables."""
    for title, measure, parts in (
        ("CheckThat! 2019, ranked by score", _ranking, ("checkthat2019", "train.jsonl")),
        ("Speed of score", _speed, ("claimbuster", "train.jsonl")),
        ("Proposed in news", _proposals, ("polnear", "dev.jsonl")),
    ):
        path = shared("data", *parts)
        print(f"\n{title}")
        if path is None:
            print("  skipped: the data is not on this machine")
        else:
            measure(_rows(path))


def average_precision(ranked: list[int]) -> float:
    """Mean of the precision at each relevant place of a ranking of 1s and 0s; 0 without any 1."""
    found = 0
    total = 0.0
    for place, relevant in enumerate(ranked, 1):
        found += relevant
        total += relevant * found / place
    return total / found if found else 0.0


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _ranking(rows: list[dict[str, Any]]) -> None:
    debates = defaultdict(list)
    for row in rows:
        debates[row["doc"]].append((score(row["text"]), row["label"]))
    values = {
        name: average_precision([label for _, label in sorted(lines, key=lambda line: -line[0])])
        for name, lines in debates.items()
    }
    for name, value in sorted(values.items()):
        print(f"  {name:<40} {value:.3f}")
    print(f"  {'MAP over ' + str(len(values)) + ' debates':<40} {sum(values.values()) / len(values):.3f}")


def _speed(rows: list[dict[str, Any]]) -> None:
    score("warm")
    begun = perf_counter()
    for row in rows:
        score(row["text"])
    print(f"  {len(rows) / (perf_counter() - begun):,.0f} sentences a second")


def _proposals(rows: list[dict[str, Any]]) -> None:
    engine = LocalEngine()
    engine.analyse("Warm.")
    sentences = proposed = words = 0
    kinds: Counter[str] = Counter()
    begun = perf_counter()
    for row in rows[:ARTICLES]:
        text = normalise(row["text"])
        words += len(text.split())
        found = engine.analyse(text)
        sentences += len(found.sentences)
        proposed += sum(any(span.contains(claim.span) for claim in found.claims) for span in found.sentences)
        kinds.update(claim.kind or "no kind" for claim in found.claims)
    seconds = perf_counter() - begun
    print(f"  {proposed} of {sentences} sentences hold a claim ({proposed / sentences:.0%})")
    print("  " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print(f"  whole analysis: {1000 * seconds / words:.2f} s for 1,000 words")


if __name__ == "__main__":
    main()
