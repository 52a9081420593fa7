"""What the window needs from outside `ui`: cases opened and made, and the language engine.

Wired up in `ui/__main__.py`, the one place that knows the database; tests hand in their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.change import Stamp
from workbench.model import Case
from workbench.ports import Engine, Store


class SharedStore(Store, Protocol):
    """A case that other threads may read, each through a reader of its own."""

    def reader(self) -> Store:
        """The same case, for reading only, owned by the thread that asks for it."""

    def save_copy(self, path: Path) -> None:
        """Write all that is stored to another file. Raises `CaseNotWritten`."""


class PatientEngine(Engine, Protocol):
    """An engine that can be stopped in the middle of its work."""

    def cancel(self) -> None:
        """Let the call that is being waited for raise `Cancelled`. Called from the GUI thread."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """How to open a case, make one, and start the engine (in the worker thread, when first needed)."""

    open_case: Callable[[Path], SharedStore]
    create_case: Callable[[Path, Case, Stamp], SharedStore]
    start_engine: Callable[[], PatientEngine]
