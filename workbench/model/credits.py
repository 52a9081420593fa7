"""Who is credited with which words, and who is who."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.kinds import Being, SourceKind, SpeakerKind
from workbench.model.ids import AttributionId, DocumentId, IdentityId, RevisionId
from workbench.text import Span


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
