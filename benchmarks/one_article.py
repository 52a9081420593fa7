"""An article of 20 passages taken into a case and findable there, against a bare FTS5 insert of its rows.

The case's way includes the document, its text, its passages cut anew, and the history; the bare one is one
durable transaction of 20 rows. Both files hold the same articles before and take turns; the medians count.
Run: python -m benchmarks.one_article [ARTICLES] [FOLDER]
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from uuid import uuid4

from benchmarks.durability import SETTINGS, timed
from benchmarks.many_claims import STAMP
from benchmarks.newsprint import article, paper
from db import CaseStore, create_case
from workbench.documents import add_document
from workbench.model import Case, CaseId, Role
from workbench.reading.result import Reading
from workbench.sentences import sentences

LIMIT = 3.0
THERE_BEFORE = 100
TABLE = "CREATE VIRTUAL TABLE p USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')"


def main(articles: int = 100, folder: str | None = None) -> int:
    """Measure and print; 1 when the limit is missed."""
    with TemporaryDirectory(dir=folder) as place:
        times = measure(Path(place), articles)
    for name, seconds in times.items():
        slow = quantiles(seconds, n=20)[-1]
        print(f"{name:32} median {median(seconds) * 1000:6.2f} ms   p95 {slow * 1000:6.2f} ms")
    ours, bare = map(median, times.values())
    print(f"ratio {ours / bare:.2f} (limit {LIMIT}), {articles} articles of 20 passages each")
    return int(ours / bare > LIMIT)


def measure(place: Path, articles: int) -> dict[str, list[float]]:
    """Seconds of each article, the two ways taking turns."""
    times: dict[str, list[float]] = {"Store.apply": [], "bare FTS5, one transaction": []}
    made_of = paper()
    case = Case(CaseId("case"), "One article", "two-source", STAMP.at)
    with (
        closing(create_case(place / "one.twosource", case, STAMP)) as store,
        closing(sqlite3.connect(place / "bare.sqlite", isolation_level=None)) as bare,
    ):
        for setting in SETTINGS:
            bare.execute(f"PRAGMA {setting}")
        bare.execute(TABLE)
        for number in range(THERE_BEFORE + articles):
            ours, theirs = both_ways(store, bare, article(made_of, number))
            if number >= THERE_BEFORE:
                times["Store.apply"].append(ours)
                times["bare FTS5, one transaction"].append(theirs)
    return times


def both_ways(store: CaseStore, bare: sqlite3.Connection, reading: Reading) -> tuple[float, float]:
    """The same article into the case and into the bare table."""
    change, originals = add_document(reading, Role.SOURCE, lambda: uuid4().hex, STAMP)
    rows = [(span.of(reading.text),) for span in sentences(reading.text)]
    return timed(partial(store.apply, change, originals)), timed(partial(insert, bare, rows))


def insert(bare: sqlite3.Connection, rows: list[tuple[str]]) -> None:
    """The rows, durably."""
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO p (text) VALUES (?)", rows)
    bare.execute("COMMIT")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2]), *sys.argv[2:3]))
