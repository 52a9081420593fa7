"""Files read a few ahead of the one that is waited for: each is read by a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UnreadableFile

if TYPE_CHECKING:
    from workbench.model import Sha256
    from workbench.reading import Whole

AT_ONCE = max(1, min(4, (os.cpu_count() or 1) - 1))
"""So many files are read at a time; one processor is left to the window."""
_FORESEEN = 3
"""Of so many texts in a file it is worked out ahead what writing them asks for."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What came of one file: what was read, or that the case has its bytes already (`known`).

    `can_be_kept`: it could not be read, and may still be of use as back-up.
    """

    whole: Whole | None
    sha256: Sha256 | None = None
    can_be_kept: bool = False

    @property
    def known(self) -> bool:
        """Whether it was passed over."""
        return self.whole is None


class Ahead:
    """Hands out what was read, in the order of the paths. Belongs to the thread that asks for it."""

    def __init__(self, paths: Sequence[Path], known: frozenset[Sha256]) -> None:
        self._known = known
        self._threads = ThreadPoolExecutor(AT_ONCE, "reading")
        self._left: Iterator[Path] = iter(paths)
        self._under_way: list[Future[ReadFile]] = []
        for _ in range(AT_ONCE + 1):
            self._submit()

    def take(self) -> ReadFile:
        """Wait for the next one. Raises `IndexError` when there is none."""
        found = self._under_way.pop(0)
        self._submit()
        return found.result()

    def close(self) -> None:
        """Read no further; what is being read now is let go."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _submit(self) -> None:
        path = next(self._left, None)
        if path is not None:
            self._under_way.append(self._threads.submit(read, path, self._known))


def read(path: Path, known: frozenset[Sha256]) -> ReadFile:
    """Read one file with all in it, unless its bytes are known; a sentence where that is not possible."""
    from workbench.foreseen import foresee
    from workbench.reading import Whole, fingerprint, read_whole

    sha256 = fingerprint(path)
    if sha256 in known:
        return ReadFile(None, sha256)
    try:
        whole = read_whole(path)
    except UnreadableFile as error:
        return ReadFile(Whole((), (str(error),)), sha256, error.can_be_kept)
    for reading in whole.readings[:_FORESEEN]:
        foresee(reading.text, reading.zones)
    return ReadFile(whole, sha256)
