"""Articles of the library brought into the case, as if they had been imported."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job
from ui.library.offers import Offer
from ui.linked import link_passage
from workbench.model import ClaimId, Passage, Relation, Role, passage
from workbench.text import Span

if TYPE_CHECKING:
    from ui.checking import Checking
    from ui.library.librarian import Librarian
    from ui.session import Session
    from workbench.library import ArticleId
    from workbench.ports import Library
    from workbench.progress import Progress
    from workbench.reading import Reading


@dataclass(frozen=True, slots=True)
class _Wish:
    """What to do with an article once it is read: link `span` to a claim, or only show it."""

    span: Span | None = None
    claim: ClaimId | None = None
    relation: Relation | None = None


class Bringing(QObject):
    """Fetches articles in the background. Each comes in with one change, and can be undone."""

    brought = Signal(str)
    """Title of an article that has come in."""
    arrived = Signal(object)
    """The `Passage` for whose sake it came in, when it was not linked to a claim."""

    def __init__(
        self, session: Session, checking: Checking, librarian: Librarian, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._checking, self._librarian = session, checking, librarian
        self._running: dict[Job, _Wish] = {}

    def bring(self, offer: Offer, relation: Relation | None = None) -> None:
        """Bring the article of a passage in; with a `relation`, link the passage to the current claim."""
        self._fetch(offer.article, _Wish(offer.span, self._session.current, relation))

    def bring_article(self, article: ArticleId) -> None:
        """Bring an article in."""
        self._fetch(article, _Wish())

    def close(self) -> None:
        """Fetch nothing more, before the case is closed."""
        for job in self._running:
            job.cancel()

    def _fetch(self, article: ArticleId, wish: _Wish) -> None:
        job = self._librarian.ask(partial(_reading, article))
        self._running[job] = wish
        job.done.connect(self._take_in)
        job.failed.connect(self._librarian.failed)
        job.ended.connect(self._forget)

    def _take_in(self, reading: Reading | None) -> None:
        wish = next(wish for job, wish in self._running.items() if job is self.sender())
        id = self._checking.take_in(reading, Role.SOURCE) if reading is not None else None
        revision = self._session.revision(id) if id else None
        if reading is None or revision is None:
            return
        if wish.span is not None:
            self._show(passage(revision, wish.span), wish)
        self.brought.emit(reading.title)

    def _show(self, place: Passage, wish: _Wish) -> None:
        """The editor may have gone on to another claim meanwhile: it is the one of the key that counts."""
        claim = self._session.claim(wish.claim) if wish.claim else None
        if wish.relation is not None and claim is not None:
            link_passage(self._session, claim, place, wish.relation)
        else:
            self.arrived.emit(place)

    def _forget(self) -> None:
        for job in [job for job in self._running if job is self.sender()]:
            del self._running[job]


def _reading(article: ArticleId, library: Library, _progress: Progress) -> Reading | None:
    return library.reading(article)
