"""What the window needs from outside `ui`: cases opened and made, and the language engine.

Wired up in `ui/__main__.py`, the one place that knows the database; tests hand in their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.seams import PatientEngine, SharedStore
    from workbench.change import Stamp
    from workbench.model import Case


@dataclass(frozen=True, slots=True)
class Workshop:
    """How to open a case, make one, and start the engine (in the worker thread, when first needed)."""

    open_case: Callable[[Path], SharedStore]
    create_case: Callable[[Path, Case, Stamp], SharedStore]
    start_engine: Callable[[], PatientEngine]
