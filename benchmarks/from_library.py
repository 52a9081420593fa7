"""From a claim to judged evidence out of a large library: first results, and all of it.

Needs the library that `python -m benchmarks.library --passages 1000000 --keep FOLDER` leaves behind.
Run: python -m benchmarks.from_library FOLDER [--questions 60]
"""

from __future__ import annotations

import argparse
import random
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks.library import MODEL, sampled
from benchmarks.newsprint import altered, paper
from db import open_library
from workbench.engine import LocalEngine
from workbench.evidence.library import find_in_library, nominate


class RandomlyEmbedded(LocalEngine):
    """The engine as it ships, under the name of the random vectors that the library was filled with."""

    @property
    def encoder(self) -> str | None:
        """The model that the library's vectors are marked with."""
        return MODEL if super().encoder else None


def main() -> None:
    """Ask, and print medians and 95th percentiles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=60)
    given = parser.parse_args()
    engine = RandomlyEmbedded()
    with closing(open_library(given.folder / "library", read_only=True)) as library:
        made_of = paper()
        texts = sampled(library, given.questions + 5)
        claims = [altered(text, made_of, random.Random(at)) for at, text in enumerate(texts)]
        first, whole = [], []
        for claim in claims:
            start = perf_counter()
            nominate(claim, library)
            first.append(perf_counter() - start)
            start = perf_counter()
            find_in_library(claim, None, library, engine)
            whole.append(perf_counter() - start)
        print(f"{library.state().passages:,} passages, {given.questions} claims, warm")
        print_times("first results, by words", first[5:])
        print_times("nominated, judged, ordered", whole[5:])


def print_times(name: str, seconds: list[float]) -> None:
    """One line in milliseconds."""
    high = quantiles(seconds, n=20)[-1]
    print(f"{name:28} median {1000 * median(seconds):6.0f} ms   p95 {1000 * high:6.0f} ms")


if __name__ == "__main__":
    main()
