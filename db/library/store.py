"""One open library, implementing `workbench.ports.Library`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from db.connection import transaction
from db.library import shelf
from db.library.copies import CopyIndex, CopyWriter
from db.library.failures import LibraryInUse, decoding, failing, in_use
from db.library.opening import identity, open_database
from db.library.vectors import VectorFiles
from db.library.waiting import Waiting
from db.library.words import Words, WordWriter
from workbench.library import Article, ArticleId, LibraryHit, LibrarySharing, LibraryState
from workbench.meaning import Vector

if TYPE_CHECKING:
    from workbench.progress import Progress
    from workbench.reading.result import Reading

_ARTICLES_AT_ONCE = 100
"""Articles kept in one transaction: few enough that others who write need not wait long."""

_PASSAGES_AT_ONCE = 1_000
_PASSAGES_A_COMMIT = 50_000
"""A commit of the word index costs 80 ms however small it is."""

_PATIENCE_S = 10.0
_DOING = "Indexing the library"


def open_library(folder: Path, *, read_only: bool = False) -> LibraryFile:
    """Open the library in `folder`; unless `read_only`, make one where there is none.

    Raises:
        LibraryFailed: with a sentence that says why.
    """
    return LibraryFile(Path(os.path.realpath(folder)), read_only=read_only)


class LibraryFile:
    """One open library. Several threads, windows and processes may each have their own object of it."""

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        self._path = folder
        self._db = open_database(folder, read_only=read_only)
        with failing(folder):
            id = identity(self._db)
        self._words = Words(folder / "words", id)
        self._copies = CopyIndex(folder / "copies", id)
        self._vectors = VectorFiles(folder / "vectors", id)
        self._waiting = Waiting(self._db, self._vectors)

    @property
    def path(self) -> Path:
        """The folder it lies in."""
        return self._path

    def state(self) -> LibraryState:
        """How much is there, and what still waits to be indexed."""
        with failing(self._path):
            articles, passages = shelf.counts(self._db)
            unindexed = shelf.count_after(self._db, min(self._words.newest(), self._copies.newest()))
            return LibraryState(
                articles, passages, unindexed, len(self._waiting.numbers(self._vectors.model()))
            )

    def articles(self, words: str = "", *, limit: int = 500) -> tuple[Article, ...]:
        """The articles whose title or outlet holds all of `words`, those added last first."""
        with failing(self._path):
            return shelf.listed(self._db, words, limit)

    def add(self, readings: Iterable[Reading], at: str) -> tuple[Article, ...]:
        """Keep articles, durably. One whose text is there already is not added twice, and not returned.

        They are found by their words and fingerprints after `index`, and by meaning once their vectors are
        kept. Many articles are kept in several steps, each of which lasts whatever becomes of the next.
        """
        source = iter(readings)
        added: list[Article] = []
        while batch := list(islice(source, _ARTICLES_AT_ONCE)):
            with failing(self._path), transaction(self._db):
                put = [shelf.put(self._db, reading, at) for reading in batch]
            added += [article for article in put if article is not None]
        return tuple(added)

    def remove(self, article: ArticleId) -> None:
        """Take an article out for good."""
        with failing(self._path):
            with transaction(self._db):
                shelf.take_out(self._db, article)
            # Whoever is indexing finds the note of it there; until then no search returns what is gone.
            with suppress(LibraryInUse), self._writing("words", 0), self._words.writing() as writer:
                self._sweep(writer)

    def reading(self, article: ArticleId) -> Reading | None:
        """The article as it was read in, ready to be taken into a case; None when it is not there."""
        with failing(self._path), decoding(self._path):
            return shelf.reading(self._db, article)

    def index(self, progress: Progress) -> None:
        """Make what was added findable by its words and fingerprints.

        Safe to stop: what is indexed stays indexed.
        """
        with failing(self._path), self._writing("words", 0), self._words.writing() as words:
            self._sweep(words)
            with self._writing("copies"):
                copies = self._copies.writing()
                self._catch_up(copies, words.newest, progress)
                self._fill(words, copies, progress)

    def rebuild(self, progress: Progress) -> None:
        """Throw the indexes away and make them anew from the articles; vectors are kept where they fit."""
        with failing(self._path):
            with self._writing("words", 0):
                self._words.clear()
            with self._writing("copies"):
                self._copies.clear()
            with self._writing("vectors"):
                self._vectors.fit(self._waiting.existing())
        self.index(progress)

    def unembedded(self, model: str, *, limit: int) -> tuple[tuple[int, str], ...]:
        """Passages that have no vector of this model yet: their number and their words."""
        with failing(self._path):
            return tuple(shelf.texts(self._db, self._waiting.numbers(model)[:limit].tolist()))

    def keep(self, model: str, vectors: Sequence[tuple[int, Vector]]) -> None:
        """Store the vectors of passages, by number. Vectors of another model give way."""
        with failing(self._path), self._writing("vectors"):
            there = {seq for seq, _ in shelf.texts(self._db, [seq for seq, _ in vectors])}
            self._vectors.keep(model, [(seq, vector) for seq, vector in vectors if seq in there])

    def passages(self, terms: Sequence[str], *, limit: int) -> tuple[LibraryHit, ...]:
        """The passages that hold the most and the rarest of `terms`, best first. Terms are plain words."""
        with failing(self._path):
            return self._hits(self._words.find(terms, limit))

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> tuple[LibrarySharing, ...]:
        """The articles that share the most and the rarest fingerprints, best first."""
        with failing(self._path):
            found = self._copies.find(fingerprints, articles=shelf.roughly_all(self._db), limit=limit)
            ids = shelf.starting_at(self._db, [sharer.owner for sharer in found])
            return tuple(
                LibrarySharing(ids[sharer.owner], sharer.shared, sharer.weight)
                for sharer in found
                if sharer.owner in ids
            )

    def nearest(self, model: str, vector: Vector, *, limit: int) -> tuple[LibraryHit, ...]:
        """The passages nearest in meaning (`rank` is the cosine, 0..1), best first."""
        with failing(self._path):
            return self._hits(self._vectors.nearest(model, vector, limit))

    def close(self) -> None:
        """Release files and locks. Calling it twice does nothing."""
        self._words.close()
        self._copies.close()
        self._db.close()

    def _hits(self, found: Sequence[tuple[int, float]]) -> tuple[LibraryHit, ...]:
        places = shelf.places(self._db, [seq for seq, _ in found])
        return tuple(LibraryHit(*places[seq], rank) for seq, rank in found if seq in places)

    def _catch_up(self, copies: CopyWriter, newest: int, progress: Progress) -> None:
        """Add to the index of copies what only the word index has: in an older library, everything."""
        start = copies.reached
        try:
            for done in range(0, newest - start, _PASSAGES_AT_ONCE):
                progress(done, newest - start, _DOING)
                self._take_in(copies, min(newest, start + done + _PASSAGES_AT_ONCE))
        finally:
            copies.commit()

    def _fill(self, words: WordWriter, copies: CopyWriter, progress: Progress) -> None:
        done, total = 0, shelf.count_after(self._db, words.newest)
        try:
            for batch in shelf.texts_after(self._db, words.newest, _PASSAGES_AT_ONCE):
                progress(done, total, _DOING)
                words.add(batch)
                self._take_in(copies, batch[-1][0])
                done += len(batch)
                if done % _PASSAGES_A_COMMIT < len(batch):
                    words.commit()
                    copies.commit()
        finally:
            words.commit()
            copies.commit()
        progress(done, max(done, total), _DOING)

    def _take_in(self, copies: CopyWriter, upto: int) -> None:
        with decoding(self._path):
            copies.add(shelf.contents(self._db, copies.reached, upto))

    def _sweep(self, writer: WordWriter) -> None:
        """Let the indexes forget what was removed from the shelf."""
        notes = shelf.removals(self._db)
        if not notes:
            return
        for _, passages in notes:
            writer.forget(passages)
        writer.commit()
        with self._writing("vectors"), self._writing("copies"):
            for _, passages in notes:
                self._vectors.forget(passages)
                self._copies.forget(passages)
        with transaction(self._db):
            shelf.strike(self._db, [note for note, _ in notes])

    @contextmanager
    def _writing(self, index: str, patience_s: float = _PATIENCE_S) -> Iterator[None]:
        """The right to write one of the indexes, which the system takes back when the process ends."""
        lock = FileLock(self._path / f".{index}.lock", timeout=patience_s)
        try:
            lock.acquire()
        except Timeout as error:
            raise in_use() from error
        try:
            yield
        finally:
            lock.release()
