"""Which passages there are, and which of them have no vector yet.

Asked for before every few sentences that are embedded, so at a million passages nothing may be read twice:
both are kept as one flag a number and brought up to date only where something changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database

from db.connection import number
from db.library import shelf

if TYPE_CHECKING:
    from db.library.records import Flags, Numbers
    from db.library.vectors import VectorFiles


class Waiting:
    """Compares the shelf with the vectors."""

    def __init__(self, db: Database, vectors: VectorFiles) -> None:
        self._db = db
        self._vectors = vectors
        self._seen: tuple[int, int] | None = None
        self._existing: Flags

    def existing(self) -> Flags:
        """Whether there is a passage of each number; the place in the array is the number."""
        now = number(self._db, "data_version"), self._db.conn.total_changes
        if now != self._seen:
            self._existing = _flags(self._db)
            self._seen = now
        return self._existing

    def numbers(self, model: str | None) -> Numbers:
        """The passages without a vector of this model, ascending."""
        import numpy as np

        existing = self.existing()
        if model is None:
            return np.flatnonzero(existing)
        return np.flatnonzero(existing & ~self._vectors.present(model, len(existing)))


def _flags(db: Database) -> Flags:
    import numpy as np

    steps = np.zeros(shelf.newest_passage(db) + 2, np.int8)
    if found := shelf.ranges(db):
        first, count = np.array(found).T
        np.add.at(steps, first, 1)
        np.add.at(steps, first + count, -1)
    return np.cumsum(steps, dtype=np.int8) > 0
