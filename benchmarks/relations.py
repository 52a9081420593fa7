"""How well passages are judged against claims: accuracy on the development sets, and speed.

    python -m benchmarks.relations [--pairs 10000]

Sets with two labels count the likelier of the two; Emergent's "observing" is our context, and nothing
was trained on it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from typing import Any

from benchmarks.shared import rows, shared
from workbench.analysis import Judgement, Statement
from workbench.evidence.judge import judge
from workbench.model import Relation

LABELS = {
    "supports": Relation.SUPPORTS,
    "for": Relation.SUPPORTS,
    "refutes": Relation.CONTRADICTS,
    "against": Relation.CONTRADICTS,
    "neutral": Relation.CONTEXT,
    "observing": Relation.CONTEXT,
}
SETS = {
    "VitaminC, own split, real": ("vitaminc/pagesplit_dev", "real"),
    "VitaminC, own split, synthetic": ("vitaminc/pagesplit_dev", "synthetic"),
    "FEVER-symmetric (2 labels)": ("fever_symmetric/dev", None),
    "CAD-NLI": ("cad_nli/dev", None),
    "FoolMeTwice (2 labels)": ("fm2/dev", None),
    "Emergent": ("emergent/train", None),
}


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10_000, help="pairs judged for the speed figure")
    most = parser.parse_args().pairs
    for title, (name, part) in SETS.items():
        found = [row for row in named_rows(name) if part in (None, row.get("part"))]
        print(accuracy(title, found) if found else f"{title:32} skipped: the data is not there")
    if emergent := named_rows("emergent/train"):
        print(accuracy("Emergent, claims shuffled", shuffled(emergent)))
    print(speed(named_rows("vitaminc/pagesplit_dev") * 3, most))


def named_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one set of the shared data; none when it is absent."""
    path = shared("data", f"{name}.jsonl")
    return list(rows(path)) if path else []


def accuracy(title: str, found: list[dict[str, Any]]) -> str:
    """One line: the share judged right, and of each label the share found and the share right among found."""
    truth = [LABELS[row["label"]] for row in found]
    labels = sorted(set(truth), key=list(Relation).index)
    said = [likeliest(judged(row), labels) for row in found]
    right = Counter(a for a, b in zip(truth, said, strict=True) if a is b)
    true, given = Counter(truth), Counter(said)
    cells = [
        f"{label} P {right[label] / max(1, given[label]):.2f} R {right[label] / true[label]:.2f}"
        for label in labels
    ]
    return f"{title:32} {100 * right.total() / len(found):5.1f} %   {'   '.join(cells)}"


def shuffled(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their claims dealt out anew: what the headline alone gives away."""
    claims = [row["hypothesis"] for row in found]
    random.Random(7).shuffle(claims)
    return [{**row, "hypothesis": claim} for row, claim in zip(found, claims, strict=True)]


def judged(row: dict[str, Any]) -> Judgement:
    """How the premise of a row bears on its hypothesis."""
    return judge(Statement(row["hypothesis"]), [Statement(row["premise"])])[0]


def likeliest(judgement: Judgement, labels: list[Relation]) -> Relation:
    """The likeliest of the labels that the set knows."""
    return max(labels, key=lambda label: judgement.scores[label])


def speed(found: list[dict[str, Any]], most: int) -> str:
    """Pairs a second, each claim with one passage, as `twosource predict relations` does it."""
    start = time.perf_counter()
    for row in found[:most]:
        judged(row)
    count = len(found[:most])
    return f"speed: {count / max(1e-9, time.perf_counter() - start):,.0f} pairs a second ({count:,} pairs)"


if __name__ == "__main__":
    main()
