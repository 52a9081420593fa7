"""The fingerprints of the case: one row for every document, of its latest revision outside furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database

from db.connection import number, transaction
from db.fingerprints import entries, joined, sharers
from db.values import latest, one
from workbench.foreseen import fingerprints_of
from workbench.model import DocumentId, Layout
from workbench.ports import Sharing
from workbench.tracing.fingerprints import FORM

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from db.fingerprints import Entries

    Packed = NDArray[np.uint32]


class SharingSearch:
    """Finds documents that share fingerprints. All of them are kept in memory until something is written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._seen: tuple[int, int] | None = None
        self._documents: list[DocumentId]
        self._entries: Entries

    def sharing(self, asked: Sequence[int], limit: int, exclude: DocumentId | None) -> tuple[Sharing, ...]:
        """The documents that share the most and the rarest of the fingerprints `asked`, best first."""
        self._refresh()
        owner = self._documents.index(exclude) + 1 if exclude in self._documents else 0
        found = sharers((self._entries,), asked, texts=len(self._documents), limit=limit, exclude=owner)
        return tuple(
            Sharing(self._documents[sharer.owner - 1], sharer.shared, sharer.weight) for sharer in found
        )

    def _refresh(self) -> None:
        now = number(self._db, "data_version"), self._db.conn.total_changes
        if now != self._seen:
            rows = self._db.conn.execute(_ROWS, (FORM,)).fetchall()
            self._documents = [DocumentId(document) for document, _ in rows]
            self._entries = joined(
                [entries(_unpacked(content), owner) for owner, (_, content) in enumerate(rows, 1)]
            )
            self._seen = now


def refresh(db: Database, documents: Iterable[DocumentId]) -> None:
    """Bring the fingerprints of these documents in line with their texts. Belongs inside a transaction."""
    for document in sorted(documents):
        found = _expected(db, document)
        if found is None:
            db.conn.execute("DELETE FROM fingerprint WHERE document = ?", (document,))
        else:
            db.conn.execute(
                "INSERT OR REPLACE INTO fingerprint (document, form, content) VALUES (?, ?, ?)",
                (document, FORM, found),
            )


def catch_up(db: Database) -> None:
    """Make the fingerprints of documents that have none, or some made in an earlier way."""
    missing = db.conn.execute(_MISSING, (FORM,)).fetchall()
    if missing:
        with transaction(db):
            refresh(db, (DocumentId(document) for (document,) in missing))


def is_sound(db: Database, document: DocumentId) -> bool:
    """Whether the fingerprints stored for a document, if any of today's form are, are those of its text."""
    row = db.conn.execute(_STORED, (document, FORM)).fetchone()
    return row is None or row[0] == _expected(db, document)


def _expected(db: Database, document: DocumentId) -> bytes | None:
    """What the row of a document has to hold; None when it has no text."""
    revision = latest(db, document)
    if revision is None:
        return None
    layout = one(db, Layout, revision.id)
    return _packed(fingerprints_of(revision.text, layout.zones if layout else ()))


def _packed(values: Sequence[int]) -> bytes:
    import numpy as np

    return np.array(values, "<u4").tobytes()


def _unpacked(content: bytes) -> Packed:
    import numpy as np

    return np.frombuffer(content, "<u4")


_ROWS = "SELECT document, content FROM fingerprint WHERE form = ? ORDER BY document"
_STORED = "SELECT content FROM fingerprint WHERE document = ? AND form = ?"
_MISSING = """
    SELECT DISTINCT document FROM revision
    WHERE document NOT IN (SELECT document FROM fingerprint WHERE form = ?)
"""
