"""Texts given their vectors in batches, those embedded before taken from where they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.meaning import Vector
from workbench.ports import Engine, Vectors
from workbench.progress import Progress, silent

BATCH = 128
"""Texts that go to the engine at once; whatever else it is asked waits no longer than for these."""


def embed(
    texts: Sequence[str],
    engine: Engine,
    kept: Vectors | None = None,
    progress: Progress = silent,
    doing: str = "",
) -> tuple[Vector, ...]:
    """The vector of each text, in order; no vectors at all when there is no model.

    Raises:
        EngineFailed: what was embedded until then is kept.
    """
    model = engine.encoder
    if model is None:
        return ()
    found: list[Vector | None] = list(kept.of(model, texts)) if kept else [None] * len(texts)
    missing = [place for place, vector in enumerate(found) if vector is None]
    for start in range(0, len(missing), BATCH):
        progress(start, len(missing), doing)
        batch = missing[start : start + BATCH]
        words = [texts[place] for place in batch]
        made = engine.embed(words)
        if kept:
            kept.keep(model, words, made)
        for place, vector in zip(batch, made, strict=True):
            found[place] = vector
    return tuple(vector for vector in found if vector is not None)
