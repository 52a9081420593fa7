"""What comes out of a file: its text, what is known about it, and where its parts stand."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import SourceKind, Zone
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A hyperlink of the text; `span` covers its anchor text."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a text. Empty strings and None mean unknown.

    `published` is ISO 8601 of whatever precision was found, `language` an ISO 639-1 code.
    """

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as a parser delivers it: normalised, with its zones and links in order."""

    about: About
    text: str
    zones: tuple[Zone, ...] = ()
    links: tuple[FoundLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read in, ready to become a document of the case.

    `name` is the file's name, empty for pasted text; `original` the bytes as they came, None for
    pasted text. Offsets in `zones` and `links` count code points of `text`.
    """

    title: str
    byline: str
    outlet: str
    published: str | None
    url: str | None
    language: str | None
    text: str
    zones: tuple[Zone, ...]
    links: tuple[FoundLink, ...]
    kind: SourceKind
    name: str
    original: bytes | None
