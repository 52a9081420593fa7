"""The appearances of a claim as the timeline lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.map.words import said
from ui.models.dates import date_words
from ui.models.signs import source_word
from workbench.model import Document, DocumentId, Passage
from workbench.tracing.values import Appearance


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """One text with the claim. `since` says, a sentence each, what it says otherwise than the oldest."""

    key: str
    place: Passage
    date: str
    title: str
    details: str
    words: str
    first: bool
    since: tuple[str, ...]


def appearance_rows(
    appearances: Sequence[Appearance], documents: Mapping[DocumentId, Document], story: DocumentId | None
) -> list[AppearanceRow]:
    """A row for each appearance, in their order. The first is marked when it has a date."""
    return [
        _row(appearance, documents[appearance.passage.document], story, first=not at)
        for at, appearance in enumerate(appearances)
        if appearance.passage.document in documents
    ]


def _row(
    appearance: Appearance, document: Document, story: DocumentId | None, *, first: bool
) -> AppearanceRow:
    oldest = first and appearance.date is not None
    kind = said("the story") if document.id == story else source_word(document.kind)
    details = (said("oldest in the case") if oldest else "", document.outlet, kind)
    return AppearanceRow(
        document.id,
        appearance.passage,
        date_words(appearance.date) or said("No date"),
        document.title or document.filename,
        " · ".join(part for part in details if part),
        " ".join(appearance.passage.quote.exact.split()),
        oldest,
        tuple(dict.fromkeys(change.why for change in appearance.since)),
    )
