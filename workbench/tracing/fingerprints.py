"""A text as a few hundred numbers, some of which any text shares that took over a run of its words.

Every five words in a row are hashed, whatever their capitals, accents and typography; of every three or so
neighbouring hashes the lowest is kept ("winnowing": Schleimer, Wilkerson, Aiken, SIGMOD 2003). Texts that
share seven words in a row always share a fingerprint; an exact comparison is left to whoever asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from workbench.model import Zone, ZoneRole
from workbench.text import Span, merged

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

FORM = 1
"""Goes up with every change in how fingerprints are made, so that those stored earlier are made anew."""

RUN = 5
"""Words in a row that make one hash."""
WINDOW = 3
"""Neighbouring hashes of which at least one is kept."""

# Thai, Lao, Burmese, Khmer, Chinese and Japanese put no spaces between words: a character counts as one.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Turns all between words into spaces; five times as fast as looking for the words."""
_WORDS_REMEMBERED = 1 << 16
_FACTOR = 0x9E3779B97F4A7C15
_SCATTER = 0xFF51AFD7ED558CCD


def fingerprints(text: str, zones: Sequence[Zone] = ()) -> tuple[int, ...]:
    """The fingerprints of the words outside furniture, each once, ascending, of 32 bits.

    A text of fewer than `RUN` words has none.
    """
    import numpy as np

    words = _words(text, zones)
    if len(words) < RUN:
        return ()
    codes = {word: _code(word) for word in set(words)}
    hashes = _hashes(np.fromiter(map(codes.__getitem__, words), np.uint64, len(words)))
    # Not `np.unique`, which would import masked arrays on its first call.
    return tuple(sorted(set(_lowest(hashes, min(WINDOW, len(hashes))).tolist())))


def _words(text: str, zones: Iterable[Zone]) -> list[str]:
    furniture = merged(zone.span for zone in zones if zone.role is ZoneRole.FURNITURE)
    parts = [part.of(text) for part in _around(furniture, len(text))]
    return [word for part in parts for word in _cut(part)]


def _cut(text: str) -> list[str]:
    return text.lower().translate(_ASCII_WORDS).split() if text.isascii() else _WORD.findall(text)


def _around(holes: Sequence[Span], length: int) -> list[Span]:
    starts = (0, *(hole.end for hole in holes))
    ends = (*(hole.start for hole in holes), length)
    return [Span(start, max(start, end)) for start, end in zip(starts, ends, strict=True)]


def _hashes(codes: Hashes) -> Hashes:
    """One number of 32 bits for every `RUN` codes in a row, evenly scattered."""
    import numpy as np

    count = len(codes) - RUN + 1
    hashes = np.zeros(count, np.uint64)
    for place in range(RUN):
        hashes *= np.uint64(_FACTOR)
        hashes += codes[place : place + count]
    hashes ^= hashes >> np.uint64(33)
    hashes *= np.uint64(_SCATTER)
    return hashes >> np.uint64(32)


def _lowest(hashes: Hashes, window: int) -> Hashes:
    """The lowest of every `window` neighbours."""
    import numpy as np

    count = len(hashes) - window + 1
    lowest = hashes[:count]
    for place in range(1, window):
        lowest = np.minimum(lowest, hashes[place : place + count])
    return lowest


@lru_cache(_WORDS_REMEMBERED)
def _code(word: str) -> int:
    folded = word.casefold()
    if not folded.isascii():
        parted = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return crc32(folded.encode("utf-8", "replace"))
