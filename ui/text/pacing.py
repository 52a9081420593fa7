"""Laying out a long text in small steps, so that the window answers meanwhile.

Left alone, Qt lays out ever larger stretches from a timer, up to 200,000 characters at a time (0.1 s).
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextDocument

STEP_MS = 4.0
"""How long one step may take."""

_CHARACTERS = 1_500


class PacedLayout(QObject):
    """Takes the place of the timer of a document's own layout."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._seen: set[int] = set()
        self._laid = 0
        document.documentLayout().installEventFilter(self)

    def begin_again(self) -> None:
        """Start from the first character, after the width has changed."""
        self._seen.clear()
        self._laid = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the layout's repeating timer with a short step of our own.

        A timer id that comes back is that of the layout; its other timer fires once and gets a new one.
        """
        if not isinstance(event, QTimerEvent):
            return False
        if event.timerId() not in self._seen:
            self._seen.add(event.timerId())
            return False
        return self._step()

    def _step(self) -> bool:
        layout, until = self._document.documentLayout(), perf_counter() + STEP_MS / 1000
        length = self._document.characterCount()
        while self._laid < length and perf_counter() < until:
            layout.blockBoundingRect(self._document.findBlock(self._laid))
            self._laid += _CHARACTERS
        return self._laid < length
