"""What the library has for the claim that is current: by its words at once, judged a little later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job
from ui.library.offers import offers, texts_of
from workbench.change import Key
from workbench.model import Claim, Document, Revision

if TYPE_CHECKING:
    from ui.engine import SharedEngine
    from ui.library.librarian import Librarian
    from ui.library.offers import Offer
    from ui.seams import SharedStore
    from ui.session import Session
    from workbench.library import ArticleId, LibraryHit
    from workbench.ports import Library
    from workbench.progress import Progress

PAUSE_MS = 150
"""Who steps through claims quickly asks nothing of the library."""
MOST = 5
_AT_FIRST = 12
"""Passages looked at for the first answer; several may be of one article, or of one in the case."""


class LibrarySuggestions(QObject):
    """Follows the session's current claim. Only the claim asked for last is answered."""

    offered = Signal(object, object, bool)
    """ClaimId, a tuple of `Offer`, and whether that is all (not while they are still being compared)."""

    def __init__(
        self,
        session: Session,
        store: SharedStore,
        librarian: Librarian,
        engine: SharedEngine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._librarian, self._engine = librarian, engine
        self._claim: Claim | None = None
        self._running: list[Job] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        session.current_changed.connect(self._pause.start)
        session.changed.connect(self._follow)
        librarian.changed.connect(self._pause.start)

    def close(self) -> None:
        """Ask nothing more, before the case is closed."""
        self._pause.stop()
        self._drop()

    def _follow(self, keys: frozenset[Key]) -> None:
        """Other texts in the case, or other words in the claim, make another answer."""
        current = self._session.current
        if any(key.kind in (Document, Revision) or key.id == current for key in keys):
            self._pause.start()

    def _begin(self) -> None:
        self._drop()
        session = self._session
        self._claim = session.claim(session.current) if session.current else None
        if self._claim is None or not self._librarian.begun:
            return
        quick = partial(_by_words, self._claim.wording, self._store)
        self._listen(self._librarian.ask(quick), self._tell_first)

    def _tell_first(self, found: tuple[Offer, ...]) -> None:
        if self._claim is None:
            return
        self.offered.emit(self._claim.id, found, False)
        document = self._session.document(self._claim.passage.document)
        published = document.published if document else None
        judged = partial(_judged, self._claim.wording, published, self._store, self._engine)
        self._listen(self._librarian.ask_slowly(judged), self._tell_all)

    def _tell_all(self, found: tuple[Offer, ...]) -> None:
        if self._claim is not None:
            self.offered.emit(self._claim.id, found, True)

    def _listen(self, job: Job, tell: Callable[[Any], None]) -> None:
        self._running.append(job)
        job.done.connect(tell)
        job.failed.connect(self._go_without)
        job.ended.connect(self._forget)

    def _go_without(self, _sentence: str) -> None:
        """The library or the engine did not answer: the panel says nothing of it, work on either does."""
        if self._claim is not None:
            self.offered.emit(self._claim.id, (), True)

    def _drop(self) -> None:
        for job in self._running:
            job.cancel()

    def _forget(self) -> None:
        self._running = [job for job in self._running if job is not self.sender()]


def _by_words(claim: str, store: SharedStore, library: Library, _progress: Progress) -> tuple[Offer, ...]:
    """The best passages by their words alone, one of each article."""
    from workbench.evidence.asked import Found
    from workbench.evidence.library import nominate

    best: dict[ArticleId, LibraryHit] = {}
    for hit in nominate(claim, library, limit=_AT_FIRST):
        best.setdefault(hit.article, hit)
    reader = store.reader()
    try:
        return offers([Found(hit, ()) for hit in best.values()], library, texts_of(reader))[:MOST]
    finally:
        reader.close()


def _judged(
    claim: str,
    published: str | None,
    store: SharedStore,
    engine: SharedEngine,
    library: Library,
    _progress: Progress,
) -> tuple[Offer, ...]:
    """The passages that bear on the claim, what contradicts it and what supports it first."""
    from workbench.evidence.asked import Found
    from workbench.evidence.library import find_in_library
    from workbench.library import LibraryHit

    findings = find_in_library(claim, published, library, engine(), limit=2 * MOST)
    judgements = {(item.article, item.span): item.judgement for item in findings}
    hits = [Found(LibraryHit(item.article, item.span, item.text, 0.0), ()) for item in findings]
    reader = store.reader()
    try:
        known = offers(hits, library, texts_of(reader))
    finally:
        reader.close()
    return tuple(replace(item, judgement=judgements[item.article, item.span]) for item in known)[:MOST]
