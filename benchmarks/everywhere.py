"""How long a search over everything in a big case takes.

    python -m benchmarks.everywhere [DOCUMENTS] [CLAIMS] [EVENTS]

By default 500 documents of 1,000 words, 2,000 claims and 10,000 events. Tells how long the first reading
takes, each of a number of questions, keeping up with one change, and the case's own index of passages for
comparison, which holds the texts alone.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from db import CaseStore, create_case
from workbench import review
from workbench.change import Change, Key, Stamp, added
from workbench.everywhere.answer import answer
from workbench.everywhere.index import Index
from workbench.everywhere.query import asked
from workbench.model import (
    Case,
    CaseId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Revision,
    RevisionId,
    Role,
    Sha256,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Ada Brook", datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
DAY = date(2026, 3, 15)
QUESTIONS = (
    "the",
    "a",
    "harbour",
    "harbour council letter",
    '"the harbour council"',
    "rarest",
    "kind:claim is:open harbour",
    "kind:history by:ada",
    "source:paper harbour -letter",
    "nothingofthekind",
)
COMMON = "the a of in and to said council letter harbour mill ferry town on for with that by from was".split()
TIMES = 7


def main() -> int:
    """Make the case, ask, print."""
    documents, claims, events = (*map(int, sys.argv[1:]), *(500, 2_000, 10_000)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        store = _case(Path(folder) / "big.twosource", documents, claims, events)
        with closing(store):
            _measure(store)
    return 0


def _measure(store: CaseStore) -> None:
    began = time.thread_time()
    index = Index(store)
    print(f"first reading: {time.thread_time() - began:.2f} s without the history")
    began = time.thread_time()
    index = Index.whole(store)
    entries = sum(map(len, index.rows.values()))
    print(f"with it: {time.thread_time() - began:.2f} s, {entries:,} entries")
    for question in QUESTIONS:
        found = answer(index, asked(question), DAY)
        took = _best(lambda question=question: answer(index, asked(question), DAY))
        print(f"{took:7.1f} ms  {sum(found.counts.values()):7,} found  {question}")
    claim = store.all(Claim)[0]
    store.apply(review.annotate(claim, STAMP, note="Ask the harbour master."))
    began = time.thread_time()
    index.follow(store, [Key(Claim, claim.id)])
    found = answer(index, asked("harbour master"), DAY)
    print(f"{(time.thread_time() - began) * 1000:7.1f} ms  a change taken in, and asked for")
    assert found.counts
    passages = _best(lambda: store.search.passages(["harbour", "council", "letter"], limit=40))
    print(f"{passages:7.1f} ms  passages of the texts alone, by the case's own index")


def _best(work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds of one processor: others may be at work beside it."""
    taken = list[float]()
    for _ in range(TIMES):
        began = time.thread_time()
        work()
        taken.append((time.thread_time() - began) * 1000)
    return sorted(taken)[TIMES // 2]


def _case(path: Path, documents: int, claims: int, events: int) -> CaseStore:
    chance = random.Random(7)
    words = [*COMMON * 40, *("".join(chance.choices("aeioulmnrst", k=7)) for _ in range(8_000))]
    store = create_case(path, Case(CaseId("case"), "The harbour", "two-source", STAMP.at), STAMP)
    story = _revision("story", _text(chance, words, 1_000) + "\nThe rarest word.")
    store.apply(Change("Add", STAMP, added(Document(DocumentId("story"), Role.STORY, "The harbour"), story)))
    texts = (_revision(f"d{number}", _text(chance, words, 1_000)) for number in range(documents - 1))
    for text in texts:
        document = Document(text.document, Role.SOURCE, f"Paper {text.document}")
        store.apply(Change("Add", STAMP, added(document, text)))
    made = [_claim(chance, story, number) for number in range(claims)]
    store.apply(Change("Propose claims", STAMP, added(*made)))
    for number in range(events - documents - 1):
        claim = store.get(Claim, f"c{number % claims}")
        assert claim is not None
        store.apply(review.annotate(claim, STAMP, note=f"Asked the harbour council, call {number}."))
    return store


def _text(chance: random.Random, words: list[str], count: int) -> str:
    lines = (chance.choices(words, k=50) for _ in range(count // 50))
    return "\n".join(f"{' '.join(line).capitalize()}." for line in lines)


def _claim(chance: random.Random, story: Revision, number: int) -> Claim:
    start = chance.randrange(len(story.text) - 120)
    return Claim(ClaimId(f"c{number}"), passage(story, Span(start, start + 110)))


def _revision(document: str, text: str) -> Revision:
    digest = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{document}-1"), DocumentId(document), 1, text, digest)


if __name__ == "__main__":
    sys.exit(main())
