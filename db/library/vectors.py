"""The vectors of the library's passages: the nearest are found by binary code, then compared exactly.

The codes of a million passages take 48 MB; whole vectors are read for the few hundred nearest codes only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.library import generations
from db.library.nearness import nearest
from db.library.records import Records
from workbench.meaning import WIDTH, Vector

if TYPE_CHECKING:
    from db.library.records import Flags

_COPIED = 50_000
"""Vectors written anew at a time."""


class VectorFiles:
    """The vectors of one model. Those of another give way when the first of a new one is kept."""

    def __init__(self, folder: Path, library: str) -> None:
        self._folder = folder
        self._library = library
        self._present: _Present | None = None

    def model(self) -> str | None:
        """The model whose vectors these are; None when there are none."""
        place = self._place()
        return generations.label(place).get("model") if place else None

    def present(self, model: str, length: int) -> Flags:
        """Whether the passage of each number below `length` has a vector of this model."""
        import numpy as np

        place = self._place()
        if place is None or self.model() != model:
            return np.zeros(length, np.bool_)
        if self._present is None or not self._present.fits(place, length):
            self._present = _Present(place, length)
        return self._present.flags()[:length]

    def keep(self, model: str, vectors: Sequence[tuple[int, Vector]]) -> None:
        """Store vectors of passages that have none; whoever calls holds the right to."""
        import numpy as np

        present = self.present(model, 1 + max((number for number, _ in vectors), default=0))
        new = {number: vector for number, vector in vectors if not present[number]}
        if not new:
            return
        place = self._place()
        if place is None or self.model() != model:
            place = generations.finish(self._folder, self._begun(model))
        rows = np.frombuffer(b"".join(new.values()), np.int8).reshape(len(new), WIDTH)
        Records(place).append(np.fromiter(new, np.int64, len(new)), rows)

    def forget(self, passages: range) -> None:
        """Take out the vectors of removed passages."""
        if place := self._place():
            Records(place).blank(passages)

    def fit(self, existing: Flags) -> None:
        """Write the files anew with one vector each of those passages that still exist."""
        import numpy as np

        place, model = self._place(), self.model()
        if place is None or model is None:
            return
        old = Records(place)
        numbers = old.numbers()
        _, first = np.unique(numbers, return_index=True)
        first = first[(numbers[first] > 0) & (numbers[first] < len(existing))]
        kept = np.sort(first[existing[numbers[first]]])
        unfinished = self._begun(model)
        for start in range(0, len(kept), _COPIED):
            part = kept[start : start + _COPIED]
            Records(unfinished).append(numbers[part], old.rows(part))
        generations.finish(self._folder, unfinished)

    def nearest(self, model: str, vector: Vector, limit: int) -> list[tuple[int, float]]:
        """The numbers of the nearest passages with their cosine (0..1), best first."""
        import numpy as np

        place = self._place()
        if place is None or limit < 1 or self.model() != model:
            return []
        try:
            return nearest(Records(place), np.frombuffer(vector, np.int8), limit)
        except FileNotFoundError:
            if place == self._place():
                raise
            return self.nearest(model, vector, limit)  # the files were written anew meanwhile

    def _place(self) -> Path | None:
        place = generations.current(self._folder)
        return place if place and generations.label(place).get("library") == self._library else None

    def _begun(self, model: str) -> Path:
        return generations.start(self._folder, {"library": self._library, "model": model})


class _Present:
    """Which passages have a vector, one flag a number, read on where the last look ended."""

    def __init__(self, place: Path, length: int) -> None:
        import numpy as np

        self._place = place
        self._flags = np.zeros(length, np.bool_)
        self._seen = 0

    def fits(self, place: Path, length: int) -> bool:
        """Whether this still tells of these files, for so many numbers."""
        return place == self._place and length <= len(self._flags) and self._seen <= len(Records(place))

    def flags(self) -> Flags:
        """The flags as of now."""
        numbers = Records(self._place).numbers()
        new = numbers[self._seen :]
        self._flags[new[(new > 0) & (new < len(self._flags))]] = True
        self._seen = len(numbers)
        return self._flags
