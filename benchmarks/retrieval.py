"""How often the right passage is among the first twenty: by words, by meaning, and by both.

    python -m benchmarks.retrieval [--claims 300] [--light DIR]

Every passage of a set lies in one case, and each claim is looked for among all of them.
`--light` sets the static vectors of wordllama beside ours, where that package is installed; its files lie in
DIR.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.shared import ROOT, rows, shared
from db import create_case
from workbench.change import Change, Stamp, added
from workbench.encoding.sentences import SentenceEncoder
from workbench.evidence.candidates import NEAREST, nominated, questions, statements
from workbench.evidence.find import CANDIDATES
from workbench.evidence.meanings import Meanings
from workbench.meaning import Vector
from workbench.model import Case, CaseId, Document, DocumentId, Layout, Revision, RevisionId, Role, Sha256
from workbench.ports import Search
from workbench.reading import read_file
from workbench.sentences import sentences

FIRST = 20
STAMP = Stamp("Benchmark", datetime(2026, 1, 1, tzinfo=UTC))
Pair = tuple[str, str]
"""A claim, and the passage that is to be found."""
Embed = Callable[[Sequence[str]], Sequence[Vector]]


@dataclass
class Tally:
    """How often each way found the passage."""

    claims: int = 0
    words: int = 0
    meaning: int = 0
    both: int = 0

    def __str__(self) -> str:
        shares = (f"{found / max(1, self.claims):6.3f}" for found in (self.words, self.meaning, self.both))
        return "  ".join(shares)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=300, help="claims of each set")
    parser.add_argument("--light", type=Path, help="folder of wordllama's files")
    options = parser.parse_args()
    encoders: dict[str, Embed] = {"MiniLM": SentenceEncoder().embed}
    if options.light:
        encoders["wordllama"] = light(options.light)
    print(f"in the first {FIRST}                               words  meaning    both")
    for title, pairs, others in sets():
        passages = list(dict.fromkeys([*(passage for _, passage in pairs), *others]))
        asked = random.Random(7).sample(pairs, min(options.claims, len(pairs)))
        with searchable(passages) as search:
            for name, embed in encoders.items():
                found = tally(asked, search, embed)
                print(
                    f"{title:28} {name:10} {found}   ({found.claims} among {len(search.every()):,})",
                    flush=True,
                )
    speed(encoders)


def sets() -> Iterator[tuple[str, list[Pair], list[str]]]:
    """Each set by name, with further passages to search among: our own, and published ones if there."""
    everything = sample()
    yield "retold in other words", retold(), everything
    if path := shared("data", "vitaminc", "pagesplit_dev.jsonl"):
        pairs = [(row["hypothesis"], row["premise"]) for row in rows(path)]
        yield "VitaminC, claim to premise", pairs, []
        everything = list(dict.fromkeys(premise for _, premise in pairs))
    else:
        print("VitaminC skipped: the data is not there")
    if path := shared("data", "mrpc", "dev.jsonl"):
        yield "MRPC, paraphrases", [(row["a"], row["b"]) for row in rows(path) if int(row["label"]) == 1], []
    else:
        print("MRPC skipped: the data is not there")
    yield "words changed by half", [(changed(text, everything), text) for text in everything], []


def retold() -> list[Pair]:
    """The pairs written for this benchmark."""
    lines = (ROOT / "benchmarks" / "retold.txt").read_text("utf-8").splitlines()
    parts = (line.split(" | ") for line in lines if not line.startswith("#"))
    return [(claim, passage) for claim, passage in parts]


def sample() -> list[str]:
    """The sentences of the sample's story and sources."""
    folder = ROOT / "resources" / "sample"
    texts = [read_file(path).text for path in sorted((folder / "sources").iterdir())]
    return [
        span.of(text) for text in (*texts, read_file(folder / "story.md").text) for span in sentences(text)
    ]


def changed(text: str, others: Sequence[str]) -> str:
    """A passage with a fifth of its words dropped, 15 % of the others replaced, and all shuffled."""
    chance = random.Random(text)
    kept = [word for word in text.split() if chance.random() > 0.2]
    foreign = chance.choice(others).split()
    mixed = [chance.choice(foreign) if chance.random() < 0.15 else word for word in kept]
    chance.shuffle(mixed)
    return " ".join(mixed)


def tally(pairs: Iterable[Pair], search: Search, embed: Embed) -> Tally:
    """Look for every claim in each of the three ways."""
    every = search.every()
    vectors = embed([hit.text for hit in every])
    matrix = np.frombuffer(b"".join(vectors), np.int8).reshape(len(every), -1)
    meanings = Meanings("", every, matrix)
    found = Tally()
    for claim, passage in pairs:
        worded = [hit for asked in questions(claim) for hit in search.passages(asked, limit=CANDIDATES)]
        near = meanings.nearest(embed(statements(claim)), limit=NEAREST)
        plain = " ".join(passage.split())
        found.claims += 1
        for way, hits in (("words", (worded, ())), ("meaning", ((), near)), ("both", (worded, near))):
            first = nominated(claim, *hits, limit=FIRST)
            setattr(found, way, getattr(found, way) + any(hit.text in plain for hit in first))
    return found


@contextmanager
def searchable(passages: Sequence[str]) -> Iterator[Search]:
    """A case with a document that holds each passage on a line of its own."""
    text = "\n".join(" ".join(passage.split()) for passage in passages)
    document = Document(DocumentId("all"), Role.SOURCE, "all.txt")
    revision = Revision(RevisionId("all-1"), document.id, 1, text, Sha256(sha256(text.encode()).hexdigest()))
    with TemporaryDirectory() as folder:
        case = Case(CaseId("case"), "Retrieval", "two-source", STAMP.at)
        store = create_case(Path(folder) / "retrieval.twosource", case, STAMP)
        store.apply(Change("Import", STAMP, added(document, revision, Layout(revision.id))))
        yield store.search
        store.close()


def light(folder: Path) -> Embed:
    """The vectors of wordllama, packed like ours."""
    from wordllama import WordLlama

    model: Any = WordLlama.load(cache_dir=folder, disable_download=True)

    def embed(texts: Sequence[str]) -> list[Vector]:
        made = np.asarray(model.embed(list(texts), norm=True))
        return [Vector(row.tobytes()) for row in np.rint(127 * made).astype(np.int8)]

    return embed


def speed(encoders: dict[str, Embed]) -> None:
    """Sentences a second of processor time, on the sample's sentences and ours."""
    texts = sample() * 3
    for name, embed in encoders.items():
        embed(texts[:8])
        begun, used = time.perf_counter(), time.process_time()
        embed(texts)
        seconds, own = time.perf_counter() - begun, time.process_time() - used
        words = sum(text.count(" ") + 1 for text in texts) / len(texts)
        print(
            f"{name}: {len(texts) / seconds:,.0f} sentences a second, {len(texts) / own:,.0f} a second "
            f"of processor time ({words:.0f} words each)"
        )


if __name__ == "__main__":
    main()
