"""Imports what will be needed soon, one module after the other, while nobody waits for it.

Imported by a worker thread, or at the first click, the same modules would hold the window up.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

SOON = (
    "db",
    "ui.desk",
    "workbench.figures",
    "workbench.dates",
    "workbench.evidence",
    "rapidfuzz.fuzz",
    "workbench.evidence.find",
    "workbench.reading",
    "workbench.documents",
    "workbench.attribution",
    "workbench.engine",
    "ui.commands.case",
    "ui.commands.document",
    "ui.commands.claim",
    "ui.commands.view",
    "ui.commands.library",
    "ui.commands.draft",
    "ui.drafts.page",
    "ui.history.chronicle",
    "ui.history.page",
    "workbench.evidence.asked",
    "workbench.evidence.library",
    "workbench.quotations",
    "workbench.identity",
    "workbench.tracing.copies",
    "workbench.tracing.provenance",
)


class WarmUp(QObject):
    """Does one thing each time the window has nothing else to do, then goes away."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque(partial(import_module, name) for name in SOON)
        self._waiting.extend((_compare_once, _trace_once))
        # What is there now stays: to look through all of it for garbage takes some 90 ms each time.
        self._waiting.append(gc.freeze)

    def begin(self) -> None:
        """Start with the first."""
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if not self._waiting:
            self.deleteLater()
            return
        self._waiting.popleft()()
        QTimer.singleShot(0, self, self._next)


def _compare_once() -> None:
    """Have the word lists read in that the first evidence card needs."""
    from workbench.evidence.differences import differences

    differences("It closed in 1998.", "It opened in 1999.")


def _trace_once() -> None:
    """Have loaded what the first text that comes in is told from others by."""
    from workbench.tracing.fingerprints import fingerprints

    fingerprints("Five words make a fingerprint.")
