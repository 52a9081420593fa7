"""Asks the whole case, off the GUI thread: only the question asked last is answered."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs, Work
from ui.session import Session
from workbench.change import Key

if TYPE_CHECKING:
    from ui.models.found_rows import FoundRow
    from ui.seams import SharedStore
    from workbench.everywhere.answer import Answer
    from workbench.everywhere.index import Index
    from workbench.progress import Progress

PAUSE_MS = 60
"""How long typing must rest before the case is asked."""
PIECE = 300
"""So many steps of the history are read at a time; a question waits for one piece at most."""


class _Kept:
    """What is kept between two questions. Only the worker touches the index."""

    index: Index | None = None
    complete = False


class _Told(NamedTuple):
    """What the worker brings: the question, the values whose changes it took in, and what it found."""

    typed: str
    taken: frozenset[Key]
    answer: Answer
    rows: list[FoundRow]
    complete: bool


class Asking(QObject):
    """Reads the case when it is first asked, its history after that; then only what has changed."""

    answered = Signal(str, object, object)
    """The question as it was typed, an `Answer`, and its rows (`FoundRow`)."""
    failed = Signal(str)

    def __init__(self, session: Session, store: SharedStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._kept = _Kept()
        self._touched: set[Key] = set()
        self._typed = ""
        self._out_of_date = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        session.changed.connect(self._note)

    def ask(self, typed: str) -> None:
        """Ask once typing rests."""
        self._typed = typed
        self._pause.start()

    def again(self) -> None:
        """Ask the same again: the case has changed. A question being answered is answered first."""
        if self._job is not None:
            self._out_of_date = True
        elif not self._pause.isActive():
            self._pause.start()

    def close(self) -> None:
        """Stop, before the case is closed."""
        self._pause.stop()
        self._jobs.stop()

    def _note(self, keys: frozenset[Key]) -> None:
        self._touched |= keys

    def _begin(self) -> None:
        self._out_of_date = False
        # A job that is dropped may not have followed the case: what it was to take in is told to the next.
        today = self._session.stamp().at.date()
        work = partial(_answered, self._kept, self._store, frozenset(self._touched), self._typed, today)
        self._start(work).done.connect(self._tell)

    def _tell(self, told: _Told) -> None:
        self._kept.complete = told.complete
        self._touched -= told.taken
        self.answered.emit(told.typed, told.answer, told.rows)
        self._read_back()

    def _read_back(self) -> None:
        """Read the history piece by piece, so that a question need not wait for all of it."""
        if not self._kept.complete and not self._pause.isActive():
            self._start(partial(_read_on, self._kept, self._store)).done.connect(self._go_on)

    def _go_on(self, complete: bool) -> None:
        self._kept.complete = complete
        if complete or self._out_of_date:
            self._pause.start()
        else:
            self._read_back()

    def _start(self, work: Work) -> Job:
        if self._job is not None:
            self._job.cancel()
        job = self._job = self._jobs.start(work)
        job.failed.connect(self.failed)
        job.ended.connect(self._forget)
        return job

    def _forget(self) -> None:
        if self._job is self.sender():
            self._job = None
            if self._out_of_date:
                self._pause.start()


def _answered(
    kept: _Kept, store: SharedStore, touched: frozenset[Key], typed: str, today: date, _progress: Progress
) -> _Told:
    from ui.everywhere.rows import rows_of
    from workbench.everywhere.answer import answer
    from workbench.everywhere.index import Index
    from workbench.everywhere.query import asked

    if kept.index is None or touched:
        with closing(store.reader()) as reader:
            if kept.index is None:
                kept.index = Index(reader)
                kept.index.read_back(reader, PIECE)
            else:
                kept.index.follow(reader, touched)
    found = answer(kept.index, asked(typed), today)
    return _Told(typed, touched, found, rows_of(found), kept.index.is_complete)


def _read_on(kept: _Kept, store: SharedStore, _progress: Progress) -> bool:
    assert kept.index is not None
    with closing(store.reader()) as reader:
        kept.index.read_back(reader, PIECE)
    return kept.index.is_complete
