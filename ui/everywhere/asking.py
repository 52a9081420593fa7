"""Asks the whole case, off the GUI thread: only the question asked last is answered."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs
from ui.session import Session
from workbench.change import Key

if TYPE_CHECKING:
    from ui.seams import SharedStore
    from workbench.everywhere.answer import Answer
    from workbench.everywhere.index import Index
    from workbench.progress import Progress

PAUSE_MS = 60
"""How long typing must rest before the case is asked."""


class _Desk:
    """What the worker keeps between two questions. Only the worker touches it."""

    index: Index | None = None


class Asking(QObject):
    """Reads the case when it is first asked, then only what has changed."""

    answered = Signal(str, object)
    """The question as it was typed, and an `Answer`."""
    failed = Signal(str)

    def __init__(self, session: Session, store: SharedStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, store
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._kept = _Desk()
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
        if self._job is not None:
            self._job.cancel()
        self._out_of_date = False
        # A job that is dropped has not followed the case; what it was to take in is told again to the next.
        today = self._session.stamp().at.date()
        work = partial(_answered, self._kept, self._store, frozenset(self._touched), self._typed, today)
        self._job = self._jobs.start(work)
        self._job.done.connect(self._tell)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._forget)

    def _tell(self, told: tuple[str, frozenset[Key], Answer]) -> None:
        typed, taken, answer = told
        self._touched -= taken
        self.answered.emit(typed, answer)

    def _forget(self) -> None:
        if self._job is self.sender():
            self._job = None
            if self._out_of_date:
                self._pause.start()


def _answered(
    kept: _Desk, store: SharedStore, touched: frozenset[Key], typed: str, today: date, _progress: Progress
) -> tuple[str, frozenset[Key], Answer]:
    from workbench.everywhere.answer import answer
    from workbench.everywhere.index import Index
    from workbench.everywhere.query import asked

    if kept.index is None or touched:
        reader = store.reader()
        try:
            if kept.index is None:
                kept.index = Index(reader)
            else:
                kept.index.follow(reader, touched)
        finally:
            reader.close()
    return typed, touched, answer(kept.index, asked(typed), today)
