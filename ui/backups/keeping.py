"""Keeps an open case from being lost: backs it up, brings it to its folder, sees that it is in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Job, Jobs
from ui.session import Session
from workbench.backups import Backup, Backups, Reason
from workbench.errors import CaseBusy
from workbench.progress import Progress
from workbench.standing import Apart, Standing

if TYPE_CHECKING:
    from ui.seams import SharedStore

FIRST_MS = 1_500
"""After so long an opened case is backed up; the window has other things to do first."""
EVERY_MS = 30 * 60_000
"""While changes are made, a backup is made this often."""
AGAIN_MS = 5 * 60_000
"""A backup that failed is tried again after so long."""
PAUSE_MS = 30_000
"""One that found no pause between two changes is tried again after so long; that is no failure."""
SETTLE_MS = 3_000
"""After a pause of so long, a case in a synchronised folder is brought there."""
LOOK_MS = 5_000
"""How often it is looked whether the case is still in its place."""


class Keeping(QObject):
    """Works in a thread of its own, which mostly waits for the disk."""

    stood = Signal(object)
    """How what was done stands now (`Standing`), when that has changed."""
    went_apart = Signal(object)
    """Where our work lies (`Apart`), since somebody else's went another way. Told once."""
    failed = Signal(str)
    """A sentence: no backup could be made. Told once, until one is made again."""

    def __init__(
        self, session: Session, store: SharedStore, backups: Backups, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._backups = session, store, backups
        self._jobs = Jobs(self)
        self._standing = Standing.SAVED
        self._apart: Apart | None = None
        self._told = False
        self._looking: Job | None = None
        self._first = self._timer(FIRST_MS, partial(self.back_up, Reason.OPENING))
        self._every = self._timer(EVERY_MS, partial(self.back_up, Reason.CHANGES))
        self._settle = self._timer(SETTLE_MS, self.look)
        self._look = self._timer(LOOK_MS, self.look)
        session.changed.connect(self._follow)

    def begin(self) -> None:
        """Back the case up, and begin to watch it."""
        if self._store.read_only is None:
            self._first.start()
            self.look()

    def back_up(self, reason: Reason) -> Job:
        """Make a backup now, unless nothing has changed.

        The job's `done` brings it, or None when the last one holds the same, or, except before a merge, a
        `CaseBusy`: not yet.
        """
        self._first.stop()
        self._every.stop()
        work = partial(_back_up, self._backups, self._store, reason, self._session.stamp().at)
        job = self._jobs.start(work)
        job.done.connect(self._made)
        job.failed.connect(self._tell_once)
        return job

    def look(self) -> None:
        """See how the case stands, in the worker; what its folder lacks is brought there."""
        self._settle.stop()
        self._look.start()
        if self._looking is None:
            self._looking = self._jobs.start(partial(_settled, self._store))
            self._looking.done.connect(self._show)
            self._looking.ended.connect(self._looked)

    def close(self) -> None:
        """Stop; a backup that is being made is given up."""
        for timer in (self._first, self._every, self._settle, self._look):
            timer.stop()
        self._jobs.stop()

    def _timer(self, interval_ms: int, do: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(do)
        return timer

    def _follow(self) -> None:
        self._standing = self._store.standing()
        if not self._every.isActive():
            self._every.start(EVERY_MS)
        self._settle.start()

    def _looked(self) -> None:
        self._looking = None

    def _show(self) -> None:
        standing = self._store.standing()  # What the worker saw may be of before the last change.
        if standing is not self._standing:
            self._standing = standing
            self.stood.emit(standing)
        apart = self._store.apart
        if apart is not None and apart != self._apart:
            self._apart = apart
            self.went_apart.emit(apart)

    def _made(self, backup: Backup | CaseBusy | None) -> None:
        self._told = False
        if isinstance(backup, CaseBusy):
            self._every.start(PAUSE_MS)

    def _tell_once(self, sentence: str) -> None:
        self._every.start(AGAIN_MS)
        if not self._told:
            self._told = True
            self.failed.emit(sentence)


def _back_up(
    backups: Backups, store: SharedStore, reason: Reason, at: datetime, progress: Progress
) -> Backup | CaseBusy | None:
    try:
        return backups.take(store.file, store.path, reason, at, progress)
    except CaseBusy as busy:
        if reason is Reason.MERGE:  # What comes next rests on it.
            raise
        return busy


def _settled(store: SharedStore, _progress: Progress) -> Standing:
    return store.settle()
