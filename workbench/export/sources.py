"""What a summary may say of sources and of the contacts with them.

A summary leaves the house. What was not said on record, and by whom, stays at the desk unless it is asked
for; the real name of a protected source is not known here at all. Everything is left out in this one place,
before any format sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_uppercase

from workbench.model import Claim, ClaimId, Contact, Document, DocumentId, Reply, Source, SourceId
from workbench.register import accuses, is_confidential, right_of_reply


@dataclass(frozen=True, slots=True)
class Logged:
    """One contact as it may be printed. `claim` is the number of the claim it was about.

    `kept_back` when what was asked and answered stays at the desk; `asked` and `answer` are empty then.
    """

    source: str
    by: str
    at: str
    channel: str
    asked: str
    answer: str
    reply: Reply | None
    claim: int | None
    kept_back: bool


@dataclass(frozen=True, slots=True)
class Registered:
    """A source of the register as it may be printed, with its documents, contacts and claims."""

    source: Source
    documents: tuple[Document, ...]
    contacts: tuple[Logged, ...]
    claims: tuple[int, ...]
    kept_back: bool


@dataclass(frozen=True, slots=True)
class RightOfReply:
    """Where the right to reply to an accusation stands. `contact` is the latest about it, None before any."""

    state: Reply | None
    contact: Logged | None


class Register:
    """The register and the log, as far as a summary may tell; `internal` lets it tell all that is known."""

    def __init__(
        self,
        sources: Iterable[Source],
        contacts: Iterable[Contact],
        documents: Mapping[DocumentId, Document],
        *,
        internal: bool,
    ) -> None:
        known = tuple(sources)
        self._open = {source.id: source for source in known if internal or not is_confidential(source)}
        self._printed = dict(self._open)
        stand_ins = _stand_ins()
        for source in known:
            if source.id not in self._open:
                name = source.name if source.protected else next(stand_ins)
                self._printed[source.id] = _disguised(source, name)
        self._order = tuple(source.id for source in known)
        self._contacts = tuple(sorted(contacts, key=lambda item: item.at))
        self._documents = documents

    def printed(self, id: SourceId) -> Source:
        """The source as it may be printed."""
        return self._printed[id]

    def entries(
        self, cited: Mapping[SourceId, Iterable[int]], numbers: Mapping[ClaimId, int]
    ) -> tuple[Registered, ...]:
        """Every source, in the order they were added. `cited` says by which claims, by their numbers."""
        return tuple(self._entry(id, tuple(sorted(cited.get(id, ()))), numbers) for id in self._order)

    def reply_to(self, claim: Claim, numbers: Mapping[ClaimId, int]) -> RightOfReply | None:
        """Where the right of reply stands; None where nobody is accused and nobody was asked."""
        found = right_of_reply(claim, self._contacts)
        if found.contact is None:
            return RightOfReply(None, None) if accuses(claim) else None
        return RightOfReply(found.state, self._logged(found.contact, numbers))

    def about(self, claim: ClaimId, numbers: Mapping[ClaimId, int]) -> tuple[Logged, ...]:
        """The contacts about a claim, oldest first."""
        return tuple(self._logged(item, numbers) for item in self._contacts if item.claim == claim)

    def _entry(self, id: SourceId, claims: tuple[int, ...], numbers: Mapping[ClaimId, int]) -> Registered:
        source = self._printed[id]
        papers = (*((source.document,) if source.document else ()), *source.papers)
        met = (item for item in self._contacts if item.source == id)
        here = (item for item in met if item.claim is None or item.claim in numbers)
        return Registered(
            source,
            tuple(self._documents[paper] for paper in papers if paper in self._documents),
            tuple(self._logged(item, numbers) for item in here),
            claims,
            id not in self._open,
        )

    def _logged(self, contact: Contact, numbers: Mapping[ClaimId, int]) -> Logged:
        told = contact.source in self._open
        return Logged(
            self._printed[contact.source].name,
            contact.by,
            contact.at if told else contact.at[:10],
            contact.channel.value,
            contact.asked if told else "",
            contact.answer if told else "",
            contact.reply,
            numbers.get(contact.claim) if contact.claim else None,
            not told,
        )


def _disguised(source: Source, name: str) -> Source:
    """What may be printed of somebody whose name or words are confidential: what kind, on what terms."""
    return replace(source, name=name, document=None, papers=(), note="")


def _stand_ins() -> Iterator[str]:
    """What to call sources that are not named: "Source A", … "Source Z", "Source AA", …"""
    for length in count(1):
        for letters in product(ascii_uppercase, repeat=length):
            yield f"Source {''.join(letters)}"
