"""What the source map of a pack is drawn from. No Qt: it is drawn by another process (`ui.export.map`)."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import Document, DocumentId
from workbench.tracing.values import Provenance


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn, and the words above it."""

    provenance: Provenance
    documents: tuple[Document, ...]
    story: DocumentId
    title: str
    date: str
