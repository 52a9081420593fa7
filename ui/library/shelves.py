"""The library as one worker thread has it: opened by that thread when first needed, closed by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from workbench.ports import Library
    from workbench.progress import Progress

OpenLibrary = Callable[[Path], "Library"]
Asked = Callable[["Library", "Progress"], Any]


class Shelves(QObject):
    """One worker thread with the library in its hands. Work is done in the order asked for."""

    def __init__(
        self, open_library: OpenLibrary, folder: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self._open_library = open_library
        self._folder = folder
        self._library: Library | None = None
        self._opened: Path | None = None

    @property
    def begun(self) -> bool:
        """Whether there is a library at all; it is made by the first article, not by looking for one."""
        return self._folder().is_dir()

    def ask(self, work: Asked) -> Job:
        """Run `work(library, progress)` in the worker thread."""
        return self.jobs.start(partial(self.work, work))

    def work(self, work: Asked, progress: Progress) -> Any:
        """Do `work` here and now; to be called in the worker thread."""
        folder = self._folder()
        if self._opened != folder:  # the editor has chosen another one meanwhile
            self._let_go(progress)
        if self._library is None:
            self._library, self._opened = self._open_library(folder), folder
        return work(self._library, progress)

    def close(self) -> None:
        """Stop the work and release the library."""
        self.jobs.cancel()
        self.jobs.start(self._let_go)
        self.jobs.wait()

    def _let_go(self, _progress: Progress) -> None:
        library, self._library = self._library, None
        if library is not None:
            library.close()
