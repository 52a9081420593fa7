"""Fingerprints in order, each with the number of the text it stands in, and who shares how many of them.

One entry is 64 bits: the fingerprint above, the number of its owner below, so that they are sorted by both.
An owner 0 stands for a text that was removed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Entries = NDArray[np.uint64]
    Owners = NDArray[np.uint64]

_OWNER_BITS = 32
_MOST_LOOKED_AT = 50_000
"""Entries that one question reads: from the rarest fingerprint on, and all of the last one begun."""


@dataclass(frozen=True, slots=True)
class Sharer:
    """A text that shares fingerprints: how many of those looked at, and their weight, more for rarer ones."""

    owner: int
    shared: int
    weight: float


def entries(fingerprints: ArrayLike, owner: int) -> Entries:
    """The entries of one text; its fingerprints ascend."""
    import numpy as np

    above: Entries = np.asarray(fingerprints, np.uint64) << np.uint64(_OWNER_BITS)
    return above | np.uint64(owner)


def joined(parts: Sequence[Entries]) -> Entries:
    """The entries of all parts in order, those of removed texts left out."""
    import numpy as np

    whole = np.concatenate([np.empty(0, np.uint64), *map(_owned, parts)])
    whole.sort(kind="stable")  # the parts are sorted already, which makes this a merge
    return whole


def _owned(part: Entries) -> Entries:
    belongs = owners(part) != 0
    return part if belongs.all() else part[belongs]


def owners(found: Entries) -> Owners:
    """The owner of each entry."""
    import numpy as np

    return found & np.uint64((1 << _OWNER_BITS) - 1)


def disowned(found: Entries) -> Entries:
    """The same entries with their owner taken off."""
    import numpy as np

    return found >> np.uint64(_OWNER_BITS) << np.uint64(_OWNER_BITS)


def sharers(
    parts: Sequence[Entries], asked: Sequence[int], *, texts: int, limit: int, exclude: int = 0
) -> list[Sharer]:
    """Those among so many texts that share the most and the rarest of the fingerprints `asked`, best first.

    What stands in very many (a phrase everybody uses, a standing notice) is looked at last or not at all.
    """
    import numpy as np

    wanted = np.unique(np.array(asked, np.uint64))
    parts = [part for part in parts if len(part)]
    if not parts or not len(wanted) or limit < 1:
        return []
    bounds = [_bounds(part, wanted) for part in parts]
    counts = np.sum([ends - starts for starts, ends in bounds], axis=0)
    used = _rarest(counts)
    weights = np.log((texts + 1) / np.clip(counts[used], 1, texts))
    found = [
        _gathered(part, starts[used], ends[used], weights)
        for part, (starts, ends) in zip(parts, bounds, strict=True)
    ]
    who, weight = (np.concatenate(column) for column in zip(*found, strict=True))
    return _best(who, weight, limit, exclude)


def _bounds(part: Entries, wanted: Entries) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the entries of each fingerprint start and end."""
    import numpy as np

    keys = wanted << np.uint64(_OWNER_BITS)
    starts = np.searchsorted(part, keys)
    ends = starts.copy()
    # Most are nowhere, which a look at the first entry tells sooner than a second search.
    there = np.flatnonzero(disowned(part[np.minimum(starts, len(part) - 1)]) == keys)
    last = keys[there] | np.uint64((1 << _OWNER_BITS) - 1)
    ends[there] = np.maximum(starts[there], np.searchsorted(part, last, side="right"))
    return starts, ends


def _rarest(counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """The places of the fingerprints to look at: the rarest, as many as the limit on entries allows."""
    import numpy as np

    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    before = np.cumsum(counts[order]) - counts[order]
    return order[before < _MOST_LOOKED_AT]


def _gathered(
    part: Entries, starts: NDArray[np.intp], ends: NDArray[np.intp], weights: NDArray[np.float64]
) -> tuple[Owners, NDArray[np.float64]]:
    """The owners of all entries between starts and ends, each with the weight of its fingerprint."""
    import numpy as np

    lengths = ends - starts
    shifts = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return owners(part[shifts + np.arange(len(shifts))]), np.repeat(weights, lengths)


def _best(who: Owners, weight: NDArray[np.float64], limit: int, exclude: int) -> list[Sharer]:
    import numpy as np

    order = np.argsort(who)
    who, weight = who[order], weight[order]
    first = np.flatnonzero(np.diff(who, prepend=np.uint64(2**64 - 1)))
    different = who[first]
    total = np.add.reduceat(weight, first) if len(first) else weight
    total[(different == 0) | (different == exclude)] = -1
    least = -np.partition(-total, limit - 1)[limit - 1] if limit < len(total) else 0.0
    best = np.flatnonzero(total >= max(0.0, least))
    best = best[np.argsort(-total[best], kind="stable")][:limit]
    shared = np.diff(first, append=len(who))
    rows = zip(different[best].tolist(), shared[best].tolist(), total[best].tolist(), strict=True)
    return [Sharer(*row) for row in rows]
