"""How long a backup takes, how large it is, and how long it holds up somebody who writes meanwhile.

One thread backs the case up, as the window does; another gives a verdict every second or so. The same
without a backup is the baseline; VACUUM INTO straight from the case is the simple way to do it.
Run: python -m benchmarks.backups [MEGABYTES …]
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import random
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from benchmarks.many_claims import STAMP, make_case, verdict
from db import CaseBackups, CaseStore, open_case
from db.connection import connect
from workbench.backups import Reason
from workbench.change import Change, added
from workbench.errors import WorkbenchError
from workbench.model import Document, DocumentId, Original, Role, Sha256

CLAIMS = 4000
PART = 4 * 2**20
PAUSE_S = 2.0
TIMES = 10


def main(sizes: list[int]) -> int:
    """Measure and print."""
    for megabytes in sizes or [10, 200]:
        with TemporaryDirectory() as place:
            path = Path(place, "mill.twosource")
            _make(path, megabytes)
            _measure(path, Path(place, "data"))
    return 0


def _make(path: Path, megabytes: int) -> None:
    make_case(path, CLAIMS)
    with closing(open_case(path)) as store:
        number = 0
        while path.stat().st_size < megabytes * 2**20:
            data = os.urandom(min(PART, megabytes * 2**20 - path.stat().st_size + 1))
            original = Original(Sha256(sha256(data).hexdigest()), data)
            document = Document(DocumentId(f"s{number}"), Role.SOURCE, "Scan", original=original.sha256)
            store.apply(Change("Add scan", STAMP, added(document)), [original])
            number += 1


def _measure(path: Path, data: Path) -> None:
    size = path.stat().st_size / 2**20
    with closing(open_case(path)) as store:
        writer = _Writer(store)
        alone = writer.write_during(partial(time.sleep, 15))
        backups = CaseBackups(data)

        def take() -> object:
            return backups.take(path, path, Reason.CHANGES, datetime.now(UTC))

        started = time.perf_counter()
        take()
        seconds = time.perf_counter() - started
        beside = writer.write_during(partial(_again, take, writer))
        plain = writer.write_during(partial(_again, partial(_vacuum, path, data), writer))
        (newest, *_) = backups.states(path, path)
    print(f"{size:.0f} MB: backup {seconds:.2f} s, {newest.backup.size / 2**20:.0f} MB")
    _tell("writing alone", alone)
    _tell("writing during a backup", beside)
    _tell("writing during a plain VACUUM INTO", plain)


def _again(work: Callable[[], object], writer: _Writer) -> None:
    """Do the work some times over, each time after something was written."""
    for _ in range(TIMES):
        written = writer.written
        while writer.written == written:
            time.sleep(0.001)
        work()


def _vacuum(path: Path, folder: Path) -> None:
    target = folder / "plain"
    target.unlink(missing_ok=True)
    with closing(connect(path, mode="ro")) as db:
        db.conn.execute("VACUUM INTO ?", (str(target),))


def _tell(name: str, times: tuple[list[float], int]) -> None:
    held, refused = times
    if held:
        print(
            f"  {name:36} median {median(held) * 1000:6.1f} ms, longest {max(held) * 1000:7.1f} ms, "
            f"{len(held)} written, {refused} refused"
        )


class _Writer:
    """Gives one verdict after the other."""

    def __init__(self, store: CaseStore) -> None:
        self._store = store
        self.written = 0

    def write_during(self, work: Callable[[], object]) -> tuple[list[float], int]:
        """Write while `work` goes on in another thread: the seconds of each write, and how many failed."""
        held: list[float] = []
        refused = 0
        other = Thread(target=work)
        other.start()
        while other.is_alive():
            started = time.perf_counter()
            try:
                self._store.apply(Change("Give verdict", STAMP, added(verdict(self.written))))
            except WorkbenchError:
                refused += 1
            held.append(time.perf_counter() - started)
            self.written += 1
            time.sleep(PAUSE_S * random())
        other.join()
        return held, refused


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]]))
