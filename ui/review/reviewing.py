"""Keeps the review of the draft true to the case: counted by a worker, anew whenever something changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs
from ui.models.origin_count import OriginCounts
from ui.session import Session
from ui.steps import Step, Steps
from workbench.analysis import Analysis, Name
from workbench.held import Held
from workbench.model import ClaimId, DocumentId, Revision, RevisionId, Zone
from workbench.ports import Store
from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.checkable import Checkable
    from workbench.reviewed import Record, Review

PAUSE_MS = 40
"""So long after a change the review is counted, so that several changes in a row are counted once."""


@dataclass(frozen=True, slots=True)
class Question:
    """All that a review follows from, but for the history."""

    held: Held
    story: DocumentId
    draft: Revision
    zones: tuple[Zone, ...]
    names: tuple[Name, ...] | None
    now: datetime
    origins: Mapping[ClaimId, int]


class Reviewing(QObject):
    """Tells the review whenever it may be another. Writes nothing."""

    reviewed = Signal(object)
    """The `Review` of the story that is chosen; None without a story."""
    failed = Signal(str)

    def __init__(self, session: Session, reader: Callable[[], Store], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = Jobs(self)
        self._steps = Steps(self._jobs, self)
        self._counting = _Counting(reader)
        self._names: dict[RevisionId, tuple[Name, ...]] = {}
        self._origins: Mapping[ClaimId, int] = {}
        self._review: Review | None = None
        self._asked = self._answered = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        self._steps.failed.connect(self.failed)
        session.changed.connect(self._follow)
        session.story_changed.connect(self._follow)

    @property
    def review(self) -> Review | None:
        """What was told last."""
        return self._review

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since that was asked."""
        return not self._pause.isActive() and self._answered == self._asked

    def begin(self) -> None:
        """Count anew now."""
        self._pause.stop()
        self._asked += 1
        question = self._question()
        if question is None:
            self._take(self._asked, None)
            return
        work = partial(self._counting.answer, question)
        finish = partial(self._take, self._asked)
        self._steps.add(Step("review", self.tr("Counting what is open"), work, finish))

    def take_names(self, revision: RevisionId, analysis: Analysis) -> None:
        """Know which names the language engine has found in a text."""
        self._names[revision] = analysis.names
        self._follow()

    def take_origins(self, counts: OriginCounts) -> None:
        """Know how many independent origins the claims come down to."""
        known = {
            id: 0 if found is None or found.suggested else found.count
            for id, found in counts.by_claim.items()
            if id not in counts.awaited
        }
        if known != self._origins:
            self._origins = known
            self._follow()

    def close(self) -> None:
        """Stop, before the case is closed."""
        self._pause.stop()
        self._steps.cancel()
        self._jobs.start(self._counting.close)
        self._jobs.wait()

    def _follow(self, *_: object) -> None:
        self._pause.start()

    def _question(self) -> Question | None:
        session, story = self._session, self._session.story()
        draft = session.revision(story.id) if story else None
        if story is None or draft is None:
            return None
        zones = session.layout(draft.id).zones
        names = self._names.get(draft.id)
        now = session.stamp().at
        return Question(session.held(), story.id, draft, zones, names, now, self._origins)

    def _take(self, number: int, review: Review | None) -> None:
        self._answered = number
        self._review = review
        self.reviewed.emit(review)


class _Counting:
    """The worker's side; it keeps what stays the same from one question to the next."""

    def __init__(self, reader: Callable[[], Store]) -> None:
        self._reader = reader
        self._store: Store | None = None
        self._record: Record | None = None
        self._what: tuple[object, Checkable] | None = None
        self._texts: dict[RevisionId, Revision] = {}

    def answer(self, question: Question, _progress: Progress) -> Review:
        """The review that a question asks for."""
        from workbench.reviewed import Record, review_of, signatures_in_force, with_texts

        store = self._store = self._store or self._reader()
        record = self._record = self._record or Record()
        held = with_texts(question.held, self._texts, store)
        record.follow(store, signatures_in_force(held, question.story))
        what = self._checkable(question)
        return review_of(held, question.story, what, record, question.now, question.origins)

    def close(self, _progress: Progress) -> None:
        """Let go of the reader, in the thread that opened it."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _checkable(self, question: Question) -> Checkable:
        """What there is to check follows from the text alone, whatever is marked in it."""
        from workbench.checkable import checkable

        key = (question.draft.id, question.zones, question.names)
        if self._what is None or self._what[0] != key:
            self._what = key, checkable(question.draft.text, question.zones, question.names)
        return self._what[1]
