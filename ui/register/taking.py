"""A source that the texts credit, taken into the register as it stands there."""

from __future__ import annotations

from ui.models.named_documents import document_candidates
from ui.models.signs import source_word
from ui.models.source_rows import SourceRow
from ui.session import Session
from workbench import register
from workbench.model import Being, Source, SourceId, SourceKind


def take_in(session: Session, row: SourceRow) -> Source | None:
    """The row's entry of the register, made if there is none; None when it could not be written."""
    if row.source is not None:
        return row.source
    source = as_source(session, row)
    return session.source(source.id) if session.do(register.add(source, session.stamp())) else None


def as_source(session: Session, row: SourceRow) -> Source:
    """A source made of what the texts say; a text of the case that is its own is tied to it at once."""
    texts = document_candidates(session, row.name)
    own = texts[0].id if len(texts) == 1 else None
    return Source(SourceId(session.new_id()), row.name, _kind(row), own)


def _kind(row: SourceRow) -> SourceKind:
    """As the texts tell it: the kind of who it is, of what is named, else by the words of the name."""
    from workbench.attribution import kind_of

    guess = kind_of(row.name)
    if row.who is not None:
        if row.who.kind is Being.PERSON:
            return SourceKind.PERSON
        return SourceKind.ORGANISATION if guess is SourceKind.PERSON else guess
    told = {source_word(kind): kind for kind in SourceKind}
    return told.get(row.kind, guess)
