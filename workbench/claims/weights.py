"""The check-worthiness model: a logistic regression whose weights are data."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.claims.features import features


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature group, in thousandths; `slope` and `bias` turn their sum into log odds.

    The log odds are those of a world where half of all sentences are worth checking.
    """

    groups: dict[str, dict[str, int]]
    slope: float
    bias: float

    def log_odds(self, text: str) -> float:
        """How much speaks for checking `text`: 0 when it is even, below when it is not worth it.

        Each group weighs by the root of its number of features, so that length alone says little.
        """
        found = features(text)
        total = sum(_mean(found[name], weights) for name, weights in self.groups.items())
        return self.slope * total / 1000 + self.bias


def parse_weights(raw: dict[str, Any]) -> Weights:
    """The weights as the training recipe wrote them."""
    return Weights(raw["groups"], raw["slope"], raw["bias"])


def score(text: str) -> float:
    """How worthwhile it is to check `text`, 0..100; 50 is even if half of all sentences were.

    Text without a word scores 0.
    """
    if not any(character.isalnum() for character in text):
        return 0.0
    return 100 / (1 + math.exp(-_shipped().log_odds(text)))


def _mean(found: frozenset[str], weights: dict[str, int]) -> float:
    if not found:
        return 0.0
    # Whole numbers: a float sum would depend on the set's order, which differs from process to process.
    return sum(weights.get(feature, 0) for feature in found) / math.sqrt(len(found))


@cache
def _shipped() -> Weights:
    raw = files("resources").joinpath("models", "claims.json").read_text("utf-8")
    return parse_weights(json.loads(raw))
