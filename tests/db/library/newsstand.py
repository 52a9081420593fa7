"""Articles of our own making for the tests of the library."""

from __future__ import annotations

from collections.abc import Sequence

from db import LibraryFile
from workbench.library import ArticleId
from workbench.meaning import WIDTH, Vector
from workbench.model import SourceKind, Zone, ZoneRole
from workbench.progress import Cancelled, silent
from workbench.reading.result import FoundLink, Reading
from workbench.text import Span
from workbench.tracing.fingerprints import fingerprints

AT = "2026-03-14T09:30:00+00:00"
MODEL = "encoder 1"
FERRY = (
    "Home News Weather\n"
    "The ferry to Sollund stopped sailing on 4 May. "
    "Captain Ragnhild Åse said 3,500 passengers were stranded. "
    "The harbour was not closed."
)


def reading(text: str = FERRY, title: str = "Ferry stopped", **known: object) -> Reading:
    """An article as it was read in."""
    about = {
        "byline": "",
        "outlet": "Sollund Courier",
        "published": "2026-05-05",
        "url": "https://courier.example/ferry",
        "language": "en",
        "zones": (Zone(Span(0, 17), ZoneRole.FURNITURE),) if text == FERRY else (),
        "links": (FoundLink(Span(22, 27), "https://ferry.example"),) if text == FERRY else (),
        "kind": SourceKind.NEWSPAPER,
        "name": "ferry.html",
        "original": b"<html>ferry</html>",
    }
    return Reading(title=title, text=text, **(about | known))  # type: ignore[arg-type]


def indexed(library: LibraryFile, *texts: str) -> list[str]:
    """Add articles of these texts, index them, and give back their ids."""
    added = library.add((reading(text) for text in texts), AT)
    library.index(silent)
    return [article.id for article in added]


def found(library: LibraryFile, *terms: str, limit: int = 20) -> list[str]:
    """The words of the passages that hold any of the terms, best first."""
    return [hit.text for hit in library.passages(terms, limit=limit)]


def sharing(library: LibraryFile, text: str, limit: int = 50) -> list[ArticleId]:
    """The articles that share fingerprints with a text, best first."""
    return [found.article for found in library.sharing(fingerprints(text), limit=limit)]


def pointing(*dimensions: int) -> Vector:
    """A vector that points to some of the dimensions."""
    value = round(127 / len(dimensions) ** 0.5)
    return Vector(bytes(value if place in dimensions else 255 for place in range(WIDTH)))


def embedded(library: LibraryFile, vectors: Sequence[Vector], model: str = MODEL) -> list[str]:
    """Give the first passages that have none these vectors, in order; their words."""
    waiting = library.unembedded(model, limit=len(vectors))
    library.keep(model, [(number, vector) for (number, _), vector in zip(waiting, vectors, strict=True)])
    return [text for _, text in waiting]


class CancelledAt:
    """Progress that cancels at its nth report."""

    def __init__(self, report: int) -> None:
        self._left = report

    def __call__(self, done: int, total: int, doing: str) -> None:
        self._left -= 1
        if self._left <= 0:
            raise Cancelled
