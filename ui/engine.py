"""The one language engine, shared by the workers of an open case."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from workbench.errors import EngineFailed

if TYPE_CHECKING:
    from ui.seams import PatientEngine

_CLOSED = "The language process has been closed."


class SharedEngine:
    """Started by the worker that first needs it. Any worker may ask; the engine lets them wait their turn."""

    def __init__(self, start: Callable[[], PatientEngine]) -> None:
        self._start = start
        self._starting = Lock()
        self._engine: PatientEngine | None = None
        self._closed = False

    def __call__(self) -> PatientEngine:
        """The engine. To be called from a worker thread. Raises `EngineFailed` after `close`."""
        with self._starting:
            if self._engine is None and not self._closed:
                self._engine = self._start()
            if self._engine is None or self._closed:
                # Asked last, so that no engine outlives a `close` that came while it started.
                self.renew()
                raise EngineFailed(_CLOSED)
            return self._engine

    def cancel(self) -> None:
        """Stop what it is doing; the call that waits for it ends as cancelled."""
        if (engine := self._engine) is not None:
            engine.cancel()

    def renew(self) -> None:
        """Let go of it, so that the next call starts another, with other models for example."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def close(self) -> None:
        """Let go of it for good. A call that waits for it ends at once."""
        self._closed = True
        self.renew()
