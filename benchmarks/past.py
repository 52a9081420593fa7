"""The case as it was, out of a long history: how long the file takes, by the number of the event.

Run: python -m benchmarks.past [EVENTS]
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.many_claims import STAMP, make_case
from db import CaseStore, open_case, open_past, verify
from workbench.change import Change, Edit
from workbench.model import Claim

LIMIT_S = 1.0
CLAIMS = 500


def main(events: int = 10_000) -> int:
    """Measure and print; 1 when the limit is missed or the file is not sound."""
    with TemporaryDirectory() as place:
        path, past = Path(place, "case.twosource"), Path(place, "past.twosource")
        make_case(path, CLAIMS)
        with closing(open_case(path)) as store:
            lengthen(store, events)
            slowest = max(measure(store, number, past) for number in (10, events // 2, events))
        findings = verify(past)
        with closing(open_past(past, "As it was.")):
            print(f"verify: {len(findings)} findings")
    print(f"slowest {slowest:.2f} s (limit {LIMIT_S} s)")
    return int(slowest > LIMIT_S or bool(findings))


def lengthen(store: CaseStore, events: int) -> None:
    """Change one claim after another until the history has so many events."""
    store._db.conn.execute("PRAGMA synchronous = OFF")  # only here, to have a long history soon
    claims = list(store.all(Claim))
    for number in range(len(store.history()), events):
        at = number % len(claims)
        edited = replace(claims[at], note=f"Asked again, turn {number}.")
        store.apply(Change("Write note", STAMP, (Edit(claims[at], edited),)))
        claims[at] = edited


def measure(store: CaseStore, number: int, path: Path) -> float:
    """The seconds it takes to write the case as it was after one event."""
    start = perf_counter()
    store.write_past(number, path)
    seconds = perf_counter() - start
    print(f"after event {number:6}: {seconds:.2f} s, {path.stat().st_size / 1e6:.1f} MB")
    return seconds


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
