"""Marks put into a text on its way through foreign converters, to be found again on the other side.

A mark is a private-use character, a name of digits and letters, and another such character. Private-use
characters of the file itself never look like one: they are taken out first (`without_markers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

_OPEN, _CLOSE, _POINT, _END = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKER = re.compile(f"([{_OPEN}{_CLOSE}{_POINT}])([a-z0-9]+){_END}")
_ANY = re.compile(f"[{_OPEN}{_CLOSE}{_POINT}{_END}]")


class Turn(Enum):
    """What begins, ends, or is at one point behind a word."""

    OPEN = _OPEN
    CLOSE = _CLOSE
    POINT = _POINT


def marker(turn: Turn, name: str) -> str:
    """The characters that stand for a mark; `name` is of small letters and digits."""
    return f"{turn.value}{name}{_END}"


def parts(text: str) -> Iterator[str | tuple[Turn, str]]:
    """The words of a text and the marks between them, in order."""
    at = 0
    for found in _MARKER.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield Turn(found[1]), found[2]
        at = found.end()
    if at < len(text):
        yield text[at:]


def without_markers(text: str) -> str:
    """The text with characters that could be mistaken for marks replaced."""
    return _ANY.sub("\ufffd", text)
