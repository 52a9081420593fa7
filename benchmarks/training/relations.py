"""Train the small head that weighs the explicit findings (`resources/models/relations.json`).

    pip install scikit-learn
    python -m benchmarks.training.relations

Uses only sets whose licence lets a model trained on them ship; see `resources/models/relations.md`.
Takes some minutes on one core. The result is the same on every run.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.relations import named_rows
from benchmarks.training.headlines import headline, stated
from workbench.analysis import Statement
from workbench.evidence.checks import check
from workbench.evidence.features import features
from workbench.evidence.head import expanded
from workbench.evidence.reading import read
from workbench.model import Relation
from workbench.wording import wording

TARGET = Path(__file__).parents[2] / "resources" / "models" / "relations.json"
SETS = {
    "vitaminc/pagesplit_train": (40_000, 1.0),
    "cad_nli/train": (9_000, 1.0),
    "relations_more/snli_devtest": (8_000, 0.7),
    "relations_more/conjnli": (6_000, 0.5),
    "relations_more/fever_dev_sr": (8_000, 1.0),
    "relations_more/sufficient_facts": (3_000, 1.0),
    "relations_more/wikifactcheck_refuted": (3_000, 0.5),
    "relations_more/breaking_nli": (2_000, 0.5),
}
"""For each set how many rows are drawn, and how much each of them counts."""

UNRELATED = (6_000, 0.6)
HEADLINES = (3_000, 0.7)
LABELS = {"supports": Relation.SUPPORTS, "refutes": Relation.CONTRADICTS, "neutral": Relation.CONTEXT}
STRENGTH = 0.05
"""Inverse strength of the penalty on large weights."""

Pair = tuple[str, str, Relation, float]


def main() -> None:
    """Train and write the weights."""
    pairs = list(gathered())
    found = [features(check(read(Statement(claim)), read(Statement(text)))) for claim, text, _, _ in pairs]
    names = list(found[0])
    matrix = expanded(np.array([[row[name] for name in names] for row in found]))
    scaler = StandardScaler().fit(matrix)
    model = LogisticRegression(C=STRENGTH, max_iter=100)
    model.fit(
        scaler.transform(matrix),
        [relation.value for _, _, relation, _ in pairs],
        sample_weight=[worth for *_, worth in pairs],
    )
    weights = model.coef_ / scaler.scale_
    bias = model.intercept_ - weights @ scaler.mean_
    TARGET.write_text(as_json(list(model.classes_), names, bias, weights), "utf-8")
    print(f"{len(pairs)} pairs, {len(names)} features, {weights.size} weights -> {TARGET.name}")


def gathered() -> Iterator[Pair]:
    """All training pairs: claim, passage, relation and weight."""
    dice = random.Random(7)
    for name, (most, worth) in SETS.items():
        found = named_rows(name)
        if not found:
            raise SystemExit(f"{name} is not there; the shared data is needed for training")
        for row in dice.sample(found, min(most, len(found))):
            yield row["hypothesis"], row["premise"], LABELS[row["label"]], worth
    yield from unrelated(dice)
    yield from headlines(dice)


def headlines(dice: random.Random) -> Iterator[Pair]:
    """Supporting pairs made into headlines, and a third as many that share little, as context."""
    most, worth = HEADLINES
    for name in ("vitaminc/pagesplit_train", "cad_nli/train"):
        found = [row for row in named_rows(name) if row["label"] == "supports"]
        for row in dice.sample(found, min(most, len(found))):
            text, relation = stated(row["premise"], dice)
            yield row["hypothesis"], text, relation, worth
    for claim, text, relation, _ in unrelated(dice):
        if dice.random() < 0.3:
            yield claim, headline(text, dice), relation, worth


def unrelated(dice: random.Random) -> Iterator[Pair]:
    """Claims with passages from elsewhere that share a name and little more, as a search finds them."""
    most, worth = UNRELATED
    found = named_rows("vitaminc/pagesplit_train")
    holding: dict[str, list[str]] = defaultdict(list)
    for row in found[:20_000]:
        for name in wording(row["premise"]).names:
            holding[name].append(row["premise"])
    for row in dice.sample(found, 3 * most):
        claim = wording(row["hypothesis"])
        near = [
            text for name in sorted(claim.names) for text in holding[name][:200] if text != row["premise"]
        ]
        if not near or most == 0:
            continue
        text = dice.choice(near)
        if len(claim.stems & wording(text).stems) <= 0.6 * len(claim.stems):
            most -= 1
            yield row["hypothesis"], text, Relation.CONTEXT, worth


def as_json(relations: list[str], names: list[str], bias: np.ndarray, weights: np.ndarray) -> str:
    """The weights as text, four decimals each, one line a relation."""
    stored = {
        "licence": "CC BY-SA 4.0, see relations.md",
        "relations": relations,
        "features": names,
        "bias": [round(float(value), 4) for value in bias],
        "weights": [[round(float(value), 4) for value in row] for row in weights],
    }
    lines = (f" {json.dumps(key)}: {json.dumps(value)}" for key, value in stored.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
