"""How well passages are judged against claims: accuracy on the development sets, and speed.

    python -m benchmarks.relations [--findings-alone] [--model MODEL.onnx]

Sets with two labels count the likelier of the two; Emergent's "observing" is our context, and nothing
was trained on it.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.shared import rows, shared
from workbench.analysis import Judgement, Statement
from workbench.evidence.encoder import Encoder, built_in, from_file
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

Judged = list[tuple[Relation, Judgement]]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2_000, help="pairs judged for the speed figures")
    parser.add_argument("--findings-alone", action="store_true", help="without the cross-encoder")
    parser.add_argument("--model", type=Path, help="another ONNX cross-encoder than the one that ships")
    given = parser.parse_args()
    encoder = None if given.findings_alone else from_file(given.model) if given.model else built_in()
    said: dict[str, Judged] = {}
    for title, (name, part) in SETS.items():
        found = [row for row in named_rows(name) if part in (None, row.get("part"))]
        said[title] = judged(found, encoder)
        print(accuracy(title, said[title]) if found else f"{title:32} skipped: the data is not there")
    if emergent := named_rows("emergent/train"):
        print(accuracy("Emergent, claims shuffled", judged(shuffled(emergent), encoder)))
        print(shown([*said["Emergent"], *said["VitaminC, own split, real"]]))
    print(speed(named_rows("vitaminc/pagesplit_dev")[: given.pairs], encoder))


def named_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one set of the shared data; none when it is absent."""
    path = shared("data", f"{name}.jsonl")
    return list(rows(path)) if path else []


def judged(found: list[dict[str, Any]], encoder: Encoder | None) -> Judged:
    """The truth of each row with how its premise was found to bear on its hypothesis."""
    return [
        (LABELS[row["label"]], judge(Statement(row["hypothesis"]), [Statement(row["premise"])], encoder)[0])
        for row in found
    ]


def accuracy(title: str, found: Judged) -> str:
    """One line: the share judged right, and of each label the share found and the share right among found."""
    labels = sorted({truth for truth, _ in found}, key=list(Relation).index)
    pairs = [(truth, likeliest(judgement, labels)) for truth, judgement in found]
    right = Counter(truth for truth, said in pairs if truth is said)
    true, given = Counter(truth for truth, _ in pairs), Counter(said for _, said in pairs)
    cells = [
        f"{label} P {right[label] / max(1, given[label]):.2f} R {right[label] / true[label]:.2f}"
        for label in labels
    ]
    return f"{title:32} {100 * right.total() / len(found):5.1f} %   {'   '.join(cells)}"


def shown(found: Judged) -> str:
    """One line: how many of the conflicts that an editor is shown are some, and how many are found."""
    ranked = sorted(found, key=lambda pair: -pair[1].scores[Relation.CONTRADICTS])
    hits = [truth is Relation.CONTRADICTS for truth, _ in ranked]
    said = [judgement.relation is Relation.CONTRADICTS for _, judgement in ranked]
    both = sum(hit and one for hit, one in zip(hits, said, strict=True))
    cells = [f"P {both / max(1, sum(said)):.2f} R {both / max(1, sum(hits)):.2f} as said"]
    for recall in (0.4, 0.5):
        wanted = recall * sum(hits)
        at = next(at for at, got in enumerate(accumulate(hits), 1) if got >= wanted)
        cells.append(f"P {sum(hits[:at]) / at:.2f} at R {recall:.2f}")
    return f"{'conflicts, Emergent and VitaminC':32}         {'   '.join(cells)}"


def shuffled(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their claims dealt out anew: what the headline alone gives away."""
    claims = [row["hypothesis"] for row in found]
    random.Random(7).shuffle(claims)
    return [{**row, "hypothesis": claim} for row, claim in zip(found, claims, strict=True)]


def likeliest(judgement: Judgement, labels: list[Relation]) -> Relation:
    """What was said, where the set knows all three labels; else the likelier of its two."""
    if len(labels) == len(Relation):
        return judgement.relation
    return max(labels, key=lambda label: judgement.scores[label])


def speed(found: list[dict[str, Any]], encoder: Encoder | None) -> str:
    """Pairs a second: each claim with one passage, as `predict` does it, and one claim with 40."""
    passages = [Statement(row["premise"]) for row in found]
    start = time.perf_counter()
    judged(found, encoder)
    alone = len(found) / max(1e-9, time.perf_counter() - start)
    start = time.perf_counter()
    for at in range(0, len(passages), 40):
        judge(Statement(found[at]["hypothesis"]), passages[at : at + 40], encoder)
    together = len(found) / max(1e-9, time.perf_counter() - start)
    return f"speed: {alone:,.0f} pairs a second one by one, {together:,.0f} by forties"


if __name__ == "__main__":
    main()
