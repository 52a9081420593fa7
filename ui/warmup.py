"""Imports what will be needed soon, one module after the other, while nobody waits for it.

Imported in one go, or at the first click, the same modules would hold the window up.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from ui.importing import one_by_one

THEIRS = ("sqlite_utils", "rapidfuzz.fuzz")
"""Of others, each too much for one turn: imported by a thread, where the window can come between."""
FIRST = (
    "ui.desk",
    "db",
    "ui.wiring",
    "ui.backups.place",
    "ui.checked.place",
    "ui.commands.case",
    "ui.commands.document",
    "ui.commands.claim",
    "ui.commands.everywhere",
    "ui.commands.fetching",
    "ui.commands.history",
    "ui.commands.incoming",
    "ui.commands.library",
    "ui.commands.logged",
    "ui.commands.queries",
    "ui.commands.register",
    "ui.commands.review",
    "ui.commands.view",
)
"""What a case is opened with."""
SOON = (
    "workbench.figures",
    "workbench.dates",
    "workbench.evidence",
    "workbench.evidence.find",
    "workbench.reading",
    "workbench.documents",
    "workbench.attribution",
    "workbench.engine",
    "ui.commands.draft",
    "ui.drafts.page",
    "ui.drafts.beside",
    "workbench.drafts.beside",
    "ui.history.chronicle",
    "ui.history.page",
    "ui.everywhere.page",
    "ui.map.page",
    "ui.map.appearance_rows",
    "ui.map.faces",
    "ui.trash.dialog",
    "ui.export.pack",
    "ui.dialogs.publisher",
    "ui.incoming.remark_popup",
    "workbench.annotations",
    "workbench.fetching",
    "workbench.merging.telling",
    "workbench.evidence.asked",
    "workbench.evidence.library",
    "workbench.evidence.differences",
    "workbench.checked.recall",
    "workbench.texts_held",
    "workbench.quotations",
    "workbench.identity",
    "workbench.tracing.copies",
    "workbench.tracing.provenance",
)
_POLL_MS = 10


class WarmUp(QObject):
    """Does one thing each time the window has nothing else to do, then goes away."""

    ready = Signal()
    """What a case is opened with is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = self._all()

    def begin(self) -> None:
        """Start with the first."""
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        pause = next(self._steps, None)
        if pause is None:
            self.deleteLater()
        else:
            QTimer.singleShot(pause, self, self._next)

    def _all(self) -> Iterator[int]:
        """Everything, with how many milliseconds to wait before going on."""
        # Not at once with what follows: two that import keep waiting for each other.
        theirs = _in_thread(_import_theirs)
        while theirs.is_alive():
            yield _POLL_MS
        yield from (0 for _ in one_by_one(FIRST))
        self.ready.emit()
        yield from (0 for _ in one_by_one(SOON))
        once = _in_thread(_compare_once, _trace_once)
        while once.is_alive():
            yield _POLL_MS
        # What is there now stays: to look through all of it for garbage takes some 90 ms each time.
        gc.freeze()


def _in_thread(*works: Callable[[], object]) -> Thread:
    """Do some work beside the window; where the program ends meanwhile, nobody waits for it."""

    def work() -> None:
        for one in works:
            one()

    thread = Thread(target=work, name="warm-up", daemon=True)
    thread.start()
    return thread


def _import_theirs() -> None:
    for name in THEIRS:
        # What is missing is told by whoever needs it.
        with suppress(ImportError):
            import_module(name)


def _compare_once() -> None:
    """Have the word lists read in that the first evidence card needs."""
    from workbench.evidence.differences import differences

    differences("It closed in 1998.", "It opened in 1999.")


def _trace_once() -> None:
    """Have loaded what the first text that comes in is told from others by."""
    from workbench.tracing.fingerprints import fingerprints

    fingerprints("Five words make a fingerprint.")
