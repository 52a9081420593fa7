"""What comes out of a file: its text, what is known about it, and where its parts stand."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import RemarkKind, SourceKind, Zone
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A hyperlink of the text; `span` covers its anchor text."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class FoundRemark:
    """What somebody wrote beside words. `at` is ISO 8601 of whatever precision was found."""

    span: Span
    kind: RemarkKind
    text: str
    author: str = ""
    at: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """From where to where a page, a row or another place of the file goes: "page 3", "row 12"."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file within a file: the attachment of a mail, a page of an archive. Read in as a text of its own.

    `url` and `at` say where it came from and when, as far as the outer file knows.
    """

    name: str
    data: bytes
    url: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a text. Empty strings and None mean unknown.

    `published` is ISO 8601 of whatever precision was found, `language` an ISO 639-1 code. `accessed` is when
    the page was saved, `archived_url` where a copy is kept. `charset` is the encoding of a plain text or
    web page as it was told or guessed.
    """

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str | None = None
    url: str | None = None
    language: str | None = None
    accessed: str | None = None
    archived_url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as a parser delivers it: normalised, with its zones and links in order."""

    about: About
    text: str
    zones: tuple[Zone, ...] = ()
    links: tuple[FoundLink, ...] = ()
    remarks: tuple[FoundRemark, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    kind: SourceKind | None = None
    """What kind of source the format itself makes it, a mail say; None where the text has to tell."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read in, ready to become a document of the case.

    `name` is the file's name, empty for pasted text; `original` the bytes as they came, None for
    pasted text. Offsets count code points of `text`. `enclosed` are files within it, still to be read.
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
    accessed: str | None = None
    archived_url: str | None = None
    charset: str | None = None
    remarks: tuple[FoundRemark, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
