"""Values made from others, and made anew only where these have changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Remembered(Generic[V]):
    """Keeps what was made for each key, with what it was made from.

    After one claim of five hundred has changed, the rows and marks of the others are the same; to make
    them all again holds the window up.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, V]] = {}

    def of(self, key: Hashable, made_from: object, make: Callable[[], V]) -> V:
        """The value of a key; made by `make` unless it was made from the like before."""
        known = self._known.get(key)
        if known is not None and known[0] == made_from:
            return known[1]
        value = make()
        self._known[key] = made_from, value
        return value

    def forget(self) -> None:
        """Have everything made anew."""
        self._known.clear()
