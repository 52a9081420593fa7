"""Does a tick ever slip when a story is edited, how many stay where they are, and how long does it take?

    python -m benchmarks.drafts [COUNT]

COUNT edits (5,000), each of one kind, of made-up stories and, where it is there, of published news (PolNeAR's
development articles). Passages of every length are laid over each story. The editing keeps account of where
every character went, so that each passage's true place is known. The first wrong and missed ones are printed.
Passages with a negation put in or taken out directly beside them count neither as harmed nor as unharmed.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

from benchmarks.draft_edits import MAKERS, Edited
from benchmarks.invented import babble, prose
from benchmarks.shared import rows, shared
from workbench.drafts import CarriedPassage, Fate, carry
from workbench.sentences import sentences
from workbench.text import Span, trimmed

_PASSAGES = 20
_SPEED = 30_000, 500
_SHOWN = 8


def stories(random: Random) -> list[str]:
    """Stories of real length; the published ones are left out when they are not there."""
    made = [
        make(random, length) for length in (2_000, 5_000, 9_000) for make in (prose, babble) for _ in "ab"
    ]
    path = shared("data", "polnear", "dev.jsonl")
    if path is None:
        print("(published news is not here: made-up stories alone)")
        return made
    return made + [row["text"] for row in rows(path) if len(row["text"]) > 1_500]


def passages(random: Random, text: str) -> list[Span]:
    """Half of them sentences, the rest one to thirty words in a row."""
    whole = list(sentences(text))
    spans = random.sample(whole, min(len(whole), _PASSAGES // 2))
    while len(spans) < _PASSAGES:
        start = random.randrange(len(text))
        start = text.rfind(" ", 0, start) + 1
        end = text.find(" ", min(len(text), start + int(1.2 ** random.randint(1, 28))))
        span = trimmed(text, Span(start, len(text) if end < start else end))
        if len(span):
            spans.append(span)
    return spans


class Tally:
    """What became of the passages of all edits of one kind."""

    def __init__(self) -> None:
        self.fates: Counter[str] = Counter()
        self.slips: list[str] = []
        self.missed: list[str] = []
        self.harmless = self.attached = self.graver = self.flagged = 0

    def take(self, edited: Edited, kind: str, carried: Sequence[CarriedPassage]) -> None:
        """Count the passages of one edit."""
        for one in carried:
            self.fates[str(one.fate)] += 1
            if one.place is not None and not edited.is_right(one.place, one.old):
                self.slips.append(f"{kind}: {one.old.of(edited.old)!r} -> {one.place.of(edited.new)!r}")
            if edited.has_altered(one.old):
                self.graver += 1
                self.flagged += one.fate is Fate.CHANGED
                if one.fate is not Fate.CHANGED:
                    self.missed.append(f"{kind}, {one.fate}: {one.old.of(edited.old)!r}")
            elif edited.places_of(one.old) and not edited.touches(one.old):
                self.harmless += 1
                self.attached += one.fate.attaches
                if not one.fate.attaches:
                    self.missed.append(f"{kind}, {one.fate}: {one.old.of(edited.old)!r}")


def measure(count: int) -> dict[str, Tally]:
    """Make and carry so many edits."""
    random = Random(6)
    texts = stories(random)
    tallies = {kind: Tally() for kind in MAKERS}
    for number in range(count):
        kind = list(MAKERS)[number % len(MAKERS)]
        text = texts[number // len(MAKERS) % len(texts)]
        edited = MAKERS[kind](random, text)
        tallies[kind].take(edited, kind, carry(edited.old, edited.new, passages(random, text)).passages)
    return tallies


def seconds(random: Random) -> float:
    """The least processor time of five: 5,000 words, 500 passages, edits of every kind at once."""
    length, count = _SPEED
    text = prose(random, length)
    new = text
    for maker in MAKERS.values():
        new = maker(random, new).new
    spans = [span for _ in range(count // _PASSAGES) for span in passages(random, text)]
    return min(_timed(text, new, spans) for _ in range(5))


def _timed(old: str, new: str, spans: Sequence[Span]) -> float:
    started = time.process_time()
    carry(old, new, spans)
    return time.process_time() - started


def _told(fates: Counter[str]) -> str:
    return ", ".join(f"{fate} {count}" for fate, count in fates.most_common())


def main() -> None:
    """Print a line for each kind of edit, and the sums."""
    tallies = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
    for kind, tally in tallies.items():
        kept = f"{tally.attached / tally.harmless:8.3%}" if tally.harmless else "–"
        print(f"{kind:22} kept {kept} of {tally.harmless:6}, {_told(tally.fates)}")
        for line in (*tally.slips, *tally.missed)[:_SHOWN]:
            print(f"    {line[:200]}")
    every = tallies.values()
    harmless, attached = sum(each.harmless for each in every), sum(each.attached for each in every)
    graver, flagged = sum(each.graver for each in every), sum(each.flagged for each in every)
    slips = sum(len(each.slips) for each in every)
    print(f"wrongly attached {slips}, unharmed passages attached {attached / harmless:.3%} of {harmless}")
    print(f"changed figure or negation flagged {flagged / graver:.3%} of {graver}")
    print(f"5,000 words, 500 passages: {1000 * seconds(Random(2)):.0f} ms of processor time")


if __name__ == "__main__":
    main()
