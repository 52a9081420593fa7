"""Find the passages of the library that bear on a claim: first by words alone, at once, then in earnest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.analysis import Judgement, Statement
from workbench.evidence.candidates import JUDGED, NEAREST, nominated, questions, statements
from workbench.evidence.find import ordered
from workbench.library import ArticleId, LibraryHit
from workbench.ports import Engine, Library
from workbench.text import Span

WORDED = 100
"""How many passages each search by words may hand over."""


@dataclass(frozen=True, slots=True)
class LibraryFinding:
    """A passage of an article, and how it bears on the claim."""

    article: ArticleId
    span: Span
    text: str
    judgement: Judgement


def find_in_library(
    claim: str, published: str | None, library: Library, engine: Engine, *, limit: int = 12
) -> tuple[LibraryFinding, ...]:
    """The passages of the library that bear on a claim, in the order of `find_evidence`, at most `limit`.

    `published` is when the claim's story appeared. Of passages in the same words one is given.
    """
    return judge_nominated(claim, published, nominate(claim, library, engine), library, engine, limit=limit)


def nominate(
    claim: str, library: Library, engine: Engine | None = None, *, limit: int = JUDGED
) -> tuple[LibraryHit, ...]:
    """The passages most worth judging, best first. Without an engine by words alone, which is quick."""
    worded = (hit for wanted in questions(claim) for hit in library.passages(wanted, limit=WORDED))
    near = _near(claim, library, engine) if engine else ()
    return tuple(_each_wording_once(nominated(claim, worded, near, limit=2 * limit)))[:limit]


def judge_nominated(
    claim: str,
    published: str | None,
    hits: Sequence[LibraryHit],
    library: Library,
    engine: Engine,
    *,
    limit: int = 12,
) -> tuple[LibraryFinding, ...]:
    """Those of the passages that help, judged, in the order of `find_evidence`."""
    dates = {article: _published(library, article) for article in {hit.article for hit in hits}}
    passages = [Statement(hit.text, dates[hit.article]) for hit in hits]
    judged = engine.judge(Statement(claim, published), passages)
    found = (
        LibraryFinding(hit.article, hit.span, hit.text, judgement)
        for hit, judgement in zip(hits, judged, strict=True)
    )
    return ordered(found, limit)


def _near(claim: str, library: Library, engine: Engine) -> Iterator[LibraryHit]:
    model = engine.encoder
    if model is not None:
        for vector in engine.embed(statements(claim)):
            yield from library.nearest(model, vector, limit=NEAREST)


def _each_wording_once(hits: Iterable[LibraryHit]) -> Iterator[LibraryHit]:
    """Articles copy one another; the same sentence thirty times would leave no room for others."""
    seen: set[str] = set()
    for hit in hits:
        plain = " ".join(hit.text.split()).casefold()
        if plain not in seen:
            seen.add(plain)
            yield hit


def _published(library: Library, article: ArticleId) -> str | None:
    reading = library.reading(article)
    return reading.published if reading else None
