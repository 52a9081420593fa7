"""Copied runs of words found again among many articles, how fast, and what room and time the index takes.

Made-up articles (benchmarks/copied_runs.py) are added and indexed through the library's own interface; the
same fingerprints in one sorted numpy array in memory answer the same questions in the same run. `--choices`
tries other lengths and windows of fingerprints instead, in memory.
Run: python -m benchmarks.copy_index [--articles 100000] [--keep FOLDER] [--choices]
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.copied_runs import Ids, Newsroom, Story, chance_sharing
from benchmarks.library import AT, size, timed
from benchmarks.shared import rows, shared
from db import LibraryFile, open_library
from db.fingerprints import entries, joined, owners, sharers
from workbench.model import SourceKind
from workbench.progress import silent
from workbench.reading.result import Reading
from workbench.tracing import fingerprints as making
from workbench.tracing.fingerprints import fingerprints

Entries = NDArray[np.uint64]

LIMIT = 50
RUNS = {400: 100, 150: 100, 60: 100, 25: 400, 12: 400}
"""Words copied, and how many stories each time."""

CHOICES = ((5, 3), (5, 4), (5, 5), (6, 3), (6, 7), (4, 4), (5, 1))
"""Words in a hash and hashes in a window."""

_LONGER = 766
"""Words of the news articles that chance sharing is compared with."""


def main() -> None:
    """Make the library where there is none yet, measure, and print."""
    given = _arguments()
    room = Newsroom()
    report_chance(room)
    articles = room.articles(given.articles)
    if given.choices:
        report_choices(room, articles)
        return
    with TemporaryDirectory() as place:
        with closing(open_library((given.keep or Path(place)) / "library")) as library:
            build(library, room, articles)
            report_cost(library, len(articles))
            report_found(library, room, articles)
            report_speed(library, room, articles)
        with closing(open_library(Path(place) / "releases")) as library:
            report_releases(library, room)


def report_chance(room: Newsroom) -> None:
    """How many runs of five words stand in several articles by chance, made up and published."""
    made_up = room.bodies(5, 840, _LONGER).tolist()
    print(
        f"runs of five words found in another of 840 articles, median: made up {chance_sharing(made_up):.3f}"
    )
    if path := shared("data", "polnear", "train.jsonl"):
        known: dict[str, int] = {}
        texts = [
            [known.setdefault(word, len(known)) for word in re.findall(r"[^\W_]+", row["text"].casefold())]
            for row in rows(path)
        ]
        print(f"  the same in {len(texts)} published ones {chance_sharing(texts):.3f}")
    else:
        print("  published ones are not here: skipped")


def build(library: LibraryFile, room: Newsroom, articles: list[Ids]) -> None:
    """Bring the library up to all the articles."""
    have = library.state().articles
    start = perf_counter()
    library.add((reading(room.text(words)) for words in articles[have:]), AT)
    library.index(silent)
    words = np.mean([len(article) for article in articles])
    print(f"library: {len(articles):,} articles of {words:.0f} words, made in {perf_counter() - start:.0f} s")


def reading(text: str) -> Reading:
    """A text as an article."""
    about = {"byline": "", "outlet": "Courier", "published": None, "url": None, "language": "en"}
    return Reading(
        title=text[:60],
        text=text,
        zones=(),
        links=(),
        kind=SourceKind.NEWSPAPER,
        name="",
        original=None,
        **about,  # type: ignore[arg-type]
    )


def report_cost(library: LibraryFile, articles: int) -> None:
    """Processor time and bytes an article: the index of copies alone is made anew from the articles."""
    shutil.rmtree(library.path / "copies")
    start = process_time()
    library.index(silent)
    busy = process_time() - start
    files = list((library.path / "copies").glob("*/*-*-*"))
    print(
        f"index: {busy / articles * 1000:.2f} ms of processor time and "
        f"{size(library.path / 'copies') / articles:,.0f} bytes an article, in {len(files)} files"
    )


def report_found(library: LibraryFile, room: Newsroom, articles: list[Ids]) -> None:
    """How often the article copied from is among the first fifty, and the very first."""
    for run, count in RUNS.items():
        places = [place_of(library, room, articles, story) for story in stories_of(room, articles, run)]
        found = np.mean([place is not None for place in places])
        first = np.mean([place == 0 for place in places])
        print(f"  {run:4} words copied: found {found:.3f}, as the first {first:.3f}   ({count} stories)")


def place_of(library: LibraryFile, room: Newsroom, articles: list[Ids], story: Story) -> int | None:
    """At which place the article copied from is named; None when it is not."""
    source = sha256(room.text(articles[story.source]).encode()).hexdigest()
    found = library.sharing(fingerprints(room.text(story.words)), limit=LIMIT)
    return next((place for place, sharing in enumerate(found) if sharing.article == source), None)


def report_speed(library: LibraryFile, room: Newsroom, articles: list[Ids], stories: int = 200) -> None:
    """One story of 1,000 words against all articles: the library against numpy, taking turns."""
    texts = [room.text(room.story(articles, 150, seed).words) for seed in range(stories)]
    asked = [fingerprints(text) for text in texts]
    everything = joined([np.fromfile(file, "<u8") for file in (library.path / "copies").glob("*/*-*-*")])
    for each in asked[:50]:
        in_memory(everything, each)
        library.sharing(each, limit=LIMIT)
    pairs = [
        (spent(partial(in_memory, everything, each)), spent(partial(library.sharing, each, limit=LIMIT)))
        for each in asked
    ]
    print(f"one story against {len(articles):,}, warm, median of {stories} (processor time in brackets):")
    theirs, ours = (np.median(column, axis=0) * 1000 for column in zip(*pairs, strict=True))
    for name, (taken, busy) in (("the same fingerprints in numpy", theirs), ("library", ours)):
        print(f"  {name:31} {taken:6.2f} ms ({busy:.2f})")
    print(f"  times as much {ours[0] / theirs[0]:.2f} ({ours[1] / theirs[1]:.2f})")
    made = median(timed(partial(fingerprints, text)) for text in texts) * 1000
    print(f"  making the fingerprints of the story {made:.2f} ms; {median(map(len, asked)):.0f} of them")


def spent(step: Callable[[], object]) -> tuple[float, float]:
    """The seconds a step takes, and the seconds of processor time."""
    start, busy = perf_counter(), process_time()
    step()
    return perf_counter() - start, process_time() - busy


def in_memory(everything: Entries, asked: tuple[int, ...]) -> list[int]:
    """The owners that share most, by numpy alone: no weights, no limits, no articles looked up."""
    keys = np.array(asked, np.uint64) << np.uint64(32)
    starts = np.searchsorted(everything, keys)
    counts = np.searchsorted(everything, keys + np.uint64(2**32 - 1), side="right") - starts
    places = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    who, shares = np.unique(owners(everything[places]), return_counts=True)
    best: list[int] = who[np.argsort(-shares)[:LIMIT]].tolist()
    return best


def report_releases(library: LibraryFile, room: Newsroom, count: int = 1_000) -> None:
    """A thousand near-identical press releases: added a hundred at a time, then asked for."""
    release = room.bodies(3, 1, 500)[0]
    taken_each = []
    for first in range(0, count, 100):
        batch = [reading(room.text(release) + f"\nRelease {first + n} of 2026.") for n in range(100)]
        taken_each.append(timed(partial(add, library, batch)))
    asked = fingerprints(room.text(release))
    taken = median(timed(partial(library.sharing, asked, limit=LIMIT)) for _ in range(50)) * 1000
    print(
        f"{count:,} near-identical releases: the first hundred added and indexed in {taken_each[0]:.2f} s, "
        f"the last in {taken_each[-1]:.2f} s; asked {taken:.2f} ms, "
        f"{len(library.sharing(asked, limit=LIMIT))} named"
    )


def add(library: LibraryFile, batch: list[Reading]) -> None:
    """Keep and index some articles."""
    library.add(batch, AT)
    library.index(silent)


def report_choices(room: Newsroom, articles: list[Ids]) -> None:
    """What other lengths and windows of fingerprints would find, and take."""
    stories = {
        run: [(room.text(story.words), story.source + 1) for story in stories_of(room, articles, run)]
        for run in RUNS
    }
    print("run window   bytes  CPU ms   found among the first fifty / as the first, by words copied")
    for run, window in CHOICES:
        with patch.multiple(making, RUN=run, WINDOW=window):
            start = process_time()
            parts = (entries(fingerprints(room.text(words)), n) for n, words in enumerate(articles, 1))
            everything = joined(list(parts))
            busy = (process_time() - start) / len(articles) * 1000
            cells = [f"{words}: {cell(everything, len(articles), stories[words])}" for words in RUNS]
        room_taken = everything.nbytes / len(articles)
        print(f"{run:3} {window:6} {room_taken:7.0f} {busy:7.2f}   {'   '.join(cells)}", flush=True)


def stories_of(room: Newsroom, articles: list[Ids], run: int) -> Iterator[Story]:
    """All stories with so many words copied."""
    return (room.story(articles, run, seed) for seed in range(RUNS[run]))


def cell(everything: Entries, articles: int, stories: list[tuple[str, int]]) -> str:
    """How often the source of a story is among the first fifty, and the first."""
    places = []
    for text, source in stories:
        found = sharers([everything], fingerprints(text), texts=articles, limit=LIMIT)
        places.append(next((place for place, each in enumerate(found) if each.owner == source), LIMIT))
    return f"{np.mean(np.array(places) < LIMIT):.3f} / {np.mean(np.array(places) == 0):.3f}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="a folder to keep the library in, and to use again")
    parser.add_argument("--choices", action="store_true", help="compare lengths and windows of fingerprints")
    return parser.parse_args()


if __name__ == "__main__":
    main()
