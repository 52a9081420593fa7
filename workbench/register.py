"""The register of sources: who they are, on what terms they talk, when the desk was in touch with them.

The services return a `Change`; the rest tells what the register says of a claim, and what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.change import Change, Edit, Stamp, added, removed
from workbench.errors import WorkbenchError
from workbench.model import (
    Citation,
    Claim,
    ClaimId,
    ClaimKind,
    Contact,
    DocumentId,
    Reply,
    Risk,
    Source,
    Status,
    Terms,
)

LONGEST_NAME = 200
"""Characters that a source's name may have; what is longer is no name."""
_CONFIDENTIAL = {Terms.BACKGROUND, Terms.OFF_RECORD, Terms.ANONYMOUS}


class StandsInHistory(WorkbenchError):
    """A source that has been in the case under its name cannot be protected any more."""

    @classmethod
    def of(cls, source: Source) -> StandsInHistory:
        """The error for a source, with the sentence that says why and what to do."""
        return cls(
            f"“{source.name}” stands in the history of this case by that name, and nothing is ever taken out "
            "of it: protecting the source now would protect nothing. A new source can be added under a code "
            "name; if the name must stay secret, begin a case that has never held it."
        )


@dataclass(frozen=True, slots=True)
class Answered:
    """Where the right of reply to a claim stands. `at` is when, None while nobody has been asked."""

    claim: ClaimId
    state: Reply | None
    at: str | None = None
    contact: Contact | None = None


def clean_name(name: str) -> str:
    """A name with single spaces, cut where no name goes on."""
    return " ".join(name.split())[:LONGEST_NAME].rstrip()


def add(source: Source, stamp: Stamp) -> Change:
    """Take a source into the register. Raises `ValueError` when it has no name."""
    if not clean_name(source.name):
        raise ValueError("a source without a name")
    return Change("Add source", stamp, added(replace(source, name=clean_name(source.name))))


def edit(before: Source, after: Source, stamp: Stamp) -> Change | None:
    """Correct what the register says of a source; None when nothing is new.

    Raises:
        StandsInHistory: it is to be protected, but its name stands in the case's history already.
    """
    if after.protected and not before.protected:
        raise StandsInHistory.of(before)
    after = replace(after, name=clean_name(after.name) or before.name)
    return None if after == before else Change("Edit source", stamp, (Edit(before, after),))


def tie(source: Source, document: DocumentId, stamp: Stamp) -> Change | None:
    """Tie a document to a source that it came from or belongs to; None when it is tied already."""
    if document in (source.document, *source.papers):
        return None
    after = replace(source, papers=(*source.papers, document))
    return Change("Tie document", stamp, (Edit(source, after),))


def untie(source: Source, document: DocumentId, stamp: Stamp) -> Change | None:
    """Let a document go, be it the source's own text or another; None when it was not tied."""
    own = None if source.document == document else source.document
    papers = tuple(paper for paper in source.papers if paper != document)
    after = replace(source, document=own, papers=papers)
    return None if after == source else Change("Untie document", stamp, (Edit(source, after),))


def remove(source: Source, stamp: Stamp) -> Change:
    """Take a source out of the register, with its contacts and citations (see `dependants.completed`)."""
    return Change("Remove source", stamp, removed(source))


def join(
    kept: Source, other: Source, citations: Iterable[Citation], contacts: Iterable[Contact], stamp: Stamp
) -> Change:
    """Say that two entries mean the same source: what hangs on `other` goes over to `kept`.

    A citation that `kept` has for the same claim is not doubled. What `kept` leaves open is taken from
    `other`. Raises `ValueError` when one is protected and the other not: that would tell who it is.
    """
    if kept.protected != other.protected:
        raise ValueError("a protected source joined with an open one")
    every = tuple(citations)
    cited = {item.claim for item in every if item.source == kept.id}
    moved = [item for item in every if item.source == other.id]
    doubled = removed(*(item for item in moved if item.claim in cited))
    cites = (Edit(item, replace(item, source=kept.id)) for item in moved if item.claim not in cited)
    met = (Edit(item, replace(item, source=kept.id)) for item in contacts if item.source == other.id)
    both = Edit(kept, _joined(kept, other))
    edits = (*doubled, *cites, *met, *((both,) if both.after != kept else ()), *removed(other))
    return Change("Join sources", stamp, edits)


