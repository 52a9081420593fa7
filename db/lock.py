"""One writer per case: an advisory lock on a hidden file beside it.

Never on the case itself: closing any handle of that file would drop the locks SQLite holds on it.
The system releases the lock when the process ends, however it ends.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class CaseLock:
    """The right to change one case, taken at once or not at all."""

    def __init__(self, case: Path) -> None:
        self.path = case.with_name(f".{case.name}.lock")
        self._lock = FileLock(self.path, blocking=False)

    def take(self) -> bool:
        """Take the lock; False when somebody else has it.

        Raises:
            OSError: the folder allows no lock file.
        """
        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Give the lock back and clear its file away. Calling it twice does nothing."""
        if not self._lock.is_locked:
            return
        # Removed while still held: whoever opened it meanwhile sees that it has no name left and starts over.
        with suppress(OSError):
            self.path.unlink()
        self._lock.release()
