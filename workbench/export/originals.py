"""The files that a case was read from, under names that any disk bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from workbench.model import Document, Sha256

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff\u202a-\u202e\u2066-\u2069]+')
_LONGEST = 80


def originals(documents: Iterable[Document]) -> Iterator[tuple[str, Document, Sha256]]:
    """Each original once: what its file is called, whose it is, and its digest."""
    seen = set[Sha256]()
    for document in documents:
        if document.original is not None and document.original not in seen:
            seen.add(document.original)
            yield f"{len(seen):02} {file_name(document)}", document, document.original


def file_name(document: Document) -> str:
    """A name for the original of a document, its ending kept."""
    given = PurePosixPath(document.filename.replace("\\", "/")).name or document.title
    bare = _UNFIT.sub(" ", given).strip(" .") or "original"
    stem, dot, ending = bare.rpartition(".")
    if not dot or len(ending) > 10:
        return bare[:_LONGEST]
    return f"{stem[:_LONGEST].rstrip()}.{ending}"
