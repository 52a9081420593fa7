"""Work put off until the window has had a turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_TURN_MS = 1
"""Not 0: Qt makes of that an event that comes before whatever else waits, timers and input among it."""


def after_a_turn(context: QObject, work: Callable[[], object]) -> None:
    """Do some work once input and painting have had their chance; not at all when `context` is gone."""
    QTimer.singleShot(_TURN_MS, context, work)
