"""The values a case is made of.

All are frozen. Those in `Entity` are stored one row each, have an `id`, and are changed only
by the edits of a `Change`. The words they choose from (`workbench/kinds.py`) are handed on from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from workbench.kinds import Being as Being
from workbench.kinds import Channel as Channel
from workbench.kinds import ClaimKind as ClaimKind
from workbench.kinds import Disposition as Disposition
from workbench.kinds import Hand as Hand
from workbench.kinds import Medium as Medium
from workbench.kinds import QueryStatus as QueryStatus
from workbench.kinds import Relation as Relation
from workbench.kinds import RemarkKind as RemarkKind
from workbench.kinds import Reply as Reply
from workbench.kinds import Risk as Risk
from workbench.kinds import Role as Role
from workbench.kinds import SourceKind as SourceKind
from workbench.kinds import SpeakerKind as SpeakerKind
from workbench.kinds import Status as Status
from workbench.kinds import Terms as Terms
from workbench.kinds import ZoneRole as ZoneRole
from workbench.text import Quote, Span, quote

CaseId = NewType("CaseId", str)
DocumentId = NewType("DocumentId", str)
RevisionId = NewType("RevisionId", str)
LinkId = NewType("LinkId", str)
SourceId = NewType("SourceId", str)
ClaimId = NewType("ClaimId", str)
AttributionId = NewType("AttributionId", str)
EvidenceId = NewType("EvidenceId", str)
CitationId = NewType("CitationId", str)
VerdictId = NewType("VerdictId", str)
QueryId = NewType("QueryId", str)
IdentityId = NewType("IdentityId", str)
RulingId = NewType("RulingId", str)
ContactId = NewType("ContactId", str)
ScaleId = NewType("ScaleId", str)
GateId = NewType("GateId", str)
SignOffId = NewType("SignOffId", str)
SearchId = NewType("SearchId", str)
RemarkId = NewType("RemarkId", str)
Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Case:
    """The case itself; exactly one in a file. `scale` names the verdict scale in use."""

    id: CaseId
    title: str
    scale: str
    created: datetime


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


@dataclass(frozen=True, slots=True)
class Source:
    """A named origin: a person, a letter, an agency. `document` when its text is in the case.

    `papers` are other documents of the case that came from it or belong to it. `note` says how far it can be
    relied on. `first_hand` is the editor's word on it, None when its kind tells. `terms` None: not agreed.
    A `protected` source bears a code name here and everywhere; its real name is never in a case.
    """

    id: SourceId
    name: str
    kind: SourceKind
    document: DocumentId | None = None
    note: str = ""
    papers: tuple[DocumentId, ...] = ()
    first_hand: bool | None = None
    terms: Terms | None = None
    protected: bool = False

    @property
    def is_primary(self) -> bool:
        """Whether it speaks at first hand."""
        return self.kind.is_primary if self.first_hand is None else self.first_hand


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of the story that assert something checkable.

    `score` is the check-worthiness 0..100 when Twosource proposed it, None when the editor marked it.
    `answer` is what the claimant said when asked. `also` are other places of the story that assert the same.
    `owner` is who has to bring what is still missing, `due` until when (an ISO date). `waiver` is the written
    reason for confirming what the gate of its kind would not let pass.

    A claim whose passage lies in an earlier revision than the latest one waits in the tray: its words were
    changed or are gone, and an editor has to say where it belongs now. All its places lie in one revision.
    `gone`: the editor has said that the story no longer has it. It is kept for the record and waits no more.
    `public`: marked for publication; only such claims may appear in what readers see.
    """

    id: ClaimId
    passage: Passage
    status: Status = Status.ACCEPTED
    kind: ClaimKind | None = None
    risk: Risk | None = None
    disposition: Disposition = Disposition.OPEN
    note: str = ""
    answer: str = ""
    score: float | None = None
    reasons: tuple[str, ...] = ()
    also: tuple[Passage, ...] = ()
    owner: str = ""
    due: str | None = None
    waiver: str = ""
    gone: bool = False
    public: bool = False

    @property
    def wording(self) -> str:
        """The claim word for word."""
        return self.passage.quote.exact

    @property
    def places(self) -> tuple[Passage, ...]:
        """Everywhere the story asserts it, the main place first."""
        return (self.passage, *self.also)

    def overlaps(self, spans: Iterable[Span]) -> bool:
        """Whether any of `spans`, of its revision, shares words with it at any of its places."""
        return any(span.overlaps(place.span) for span in spans for place in self.places)


