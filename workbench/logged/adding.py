"""A file without text taken into the case as back-up."""

from __future__ import annotations

from pathlib import PurePath

from workbench.change import Change, Stamp, added
from workbench.documents import digest
from workbench.kinds import Medium, Role, SourceKind
from workbench.logged.files import FoundFile
from workbench.model import Document, DocumentId, Layout, Original, Revision, RevisionId
from workbench.proposals import NewId

_KINDS = {
    Medium.RECORDING: SourceKind.RECORDING,
    Medium.PICTURE: SourceKind.IMAGE,
    Medium.PAGES: SourceKind.DOCUMENT,
    Medium.FILE: SourceKind.DOCUMENT,
}


def add_backup(found: FoundFile, new_id: NewId, stamp: Stamp) -> tuple[Change, tuple[Original, ...]]:
    """Add a file with an empty log.

    Returns:
        The change, and the original to be stored with it; none when the file is too large to be kept.
    """
    originals = () if found.data is None else (Original(found.sha256, found.data),)
    document = Document(
        DocumentId(new_id()),
        Role.SOURCE,
        PurePath(found.name).stem or found.name,
        kind=_KINDS[found.medium],
        filename=found.name,
        original=found.sha256 if originals else None,
        medium=found.medium,
        outside=None if originals else found.sha256,
        size=None if originals else found.size,
    )
    revision = Revision(RevisionId(new_id()), document.id, 1, "", digest(b""))
    return Change("Add back-up", stamp, added(document, revision, Layout(revision.id))), originals
