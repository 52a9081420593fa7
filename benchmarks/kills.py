"""Kill a process again and again while it gives verdicts: is every confirmed change kept?

The control does the same with SQLite's journal switched off and must fail, or the kills prove nothing.
To let a kill find a change half written, each change gives a verdict on every claim and the page cache is
tiny, so that pages reach the disk long before the commit; both runs work under the same conditions.
Run: python -m benchmarks.kills [KILLS] [FOLDER]
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.many_claims import STAMP, make_case, verdict
from db import CaseStore, open_case, verify
from workbench.change import Change, Edit, added
from workbench.errors import CaseError
from workbench.model import Verdict

CLAIMS = 60
CACHE_PAGES = 10
LONGEST_WAIT_S = 0.2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kill left behind. `confirmed` changes had been reported as stored before it."""

    confirmed: int
    lost: bool
    damage: tuple[str, ...]

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
    return int(any(item.failed for item in kept) or not any(item.failed for item in control))


def kill_often(place: Path, journal: str, kills: int) -> list[Outcome]:
    """One new case and one kill after another, at moments that differ."""
    return [kill_once(place / f"{journal}{number}.twosource", journal, number) for number in range(kills)]


def kill_once(path: Path, journal: str, seed: int) -> Outcome:
    """Let another process give verdicts in a new case at `path`, kill it, and look at what it left.

    The moment comes from `seed`: some time after the first confirmed change.
    """
    prepare(path)
    command = [sys.executable, "-m", "benchmarks.kills", "--write", str(path), journal]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        try:
            writer.wait(random.Random(seed).uniform(0, LONGEST_WAIT_S))
        except subprocess.TimeoutExpired:
            writer.kill()
        said += writer.stdout.read()
    if writer.returncode != -signal.SIGKILL:
        raise RuntimeError("the writing process ended before it was killed")
    return examine(path, said.decode())


def examine(path: Path, said: str) -> Outcome:
    """Compare what the killed process confirmed with what the file holds."""
    confirmed = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    if not confirmed:
        raise RuntimeError("the writing process confirmed nothing before it ended")
    number, digest = confirmed[-1]
    try:
        with closing(open_case(path)) as store:
            found = {str(event.number): event.hash for event in store.history()}
    except CaseError as error:
        return Outcome(len(confirmed), False, (str(error),))
    return Outcome(len(confirmed), found.get(number) != digest, verify(path))


def prepare(path: Path) -> None:
    """A case whose claims all have a verdict."""
    make_case(path, CLAIMS)
    with closing(open_case(path)) as store:
        store.apply(Change("Give verdicts", STAMP, added(*map(verdict, range(CLAIMS)))))


def write_on(path: Path, journal: str) -> None:
    """Give verdict upon verdict and confirm each change on stdout, until killed."""
    store = open_case(path)
    connection = store._db.conn  # only here is a case's connection made worse than it should be
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA cache_size = {CACHE_PAGES}")
    turn = 0
    while True:
        turn += 1
        event = store.apply(next_verdicts(store, turn))
        print(event.number, event.hash, flush=True)


def next_verdicts(store: CaseStore, turn: int) -> Change:
    """The change that gives a new verdict on every claim."""
    conclusion = f"In turn {turn} the council's letter says something else. " * 6
    step = ("supported", "contradicted")[turn % 2]
    edits = (Edit(item, replace(item, step=step, conclusion=conclusion)) for item in store.all(Verdict))
    return Change("Give verdicts", STAMP, tuple(edits))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_on(Path(sys.argv[2]), sys.argv[3])
    sys.exit(main(*map(int, sys.argv[1:2]), *sys.argv[2:3]))
