"""The words that the values of a case choose from: kinds, states, terms. Stored by their words."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a document is in this case."""

    STORY = "story"
    SOURCE = "source"


class SourceKind(StrEnum):
    """Kinds of source as fact-checking desks list them."""

    PERSON = "person"
    ORGANISATION = "organisation"
    """A body that speaks as one: a government, a ministry, a firm, a union."""
    DOCUMENT = "document"
    LETTER = "letter"
    SPEECH = "speech"
    TRANSCRIPT = "transcript"
    RECORDING = "recording"
    DATASET = "dataset"
    COURT_RECORD = "court record"
    LAW = "law"
    STUDY = "study"
    IMAGE = "image"
    AGENCY = "news agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    SOCIAL_POST = "social post"
    PRESS_RELEASE = "press release"
    ENCYCLOPAEDIA = "encyclopaedia"

    @property
    def is_primary(self) -> bool:
        """Whether a source of this kind speaks at first hand."""
        return self not in _SECONDARY


_SECONDARY = {
    SourceKind.AGENCY,
    SourceKind.NEWSPAPER,
    SourceKind.BROADCASTER,
    SourceKind.WEBSITE,
    SourceKind.SOCIAL_POST,
    SourceKind.PRESS_RELEASE,
    SourceKind.ENCYCLOPAEDIA,
}


class Medium(StrEnum):
    """What a file is that holds no text to read; its text in the case is a log that the desk writes."""

    RECORDING = "recording"
    """Sound or moving pictures: its places are times."""
    PICTURE = "picture"
    """Its places are areas, in pixels."""
    PAGES = "pages"
    """Scanned pages."""
    FILE = "file"
    """Anything else: its places are what the desk calls them."""


class ZoneRole(StrEnum):
    """What a stretch of a text is, where it is not running text."""

    HEADING = "heading"
    CAPTION = "caption"
    FURNITURE = "furniture"
    """Navigation, "read more", share bars: kept, greyed, never a claim or evidence."""


class Status(StrEnum):
    """Whether the editor has taken up a proposal. What the editor makes is accepted from the start."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class ClaimKind(StrEnum):
    """What a claim asserts, and so how it is checked."""

    FIGURE = "figure"
    QUOTATION = "quotation"
    EVENT = "event"
    ACCUSATION = "accusation"
    SUPERLATIVE = "superlative"
    PREDICTION = "prediction"
    CAUSE = "cause"
    IDENTITY = "identity"
    DATE = "date"


class Risk(StrEnum):
    """Why a claim must not be wrong, the gravest first."""

    LIBEL = "libel"
    NUMBER = "number"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"
    NAME = "name"


class Disposition(StrEnum):
    """The working state of a passage before publication. Not a verdict."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ON_AUTHOR = "on author"
    TK = "TK"
    UNVERIFIABLE = "unverifiable"
    LEGAL = "legal"


class Relation(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class SpeakerKind(StrEnum):
    """What a text says of who is credited, before anybody finds out more."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    """Somebody without a name: "two officials", "a source close to the talks"."""
    PRONOUN = "pronoun"


class Being(StrEnum):
    """What can go by several names."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Terms(StrEnum):
    """On what terms a source talks to the desk."""

    ON_RECORD = "on record"
    BACKGROUND = "on background"
    OFF_RECORD = "off record"
    ANONYMOUS = "anonymous"


class Channel(StrEnum):
    """How somebody was reached."""

    PHONE = "phone"
    EMAIL = "e-mail"
    MESSAGE = "message"
    IN_PERSON = "in person"
    LETTER = "letter"


class Reply(StrEnum):
    """Where the right of reply stands that somebody accused must be given."""

    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"


class RemarkKind(StrEnum):
    """How somebody wrote something beside words."""

    COMMENT = "comment"
    """In the margin of a Word document, say."""
    FOOTNOTE = "footnote"
    ANNOTATION = "annotation"
    """By another program, over a page or a text."""


class QueryStatus(StrEnum):
    """Where a question or change request to the author stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    APPLIED = "applied"
    """Accepted, and a later draft was seen to have the new words."""


class Hand(StrEnum):
    """Whose signature it is: a story is signed by its checker, then by a second, different person."""

    CHECKER = "checker"
    SECOND = "second"
