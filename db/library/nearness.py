"""The nearest vectors among many: first by binary code, then the best few hundred exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.library.records import CODE_WORDS, Records, signs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from db.library.records import Codes, Numbers, Rows

_COMPARED = 400
"""How many of the nearest codes are compared exactly."""

_CHUNK = 4_096
"""Codes compared at a time, so that what lies between stays in the processor's cache."""


def nearest(records: Records, asked: Rows, limit: int) -> list[tuple[int, float]]:
    """The passage numbers of the nearest records with their cosine (0..1), best first."""
    import numpy as np

    slots = _closest(records.codes(), signs(asked[None])[0], max(_COMPARED, 4 * limit))
    if not len(slots):
        return []
    numbers = records.numbers()[slots]
    rows = records.rows(slots).astype(np.float32)
    return _ranked(numbers, _cosines(rows, asked.astype(np.float32)), limit)


def _closest(codes: Codes, asked: Codes, count: int) -> NDArray[np.intp]:
    """The places of the `count` codes that differ from `asked` in the fewest bits, and of those level."""
    import numpy as np

    if len(codes) <= count:
        return np.arange(len(codes))
    bits = differing(codes, asked)
    limit = np.partition(bits, count)[count]
    return np.flatnonzero(bits <= limit)[: 4 * count]


def differing(codes: Codes, asked: Codes) -> NDArray[np.uint16]:
    """In how many bits each code differs from `asked`."""
    import numpy as np

    result = np.empty(len(codes), np.uint16)
    flat, repeated = codes.reshape(-1), np.tile(asked, _CHUNK)
    for start in range(0, len(codes), _CHUNK):
        words = flat[start * CODE_WORDS : (start + _CHUNK) * CODE_WORDS]
        # At most 64 bits a word, six words a code. Summing rows of six is slow in numpy; seen as three pairs
        # of bytes they can be added whole, since no byte comes to more than 192.
        pairs = np.bitwise_count(words ^ repeated[: len(words)]).view(np.uint16)
        both = pairs[0::3] + pairs[1::3] + pairs[2::3]
        result[start : start + _CHUNK] = (both & 0xFF) + (both >> 8)
    return result


def _cosines(rows: NDArray[np.float32], asked: NDArray[np.float32]) -> NDArray[np.float32]:
    """How near each row is to `asked`, 0..1; what points away counts as 0."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(asked)
    found: NDArray[np.float32] = np.clip(rows @ asked / np.maximum(lengths, 1), 0, 1)
    return found


def _ranked(numbers: Numbers, cosines: NDArray[np.float32], limit: int) -> list[tuple[int, float]]:
    order = cosines.argsort(kind="stable")[::-1]
    there = order[numbers[order] > 0][:limit]
    return list(zip(numbers[there].tolist(), cosines[there].tolist(), strict=True))
