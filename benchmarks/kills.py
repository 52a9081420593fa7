"""Kill a process again and again during mixed work: is every confirmed change kept, and how long to go on?

Texts come in, claims are marked, judged, linked and asked about, steps are taken back, drafts signed
(`benchmarks/mixed.py`). The control does the same with SQLite's journal switched off and must fail, or the
kills prove nothing. To let a kill find a change half written, the page cache is tiny, so that pages reach the
disk long before the commit, and every other change writes a note on all claims at once; both runs work under
the same conditions.
Run: python -m benchmarks.kills [KILLS] [FOLDER]
"""

from __future__ import annotations

import random
import signal
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.mixed import KINDS_OF_WORK, Mixed, begin
from db import open_case, verify
from workbench.backups import Mark
from workbench.errors import CaseError

CLAIMS = 40
CACHE_PAGES = 10
LONGEST_WAIT_S = 0.25
REOPENED_S = 1.0
"""The limit for opening the case again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kill left behind. `confirmed` changes had been reported as stored before it."""

    confirmed: int
    lost: bool
    damage: tuple[str, ...]
    reopened_s: float

    @property
    def failed(self) -> bool:
        """Whether anything confirmed was lost, or the file no longer holds together."""
        return self.lost or bool(self.damage)


def main(kills: int = 40, folder: str | None = None) -> int:
    """Run both series and print; 1 when one of them does not end as it must."""
    with TemporaryDirectory(dir=folder) as place:
        kept = kill_often(Path(place), "DELETE", kills)
        control = kill_often(Path(place), "OFF", kills)
    for name, series in (("as shipped", kept), ("journal off", control)):
        confirmed = sum(item.confirmed for item in series)
        lost = sum(item.lost for item in series)
        damaged = sum(bool(item.damage) for item in series)
        print(f"{name:12} {kills} kills, {confirmed} changes confirmed; {lost} lost some, {damaged} damaged")
    slowest = max(item.reopened_s for item in kept)
    print(f"opened again in at most {slowest * 1000:.0f} ms (limit {REOPENED_S * 1000:.0f} ms)")
    sound = slowest < REOPENED_S and not any(item.failed for item in kept)
    return int(not sound or not any(item.failed for item in control))


def kill_often(place: Path, journal: str, kills: int) -> list[Outcome]:
    """One kill after another, at moments that differ, each of a copy of one case."""
    prepare(place / journal)
    copies = [place / f"{journal}{number}.twosource" for number in range(kills)]
    return [
        kill_once(Path(copyfile(place / journal, copy)), journal, number)
        for number, copy in enumerate(copies)
    ]


def kill_once(path: Path, journal: str, seed: int) -> Outcome:
    """Let another process work on a new case at `path`, kill it, and look at what it left.

    The moment comes from `seed`: some time after the first confirmed change.
    """
    if not path.exists():
        prepare(path)
    heard, says = get_context("fork").Pipe(duplex=False)  # forked, so that it need not import anything
    writer = get_context("fork").Process(target=write_on, args=(path, journal, seed, says), daemon=True)
    writer.start()
    says.close()
    said = [heard.recv()]
    writer.join(random.Random(seed).uniform(0, LONGEST_WAIT_S))
    writer.kill()
    with suppress(EOFError):
        while True:
            said.append(heard.recv())
    writer.join()
    if writer.exitcode != -signal.SIGKILL:
        raise RuntimeError("the writing process ended before it was killed")
    return examine(path, said)


def examine(path: Path, confirmed: list[Mark]) -> Outcome:
    """Compare what the killed process confirmed with what the file holds."""
    last = confirmed[-1]
    start = perf_counter()
    try:
        with closing(open_case(path)) as store:
            seconds = perf_counter() - start
            found = store.hash_of(last.number)
    except CaseError as error:
        return Outcome(len(confirmed), False, (str(error),), perf_counter() - start)
    return Outcome(len(confirmed), found != last.hash, verify(path), seconds)


def prepare(path: Path) -> None:
    """A case in which every kind of work has been done twice."""
    with closing(begin(path)) as store:
        store._db.conn.execute("PRAGMA synchronous = OFF")  # nobody kills this part; it should be there soon
        work = Mixed(store)
        for turn in range(2 * KINDS_OF_WORK):
            work.step(turn)
        work.mark_all(CLAIMS)


def write_on(path: Path, journal: str, seed: int, says: Connection) -> None:
    """Do one piece of work after another, `seed` says which first, and confirm each change, until killed."""
    store = open_case(path)
    connection = store._db.conn  # only here is a case's connection made worse than it should be
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA cache_size = {CACHE_PAGES}")
    work, turn = Mixed(store), 2 * KINDS_OF_WORK + seed
    while True:
        for work_on in (work.step, work.note_all):
            event = work_on(turn)
            says.send(Mark(event.number, event.hash))
        turn += 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2]), *sys.argv[2:3]))