def log(contact: Contact, stamp: Stamp, *, new: Source | None = None) -> Change:
    """Note that the desk was in touch with a source, or tried to be; `new` enters the register with it."""
    return Change("Log a contact", stamp, (*(added(new) if new else ()), *added(contact)))


def correct(before: Contact, after: Contact, stamp: Stamp, *, new: Source | None = None) -> Change | None:
    """Correct a contact, or write down the answer that came later; None when nothing is new."""
    if after == before:
        return None
    return Change("Edit contact", stamp, (*(added(new) if new else ()), Edit(before, after)))


def strike(contact: Contact, stamp: Stamp) -> Change:
    """Take a contact out of the log; the history keeps it."""
    return Change("Remove contact", stamp, removed(contact))


def is_confidential(source: Source) -> bool:
    """Whether who it is, and what it said, stays at the desk: protected, or on any terms but on record."""
    return source.protected or source.terms in _CONFIDENTIAL


def named(sources: Iterable[Source], name: str) -> tuple[Source, ...]:
    """The sources of the register that go by `name`, whatever its capitals and spaces."""
    wanted = clean_name(name).casefold()
    return tuple(source for source in sources if clean_name(source.name).casefold() == wanted)


def accuses(claim: Claim) -> bool:
    """Whether the claim accuses somebody, who then has a right to reply."""
    return claim.status is not Status.DISMISSED and (
        claim.risk is Risk.LIBEL or claim.kind is ClaimKind.ACCUSATION
    )


def right_of_reply(claim: Claim, contacts: Iterable[Contact]) -> Answered:
    """Where the right of reply to a claim stands, as the latest contact about it tells."""
    about = [item for item in contacts if item.claim == claim.id and item.reply is not None]
    if not about:
        return Answered(claim.id, None)
    last = max(about, key=lambda item: (item.at, item.reply is not Reply.ASKED))
    return Answered(claim.id, last.reply, last.at, last)


def unanswered(claims: Iterable[Claim], contacts: Iterable[Contact]) -> tuple[Answered, ...]:
    """The accusations whose subject has not been asked, or has been asked and not been heard of."""
    known = tuple(contacts)
    found = (right_of_reply(claim, known) for claim in claims if accuses(claim))
    return tuple(item for item in found if item.state in (None, Reply.ASKED))


def without_terms(sources: Iterable[Source], contacts: Iterable[Contact]) -> tuple[Source, ...]:
    """The persons the desk has been in touch with, but whose terms are not noted."""
    met = {contact.source for contact in contacts}
    return tuple(source for source in sources if source.id in met and source.terms is None)


def _joined(kept: Source, other: Source) -> Source:
    own = kept.document or other.document
    papers = dict.fromkeys((*kept.papers, *other.papers, *((other.document,) if other.document else ())))
    notes = dict.fromkeys(note for note in (kept.note, other.note) if note)
    return replace(
        kept,
        document=own,
        papers=tuple(paper for paper in papers if paper != own),
        note="\n".join(notes),
        first_hand=other.first_hand if kept.first_hand is None else kept.first_hand,
        terms=_stricter(kept.terms, other.terms),
    )


def _stricter(one: Terms | None, other: Terms | None) -> Terms | None:
    """Of two terms those that promise more; nothing agreed promises least."""
    order = (None, Terms.ON_RECORD, Terms.BACKGROUND, Terms.ANONYMOUS, Terms.OFF_RECORD)
    return max(one, other, key=order.index)
