"""The library's passages read for meaning, a few at a time."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from workbench.errors import EngineFailed

if TYPE_CHECKING:
    from ui.engine import SharedEngine
    from workbench.ports import Library
    from workbench.progress import Progress

BATCH = 32
"""Passages that go to the engine at once; a waiting claim waits no longer than for these."""
WHILE_S = 3.0
"""After this long, other work on the library gets its turn."""


def read_for_meaning(engine: SharedEngine, library: Library, progress: Progress) -> bool:
    """Give passages their vectors for a while; runs in the worker thread.

    Returns:
        Whether passages are left that could be read now.
    """
    try:
        return _read(engine, library, progress)
    except EngineFailed:
        return False  # The case was closed, or the engine ended: the next case goes on with it.


def _read(engine: SharedEngine, library: Library, progress: Progress) -> bool:
    model = engine().encoder
    if model is None:
        return False
    done, begun, left = 0, monotonic(), library.state().unembedded
    while rows := library.unembedded(model, limit=BATCH):
        if monotonic() - begun > WHILE_S:
            return True
        progress(done, max(left, done), f"Reading the library for meaning, {left - done:,} passages left")
        vectors = engine().embed([text for _, text in rows])
        if not vectors:
            return False
        library.keep(model, [(number, vector) for (number, _), vector in zip(rows, vectors, strict=True)])
        done += len(rows)
    return False
