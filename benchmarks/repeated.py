"""Is one claim in several places taken for one, and are different claims left apart?

    python -m benchmarks.repeated

Pairs of sentences made up for this purpose (`benchmarks/repeated.txt`), each read as a story of its own with
a sentence of something else between them; then, where the articles are at hand, what is brought
together in PolNeAR's development split, for reading by eye.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.shared import ROOT, rows, shared
from workbench.engine import LocalEngine
from workbench.model import Zone, ZoneRole
from workbench.text import Span, normalise

PAIRS = ROOT / "benchmarks" / "repeated.txt"
_BETWEEN = "Nothing else was decided that day."
ARTICLES = 84


def main() -> int:
    """Measure, and show what went wrong."""
    engine, counts = LocalEngine(), Counter[tuple[str, bool]]()
    for wanted, one, other in pairs():
        merged = is_merged(engine, one, other)
        counts[wanted, merged] += 1
        if merged != (wanted == "same"):
            print(f"{wanted}, but {'one claim' if merged else 'two claims'}:\n  {one}\n  {other}")
    same, other_pairs = counts["same", True] + counts["same", False], counts["other", True]
    print(f"one claim taken for one      {counts['same', True]} of {same}")
    print(f"different ones taken for one {other_pairs} of {other_pairs + counts['other', False]}")
    _in_news(engine)
    return 0


def pairs() -> Iterator[tuple[str, str, str]]:
    """What is wanted of each pair, and its sentences."""
    for line in PAIRS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            wanted, one, other = (part.strip() for part in line.split(" | "))
            yield wanted, one, other


def is_merged(engine: LocalEngine, one: str, other: str) -> bool:
    """Whether a story of the two sentences, the first a headline if marked so, has a claim in two places."""
    text = "\n".join((one.removeprefix("^"), _BETWEEN, other))
    zones = (Zone(Span(0, len(one) - 1), ZoneRole.HEADING),) if one.startswith("^") else ()
    return any(claim.also for claim in engine.analyse(text, zones).claims)


def _in_news(engine: LocalEngine) -> None:
    path = shared("data", "polnear", "dev.jsonl")
    if path is None:
        print("PolNeAR is not here: nothing looked at in news.")
        return
    claims = 0
    for number, row in zip(range(ARTICLES), rows(path), strict=False):
        text = normalise(row["text"])
        found = engine.analyse(text).claims
        claims += len(found)
        for claim in found:
            for place in claim.also:
                print(f"article {number}:\n  {claim.span.of(text)}\n  {place.of(text)}")
    print(f"{claims} claims in the articles")


if __name__ == "__main__":
    sys.exit(main())
