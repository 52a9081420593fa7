"""What a word-by-word check of quotations deals in and answers. Spans count code points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model import Credit, DocumentId, Zone
from workbench.text import Span


class Manner(StrEnum):
    """How words are set apart as somebody's."""

    QUOTED = "quoted"
    SCARE = "scare"
    """One to three words that are no sentence: a term held at arm's length, or a snippet."""
    BLOCK = "block"
    """A paragraph set off by "> " or, after a colon, by indentation; it has no marks."""


class Kind(StrEnum):
    """What became of a quotation in a text."""

    EXACT = "exact"
    """The same words in the same order; typography, initial case and brackets' conventions aside."""
    ALTERED = "altered"
    """A word changed, added, or left out without a mark."""
    SHORTENED = "shortened"
    """Words left out: marked by an ellipsis or brackets, or a whole phrase without a mark."""
    ABSENT = "absent"


class Departure(StrEnum):
    """What one difference is."""

    REPLACED = "replaced"
    LEFT_OUT = "left out"
    ADDED = "added"
    BRACKETED = "in brackets"
    """The editor's own words in square brackets; the source's words, if any, that they stand for."""
    CASE = "capital letter"
    """A capital where the source has none, or the reverse, within a sentence. Not counted against it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a text gives as somebody's: `span` with their marks, `words` without."""

    span: Span
    words: Span
    manner: Manner = Manner.QUOTED
    closed: bool = True
    """False when the closing mark is missing and the quotation was ended with its paragraph."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One run of words that departs from the source.

    `quoted` lies in the quotation's text, `source` in the source's; an empty span tells where the
    words would stand. `marked` is True when an ellipsis or brackets tell the reader of it.
    """

    departure: Departure
    quoted: Span
    source: Span
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where and how a quotation stands in a text. `span` is None when it does not.

    `score` is the share of its words found there in order, 0..100. `before` and `after` are the
    rest of the source's sentence when the quotation begins or ends within it, else None.
    """

    kind: Kind
    span: Span | None = None
    differences: tuple[Difference, ...] = ()
    score: float = 0.0
    before: Span | None = None
    after: Span | None = None


ABSENT = Match(Kind.ABSENT)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the check reads it, with who is credited with what in it.

    `author` is whose prose it is (a letter's writer, a byline), "" when unknown.
    """

    document: DocumentId
    text: str
    credits: tuple[Credit, ...] = ()
    zones: tuple[Zone, ...] = ()
    title: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """One quotation of the story against all documents.

    `match` is the best one, in `document` (None when absent everywhere). `speaker` is who says it in
    the story, `speaker_there` who says it in the document; "" when nobody is named. `elsewhere` is
    True when it is credited there to someone else. `quoted_there` tells whether the words stand
    between quotation marks there or are the document's own prose. Differences' `quoted` spans are the
    story's. `also` are the other documents that have it word for word. `in_words` says it in a sentence.
    """

    quotation: Quotation
    match: Match
    document: DocumentId | None
    speaker: str
    speaker_there: str
    elsewhere: bool
    quoted_there: bool
    also: tuple[DocumentId, ...]
    in_words: str
