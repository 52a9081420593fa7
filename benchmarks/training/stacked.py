"""Train the head that weighs the cross-encoder's answer with the explicit findings (`stacked.json`).

    pip install scikit-learn
    python -m benchmarks.training.stacked

Learns only from rows that the encoder has not seen (`pairs.held`), because it is surer of those it has. Needs
`resources/models/relations/model.onnx` and `relations.json`. The result is the
same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.training.encoder.pairs import held
from benchmarks.training.headlines import distanced, headline, stated
from benchmarks.training.relations import LABELS, Pair, as_json
from workbench.analysis import Statement
from workbench.evidence.checks import check
from workbench.evidence.encoder import built_in
from workbench.evidence.features import features
from workbench.evidence.grounds import weighed
from workbench.evidence.head import head
from workbench.evidence.reading import read
from workbench.evidence.stacked import together
from workbench.model import Relation

TARGET = Path(__file__).parents[2] / "resources" / "models" / "stacked.json"
SETS = {
    "vitaminc/pagesplit_train": 1.0,
    "cad_nli/train": 1.0,
    "relations_more/fever_dev_sr": 1.0,
    "relations_more/sufficient_facts": 0.5,
    "relations_more/snli_devtest": 0.3,
}
"""For each set how much each of its rows counts."""

HEADLINES = 3.0
DISTANCED = 0.5
UNRELATED = 0.5
LEAN = 0.35
"""How much the sets are fonder of context than editors are, in logits; set on Emergent's training part."""

STRENGTH = 0.02
"""Inverse strength of the penalty on large weights."""


def main() -> None:
    """Train and write the weights."""
    names, matrix, truth, worth = table(list(gathered()))
    scaler = StandardScaler().fit(matrix)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(scaler.transform(matrix), truth, sample_weight=worth)
    weights = model.coef_ / scaler.scale_
    bias = model.intercept_ - weights @ scaler.mean_
    bias[list(model.classes_).index(Relation.CONTEXT.value)] -= LEAN
    TARGET.write_text(as_json(list(model.classes_), names, bias, weights), "utf-8")
    print(f"{len(truth)} pairs, {len(names)} features, {weights.size} weights -> {TARGET.name}")


def table(pairs: list[Pair]) -> tuple[list[str], np.ndarray, list[str], list[float]]:
    """Feature names, one row of features for each pair, the true relations, and what each pair counts."""
    checked = [check(read(Statement(claim)), read(Statement(text))) for claim, text, _, _ in pairs]
    found = [features(checks) for checks in checked]
    logits = built_in().logits([(text, claim) for claim, text, _, _ in pairs])
    rows = [
        together(one, weighed(checks, chances, is_long=False), row)
        for checks, one, chances, row in zip(checked, found, head().chances(found), logits, strict=True)
    ]
    names = list(rows[0])
    matrix = np.array([[row[name] for name in names] for row in rows])
    return names, matrix, [relation.value for _, _, relation, _ in pairs], [worth for *_, worth in pairs]


def gathered() -> Iterator[Pair]:
    """All training pairs: claim, passage, relation and weight."""
    dice = random.Random(7)
    for name, worth in SETS.items():
        for row in held(name):
            yield row["hypothesis"], row["premise"], LABELS[row["label"]], worth
    rows = held("vitaminc/pagesplit_train")
    for row in dice.sample(rows, len(rows) // 5):
        yield row["hypothesis"], dice.choice(rows)["premise"], Relation.CONTEXT, UNRELATED
    for name in ("vitaminc/pagesplit_train", "cad_nli/train", "relations_more/fever_dev_sr"):
        for row in held(name):
            if row["label"] == "supports":
                text, relation = stated(row["premise"], dice)
                yield row["hypothesis"], text, relation, HEADLINES
                yield row["hypothesis"], distanced(row["premise"], dice), Relation.CONTEXT, DISTANCED
    for row in dice.sample(rows, len(rows) // 8):
        yield row["hypothesis"], headline(dice.choice(rows)["premise"], dice), Relation.CONTEXT, HEADLINES


if __name__ == "__main__":
    main()
