"""The cross-encoder's answer and the explicit findings weighed together, in one small trained head.

Stacking (Wolpert 1992): the head learnt from pairs that the encoder had not seen, so that it knows how far to
trust it. What an encoder of this size misses (figures, dates, distance words) the findings have.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from workbench.model import Relation

_LEAST = 1e-4
_STEEP = 5.0
"""Log-odds are brought to about -1..1, and cut at twice that."""


def together(
    found: Mapping[str, float], chances: Mapping[Relation, float], logits: Sequence[float]
) -> dict[str, float]:
    """One set of features: `logits` of the encoder, `chances` of the head over `found`, and `found` too."""
    support, against, context = (float(value) for value in logits)
    weighed = {relation: math.log(max(_LEAST, chance)) for relation, chance in chances.items()}
    neutral = weighed[Relation.CONTEXT]
    return {
        "read_supports": _squeezed(support - context),
        "read_contradicts": _squeezed(against - context),
        "read_sides": _squeezed(support - against),
        "found_supports": _squeezed(weighed[Relation.SUPPORTS] - neutral),
        "found_contradicts": _squeezed(weighed[Relation.CONTRADICTS] - neutral),
        **found,
    }


def _squeezed(odds: float) -> float:
    return max(-2.0, min(2.0, odds / _STEEP))
