"""The register: named sources, and the contacts with them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.kinds import Channel, Reply, SourceKind, Terms
from workbench.model.ids import ClaimId, ContactId, DocumentId, SourceId


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
