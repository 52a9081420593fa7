"""A library of many passages: how fast it answers, what it finds again, what memory and disk it takes.

Made-up articles (benchmarks/newsprint.py) are added and indexed through the library's own interface; the
vectors are random. Raw tantivy and FTS5 answer the same questions in the same run.
Run: python -m benchmarks.library [--passages 1000000] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
from tantivy import Index

from benchmarks.newsprint import PASSAGES, Paper, altered, article, articles, paper, passage
from db import LibraryFile, open_library
from db.library.tokens import analyzer
from workbench.evidence.terms import terms
from workbench.meaning import WIDTH, Vector
from workbench.progress import silent

AT = "2026-03-14T09:30:00+00:00"
MODEL = "random"
FOUND = 20
VECTORS_AT_ONCE = 20_000


def main() -> None:
    """Make the library where there is none yet, measure, and print."""
    given = _arguments()
    if given.search:
        search_alone(given.search)
        return
    with TemporaryDirectory() as place:
        folder = given.keep or Path(place)
        made_of = paper()
        with closing(open_library(folder / "library")) as library:
            build(library, given.passages)
            fts = fts_of(library, folder / "fts5.sqlite")
            originals = sampled(library, given.questions)
            questions = [altered(text, made_of, random.Random(n)) for n, text in enumerate(originals)]
            report_words(library, fts, questions)
            report_found_again(library, fts, originals, questions)
            report_nearest(library, given.questions)
            report_one_article(library, made_of)
        report_room(folder / "library")


def build(library: LibraryFile, passages: int) -> None:
    """Bring the library up to so many passages, with vectors."""
    have = library.state()
    missing = max(0, passages // PASSAGES - have.articles)
    start = perf_counter()
    library.add(articles(missing, first=have.articles), AT)
    added = perf_counter()
    waiting = library.state().unindexed
    library.index(silent)
    done = perf_counter()
    while unembedded := library.unembedded(MODEL, limit=VECTORS_AT_ONCE):
        library.keep(MODEL, [(number, random_vector(number)) for number, _ in unembedded])
    state = library.state()
    print(f"library: {state.articles:,} articles, {state.passages:,} passages")
    if missing:
        print(f"  making and adding {missing:,} articles {added - start:.0f} s")
        print(
            f"  indexing {waiting:,} passages {done - added:.0f} s ({waiting / (done - added):,.0f} a second)"
        )
        print(f"  keeping their vectors {perf_counter() - done:.0f} s")


def random_vector(seed: int) -> Vector:
    """A vector of no meaning, the same for the same seed."""
    drawn = np.random.default_rng(seed).standard_normal(WIDTH)
    return Vector((drawn / np.linalg.norm(drawn) * 127).round().astype(np.int8).tobytes())


def sampled(library: LibraryFile, count: int) -> list[str]:
    """Passages spread over the whole library."""
    with closing(sqlite3.connect(library.path / "library.sqlite")) as db:
        (newest,) = db.execute("SELECT max(seq) FROM passage").fetchone()
        query = "SELECT text FROM passage WHERE seq >= ? ORDER BY seq LIMIT 1"
        seqs = random.Random(5).sample(range(1, newest), count)
        return [db.execute(query, (seq,)).fetchone()[0] for seq in seqs]


def fts_of(library: LibraryFile, path: Path) -> sqlite3.Connection:
    """The same passages in an FTS5 table, as a case has them."""
    db = sqlite3.connect(path)
    source = (library.path / "library.sqlite").as_uri()
    with closing(sqlite3.connect(f"{source}?mode=ro", uri=True)) as rows:
        db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS p USING fts5"
            " (text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        (have,) = db.execute("SELECT coalesce(max(rowid), 0) FROM p").fetchone()
        after = rows.execute("SELECT seq, text FROM passage WHERE seq > ?", (have,))
        db.executemany("INSERT INTO p (rowid, text) VALUES (?, ?)", after)
    db.commit()
    return db


def report_words(library: LibraryFile, fts: sqlite3.Connection, questions: Sequence[str]) -> None:
    """Top 20 by words: the library against raw tantivy, taking turns, and FTS5."""
    raw = raw_search(library.path)
    asked = [terms(question) for question in questions]
    for words in asked[:50]:
        raw(words)
        library.passages(words, limit=FOUND)
    pairs = [
        (timed(partial(raw, words)), timed(partial(library.passages, words, limit=FOUND))) for words in asked
    ]
    slow = [timed(partial(fts_search, fts, words)) for words in asked[:60]]
    print(f"top {FOUND} by words, warm, {len(asked)} questions of {median(map(len, asked)):.0f} words")
    base = median(seconds for seconds, _ in pairs)
    for name, seconds in (
        ("raw tantivy, numbers only", [seconds for seconds, _ in pairs]),
        ("library.passages, with texts", [seconds for _, seconds in pairs]),
        ("FTS5 ranked", slow),
    ):
        print_times(name, seconds, f"{median(seconds) / base:6.2f} times raw tantivy")


def raw_search(library: Path) -> Callable[[Sequence[str]], object]:
    """tantivy alone: the question parsed by its own parser, the best 20 addresses, nothing else."""
    (place,) = (library / "words").glob("[0-9]*")
    index = Index.open(str(place))
    index.register_tokenizer("words", analyzer())
    searcher = index.searcher()

    def search(words: Sequence[str]) -> object:
        """One question."""
        query = index.parse_query(" ".join(f'"{word}"' for word in words), ["text"])
        return searcher.search(query, FOUND, count=False)

    return search


def fts_search(db: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """The same question to FTS5."""
    query = " OR ".join(f'"{word}"' for word in words)
    rows = db.execute("SELECT text FROM p WHERE p MATCH ? ORDER BY rank LIMIT ?", (query, FOUND))
    return [text for (text,) in rows.fetchall()]


def report_found_again(
    library: LibraryFile, fts: sqlite3.Connection, originals: Sequence[str], questions: Sequence[str]
) -> None:
    """How many altered passages are found again among the best 20."""
    pairs = list(zip(originals, questions, strict=True))
    ours = [old in (hit.text for hit in library.passages(terms(new), limit=FOUND)) for old, new in pairs]
    theirs = [old in fts_search(fts, terms(new)) for old, new in pairs[:60]]
    print(
        f"found again: library {np.mean(ours):.3f} ({len(ours)}), FTS5 {np.mean(theirs):.3f} ({len(theirs)})"
    )


def report_nearest(library: LibraryFile, count: int) -> None:
    """The nearest in meaning, warm."""
    vectors = [random_vector(-seed % 2**32) for seed in range(1, count + 1)]
    for vector in vectors[:5]:
        library.nearest(MODEL, vector, limit=FOUND)
    search = (partial(library.nearest, MODEL, vector, limit=FOUND) for vector in vectors)
    print_times(f"nearest {FOUND} by vector", list(map(timed, search)))


def report_one_article(library: LibraryFile, made_of: Paper) -> None:
    """An article of 20 passages kept and made findable by words."""
    new = (article(made_of, number) for number in random.Random().sample(range(10**8, 10**9), 10))

    def keep_and_index() -> None:
        """One article."""
        library.add([next(new)], AT)
        library.index(silent)

    print_times("an article of 20 passages, kept and indexed", [timed(keep_and_index) for _ in range(10)])


def report_room(library: Path) -> None:
    """What it takes on the disk, and the memory of a process that only opens it and searches."""
    for name in ("library.sqlite", "words", "vectors"):
        print(f"on disk: {name:16} {size(library / name) / 2**20:8.0f} MB")
    command = [sys.executable, "-m", "benchmarks.library", "--search", str(library)]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


def search_alone(folder: Path) -> None:
    """Open the library, ask 200 questions of each kind, and print the most memory it took."""
    before = peak_memory()
    made_of, dice = paper(), np.random.default_rng(3)
    with closing(open_library(folder, read_only=True)) as library:
        for seed in range(200):
            library.passages(terms(passage(made_of, dice)), limit=FOUND)
            library.nearest(MODEL, random_vector(seed), limit=FOUND)
    print(f"memory at its most: {peak_memory():.0f} MB, of which {before:.0f} before the library was opened")


def peak_memory() -> float:
    """The most memory this process has had resident, in megabytes (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())


def timed(step: Callable[[], object]) -> float:
    """The seconds a step takes."""
    start = perf_counter()
    step()
    return perf_counter() - start


def print_times(name: str, seconds: Sequence[float], note: str = "") -> None:
    """One line of a table."""
    slow = quantiles(seconds, n=20)[-1]
    print(f"  {name:44} median {median(seconds) * 1000:7.2f} ms   p95 {slow * 1000:7.2f} ms   {note}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="a folder to keep the library in, and to use again")
    parser.add_argument("--search", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
