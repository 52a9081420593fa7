"""What a text that has just been read is cut into, worked out by who read it, before it is written to a case.

Writing happens in the thread of the window; with a long text, its sentences and fingerprints take longer than
all the rest of it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from workbench.model import Zone
from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.fingerprints import fingerprints

MOST = 16
"""So many texts are remembered: those read ahead of the one that is written, and what files enclose."""

_Key = tuple[str, tuple[Zone, ...]]


class Pieces(NamedTuple):
    """The sentences and the fingerprints of one text."""

    sentences: tuple[Span, ...]
    fingerprints: tuple[int, ...]


_known: OrderedDict[_Key, Pieces] = OrderedDict()
_lock = Lock()


def foresee(text: str, zones: Sequence[Zone]) -> None:
    """Work out what writing a text will ask for. From any thread."""
    pieces = Pieces(sentences(text, zones), fingerprints(text, zones))
    with _lock:
        _known[text, tuple(zones)] = pieces
        while len(_known) > MOST:
            _known.popitem(last=False)


def sentences_of(text: str, zones: Sequence[Zone]) -> tuple[Span, ...]:
    """The sentences of a text, foreseen or not."""
    known = _found(text, zones)
    return known.sentences if known else sentences(text, zones)


def fingerprints_of(text: str, zones: Sequence[Zone]) -> tuple[int, ...]:
    """The fingerprints of a text, foreseen or not."""
    known = _found(text, zones)
    return known.fingerprints if known else fingerprints(text, zones)


def _found(text: str, zones: Sequence[Zone]) -> Pieces | None:
    with _lock:
        return _known.get((text, tuple(zones)))
