"""Copies among the texts of a case, those of texts that have not changed kept from one time to the next."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.progress import Progress
    from workbench.tracing.values import Copy, TracedText


class Comparing:
    """Compares texts with each other. Used by one worker thread alone."""

    def __init__(self) -> None:
        self._texts: tuple[TracedText, ...] = ()
        self._copies: tuple[Copy, ...] = ()

    def copies(self, texts: Sequence[TracedText], progress: Progress) -> tuple[Copy, ...]:
        """All copies among `texts`."""
        progress(0, 0, "")
        if tuple(texts) != self._texts:
            try:
                self._copies = import_module("workbench.tracing.copies").find_copies(texts)
            except ModuleNotFoundError:
                self._copies = ()
            self._texts = tuple(texts)
        return self._copies
