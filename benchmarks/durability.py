"""One verdict with its history through `Store.apply`, against the same two rows by bare sqlite3.

Both write to files of the same schema, size and settings, durably, taking turns; the medians count.
Run: python -m benchmarks.durability [CHANGES] [FOLDER]
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.many_claims import STAMP, make_case, verdict
from db import open_case
from db.codec import event_text
from db.rows import table_of
from workbench.change import Change, added
from workbench.model import Verdict

LIMIT = 2.0
_COLUMNS = ", ".join(f'"{column}"' for column in table_of(Verdict).columns)
INSERT_VERDICT = (
    f"INSERT INTO verdict ({_COLUMNS}) VALUES ({', '.join('?' * len(table_of(Verdict).columns))})"
)
SETTINGS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)


def main(changes: int = 300, folder: str | None = None) -> int:
    """Measure and print; 1 when the limit is missed."""
    with TemporaryDirectory(dir=folder) as place:
        ours, bare = Path(place, "ours.twosource"), Path(place, "bare.twosource")
        make_case(ours, changes)
        shutil.copy(ours, bare)
        times = measure(ours, bare, changes)
    for name, seconds in times.items():
        slow = quantiles(seconds, n=20)[-1]
        print(f"{name:24} median {median(seconds) * 1000:6.2f} ms   p95 {slow * 1000:6.2f} ms")
    ratio = median(times["Store.apply"]) / median(times["two rows, bare sqlite3"])
    print(f"ratio {ratio:.2f} (limit {LIMIT}), {changes} changes each, SQLite {sqlite3.sqlite_version}")
    return int(ratio > LIMIT)


def measure(ours: Path, bare: Path, changes: int) -> dict[str, list[float]]:
    """Seconds of each change, the two ways taking turns."""
    times: dict[str, list[float]] = {"Store.apply": [], "two rows, bare sqlite3": []}
    with (
        closing(open_case(ours)) as store,
        closing(sqlite3.connect(bare, isolation_level=None)) as connection,
    ):
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        for number in range(changes):
            change = Change("Give verdict", STAMP, added(verdict(number)))
            times["Store.apply"].append(timed(partial(store.apply, change)))
            rows = as_rows(change, number + 3)
            times["two rows, bare sqlite3"].append(timed(partial(write_rows, connection, *rows)))
    return times


def as_rows(change: Change, number: int) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The rows that the change becomes, made before the clock starts. Any 64 digits do for the hash."""
    value = change.edits[0].after
    assert value is not None
    return table_of(Verdict).row(value), (number, event_text(change), f"{number:064x}")


def write_rows(connection: sqlite3.Connection, row: tuple[object, ...], event: tuple[object, ...]) -> None:
    """The two rows of a verdict, by bare sqlite3 in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(INSERT_VERDICT, row)
    connection.execute("INSERT INTO history (number, event, hash) VALUES (?, ?, ?)", event)
    connection.execute("COMMIT")


def timed(step: Callable[[], object]) -> float:
    """The seconds a step takes."""
    start = perf_counter()
    step()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2]), *sys.argv[2:3]))
