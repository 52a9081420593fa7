"""Search over the case: the sentences outside furniture of every document's latest revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database

from db.asking import Term, chosen, is_firm
from db.failures import reading
from db.sharing import SharingSearch
from db.values import latest, one
from workbench.change import Change
from workbench.foreseen import sentences_of
from workbench.model import DocumentId, Layout, Revision, RevisionId
from workbench.ports import Hit, Sharing
from workbench.text import Span

_RAREST = 12

_Place = tuple[str, int, int]


class PassageSearch:
    """Looks for passages by BM25 over stemmed words, accents ignored; for copies by fingerprints."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path
        self._sharing = SharingSearch(db)

    def passages(
        self, terms: Sequence[str], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Hit, ...]:
        """The passages that hold the most and the rarest of `terms`, best first. Terms are plain words."""
        with reading(self._path):
            wanted = chosen(self._counted(terms), rarest=_RAREST)
            if not wanted:
                return ()
            rows = self._db.conn.execute(_SEARCH, (" OR ".join(wanted), exclude, limit)).fetchall()
        return tuple(
            Hit(DocumentId(document), RevisionId(revision), Span(start, end), text, rank)
            for document, revision, start, end, text, rank in rows
        )

    def every(self) -> tuple[Hit, ...]:
        """All passages there are, in no particular order; `rank` is 0."""
        with reading(self._path):
            rows = self._db.conn.execute(_EVERY).fetchall()
        return tuple(
            Hit(DocumentId(document), RevisionId(revision), Span(start, end), text, 0.0)
            for document, revision, start, end, text in rows
        )

    def sharing(
        self, fingerprints: Sequence[int], *, limit: int, exclude: DocumentId | None = None
    ) -> tuple[Sharing, ...]:
        """The documents that share the most and the rarest fingerprints, best first."""
        with reading(self._path):
            return self._sharing.sharing(fingerprints, limit, exclude)

    def _counted(self, terms: Iterable[str]) -> Iterator[Term]:
        count = "SELECT count(*) FROM passage WHERE passage MATCH ?"
        for phrase, term in {_quoted(term): term for term in terms}.items():
            (found,) = self._db.conn.execute(count, (phrase,)).fetchone()
            yield Term(phrase, found, is_firm(term))


def refresh(db: Database, change: Change) -> None:
    """Bring the search in line with a change just written. Belongs inside its transaction."""
    for document in sorted(touched(db, change)):
        _index(db, document)


def _index(db: Database, document: DocumentId) -> None:
    revision = latest(db, document)
    wanted = _places(db, revision) if revision else {}
    rows = db.conn.execute(
        "SELECT seq, revision, span_start, span_end FROM sentence WHERE document = ?", (document,)
    ).fetchall()
    known = {(id, start, end): seq for seq, id, start, end in rows}
    _forget(db, [seq for place, seq in known.items() if place not in wanted])
    if revision:
        _add(db, revision, [place for place in wanted if place not in known])


def _places(db: Database, revision: Revision) -> dict[_Place, None]:
    """Where the sentences of a revision stand, in order."""
    layout = one(db, Layout, revision.id)
    found = sentences_of(revision.text, layout.zones if layout else ())
    return {(revision.id, span.start, span.end): None for span in found}


def _forget(db: Database, seqs: list[int]) -> None:
    rows = [(seq,) for seq in seqs]
    db.conn.executemany("DELETE FROM passage WHERE rowid = ?", rows)
    db.conn.executemany("DELETE FROM sentence WHERE seq = ?", rows)


def _add(db: Database, revision: Revision, places: list[_Place]) -> None:
    (last,) = db.conn.execute("SELECT coalesce(max(seq), 0) FROM sentence").fetchone()
    numbered = list(enumerate(places, last + 1))
    db.conn.executemany(
        "INSERT INTO sentence (seq, document, revision, span_start, span_end) VALUES (?, ?, ?, ?, ?)",
        [(seq, revision.document, *place) for seq, place in numbered],
    )
    db.conn.executemany(
        "INSERT INTO passage (rowid, text) VALUES (?, ?)",
        [(seq, revision.text[start:end]) for seq, (_, start, end) in numbered],
    )


def touched(db: Database, change: Change) -> set[DocumentId]:
    """The documents whose text or layout a change concerns."""
    values = [value for edit in change.edits for value in (edit.before, edit.after)]
    found = {value.document for value in values if isinstance(value, Revision)}
    for value in values:
        if isinstance(value, Layout):
            row = db.conn.execute("SELECT document FROM revision WHERE id = ?", (value.id,)).fetchone()
            found.update(map(DocumentId, row or ()))
    return found


def _quoted(term: str) -> str:
    # Inside quotes everything is words to FTS5, save NUL, which would end the query.
    plain = term.encode("utf-8", "ignore").decode().replace("\0", " ").casefold()
    return '"' + plain.replace('"', '""') + '"'


_SEARCH = """
    SELECT sentence.document, sentence.revision, span_start, span_end, passage.text, -passage.rank
    FROM passage JOIN sentence ON sentence.seq = passage.rowid
    WHERE passage MATCH ?1 AND (?2 IS NULL OR sentence.document <> ?2)
    ORDER BY passage.rank, passage.rowid LIMIT ?3
"""
_EVERY = """
    SELECT sentence.document, sentence.revision, span_start, span_end, passage.text
    FROM sentence JOIN passage ON passage.rowid = sentence.seq
"""
