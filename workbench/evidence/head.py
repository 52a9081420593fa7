"""The small trained heads: findings in, the chance of each relation out.

Multinomial logistic regressions over the findings, one of them over their products in pairs as well; their
weights and how they came about are in `resources/models` (`relations.json`, `stacked.json`, `relations.md`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from workbench.model import Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Head:
    """Weights: one row for each of `relations`; columns are the features, then any products of pairs."""

    relations: tuple[Relation, ...]
    features: tuple[str, ...]
    products: bool
    bias: Numbers
    weights: Numbers

    def chances(self, found: Sequence[Mapping[str, float]]) -> list[dict[Relation, float]]:
        """The chance 0..1 of each relation for each set of findings."""
        import numpy as np

        if not found:
            return []
        rows = np.array([[row[name] for name in self.features] for row in found])
        logits = (expanded(rows) if self.products else rows) @ self.weights.T + self.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        return [dict(zip(self.relations, map(float, row), strict=True)) for row in shares]


def expanded(rows: Numbers) -> Numbers:
    """The features followed by the products of every two of them."""
    import numpy as np

    one, other = _pairs(rows.shape[1])
    return np.hstack([rows, rows[:, one] * rows[:, other]])


@cache
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The two columns of every product."""
    import numpy as np

    one, other = np.triu_indices(count, k=1)
    return one, other


@cache
def head(name: str = "relations") -> Head:
    """The weights that ship: "relations" for the findings alone, "stacked" for them and the encoder."""
    import numpy as np

    text = files("resources").joinpath("models", f"{name}.json").read_text("utf-8")
    stored = json.loads(text)
    return Head(
        tuple(Relation(name) for name in stored["relations"]),
        tuple(stored["features"]),
        len(stored["weights"][0]) > len(stored["features"]),
        np.array(stored["bias"]),
        np.array(stored["weights"]),
    )
