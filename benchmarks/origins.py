"""How well the origins of claims are counted: a made case with known copying, chains and origins.

    python -m benchmarks.origins [brenholt|santa-rosa] [why]

The articles (`benchmarks/origins/*.toml`) are read by the real engine, compared and traced together; only
the passages that bear a claim out are given. A claim is right when exactly the known origins come out, those
that do not count included, every merging is explained, and the origins that share an interest are flagged
as such. With `why`, every sentence is printed.
"""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbench.engine.local import LocalEngine
from workbench.model import (
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    EvidenceId,
    Layout,
    Passage,
    Relation,
    Revision,
    RevisionId,
    Role,
    Sha256,
    SourceKind,
    passage,
)
from workbench.ports import Engine
from workbench.text import Span
from workbench.tracing.copies import find_copies
from workbench.tracing.independence.traced import Traced
from workbench.tracing.origins import independence
from workbench.tracing.provenance import trace
from workbench.tracing.values import Independence, Provenance, TracedText

CASES = Path(__file__).with_suffix("")
Groups = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """A claim, the passages that bear it out, and the origins known."""

    claim: Claim
    story: DocumentId
    evidence: tuple[Evidence, ...]
    origins: Groups
    uncounted: Groups
    interests: Groups


@dataclass(frozen=True, slots=True)
class Made:
    """The articles of one file with its claims."""

    documents: tuple[tuple[Document, Revision], ...]
    claims: tuple[Known, ...]


def read_case(path: Path) -> Made:
    """The articles and claims written down in a file."""
    data = tomllib.loads(path.read_text("utf-8"))
    texts = _texts(data["article"])
    documents = tuple((_document(one), _revision(one["id"], texts[one["id"]])) for one in data["article"])
    revisions = {document.id: revision for document, revision in documents}
    story = DocumentId(data["story"])
    claims = tuple(_known(at, one, story, revisions) for at, one in enumerate(data["claim"]))
    return Made(documents, claims)


