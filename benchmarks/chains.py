"""How long it takes to trace a large case: invented documents that credit each other, people and letters.

    python -m benchmarks.chains [documents]

Every document has twenty credits: half to people, a third to papers that are mostly in the case, the rest to
officials; a third of them passed through a letter. Then the chains of a thousand passages are followed.
"""

from __future__ import annotations

import random
import sys
import time
from hashlib import sha256

from workbench.model import (
    Attribution,
    AttributionId,
    Credit,
    Document,
    DocumentId,
    Layout,
    Relay,
    Revision,
    RevisionId,
    Role,
    Sha256,
    SourceKind,
    SpeakerKind,
    Voice,
    passage,
)
from workbench.text import Span
from workbench.tracing.provenance import trace
from workbench.tracing.trails import Trails
from workbench.tracing.values import TracedText

_CREDITS = 20
_SYLLABLES = "ba ce di fo gu ha ke li mo nu pra ste tri vol wen".split()
_GIVEN = "Anna Ben Clara David Eva Frank Greta Hugo Ida Jonas".split()
_FIRST = "Bar Cal Dor Fen Gor Hal Kel Lor Mar Nor Pel Quin Ros Sel Tor Ver Wal".split()
_SURNAMES = [f"{first}{end}" for first in _FIRST for end in "man sen ley ton wick dale ford".split()]
_OUTLETS = [*(f"{name} Gazette" for name in _SURNAMES[:40]), "Reuters"]
_LETTER = "a letter to the Council"


class Inventor:
    """Makes up the documents of one case; the same seed makes the same case."""

    def __init__(self, seed: int = 3) -> None:
        self._random = random.Random(seed)
        self._words = [self._word() for _ in range(4000)]

    def document(self, number: int) -> TracedText:
        """A document with its credits."""
        parts: list[str] = []
        credits = [self._credit(parts) for _ in range(_CREDITS)]
        id, text = DocumentId(f"d{number}"), "".join(parts)
        revision = Revision(RevisionId(f"{id}-1"), id, 1, text, Sha256(sha256(text.encode()).hexdigest()))
        items = tuple(
            Attribution(AttributionId(f"{id}-{at}"), id, revision.id, name, "said", credit)
            for at, (name, credit) in enumerate(credits)
        )
        return TracedText(self._about(id), revision, Layout(revision.id), items)

    def _about(self, id: DocumentId) -> Document:
        return Document(
            id,
            Role.SOURCE,
            f"Title of {id}",
            outlet=self._random.choice(_OUTLETS),
            published=f"2026-03-{self._random.randint(1, 28):02}",
            kind=SourceKind.NEWSPAPER if self._random.random() < 0.9 else SourceKind.LETTER,
        )

    def _credit(self, parts: list[str]) -> tuple[str, Credit]:
        name, voice = self._speaker()
        source, cue = _put(parts, name), _put(parts, "said", " ")
        content = _put(parts, " ".join(self._random.sample(self._words, 10)), " ")
        via: tuple[Relay, ...] = ()
        if self._random.random() < 0.3:
            via = (Relay(_LETTER, (_put(parts, _LETTER, " in "),), SourceKind.LETTER),)
        parts.append(f". {' '.join(self._random.choices(self._words, k=20))}.\n")
        return name, Credit((source,), (cue,), (content,), via, voice=voice)

    def _speaker(self) -> tuple[str, Voice]:
        chance = self._random.random()
        if chance < 0.5:
            name = f"{self._random.choice(_GIVEN)} {self._random.choice(_SURNAMES)}"
            return name, Voice(SpeakerKind.PERSON)
        if chance < 0.8:
            return self._random.choice(_OUTLETS), Voice(SpeakerKind.ORGANISATION)
        return "officials", Voice(SpeakerKind.UNNAMED)

    def _word(self) -> str:
        return "".join(self._random.choice(_SYLLABLES) for _ in range(3)) + self._random.choice("nrtsl")


def _put(parts: list[str], words: str, before: str = "") -> Span:
    start = sum(map(len, parts)) + len(before)
    parts.append(f"{before}{words}")
    return Span(start, start + len(words))


def main() -> None:
    """Trace a case of as many documents as asked for, 500 otherwise."""
    inventor = Inventor()
    texts = [inventor.document(number) for number in range(int(sys.argv[1]) if sys.argv[1:] else 500)]
    trace(texts[:5])  # word lists are read once
    start = time.process_time()
    found = trace(texts)
    traced = time.process_time()
    trails = Trails(found)
    places = [passage(text.revision, item.credit.content[0]) for text in texts for item in text.attributions]
    for place in places[:1000]:
        trails.of(place)
    followed = time.process_time()
    print(f"{len(texts)} documents, {len(found.edges)} steps, {len(found.parties)} parties")
    print(f"traced in {traced - start:.2f} s, 1,000 chains followed in {followed - traced:.2f} s (CPU)")


if __name__ == "__main__":
    main()
