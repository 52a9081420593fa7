"""Where a document can be found, in a few words."""

from __future__ import annotations

from urllib.parse import urlsplit

from workbench.model import Document


def address(document: Document) -> str:
    """The web address without what every address begins with, else the name of the file; "" when pasted."""
    if document.url:
        parts = urlsplit(document.url)
        return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
    return document.filename