@dataclass(frozen=True, slots=True)
class Voice:
    """What the words of a credit tell of its speaker.

    Of an unnamed one, `group` says who they are said to be ("officials", "a source close to the talks")
    and `count` how many, as printed: "two", "several", "one"; both are empty where nothing is said.
    """

    kind: SpeakerKind
    group: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Relay:
    """One step on the way from the speaker to this text: a letter, an agency, somebody who reports it.

    `name` is its fullest form in the text ("a letter to the council" where the words say "this letter").
    `spans` is where the step itself stands; empty when that is not known. `kind` None means not told.
    """

    name: str
    spans: tuple[Span, ...] = ()
    kind: SourceKind | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited with which words, by which cue, through whom.

    `source`, `cue` and `content` are stretches of the text, possibly several where it is interrupted;
    `source` is empty when nobody is named. `via` is the chain of those who passed the words on, from the
    speaker outwards: the letter first, then the agency that quotes it; the last one told this text.
    `resolved` is the fuller form, printed elsewhere in the text, of a pronoun or a bare surname, or the
    author of the document that is credited. `voice` is None when nobody is named or nothing is known.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Relay, ...] = ()
    resolved: str | None = None
    direct: bool = False
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A credit found in a revision. The strings are as printed there."""

    id: AttributionId
    document: DocumentId
    revision: RevisionId
    speaker: str
    cue: str
    credit: Credit


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on a claim. `score` is 0..100, None when the editor linked it by hand.

    `passage.document` may be the story itself (an editor may link its own words).
    """

    id: EvidenceId
    claim: ClaimId
    passage: Passage
    relation: Relation
    status: Status = Status.ACCEPTED
    score: float | None = None
    reasons: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that the story gives, or the editor found, for a claim."""

    id: CitationId
    claim: ClaimId
    source: SourceId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The public judgement on a claim: a step of a scale and one sentence of conclusion.

    `step` is the key of a step; of a scale without steps, the verdict in the desk's own words. `wording` are
    the words of the claim that it was given on; unknown (empty) in cases of earlier versions.
    """

    id: VerdictId
    claim: ClaimId
    step: str
    conclusion: str
    by: str
    at: datetime
    scale: ScaleId = ScaleId("two-source")
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a verdict scale. `tone` names a semantic colour; `symbol` an icon. Never colour alone.

    A `retired` step is no longer offered; verdicts that were given with it keep it.
    """

    key: str
    label: str
    definition: str
    number: int
    tone: str
    symbol: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A verdict scale as the desk edited it; the presets are in `workbench.scales`. Best step first.

    One without steps takes the verdict in the desk's own words.
    """

    id: ScaleId
    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What the desk asks for before a claim of `kind` is confirmed; None: of every kind without its own.

    Passed with at least `primary` primary sources, or at least `origins` independent origins, that support
    it. 0 asks for none of that sort: both 0 lets everything pass. `reply`: whoever is accused has been asked.
    """

    id: GateId
    kind: ClaimKind | None
    primary: int
    origins: int
    reply: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the author, or a change asked for when `wording` is not empty.

    It is about `passage`, or about the words of `claim` wherever these go when that is None; one of the
    two is always there. `by` and `at` say who asked when; they are unknown of questions of earlier cases.
    """

    id: QueryId
    claim: ClaimId | None
    question: str
    wording: str = ""
    answer: str = ""
    status: QueryStatus = QueryStatus.OPEN
    passage: Passage | None = None
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seals:
    """What a signature stands for: one hash for each part of the case that it covers."""

    draft: Sha256
    claims: Sha256
    evidence: Sha256
    sources: Sha256


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature under one draft. `head` is the hash of the last event of the history before it.

    `note` names what was left open on purpose. A signature that was taken back stays, with who, when and why.
    """

    id: SignOffId
    document: DocumentId
    revision: RevisionId
    hand: Hand
    by: str
    at: datetime
    head: Sha256
    seals: Seals
    note: str = ""
    reopened_by: str = ""
    reopened_at: datetime | None = None
    reopened_why: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search over everything in the case, kept under a name. `filters` are words like "kind:note"."""

    id: SearchId
    name: str
    words: str
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A name as one document prints it; there, the same words mean the same one throughout."""

    document: DocumentId
    words: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The editor's word on who is who: these forms mean this one, and no form of another identity does."""

    id: IdentityId
    name: str
    kind: Being
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The editor's word on what a document counts as, over what Twosource traced.

    It counts together with `joined`, or as an origin of its own when that is None; for one claim, or for all
    of them when `claim` is None.
    """

    id: RulingId
    document: DocumentId
    claim: ClaimId | None = None
    joined: DocumentId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One time that somebody of the desk was in touch with a source, or tried to be.

    `at` is ISO 8601 of whatever precision is known. `claim` when it was about one; `reply` when it was
    about the right to reply to it.
    """

    id: ContactId
    source: SourceId
    by: str
    at: str
    channel: Channel
    asked: str
    answer: str = ""
    claim: ClaimId | None = None
    reply: Reply | None = None


Entity = (
    Case
    | Document
    | Revision
    | Layout
    | Link
    | Source
    | Claim
    | Attribution
    | Evidence
    | Citation
    | Verdict
    | Query
    | Identity
    | Ruling
    | Contact
    | Scale
    | Gate
    | SignOff
    | SavedSearch
    | Remark
)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document was read from, kept as they came."""

    sha256: Sha256
    data: bytes


def passage(revision: Revision, span: Span) -> Passage:
    """The words of `span` in `revision`, ready to be found again in a later one."""
    return Passage(revision.document, revision.id, span, quote(revision.text, span))
