"""The real names of protected sources: unlocked for a while, on request, and locked again by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs
from workbench.model import CaseId, SourceId
from workbench.protected import names_path, reveals

if TYPE_CHECKING:
    from ui.workshop import Workshop
    from workbench.ports import OpenNames
    from workbench.progress import Progress

PAUSE_MS = 5 * 60_000
"""After so long without use the names are locked again."""
Then = Callable[[], object]


class RealNames(QObject):
    """Holds the names in memory while they are unlocked, and never otherwise. Everything slow is a job."""

    changed = Signal()
    """Unlocked, locked, or other names in it."""
    failed = Signal(str)
    """A sentence for the editor; the file is as it was."""

    def __init__(self, case_path: Path, case: CaseId, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.path = names_path(case_path)
        self._case, self._workshop = case, workshop
        self._jobs = Jobs(self)
        self._open: OpenNames | None = None
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.lock)

    @property
    def exists(self) -> bool:
        """Whether there is a file of names beside the case."""
        return self.path.is_file()

    @property
    def is_open(self) -> bool:
        """Whether the names are unlocked."""
        return self._open is not None

    def of(self, source: SourceId) -> str | None:
        """The real name; None while locked, or when none is kept. Counts as use."""
        if self._open is None:
            return None
        self._pause.start()
        return self._open.names.get(source)

    def held(self) -> frozenset[SourceId]:
        """Whose names are kept; empty while locked."""
        return frozenset(self._open.names) if self._open else frozenset()

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds a real name that is unlocked just now; locked ones cannot be told."""
        names = self._open.names.values() if self._open else ()
        return any(reveals(text, name) for name in names)

    def unlock(self, passphrase: str, then: Then) -> None:
        """Open the file; `then` is called once it is."""
        self._begin(partial(self._workshop.open_names, self.path, self._case, passphrase), then)

    def create(self, passphrase: str, then: Then) -> None:
        """Make the file; `then` is called once it is there."""
        self._begin(partial(self._workshop.create_names, self.path, self._case, passphrase), then)

    def keep(self, source: SourceId, name: str, then: Then) -> None:
        """Keep a real name. The names must be unlocked."""
        if self._open is not None:
            self._begin(partial(self._open.with_name, source, name), then)

    def forget(self, sources: frozenset[SourceId], then: Then) -> None:
        """Forget real names. The names must be unlocked."""
        if self._open is not None:
            self._begin(partial(_without, self._open, sources), then)

    def change_passphrase(self, passphrase: str, then: Then) -> None:
        """Encrypt the file with another passphrase. The names must be unlocked."""
        if self._open is not None:
            self._begin(partial(self._open.sealed_anew, passphrase), then)

    def lock(self) -> None:
        """Let go of the names. What is still being written is written, but nothing is unlocked by it."""
        self._turn += 1
        self._pause.stop()
        if self._open is not None:
            self._open = None
            self.changed.emit()

    def close(self) -> None:
        """Lock, and wait for what is being written."""
        self.lock()
        self._jobs.stop()

    def _begin(self, work: Callable[[], OpenNames], then: Then) -> None:
        job = self._jobs.start(partial(_quietly, work))
        job.done.connect(partial(self._take, self._turn, then))
        job.failed.connect(self._fail)

    def _take(self, turn: int, then: Then, names: OpenNames) -> None:
        if turn != self._turn:
            return
        self._open = names
        self._pause.start()
        self.changed.emit()
        then()

    def _fail(self, sentence: str) -> None:
        """A file that has vanished or changed is not the one that was unlocked."""
        if self._open is not None and not self.exists:
            self.lock()
        self.failed.emit(sentence)


def _quietly(work: Callable[[], OpenNames], _progress: Progress) -> OpenNames:
    return work()


def _without(names: OpenNames, sources: frozenset[SourceId]) -> OpenNames:
    for source in sources:
        names = names.without(source)
    return names
