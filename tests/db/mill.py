"""Cases of our own making for the tests of the case file."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from workbench.change import Change, Stamp, added
from workbench.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Layout,
    Original,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Verdict,
    VerdictId,
    Zone,
    ZoneRole,
    passage,
)
from workbench.text import Span

STAMP = Stamp("Ada Brook", datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
STORY = (
    "Home News Weather\n"
    "The paper mill at Lindow closed in 1998. According to a letter from the council, about 300 people lost "
    "their jobs. The owner, Marta Kühn, denies the closure was planned.\n"
    "Read more about mills"
)
PAGE = Original(Sha256(sha256(b"<html>mill</html>").hexdigest()), b"<html>mill</html>")


def revision(document: str, number: int, text: str) -> Revision:
    """A revision whose id tells document and number."""
    digest = Sha256(sha256(text.encode()).hexdigest())
    return Revision(RevisionId(f"{document}-{number}"), DocumentId(document), number, text, digest)


def new_document(id: str, text: str = STORY, original: Original | None = None) -> Change:
    """The change that brings a document with one revision and its furniture into the case."""
    first = revision(id, 1, text)
    furniture = [Span(0, 17)] if text == STORY else []
    layout = Layout(first.id, tuple(Zone(span, ZoneRole.FURNITURE) for span in furniture))
    document = Document(
        DocumentId(id), Role.STORY, "The mill", original=original.sha256 if original else None
    )
    return Change("Add document", STAMP, added(document, first, layout))


def claim(id: str, text: Revision, start: int = 18, end: int = 58) -> Claim:
    """An accepted claim on words of a revision."""
    return Claim(ClaimId(id), passage(text, Span(start, end)))


def verdict(id: str, on: str, step: str = "mixed") -> Verdict:
    """A verdict on the claim of id `on`."""
    return Verdict(VerdictId(id), ClaimId(on), step, "Only one source says so.", STAMP.by, STAMP.at)
