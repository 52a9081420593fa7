"""The passages of a case by meaning: which come nearest to a sentence, whatever their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.meaning import WIDTH, Vector
from workbench.model import DocumentId
from workbench.ports import Engine, Hit, Search, Vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 64
"""Sentences that go to the engine at once; whatever else it is asked waits no longer than for these."""

_BLOCK = 8192
"""Rows that are widened at a time, so that memory stays small."""


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """Passages and their vectors, one row of `matrix` (signed bytes) for each; made by `gather`."""

    model: str
    passages: tuple[Hit, ...]
    matrix: NDArray[np.int8]

    def nearest(
        self, vectors: Sequence[Vector], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        """The passages nearest to any of `vectors`, best first; `rank` is the cosine."""
        import numpy as np

        if not vectors or not self.passages:
            return ()
        asked = np.stack([np.frombuffer(vector, np.int8) for vector in vectors]).astype(np.float32)
        cosines = self._cosines(asked / np.float32(127 * 127))
        found: list[Hit] = []
        for place in np.argsort(-cosines, kind="stable"):
            hit = self.passages[place]
            if hit.document != exclude:
                found.append(Hit(hit.document, hit.revision, hit.span, hit.text, float(cosines[place])))
            if len(found) == limit:
                break
        return tuple(found)

    def _cosines(self, asked: NDArray[np.float32]) -> NDArray[np.float32]:
        """For each passage the cosine with the nearest of `asked`."""
        import numpy as np

        blocks = (self.matrix[at : at + _BLOCK] for at in range(0, len(self.matrix), _BLOCK))
        return np.concatenate([(block.astype(np.float32) @ asked.T).max(axis=1) for block in blocks])


def gather(search: Search, model: str, vectors: Vectors) -> Meanings:
    """All passages of a case that have a vector of this model."""
    import numpy as np

    every = search.every()
    known = vectors.of(model, [hit.text for hit in every])
    rows = [(hit, vector) for hit, vector in zip(every, known, strict=True) if vector is not None]
    matrix = np.frombuffer(b"".join(vector for _, vector in rows), np.int8).reshape(len(rows), WIDTH)
    return Meanings(model, tuple(hit for hit, _ in rows), matrix)


def unread(search: Search, model: str, vectors: Vectors) -> tuple[str, ...]:
    """The sentences of a case that have no vector of this model yet, each once."""
    texts = tuple(dict.fromkeys(hit.text for hit in search.every()))
    known = vectors.of(model, texts)
    return tuple(text for text, vector in zip(texts, known, strict=True) if vector is None)


def read_for_meaning(texts: Sequence[str], engine: Engine, vectors: Vectors) -> Iterator[int]:
    """Embed sentences and keep their vectors, batch by batch; yields how many are done after each.

    Stop asking for more at any time: what is done is kept. Without a model nothing is done.
    """
    model = engine.encoder
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        made = engine.embed(batch)
        if model is None or not made:
            return
        vectors.keep(model, batch, made)
        yield start + len(batch)
