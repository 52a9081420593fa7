"""What one source is credited with, as a list shows it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.models.found_rows import FoundRow, excerpt
from ui.models.source_rows import Credited, SourceRow
from ui.session import Session


def credited_rows(session: Session, row: SourceRow) -> list[tuple[Credited, FoundRow]]:
    """Each passage once, with how the list shows it; those of the story first."""
    once = {(item.place.revision, item.place.span): item for item in reversed(row.credited)}
    return [(item, _found(session, item)) for item in reversed(once.values())]


def _found(session: Session, item: Credited) -> FoundRow:
    document, story = session.document(item.place.document), session.story()
    title = document.title if document and document.title else _said("Untitled")
    if story is not None and item.place.document == story.id:
        title = _said("This story")
    details = _said("passed on") if item.passed_on else item.cue or _said("credited")
    text, _ = excerpt(item.place.quote.exact, ())
    key = f"{item.place.revision}/{item.place.span.start}-{item.place.span.end}"
    return FoundRow(key, title, details, text, (), item.place)


def _said(text: str) -> str:
    return QCoreApplication.translate("Sources", text)
