"""Work off the GUI thread: one worker, each job ending exactly once, in the GUI thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from workbench.errors import WorkbenchError
from workbench.progress import Cancelled, Progress

Work = Callable[[Progress], Any]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a job ended: with a result, or with what was raised."""

    result: object = None
    error: BaseException | None = None


class Job(QObject):
    """One piece of work. Ends in one of `done`, `failed`, `cancelled`; once cancelled, never in `done`."""

    done = Signal(object)
    failed = Signal(str)
    """A sentence for the editor."""
    cancelled = Signal()
    progressed = Signal(int, int, str)
    """Steps done, steps in all, and what is being done."""
    ended = Signal()
    """After any of the three; the job is about to be deleted."""

    _stepped = Signal(int, int, str)
    _came_back = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        # Told again from the GUI thread, so that who connects after the start misses nothing.
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._came_back.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def _report(self, done: int, total: int, doing: str) -> None:
        """The job's `Progress`; runs in the worker thread."""
        self._check()
        self._stepped.emit(done, total, doing)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _settle(self, outcome: _Outcome) -> None:
        error = outcome.error
        if self._stop.is_set() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is None:
            self.done.emit(outcome.result)
        elif isinstance(error, WorkbenchError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(self.tr("Something went wrong in Twosource. The case is as it was."))
            sys.excepthook(type(error), error, error.__traceback__)
        self.ended.emit()
        self.deleteLater()


class Jobs(QObject):
    """Runs jobs one after the other in a single worker thread.

    One, because several busy threads make the window late; heavy work belongs in a child process,
    and the worker only waits for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(
            -1
        )  # the same thread for good: some things belong to the one that opened them

    def start(self, work: Work) -> Job:
        """Run `work(progress)` when the worker is free. The job is ours to keep alive, and deletes itself."""
        job = Job(self)
        self._pool.start(_Runnable(work, job))
        return job

    def stop(self) -> None:
        """Cancel everything and wait for the worker. To be called before anything a job uses goes away."""
        self.cancel()
        self.wait()

    def cancel(self) -> None:
        """Cancel everything asked for so far."""
        for job in self.findChildren(Job):
            job.cancel()

    def wait(self) -> None:
        """Wait for the worker to have done what it was given."""
        self._pool.waitForDone()


class _Runnable(QRunnable):
    """Carries the work into the worker thread; only borrows the job."""

    def __init__(self, work: Work, job: Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        """Do the work and hand its outcome to the GUI thread."""
        try:
            self._job._check()
            outcome = _Outcome(self._work(self._job._report))
        except BaseException as error:
            outcome = _Outcome(error=error)
        self._job._came_back.emit(outcome)
