"""Train the check-worthiness model on ClaimBuster and write its weights.

    python -m benchmarks.training.claims [--out resources/models/claims.json]

Needs scikit-learn, which Twosource itself does not. Figures are printed first: five-fold
cross-validation, a balanced sample of the size usual for a test drawn from each held-out fold, and a
stretch of the data held out from training and calibration alike.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, train_test_split

from benchmarks.shared import shared
from workbench.claims.features import features

SEED = 0
FOLDS = 5
TESTED, DRAWS = 702, 20
"""Sentences in a balanced sample, and how many samples are drawn from each fold."""
STRENGTH = 1.5
LEAST = {"words": 2, "pieces": 3, "shape": 3}
"""How many sentences a feature must occur in."""
KEPT = 32_000
"""Features that stay in the shipped weights: those that pull hardest."""

Found = dict[str, frozenset[str]]


class Model(NamedTuple):
    """Weights by group, as a sum over features; the intercept; then slope and bias of the calibration."""

    groups: dict[str, dict[str, float]]
    slope: float
    bias: float

    def log_odds(self, found: Found) -> float:
        """What speaks for checking a sentence with these features; 0 is even."""
        total = sum(
            sum(weights.get(key, 0.0) for key in found[name]) / math.sqrt(max(1, len(found[name])))
            for name, weights in self.groups.items()
        )
        return self.slope * total + self.bias


def main() -> None:
    """Train, measure, and write the weights."""
    options = _options()
    folder = shared("data", "claimbuster", "train.jsonl")
    if folder is None:
        raise SystemExit("The ClaimBuster data is not here; nothing was trained.")
    rows = [json.loads(line) for line in folder.read_text("utf-8").splitlines()]
    found = [features(row["text"]) for row in rows]
    labels = np.array([row["label"] for row in rows])
    _report(found, labels)
    model = train(found, labels)
    options.out.write_text(json.dumps(_data(model), separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


def train(found: list[Found], labels: np.ndarray) -> Model:
    """Weights from all rows; calibration from rows scored by models that never saw them."""
    bare = np.zeros(len(labels))
    for seen, unseen in _folds(labels):
        fold = _fit([found[i] for i in seen], labels[seen])
        bare[unseen] = [fold.log_odds(found[i]) for i in unseen]
    calibration = LogisticRegression(class_weight="balanced").fit(bare[:, None], labels)
    fitted = _fit(found, labels)
    slope, bias = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
    return Model(fitted.groups, slope, slope * fitted.bias + bias)


def balanced_f1(labels: np.ndarray, worth: np.ndarray) -> tuple[float, float, float]:
    """Macro-F1 as if both classes were equally large, and the recall of each (worth checking, not)."""
    hit, passed = float(worth[labels == 1].mean()), float(1 - worth[labels == 0].mean())
    yes = 2 * hit / (2 * hit + (1 - passed) + (1 - hit))
    no = 2 * passed / (2 * passed + (1 - hit) + (1 - passed))
    return (yes + no) / 2, hit, passed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the check-worthiness model.")
    parser.add_argument("--out", type=Path, default=Path("resources/models/claims.json"))
    return parser.parse_args()


def _folds(labels: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    cutter = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    return list(cutter.split(labels, labels))


def _report(found: list[Found], labels: np.ndarray) -> None:
    scores, drawn = [], []
    for seen, unseen in _folds(labels):
        model = train([found[i] for i in seen], labels[seen])
        worth = np.array([model.log_odds(found[i]) >= 0 for i in unseen])
        scores.append(balanced_f1(labels[unseen], worth))
        drawn += [balanced_f1(*sample)[0] for sample in _samples(labels[unseen], worth)]
    mean, spread = np.mean(scores, axis=0), np.std([f1 for f1, *_ in scores])
    print(f"cross-validated: balanced macro-F1 {mean[0]:.3f} (± {spread:.3f}), ", end="")
    print(f"recall worth checking {mean[1]:.3f}, not {mean[2]:.3f}")
    print(f"samples of {TESTED}, half of each class: macro-F1 {np.mean(drawn):.3f} (± {np.std(drawn):.3f})")
    seen, unseen = train_test_split(
        np.arange(len(labels)), test_size=0.15, stratify=labels, random_state=SEED
    )
    model = train([found[i] for i in seen], labels[seen])
    worth = np.array([model.log_odds(found[i]) >= 0 for i in unseen])
    f1, hit, passed = balanced_f1(labels[unseen], worth)
    print(f"held out (15 %): balanced macro-F1 {f1:.3f}, recall {hit:.3f} / {passed:.3f}")


def _samples(labels: np.ndarray, worth: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Draws from one held-out fold with as many sentences of either class."""
    draw = np.random.default_rng(SEED)
    for _ in range(DRAWS):
        each = [draw.choice(np.flatnonzero(labels == label), TESTED // 2, replace=False) for label in (0, 1)]
        chosen = np.concatenate(each)
        yield labels[chosen], worth[chosen]


def _fit(found: list[Found], labels: np.ndarray) -> Model:
    """Fit twice: once to learn which features pull hardest, once on those alone."""
    groups = {name: _common([row[name] for row in found], least) for name, least in LEAST.items()}
    weights, _ = _regress(found, labels, groups)
    pull = {(name, key): abs(weight) for name, group in weights.items() for key, weight in group.items()}
    kept = set(sorted(pull, key=pull.__getitem__, reverse=True)[:KEPT])
    groups = {
        name: {key: idf for key, idf in group.items() if (name, key) in kept}
        for name, group in groups.items()
    }
    weights, intercept = _regress(found, labels, groups)
    return Model(weights, 1.0, intercept)


def _common(rows: list[frozenset[str]], least: int) -> dict[str, float]:
    """Features of at least `least` rows, with their inverse document frequency."""
    counts = Counter(key for row in rows for key in row)
    return {
        key: (math.log((1 + len(rows)) / (1 + count)) + 1) / 4
        for key, count in sorted(counts.items())
        if count >= least
    }


def _regress(
    found: list[Found], labels: np.ndarray, groups: dict[str, dict[str, float]]
) -> tuple[dict[str, dict[str, float]], float]:
    matrix = hstack([_matrix([row[name] for row in found], group) for name, group in groups.items()])
    fitted = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear")
    fitted.fit(matrix.tocsr(), labels)
    flat = iter(fitted.coef_[0])
    weights = {
        name: {key: float(next(flat)) * idf for key, idf in group.items()} for name, group in groups.items()
    }
    return weights, float(fitted.intercept_[0])


def _matrix(rows: list[frozenset[str]], group: dict[str, float]) -> csr_matrix:
    column = {key: (place, idf) for place, (key, idf) in enumerate(group.items())}
    cells = [
        (number, *column[key], len(row)) for number, row in enumerate(rows) for key in row if key in column
    ]
    at, place, idf, length = (np.array(part) for part in zip(*cells, strict=True))
    return csr_matrix((idf / np.sqrt(length), (at, place)), shape=(len(rows), len(group)))


def _data(model: Model) -> dict[str, object]:
    """Weights in thousandths; those that round to nothing are left out."""
    groups = {
        name: {key: round(weight * 1000) for key, weight in group.items() if round(weight * 1000)}
        for name, group in model.groups.items()
    }
    return {"groups": groups, "slope": model.slope, "bias": model.bias}


if __name__ == "__main__":
    main()
