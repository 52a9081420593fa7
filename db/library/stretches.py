"""Files of entries (`db.fingerprints`), each for a stretch of passages, that grow by merging.

A file is named after the passages it covers, `FIRST-LAST-ENTRIES`: it holds the articles whose passages
have these numbers, each under the number of its first. A new file begins where the one before it ends,
and one much like its neighbour in size is merged with it, so that there are few however articles are
added. Work that was cut off leaves files that cover each other or a gap between them; the unbroken chain from
passage 1 on is what counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.fingerprints import disowned, joined, owners

if TYPE_CHECKING:
    from db.fingerprints import Entries

_NAME = re.compile(r"(\d+)-(\d+)-(\d+)", re.ASCII)
_ENTRY_BYTES = 8
_MUCH_LARGER = 4
"""A file this many times as large as the next is not merged with it."""

_LOOKED_THROUGH = 1 << 20
"""Entries looked through at a time for those of a removed article."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """One file: the numbers of the first and the last passage it covers, and how many entries it holds."""

    first: int
    last: int
    count: int

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"{self.first}-{self.last}-{self.count}"


def chain(place: Path) -> tuple[Stretch, ...]:
    """The files that cover all passages from 1 on without a gap, the longest where there is a choice."""
    longest: dict[int, Stretch] = {}
    for stretch in _whole(place):
        longest[stretch.first] = max(stretch, longest.get(stretch.first, stretch))
    found: list[Stretch] = []
    while (following := found[-1].last + 1 if found else 1) in longest:
        found.append(longest[following])
    return tuple(found)


def append(place: Path, last: int, parts: Sequence[Entries]) -> None:
    """Add a file that goes on from where the chain ends to passage `last`, and merge what is to be merged."""
    before = chain(place)
    _clear(place, before)
    first = before[-1].last + 1 if before else 1
    found = [*before, _written(place, first, last, joined(parts))]
    while len(found) > 1 and found[-2].count < _MUCH_LARGER * found[-1].count:
        found[-2:] = [_merged(place, found[-2], found[-1])]
        _clear(place, found)


def blank(place: Path, owner: int) -> None:
    """Take the owner off all its entries."""
    for stretch in chain(place):
        if stretch.count and stretch.first <= owner <= stretch.last:
            _disown(place / stretch.name, owner)


def mapped(path: Path) -> Entries:
    """The entries of a file, which must not be empty."""
    import numpy as np

    return np.memmap(path, "<u8", "r")


def _whole(place: Path) -> Iterator[Stretch]:
    """The files that have the length their name tells."""
    with suppress(FileNotFoundError):  # written anew meanwhile
        for entry in os.scandir(place):
            if match := _NAME.fullmatch(entry.name):
                stretch = Stretch(*map(int, match.groups()))
                if _size(entry) == stretch.count * _ENTRY_BYTES:
                    yield stretch


def _size(entry: os.DirEntry[str]) -> int | None:
    try:
        return entry.stat().st_size
    except FileNotFoundError:
        return None


def _clear(place: Path, kept: Sequence[Stretch]) -> None:
    """Remove all other files."""
    names = {stretch.name for stretch in kept}
    for entry in list(os.scandir(place)):
        if _NAME.match(entry.name) and entry.name not in names:
            with suppress(OSError):  # some systems keep a file as long as somebody reads it
                os.unlink(entry.path)


def _merged(place: Path, one: Stretch, other: Stretch) -> Stretch:
    parts = [mapped(place / stretch.name) for stretch in (one, other) if stretch.count]
    return _written(place, one.first, other.last, joined(parts))


def _written(place: Path, first: int, last: int, found: Entries) -> Stretch:
    """Write a file that is there whole or not at all."""
    made = Stretch(first, last, len(found))
    unfinished = place / f"{made.name}.unfinished"
    with unfinished.open("wb") as file:
        file.write(found.astype("<u8", copy=False).data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, place / made.name)
    return made


def _disown(path: Path, owner: int) -> None:
    import numpy as np

    found = np.memmap(path, "<u8", "r+")
    for start in range(0, len(found), _LOOKED_THROUGH):
        part = found[start : start + _LOOKED_THROUGH]
        gone = np.flatnonzero(owners(part) == owner)
        part[gone] = disowned(part[gone])
    found.flush()
