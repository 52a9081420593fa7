"""Background work in small steps: each is done by the worker, then finished in the GUI thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Jobs
from workbench.progress import Progress


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of work.

    `work` runs in the worker thread and returns a value, which `finish` takes in the GUI thread.
    A step with the key of one that still waits takes its place. `series` names what is counted
    together: "Comparing {done} of {all} claims". Who knows better how much there is says so in `counted`: how
    many are done, this one included, and how many there are.
    """

    key: Hashable
    series: str
    work: Callable[[Progress], Any]
    finish: Callable[[Any], object]
    counted: tuple[int, int] | None = None


class Steps(QObject):
    """Steps waiting for the one worker, in order. Between two of them the window draws breath."""

    progressed = Signal(int, int, str)
    """Steps done in this series, steps in all, and the words for it; or what a long step tells."""
    failed = Signal(str)
    """A sentence; what still waited has been dropped."""
    rested = Signal()
    """Nothing is left to do, or it was cancelled."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: dict[Hashable, Step] = {}
        self._in_series: Counter[str] = Counter()
        self._next: Step | None = None
        self._now: Step | None = None
        self._job: Job | None = None
        self._done = 0

    @property
    def busy(self) -> bool:
        """Whether a step is being worked on."""
        return self._now is not None

    def add(self, step: Step) -> None:
        """Have a step done after those that wait, and begin when idle."""
        self.add_all((step,))

    def add_all(self, steps: Iterable[Step]) -> None:
        """Have steps done in this order after those that wait; told of once."""
        for step in steps:
            self._drop(step.key)
            self._waiting[step.key] = step
            self._in_series[step.series] += 1
        if self.busy:
            self._tell()
        elif self._waiting:
            self._begin()

    def add_next(self, step: Step) -> None:
        """Have a step done before all that wait: the next of a row of which one at a time is asked for."""
        if self.busy:
            self._next = step
        else:
            self.add(step)

    def cancel(self) -> None:
        """Drop what waits and stop what is being done. What is finished stays."""
        self._clear()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        step = self._taken()
        if step is None:
            self._now, self._job = None, None
            self.rested.emit()
            return
        self._done = self._done + 1 if self._now and self._now.series == step.series else 1
        self._now = step
        self._tell()
        self._job = self._jobs.start(step.work)
        self._job.progressed.connect(self.progressed)
        self._job.done.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._begin)

    def _tell(self) -> None:
        assert self._now is not None
        series = self._now.series
        done, total = self._now.counted or (self._done, self._done + self._in_series[series])
        self.progressed.emit(done, total, series.format(done=f"{done:,}", all=f"{total:,}"))

    def _taken(self) -> Step | None:
        """The step whose turn it is, which no longer waits."""
        step, self._next = self._next, None
        return step or self._drop(next(iter(self._waiting), None))

    def _drop(self, key: Hashable) -> Step | None:
        step = self._waiting.pop(key, None)
        if step is not None:
            self._in_series[step.series] -= 1
        return step

    def _clear(self) -> None:
        self._waiting.clear()
        self._in_series.clear()
        self._next = None

    def _finish(self, result: object) -> None:
        assert self._now is not None
        self._now.finish(result)

    def _fail(self, sentence: str) -> None:
        self._clear()
        self.failed.emit(sentence)