def _texts(articles: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    own = {one["id"]: one["text"].strip().split("\n\n") for one in articles if "text" in one}
    return {
        one["id"]: "\n\n".join(own[one["id"]] if one["id"] in own else _taken_over(one, own[one["of"]]))
        for one in articles
    }


def _taken_over(one: Mapping[str, Any], paragraphs: Sequence[str]) -> list[str]:
    kept = [paragraphs[number - 1] for number in one["keep"]]
    for before, after in one.get("edits", ()):
        kept = [paragraph.replace(before, after) for paragraph in kept]
    for place, paragraph in one.get("added", ()):
        kept.insert(int(place), paragraph)
    return kept


def _document(one: Mapping[str, Any]) -> Document:
    return Document(
        DocumentId(one["id"]),
        Role(one.get("role", "source")),
        one["title"],
        byline=one.get("byline", ""),
        outlet=one.get("outlet", ""),
        published=one["date"] or None,
        language="en",
        kind=SourceKind(one.get("kind", "newspaper")),
    )


def _revision(id: str, text: str) -> Revision:
    digest = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{id}-1"), DocumentId(id), 1, text, digest)


def _known(
    at: int, one: Mapping[str, Any], story: DocumentId, revisions: Mapping[DocumentId, Revision]
) -> Known:
    claim = Claim(ClaimId(f"{story}-{at}"), _place(revisions[story], one["text"]))
    evidence = tuple(
        Evidence(
            EvidenceId(f"{claim.id}-{number}"),
            claim.id,
            _place(revisions[DocumentId(document)], words),
            Relation.SUPPORTS,
        )
        for number, (document, words) in enumerate(one["evidence"])
    )
    found = (_groups(one.get(name, ())) for name in ("origins", "uncounted", "interests"))
    return Known(claim, story, evidence, *found)


def _place(revision: Revision, words: str) -> Passage:
    start = revision.text.index(words)
    return passage(revision, Span(start, start + len(words)))


def _groups(lists: Iterable[Iterable[str]]) -> Groups:
    return frozenset(frozenset(one) for one in lists)


def analysed(made: Iterable[Made], engine: Engine) -> tuple[TracedText, ...]:
    """Every article with the credits that the engine finds in it."""
    return tuple(
        TracedText(document, revision, Layout(revision.id), _credits(revision, engine))
        for one in made
        for document, revision in one.documents
    )


def _credits(revision: Revision, engine: Engine) -> tuple[Attribution, ...]:
    found = engine.analyse(revision.text).credits
    return tuple(
        Attribution(
            AttributionId(f"{revision.id}/{number}"),
            revision.document,
            revision.id,
            " ".join(part.of(revision.text) for part in credit.source),
            " ".join(part.of(revision.text) for part in credit.cue),
            credit,
        )
        for number, credit in enumerate(found)
    )


def faults(known: Known, found: Independence) -> list[str]:
    """What is wrong with the origins counted for a claim; nothing when all is right."""
    counted = _groups(origin.documents for origin in found.origins if origin.counts)
    uncounted = _groups(origin.documents for origin in found.origins if not origin.counts)
    wrong = [
        f"{name}: {_listed(got)} where {_listed(wanted)} is known"
        for name, got, wanted in (
            ("origins", counted, known.origins),
            ("not counted", uncounted, known.uncounted),
        )
        if got != wanted
    ]
    bare = [origin for origin in found.origins if len(origin.merged) < len(origin.documents) - 1]
    wrong += [f"not explained: {', '.join(origin.documents)}" for origin in bare]
    return wrong + _unflagged(known, found)


def _unflagged(known: Known, found: Independence) -> list[str]:
    flagged = [
        frozenset(document for place in interest.origins for document in found.origins[place].documents)
        for interest in found.interests
    ]
    missed = [pair for pair in known.interests if not any(pair <= one for one in flagged)]
    needless = [one for one in flagged if not any(pair <= one for pair in known.interests)]
    return [f"shared interest not flagged: {_listed([one])}" for one in missed] + [
        f"shared interest flagged for nothing: {_listed([one])}" for one in needless
    ]


def _listed(groups: Iterable[frozenset[str]]) -> str:
    return " ".join(sorted("{" + ", ".join(sorted(group)) + "}" for group in groups)) or "none"


def measure(
    made: Made, provenance: Provenance, documents: Mapping[DocumentId, Document], *, why: bool
) -> int:
    """How many claims of one file come out right; what does not is printed."""
    right = 0
    for known in made.claims:
        found = independence(known.claim, known.evidence, Traced(documents, provenance, story=known.story))
        wrong = faults(known, found)
        right += not wrong
        if why or wrong:
            print(
                "wrong" if wrong else "right", f"{found.count} of {len(known.evidence)} ", known.claim.wording
            )
            _print_reasons(found, wrong)
    return right


def _print_reasons(found: Independence, wrong: Iterable[str]) -> None:
    for origin in found.origins:
        print(f"       {', '.join(origin.documents)}")
        for sentence in (*origin.why, *([origin.why_not] if origin.why_not else ())):
            print(f"           {sentence}")
    for sentence in (*(interest.why for interest in found.interests), *wrong):
        print(f"       ! {sentence}")


def main(arguments: Sequence[str]) -> int:
    """Trace all articles as one case and print how many claims of each half come out right."""
    made = {path.stem: read_case(path) for path in sorted(CASES.glob("*.toml"))}
    started = time.perf_counter()
    texts = analysed(made.values(), LocalEngine())
    read = time.perf_counter()
    provenance = trace(texts, copies=find_copies(texts))
    traced = time.perf_counter()
    documents = {text.document.id: text.document for text in texts}
    chosen = [name for name in made if name in arguments] or list(made)
    rights = {name: measure(made[name], provenance, documents, why="why" in arguments) for name in chosen}
    for name, right in rights.items():
        print(f"{name:12}{right} of {len(made[name].claims)} claims right")
    print(f"{len(texts)} articles: read in {read - started:.1f} s, traced in {traced - read:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
