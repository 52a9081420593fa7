"""Vectors kept for as long as the program runs, where there is no file to keep them in."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.meaning import Vector


class RememberedVectors:
    """Implements `workbench.ports.Vectors` in memory."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Vector] = {}

    def of(self, model: str, texts: Sequence[str]) -> tuple[Vector | None, ...]:
        """The vector of each text, None where there is none yet."""
        return tuple(self._kept.get((model, text)) for text in texts)

    def keep(self, model: str, texts: Sequence[str], vectors: Sequence[Vector]) -> None:
        """Store vectors; those already there are left."""
        for text, vector in zip(texts, vectors, strict=True):
            self._kept.setdefault((model, text), vector)

    def close(self) -> None:
        """Forget all of them."""
        self._kept.clear()
