"""A case in a synchronised or network folder, worked on in a local copy and put back as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from db.fitness import recognise
from db.local_copy import Desk, LocalCopy
from db.lock import CaseLock
from db.opening import Opened, open_beside
from db.store import CaseStore, open_case, opened
from workbench.change import Change
from workbench.errors import CaseError, CaseNotWritten
from workbench.model import Original
from workbench.ports import Event, Line
from workbench.standing import Apart, Standing

__all__ = ["Desk", "WorkingStore", "fetch", "open_working"]


def open_working(path: Path, desk: Desk) -> CaseStore:
    """Open a case whose folder is synchronised or on a network, in a local copy.

    Where it cannot be changed it is opened in its place, for reading only. A local copy with work that never
    came to the folder goes on as long as it has grown from the file there; otherwise that work is put into
    a file of its own beside the case (`CaseStore.apart`), and the case is taken as it is there.

    Raises:
        NotACase, DamagedCase, NewerCase, CaseError, CaseNotWritten: with a sentence that says why.
    """
    path = Path(os.path.realpath(path))
    recognise(path)
    if path.with_name(f"{path.name}-journal").exists():
        open_case(path).close()  # Somebody worked on it in its place, and was cut off.
    lock = CaseLock(path)
    if not _may_change(path, lock):
        return open_case(path, backups=desk.backups)
    try:
        copy = LocalCopy(path, desk)
        copy.make_ready()
        return WorkingStore(opened(copy.file, path, desk.backups), copy, lock)
    except BaseException:
        lock.release()
        raise


def fetch(path: Path, desk: Desk) -> None:
    """Bring a case to this computer ahead of `open_working`, which is quick then. In any thread.

    What goes wrong is left to `open_working` to tell.
    """
    path = Path(os.path.realpath(path))
    lock = CaseLock(path)
    with suppress(OSError, CaseError):
        recognise(path)
        if lock.take():
            try:
                LocalCopy(path, desk).fetch()
            finally:
                lock.release()


class WorkingStore(CaseStore):
    """A case worked on in a local copy. `settle` brings it to its folder; so does closing."""

    def __init__(self, opened: Opened, copy: LocalCopy, lock: CaseLock) -> None:
        super().__init__(opened)
        self._copy = copy
        self._published_lock = lock
        self._changes = 0
        self._settled = Standing.SAVED if copy.is_published() else Standing.FOLLOWING

    @property
    def path(self) -> Path:
        """Where the case lies: the file in its folder."""
        return self._copy.path

    @property
    def apart(self) -> Apart | None:
        """Where the work lies when somebody else's went another way."""
        return self._copy.apart

    def standing(self) -> Standing:
        """How what was done stands. From any thread."""
        return self._settled if self._is_in_place() else Standing.ASTRAY

    def settle(self) -> Standing:
        """Publish what the folder has not got yet. From any thread; takes a while."""
        if self.read_only is None and self._is_in_place():
            changes, settled = self._changes, self._copy.publish()
            if changes == self._changes or settled not in (Standing.SAVED, Standing.BEHIND):
                self._settled = settled
        return self.standing()

    def apply(self, change: Change, originals: Iterable[Original] = (), merged: Iterable[Line] = ()) -> Event:
        """Write the change into the local copy; `settle` publishes it."""
        event = super().apply(change, originals, merged)
        self._changes += 1
        if self._settled in (Standing.SAVED, Standing.BEHIND):
            self._settled = Standing.FOLLOWING
        return event

    def reader(self) -> CaseStore:
        """A second connection to the local copy, for reading only."""
        return _Reader(open_beside(self.file), self.path)

    def save_copy(self, path: Path) -> None:
        """Write all that is stored to another file, even when the folder of the case is gone."""
        if Path(os.path.realpath(path)) == self.path and path.exists():
            raise CaseNotWritten("This is the open case itself. Choose another name for the copy.")
        super().save_copy(path)

    def close(self) -> None:
        """Publish what is left and release everything. Calling it twice does nothing."""
        if self._lock is not None:
            self.settle()
        super().close()
        self._published_lock.release()


class _Reader(CaseStore):
    """A view of the local copy that goes by the name of the case."""

    def __init__(self, opened: Opened, path: Path) -> None:
        super().__init__(opened)
        self._case = path

    @property
    def path(self) -> Path:
        """Where the case lies."""
        return self._case


def _may_change(path: Path, lock: CaseLock) -> bool:
    """Whether the case may be changed here; a folder that knows no locks is trusted to have one editor."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    with suppress(OSError):
        return lock.take()
    return True
