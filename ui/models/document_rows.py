"""The documents of a case as their list shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ui.session import Session
from workbench.model import Document, Role, Status


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document; `passages` counts what is linked to the story's claims, `chosen` is the story checked."""

    document: Document
    passages: int
    chosen: bool

    @property
    def is_story(self) -> bool:
        """Whether the document is a story to be checked."""
        return self.document.role is Role.STORY


def document_rows(session: Session) -> list[DocumentRow]:
    """Stories first, then sources, each in the order they came in."""
    linked = Counter(
        item.passage.document
        for claim in session.claims()
        for item in session.evidence(claim.id)
        if item.status is Status.ACCEPTED
    )
    story = session.story()
    rows = [
        DocumentRow(document, linked[document.id], story is not None and story.id == document.id)
        for document in session.documents()
    ]
    return sorted(rows, key=lambda row: not row.is_story)
