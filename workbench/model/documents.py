"""Texts and what stands where in them: documents, their revisions, places, links, remarks."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.kinds import Medium, RemarkKind, Role, SourceKind, ZoneRole
from workbench.model.ids import DocumentId, LinkId, RemarkId, RevisionId, Sha256
from workbench.text import Quote, Span, quote


@dataclass(frozen=True, slots=True)
class Document:
    """A story or a source text with what is known about it.

    `published` and `accessed` are ISO 8601 of whatever precision is known: "2026", "2026-03",
    "2026-03-14", "2026-03-14T06:30:00Z". Empty strings and None mean unknown.
    `original` is the sha256 of the bytes it was read from, None for pasted text. `charset` is the encoding
    that these were read in, told or guessed; None where that made no difference.
    `medium` is what a file is that holds no text: its text is the log that the desk writes of it, each line
    at a place of it (`workbench/logged`). `outside` is the sha256 of such a file when it is too large to be
    kept and stays where it is, `size` the number of its bytes.
    """

    id: DocumentId
    role: Role
    title: str
    byline: str = ""
    outlet: str = ""
    published: str | None = None
    url: str | None = None
    archived_url: str | None = None
    accessed: str | None = None
    language: str | None = None
    kind: SourceKind = SourceKind.WEBSITE
    filename: str = ""
    original: Sha256 | None = None
    charset: str | None = None
    medium: Medium | None = None
    outside: Sha256 | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document was read from, kept as they came."""

    sha256: Sha256
    data: bytes


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable text of a document; `number` counts from 1. An edited story is a new revision."""

    id: RevisionId
    document: DocumentId
    number: int
    text: str
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a revision that is not running text."""

    span: Span
    role: ZoneRole


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where a page, a row or another place that one can cite goes: "page 3", "row 12"."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a revision, with which it shares its id.

    `zones` are headings, captions and furniture; `places` are pages, rows or minutes, where it has any.
    """

    id: RevisionId
    zones: tuple[Zone, ...] = ()
    places: tuple[Place, ...] = ()

    def spans(self, role: ZoneRole) -> tuple[Span, ...]:
        """The stretches of one role, in order."""
        return tuple(sorted(zone.span for zone in self.zones if zone.role is role))


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one revision: where they stand, and the words themselves with their surroundings."""

    document: DocumentId
    revision: RevisionId
    span: Span
    quote: Quote


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in a document; its anchor text is `passage.quote.exact`."""

    id: LinkId
    passage: Passage
    url: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote beside words before they came here: a comment, a footnote, an annotation.

    No decision of the desk, and no claim until an editor makes it one. `at` is ISO 8601 of whatever precision
    is known. One that is `done` needs no further look.
    """

    id: RemarkId
    passage: Passage
    kind: RemarkKind
    text: str
    author: str = ""
    at: str | None = None
    done: bool = False


def passage(revision: Revision, span: Span) -> Passage:
    """The words of `span` in `revision`, ready to be found again in a later one."""
    return Passage(revision.document, revision.id, span, quote(revision.text, span))
