"""The library: articles kept across cases. Any of them can be taken into a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from workbench.text import Span

ArticleId = NewType("ArticleId", str)


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the library, without its text. Dates are ISO 8601, `published` as precise as is known."""

    id: ArticleId
    title: str
    outlet: str
    published: str | None
    url: str | None
    added: str
    passages: int


@dataclass(frozen=True, slots=True)
class LibraryHit:
    """A passage (one sentence) of an article found by search; `rank` grows with how well it fits."""

    article: ArticleId
    span: Span
    text: str
    rank: float


@dataclass(frozen=True, slots=True)
class LibrarySharing:
    """An article that shares fingerprints: how many, and their weight, which counts rare ones for more."""

    article: ArticleId
    shared: int
    weight: float


@dataclass(frozen=True, slots=True)
class LibraryState:
    """How much the library holds, and how many passages still wait to be indexed or for their vector."""

    articles: int
    passages: int
    unindexed: int
    unembedded: int
