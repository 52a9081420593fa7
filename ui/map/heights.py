"""How high each card and each passing line stands: near its neighbours, so that lines run straight."""

from __future__ import annotations

from collections.abc import Sequence

from ui.map.layers import CARD_SLOT, Layers

_ROUNDS = 4
_PULL = 0.2
"""How strongly the dividing line pulls, where one neighbour pulls with 1: keeps the map compact."""


def settle(made: Layers) -> None:
    """Move the items of every column towards their neighbours, in their order and without overlaps."""
    packed = list(made.y)
    for turn in range(_ROUNDS):
        for items in reversed(made.columns) if turn % 2 else made.columns:
            wanted = {item: _wanted(made, item, packed[item]) for item in items}
            _place(made, [item for item in items if not made.lower[item]], wanted)
            _place(made, [item for item in items if made.lower[item]], wanted)


def _wanted(made: Layers, item: int, packed: float) -> float:
    y, near = made.y, made.left[item] + made.right[item]
    return (sum([y[other] for other in near]) + _PULL * packed) / (len(near) + _PULL)


def _place(made: Layers, items: Sequence[int], wanted: dict[int, float]) -> None:
    """The heights nearest to those wanted, by least squares (pooling of neighbours that collide).

    What is above the dividing line stays above it, what is below stays below.
    """
    if not items:
        return
    offsets, total = [], 0.0
    for item in items:
        offsets.append(total + made.slot[item] / 2)
        total += made.slot[item]
    level = _rising([wanted[item] - offset for item, offset in zip(items, offsets, strict=True)], items, made)
    lower = made.lower[items[0]]
    for item, offset, top in zip(items, offsets, level, strict=True):
        made.y[item] = (max(top, 0.0) if lower else min(top, -total)) + offset


def _rising(values: Sequence[float], items: Sequence[int], made: Layers) -> list[float]:
    """The nearest values of which none is less than the one before it; lines passing weigh more."""
    pools: list[tuple[float, float, int]] = []
    for value, item in zip(values, items, strict=True):
        weight, count = (1.0 if made.slot[item] == CARD_SLOT else 2.0), 1
        while pools and pools[-1][0] > value:
            before, heavy, many = pools.pop()
            value = (before * heavy + value * weight) / (heavy + weight)
            weight, count = weight + heavy, count + many
        pools.append((value, weight, count))
    return [value for value, _, count in pools for _ in range(count)]
