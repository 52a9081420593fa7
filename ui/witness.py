"""Notes outside the case how its record ends, and says when a file no longer holds what was noted."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs
from ui.session import Session
from workbench.backups import Mark
from workbench.change import Key
from workbench.errors import HeadsUnusable, WorkbenchError
from workbench.model import CaseId, SignOff
from workbench.record import Seen, concerning, departed, overtaken, told

if TYPE_CHECKING:
    from workbench.ports import Heads
    from workbench.progress import Progress

EVERY_MS = 120_000
"""While changes are made, the end of the record is noted this often."""


class Witness(QObject):
    """Watches one open case. What it notes lies in the user's data folder (`workbench.ports.Heads`).

    Noted on opening and closing, with every signature and export, and while changes are made. A file whose
    record departs from what was noted is told of each time it is opened, until the editor settles it.
    """

    failed = Signal(str)
    """A sentence for the editor: nothing could be noted. Told once."""

    def __init__(
        self, session: Session, open_heads: Callable[[], Heads], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_heads = open_heads
        self._jobs = Jobs(self)
        self._place = os.path.realpath(session.store.path)
        self._noted: Mark | None = None
        self._told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(EVERY_MS)
        self._soon.timeout.connect(self.note)
        session.changed.connect(self._follow)

    def doubt(self) -> str | None:
        """A sentence that says how the record departs from what was noted of it; None when it does not.

        Raises:
            WorkbenchError: what was noted cannot be read.
        """
        store = self._session.store
        known = concerning(self._open_heads().of(self._case()), self._place)
        gone = departed(known, store.hash_of)
        return told(gone[0], store.head().number, self._place) if gone else None

    def note(self) -> None:
        """Note how the record ends now, in the worker thread."""
        self._soon.stop()
        self._note(self._place)

    def note_copy(self, path: Path) -> None:
        """Note that a copy was made: it goes on apart, and is older than the case before long."""
        self._note(os.path.realpath(path))

    def _note(self, place: str) -> None:
        try:
            self._start(self._keep(place))
        except WorkbenchError as error:
            self._tell_once(str(error))

    def settle(self) -> None:
        """Take the file as it is for the right one: forget what else was noted at its place."""
        heads, case = self._open_heads(), self._case()
        self._start(partial(heads.settle, case, self._place))
        self.note()

    def close(self) -> None:
        """Note the end at once, unless it is noted already."""
        self._soon.stop()
        self._jobs.wait()
        with suppress(WorkbenchError):
            if self._session.store.head() != self._noted:
                self._keep(self._place)()

    def _keep(self, place: str) -> Callable[[], None]:
        """What writes the note; everything it needs is read here, in the thread of the case."""
        store, heads, case = self._session.store, self._open_heads(), self._case()
        mark = store.head()
        seen = Seen(mark, self._session.stamp().at, place)
        gone = tuple[Mark, ...]()
        with suppress(HeadsUnusable):  # Told on opening; what is damaged is put aside when it is written.
            gone = overtaken(heads.of(case), place, store.hash_of)
        self._noted = mark
        return partial(heads.keep, case, seen, gone)

    def _start(self, work: Callable[[], None]) -> None:
        self._jobs.start(partial(_in_turn, work)).failed.connect(self._tell_once)

    def _follow(self, touched: frozenset[Key]) -> None:
        if any(key.kind is SignOff for key in touched):
            self.note()
        elif not self._soon.isActive():
            self._soon.start()

    def _case(self) -> CaseId:
        case = self._session.case()
        return case.id if case else CaseId("")

    def _tell_once(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(sentence)


def _in_turn(work: Callable[[], None], _progress: Progress) -> None:
    work()
