"""Keeps the library in the background: adds articles, indexes them, reads them for meaning, answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job
from ui.library.meaning import read_for_meaning
from ui.library.shelves import Asked, OpenLibrary, Shelves
from ui.steps import Step, Steps
from workbench.errors import UnreadableFile

if TYPE_CHECKING:
    from ui.engine import SharedEngine
    from workbench.library import ArticleId
    from workbench.ports import Library
    from workbench.progress import Progress
    from workbench.reading import Reading

Readings = Callable[[], Sequence["Reading"]]
_batches = count(1)


class Librarian(QObject):
    """One for the window, whatever case is open.

    Long work, quick questions and those that wait for the engine have a worker thread each. All three
    mostly wait: for the disk, for a reading process, for the engine.
    """

    changed = Signal()
    """Articles came or went, or more of them can be found."""
    added = Signal(int)
    """Articles that have come in with one request, told once all of it is read."""
    refused = Signal(str)
    """A sentence about a file that could not be read; the others are used."""
    failed = Signal(str)

    def __init__(
        self, open_library: OpenLibrary, folder: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = Shelves(open_library, folder, self)
        self._answers = Shelves(open_library, folder, self)
        self._slow_answers = Shelves(open_library, folder, self)
        self._engine: SharedEngine | None = None
        self._came_in = 0
        self.steps = Steps(self._work.jobs, self)
        self.steps.failed.connect(self.failed)

    @property
    def begun(self) -> bool:
        """Whether there is a library at all."""
        return self._work.begun

    def lend_engine(self, engine: SharedEngine | None) -> None:
        """Read for meaning with this engine from now on; None takes it back."""
        self._engine = engine
        if engine is not None and self.begun:
            self._read_on()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files in and keep them."""
        batch = next(_batches)
        for path in paths:
            words = self.tr("Reading {done} of {all} files for the library")
            work = partial(self._work.work, partial(_add_file, path))
            self.steps.add(Step(("read", batch, path), words, work, self._take_note))
        self._index()

    def add_readings(self, readings: Readings) -> None:
        """Keep texts; `readings` is called in the worker thread."""
        words = self.tr("Adding the case’s documents to the library")
        work = partial(self._work.work, partial(_add_readings, readings))
        self.steps.add(Step(("add", next(_batches)), words, work, self._take_note))
        self._index()

    def remove(self, articles: Sequence[ArticleId]) -> None:
        """Take articles out for good."""
        work = partial(self._work.work, partial(_remove, articles))
        self.steps.add(Step(("remove", *articles), self.tr("Removing articles"), work, self._tell_changed))

    def rebuild(self) -> None:
        """Make the indexes anew."""
        work = partial(self._work.work, _rebuild)
        self.steps.add(Step("rebuild", self.tr("Rebuilding the library’s indexes"), work, self._tell_changed))
        self._read_on()

    def ask(self, work: Asked) -> Job:
        """Run `work(library, progress)`, a quick question, beside the long work."""
        return self._answers.ask(work)

    def ask_slowly(self, work: Asked) -> Job:
        """Like `ask`, for a question that waits for the engine: quick ones do not wait for it."""
        return self._slow_answers.ask(work)

    def look_again(self) -> None:
        """The folder has changed: everybody is to ask anew."""
        self.steps.cancel()
        self.changed.emit()
        self.lend_engine(self._engine)

    def cancel(self) -> None:
        """Stop the long work; what is in stays in."""
        self.steps.cancel()

    def close(self) -> None:
        """Stop everything and release the library."""
        self.steps.cancel()
        for shelves in (self._answers, self._slow_answers, self._work):
            shelves.close()

    def _index(self) -> None:
        words = self.tr("Indexing the library")
        self.steps.add(Step("index", words, partial(self._work.work, _index), self._tell_in))
        self._read_on()

    def _read_on(self) -> None:
        """Read passages for meaning, a while at a time, so that other work finds a gap."""
        if (engine := self._engine) is None:
            return
        words = self.tr("Reading the library for meaning")
        work = partial(self._work.work, partial(read_for_meaning, engine))
        self.steps.add(Step("meaning", words, work, self._read_further))

    def _read_further(self, left: bool) -> None:
        self.changed.emit()
        if left:
            self._read_on()

    def _take_note(self, came_in: int | str) -> None:
        if isinstance(came_in, str):
            self.refused.emit(came_in)
        else:
            self._came_in += came_in

    def _tell_in(self, _nothing: object) -> None:
        came_in, self._came_in = self._came_in, 0
        self.changed.emit()
        self.added.emit(came_in)

    def _tell_changed(self, _nothing: object) -> None:
        self.changed.emit()


def _add_file(path: Path, library: Library, _progress: Progress) -> int | str:
    from workbench.reading import read_whole

    try:
        whole = read_whole(path)
    except UnreadableFile as error:
        return str(error)
    return len(library.add(whole.readings, _now()))


def _add_readings(readings: Readings, library: Library, _progress: Progress) -> int:
    return len(library.add(readings(), _now()))


def _remove(articles: Sequence[ArticleId], library: Library, progress: Progress) -> Any:
    for article in articles:
        library.remove(article)
    library.index(progress)


def _rebuild(library: Library, progress: Progress) -> None:
    library.rebuild(progress)


def _index(library: Library, progress: Progress) -> None:
    library.index(progress)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
