"""What the window asks of a case and of the engine, beyond the ports of the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from workbench.ports import Engine, Store
from workbench.standing import Apart, Standing


class SharedStore(Store, Protocol):
    """A case that other threads may read, each through a reader of its own."""

    @property
    def file(self) -> Path:
        """The file that is written: the case, or the local copy it is worked on in."""

    @property
    def apart(self) -> Apart | None:
        """Where the work lies when somebody else's went another way; None otherwise."""

    def standing(self) -> Standing:
        """How what was done stands. From any thread."""

    def settle(self) -> Standing:
        """Bring what was done to where it belongs, and say how it stands. From any thread; takes a while."""

    def reader(self) -> SharedStore:
        """The same case, for reading only, owned by the thread that asks for it."""

    def save_copy(self, path: Path) -> None:
        """Write all that is stored to another file. Raises `CaseNotWritten`."""

    def write_json(self, path: Path) -> None:
        """Write the whole case as JSON, from which it can be made again. Raises `CaseNotWritten`."""

    def write_past(self, number: int, path: Path) -> None:
        """Write the case as it was after event `number` to another file. A reader may do it in its thread.

        Raises `IndexError` when there is no such event, `CaseNotWritten`, `DamagedCase`.
        """


class PatientEngine(Engine, Protocol):
    """An engine that can be stopped in the middle of its work."""

    def cancel(self) -> None:
        """Let the call that is being waited for raise `Cancelled`. Called from the GUI thread."""
