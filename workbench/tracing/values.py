"""What tracing finds: texts that share words, the parties words came through, and where they began."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from workbench.model import Attribution, Document, DocumentId, Layout, Link, Passage, Revision, SourceKind
from workbench.text import Span

PartyId = NewType("PartyId", str)
"""Names a party within one tracing; not stored."""


@dataclass(frozen=True, slots=True)
class TracedText:
    """A document of the case with all that tracing reads of it."""

    document: Document
    revision: Revision
    layout: Layout
    attributions: tuple[Attribution, ...] = ()
    links: tuple[Link, ...] = ()


class Reuse(StrEnum):
    """How much of one text stands in another."""

    IDENTICAL = "identical"
    NEAR = "near"
    """The same text, lightly edited, cut or added to."""
    PARTIAL = "partial"
    """A text of its own with passages taken over."""
    QUOTATION = "quotation"
    """Nothing in common but words both quote from somebody."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that stands in both texts; `quoted` when both put it in quotation marks.

    `retold` when the two tell the same in other words.
    """

    one: Span
    other: Span
    quoted: bool = False
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts share. `overlap` is the part, 0..1, of the shorter text's words that is shared."""

    reuse: Reuse
    overlap: float
    shared: tuple[Shared, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which one copied the other, or both a third.

    `original` is which of the two the words were taken from, None when that cannot be told; `why` says what
    they share, and what that direction rests on or why it cannot be told.
    """

    one: DocumentId
    other: DocumentId
    likeness: Likeness
    original: DocumentId | None
    why: str


@dataclass(frozen=True, slots=True)
class Party:
    """A document of the case, or somebody words are credited to who is not a text of the case.

    `document` None: not in the case. `kind` None: not known. `date` is ISO 8601, as precise as is known.
    `unnamed` for "officials", whose words can never be told to be those of other "officials". `first_hand` is
    the editor's word on it, None when its kind tells. `within` is the only text that is known to speak of it:
    "the company" of one is perhaps not that of another.
    """

    id: PartyId
    name: str
    document: DocumentId | None = None
    kind: SourceKind | None = None
    date: str | None = None
    unnamed: bool = False
    first_hand: bool | None = None
    within: DocumentId | None = None

    @property
    def is_primary(self) -> bool:
        """Whether it speaks at first hand; what is not known does not."""
        if self.first_hand is not None:
            return self.first_hand
        return self.kind is not None and self.kind.is_primary


class Step(StrEnum):
    """How words came from one party to the next."""

    COPIES = "copies"
    CREDITS = "credits"
    """Says who said it."""
    CITES = "cites"
    """Links to it or names it as its source."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Words of `giver` that came to `taker`. `why` is one sentence; `passages` the words that show it.

    `content` is what was taken, in the text of the taker's document; empty when it is the text as a whole.
    """

    taker: PartyId
    giver: PartyId
    step: Step
    why: str
    passages: tuple[Passage, ...] = ()
    content: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Parties that rest on each other in a ring, in the order in which each takes from the next."""

    parties: tuple[PartyId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who took what from whom, across the whole case. Parties are in the order of their first words."""

    parties: tuple[Party, ...] = ()
    edges: tuple[Edge, ...] = ()
    circles: tuple[Circle, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Merging:
    """Why a document counts together with another party, in one sentence.

    `passages` are the words that show it. `ruled` when the editor said so.
    """

    document: DocumentId
    into: PartyId
    why: str
    passages: tuple[Passage, ...] = ()
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that together count once for a claim, and who they rest on in the end.

    `roots` are the parties where the words began, as far as can be traced. `counts` is False where there is
    nothing independent in it: the documents only repeat the story itself; `why_not` says so.
    """

    documents: tuple[DocumentId, ...]
    roots: tuple[PartyId, ...] = ()
    merged: tuple[Merging, ...] = ()
    counts: bool = True
    why_not: str = ""

    @property
    def why(self) -> tuple[str, ...]:
        """One sentence a merging."""
        return tuple(dict.fromkeys(merging.why for merging in self.merged))


@dataclass(frozen=True, slots=True)
class SharedInterest:
    """Origins that are not the same but may want the same: a minister and a ministry of one government."""

    origins: tuple[int, ...]
    """Places in the claim's tuple of origins."""
    why: str


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent origins a claim has, and why."""

    origins: tuple[Origin, ...] = ()
    interests: tuple[SharedInterest, ...] = ()

    @property
    def count(self) -> int:
        """The number of independent origins."""
        return sum(origin.counts for origin in self.origins)


@dataclass(frozen=True, slots=True)
class Since:
    """What a later text says otherwise than an earlier one about the same claim.

    `kind` is "figure", "date", "hedge", "word" or "source"; the words are as printed, empty where there are
    none.
    """

    kind: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """A document in which a claim appears. `since` compares it with the earliest appearance."""

    passage: Passage
    date: str | None
    since: tuple[Since, ...] = ()
