"""The appearances of a claim as the timeline lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.map.words import said
from ui.models.dates import date_words
from ui.models.signs import source_word
from workbench.model import Document, DocumentId, Passage
from workbench.tracing.appearances import is_oldest
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
    """A row for each appearance, in their order. The first is marked when it has a date that can be."""
    known = [one for one in appearances if one.passage.document in documents]
    mark = _mark([documents[one.passage.document] for one in known], story)
    return [
        _row(one, documents[one.passage.document], story, "" if at else mark) for at, one in enumerate(known)
    ]


def _mark(shown: Sequence[Document], story: DocumentId | None) -> str:
    """What is known of the first; that the story has no date yet makes nothing doubtful."""
    others = [document for document in shown[1:] if document.id != story or document.published]
    match is_oldest(shown[0], others) if shown else None:
        case None:
            return ""
        case True:
            return said("oldest in the case")
        case False:
            return said("perhaps the oldest in the case")


def _row(appearance: Appearance, document: Document, story: DocumentId | None, mark: str) -> AppearanceRow:
    kind = said("the story") if document.id == story else source_word(document.kind)
    details = (mark, document.outlet, kind)
    return AppearanceRow(
        document.id,
        appearance.passage,
        date_words(appearance.date) or said("No date"),
        document.title or document.filename,
        " · ".join(part for part in details if part),
        " ".join(appearance.passage.quote.exact.split()),
        bool(mark),
        tuple(dict.fromkeys(change.why for change in appearance.since)),
    )
