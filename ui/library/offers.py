"""Passages of the library as the window offers them: with what is known of their article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.library import ArticleId
from workbench.text import Span

if TYPE_CHECKING:
    from workbench.analysis import Judgement
    from workbench.evidence.asked import Found
    from workbench.library import LibraryHit
    from workbench.model import Sha256
    from workbench.ports import Library, Store
    from workbench.reading import Reading


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage of an article that is not in the case. `judgement` is None until it has been compared."""

    article: ArticleId
    span: Span
    text: str
    title: str
    outlet: str
    published: str | None
    language: str | None
    lit: tuple[Span, ...] = ()
    judgement: Judgement | None = None

    @property
    def key(self) -> str:
        """Tells one offer from any other."""
        return f"{self.article}/{self.span.start}"


def texts_of(store: Store) -> frozenset[Sha256]:
    """The hashes of all texts of a case as they stand now; for the worker thread."""
    from workbench.model import Document

    latest = (store.latest(document.id) for document in store.all(Document))
    return frozenset(revision.sha256 for revision in latest if revision)


def offers(
    found: Sequence[Found[LibraryHit]], library: Library, in_case: Collection[Sha256]
) -> tuple[Offer, ...]:
    """The passages found, without those of articles whose text is in the case already; for the worker."""
    return tuple(_offers(found, library, in_case))


def is_in_case(reading: Reading, in_case: Collection[Sha256]) -> bool:
    """Whether a case has the text of an article already."""
    from workbench.documents import digest

    return digest(reading.text.encode()) in in_case


def _offers(
    found: Sequence[Found[LibraryHit]], library: Library, in_case: Collection[Sha256]
) -> Iterator[Offer]:
    known: dict[ArticleId, Reading | None] = {}
    for item in found:
        article = item.hit.article
        if article not in known:
            reading = library.reading(article)
            known[article] = None if reading is None or is_in_case(reading, in_case) else reading
        if (told := known[article]) is not None:
            yield _offer(item, told)


def _offer(item: Found[LibraryHit], told: Reading) -> Offer:
    about = (told.title, told.outlet, told.published, told.language)
    return Offer(item.hit.article, item.hit.span, item.hit.text, *about, lit=item.lit)
