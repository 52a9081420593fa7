"""Search by hand, off the GUI thread: only the question asked last is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs
from ui.library.offers import offers, texts_of

if TYPE_CHECKING:
    from ui.library.librarian import Librarian
    from ui.library.offers import Offer
    from ui.seams import SharedStore
    from workbench.evidence.asked import Found
    from workbench.ports import Hit, Library
    from workbench.progress import Progress

PAUSE_MS = 90
"""How long typing must rest before the documents are searched."""
MOST = 40
"""So many passages of the case are shown; who needs more asks more exactly."""
MOST_OFFERS = 20


class Searching(QObject):
    """Looks for words in the case's documents, then in the library, if there is one."""

    found = Signal(str, object)
    """The words, and a tuple of `Found[Hit]`."""
    offered = Signal(str, object)
    """The words, and a tuple of `Offer`."""
    failed = Signal(str)

    def __init__(
        self, store: SharedStore, librarian: Librarian | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._librarian = store, librarian
        self._jobs = Jobs(self)
        self._running: list[Job] = []
        self._words = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def ask(self, words: str) -> None:
        """Look for `words` once typing rests."""
        self._words = " ".join(words.split())
        self._pause.start()

    def again(self) -> None:
        """Look for the same words again: documents have come or gone."""
        if self._words:
            self._pause.start()

    def close(self) -> None:
        """Stop looking, before the case is closed."""
        self._pause.stop()
        self._drop()
        self._jobs.stop()

    def _begin(self) -> None:
        self._drop()
        words = self._words
        self._listen(self._jobs.start(partial(_search_case, words, self._store)), self._tell_found)
        if self._librarian is not None and self._librarian.begun:
            job = self._librarian.ask(partial(_search_library, words, self._store))
            self._listen(job, self._tell_offered)

    def _listen(self, job: Job, tell: Callable[[Any], None]) -> None:
        self._running.append(job)
        job.done.connect(tell)
        job.failed.connect(self.failed)
        job.ended.connect(self._forget)

    def _drop(self) -> None:
        for job in self._running:
            job.cancel()

    def _forget(self) -> None:
        self._running = [job for job in self._running if job is not self.sender()]

    def _tell_found(self, answer: tuple[str, tuple[Found[Hit], ...]]) -> None:
        self.found.emit(*answer)

    def _tell_offered(self, answer: tuple[str, tuple[Offer, ...]]) -> None:
        self.offered.emit(*answer)


def _search_case(words: str, store: SharedStore, _progress: Progress) -> tuple[str, tuple[Found[Hit], ...]]:
    from workbench.evidence.asked import search_case

    reader = store.reader()
    try:
        return words, search_case(words, reader.search, limit=MOST)
    finally:
        reader.close()


def _search_library(
    words: str, store: SharedStore, library: Library, _progress: Progress
) -> tuple[str, tuple[Offer, ...]]:
    from workbench.evidence.asked import search_library

    found = search_library(words, library, limit=MOST_OFFERS)
    reader = store.reader()
    try:
        return words, offers(found, library, texts_of(reader))
    finally:
        reader.close()
