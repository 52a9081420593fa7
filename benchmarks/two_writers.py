"""Two programs want to write one case, a thousand changes each: is anything lost, or anybody fooled?

The one that opened it first writes all of its changes. The other is told on opening that it may only read, is
refused each change, and reads what the first has written. When the first has closed the case, the other opens
it again and writes its own. Meanwhile a third, not ours, locks the file for a moment again and again.
Run: python -m benchmarks.two_writers [CHANGES]
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.many_claims import STAMP
from benchmarks.mixed import begin
from db import CaseStore, open_case, verify
from workbench.change import Change, added
from workbench.errors import CaseError, CaseNotWritten, ReadOnlyCase
from workbench.model import Source, SourceId, SourceKind

HELD_S = 0.004
_PATIENCE_S = 120
EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `told` is what the second was told on opening, `refused` how often it was refused."""

    written: tuple[int, int]
    lost: int
    told: str | None
    refused: int
    findings: tuple[str, ...]
    seconds: float

    def is_as_it_must_be(self, changes: int) -> bool:
        """Whether both wrote all they could, in their turn, and nothing is lost."""
        sound = not self.lost and not self.findings and self.told is not None
        return sound and self.written == (changes, changes) and self.refused == changes


def main(changes: int = 1_000) -> int:
    """Run and print; 1 when anything was lost or written by the wrong one."""
    with TemporaryDirectory() as place:
        outcome = run(Path(place, "lock.twosource"), changes)
    first, second = outcome.written
    print(f"the first wrote {first}; the second was refused {outcome.refused} times, then wrote {second}")
    print(f"told: {outcome.told}")
    print(f"lost: {outcome.lost}; findings: {len(outcome.findings)}; {outcome.seconds:.0f} s")
    return int(not outcome.is_as_it_must_be(changes))


def run(path: Path, changes: int) -> Outcome:
    """Let two processes work on a new case at `path`, and a third get in their way."""
    begin(path).close()
    context = get_context("fork")
    tried = context.Event()
    ends, stop, start = [context.Pipe(duplex=False) for _ in range(2)], context.Event(), perf_counter()
    first = context.Process(target=_write, args=(path, "first", changes, ends[0][1], tried))
    second = context.Process(target=_wait_and_write, args=(path, changes, ends[1][1], tried))
    third = context.Process(target=_disturb, args=(path, stop))
    first.start()
    ends[0][0].recv()  # it has the case now
    second.start()
    third.start()
    written = ends[0][0].recv()
    told, refused, later = ends[1][0].recv()
    stop.set()
    for process in (first, second, third):
        process.join()
    return _outcome(path, (written, later), told, refused, perf_counter() - start)


def _outcome(
    path: Path, written: tuple[list[str], list[str]], told: str | None, refused: int, seconds: float
) -> Outcome:
    with closing(open_case(path)) as store:
        kept = {source.id for source in store.all(Source)}
    lost = sum(id not in kept for ids in written for id in ids)
    return Outcome((len(written[0]), len(written[1])), lost, told, refused, verify(path), seconds)


def _write(path: Path, name: str, changes: int, says: Connection, tried: Event) -> None:
    """Write so many changes and say which are stored; keep the case until the other one has tried as well."""
    with closing(open_case(path)) as store:
        says.send(store.read_only)
        stored = [_add(store.apply, f"{name} {number}") for number in range(changes)]
        tried.wait(_PATIENCE_S)
        says.send(stored)


def _wait_and_write(path: Path, changes: int, says: Connection, tried: Event) -> None:
    """Try to write all the same; then wait for the case and write."""
    refused = 0
    with closing(_opened(path)) as store:
        told = store.read_only
        for number in range(changes):
            try:
                _add(store.apply, f"too early {number}")
            except ReadOnlyCase:
                refused += 1
    tried.set()
    while True:
        with closing(_opened(path)) as store:
            if store.read_only is None:
                later = [_add(store.apply, f"second {number}") for number in range(changes)]
                break
        time.sleep(EVERY_S)
    says.send((told, refused, later))


def _opened(path: Path) -> CaseStore:
    """Open the case; while the first writes without pause to a slow disk, as often as it says to try."""
    while True:
        try:
            return open_case(path)
        except CaseError as error:
            if "try again" not in str(error):
                raise


def _add(apply: Callable[[Change], object], id: str) -> str:
    """Add a source; where another program has the file for too long, try again."""
    change = Change("Add source", STAMP, added(Source(SourceId(id), id, SourceKind.LETTER)))
    while True:
        try:
            apply(change)
        except CaseNotWritten:
            continue
        return id


def _disturb(path: Path, stop: Event) -> None:
    """Lock the file for a moment again and again, as a program that is not ours might."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
        while not stop.wait(EVERY_S):
            try:
                connection.execute("BEGIN EXCLUSIVE")
                time.sleep(HELD_S)
                connection.execute("ROLLBACK")
            except sqlite3.OperationalError:
                continue


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
