"""The passages of the open case read for meaning, a while at a time, and looked up by meaning."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from workbench.errors import EngineFailed

if TYPE_CHECKING:
    from ui.engine import SharedEngine
    from ui.seams import SharedStore
    from workbench.evidence.meanings import Meanings
    from workbench.ports import Store, Vectors
    from workbench.progress import Progress

WHILE_S = 2.0
"""After this long, claims that wait to be compared get their turn."""


class Meaning:
    """For one open case. All but `close` belongs to the worker thread, which alone asks for meanings."""

    def __init__(self, store: SharedStore, engine: SharedEngine, open_vectors: Callable[[], Vectors]) -> None:
        self._store = store
        self._engine = engine
        self._open_vectors = open_vectors
        self._vectors: Vectors | None = None
        self._gathered: tuple[Hashable, Meanings | None] | None = None
        self._failed = False

    def read(self, words: str, progress: Progress) -> tuple[int, int]:
        """Embed sentences for a while; `words` tell of it, with {done} and {all}.

        Returns:
            How many sentences were read now, and how many are left that could be.
        """
        try:
            return self._read(words, progress)
        except EngineFailed:
            # Claims are compared by their words then; trying again and again would hold that up.
            self._failed = True
            return 0, 0

    def of(self, store: Store, texts: Hashable) -> Meanings | None:
        """The passages that have been read; gathered anew when `texts` is not what it was."""
        from workbench.evidence.meanings import gather

        if self._gathered is None or self._gathered[0] != texts:
            model = self._model()
            found = gather(store.search, model, self._kept()) if model else None
            self._gathered = texts, found
        return self._gathered[1]

    def close(self) -> None:
        """Release the vectors."""
        if self._vectors is not None:
            self._vectors.close()

    def _read(self, words: str, progress: Progress) -> tuple[int, int]:
        from workbench.evidence.meanings import read_for_meaning

        engine = self._engine()
        texts = self._unread()
        done, begun = 0, monotonic()
        if texts:
            self._gathered = None
            progress(0, len(texts), words.format(done=0, all=len(texts)))
        for done in read_for_meaning(texts, engine, self._kept()):
            progress(done, len(texts), words.format(done=done, all=len(texts)))
            if monotonic() - begun > WHILE_S:
                return done, len(texts) - done
        return done, 0

    def _unread(self) -> Sequence[str]:
        from workbench.evidence.meanings import unread

        model = self._model()
        if model is None:
            return ()
        store = self._store.reader()
        try:
            return unread(store.search, model, self._kept())
        finally:
            store.close()

    def _model(self) -> str | None:
        return None if self._failed else self._engine().encoder

    def _kept(self) -> Vectors:
        if self._vectors is None:
            self._vectors = self._open_vectors()
        return self._vectors
