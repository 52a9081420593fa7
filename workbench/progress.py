"""Progress and cancelling, without Qt."""

from __future__ import annotations

from typing import Protocol


class Cancelled(BaseException):
    """Raised inside a cancelled job. A `BaseException`, so that no `except Exception` swallows it."""


class Progress(Protocol):
    """Told how far a piece of work has come; may raise `Cancelled`."""

    def __call__(self, done: int, total: int, doing: str) -> None:
        """Report `done` of `total` steps; `doing` is a phrase for the status bar."""


def silent(done: int, total: int, doing: str) -> None:
    """Progress that nobody watches."""
