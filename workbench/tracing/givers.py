"""Those whom a document has words from, as parties: the document of the case that is meant, else by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from workbench.model import Passage, passage
from workbench.tracing.credited import Everybody, Somebody
from workbench.tracing.papers import Paper
from workbench.tracing.parties import Parties, is_outlet, party_of
from workbench.tracing.shelf import Found, Shelf
from workbench.tracing.values import PartyId, TracedText


@dataclass(frozen=True, slots=True)
class Giver:
    """One of those whom words came from. `told` is what the text calls it.

    `passages` show it; `why` says in a clause what tells which one it is; `cue` is the verb or phrase that
    credits it, "" for those who only passed the words on.
    """

    party: PartyId
    told: str
    passages: tuple[Passage, ...] = ()
    why: str = ""
    cue: str = ""


class Givers:
    """Finds the parties that the texts of a case speak of."""

    def __init__(self, shelf: Shelf, parties: Parties, everybody: Everybody) -> None:
        self._shelf = shelf
        self._parties = parties
        self._everybody = everybody

    def named(self, name: str, text: TracedText, statement: str) -> Iterator[Giver]:
        """Whoever goes by a name."""
        yield from self.somebody(self._everybody.called(name), text, statement)

    def somebody(self, one: Somebody, text: TracedText, statement: str) -> Iterator[Giver]:
        """A person or a body, or what an outlet published; nobody where that is the document itself."""
        document = text.document.id
        if self._shelf.is_own(one.key, document):
            return
        if is_outlet(one) or self._shelf.publishes(one.key):
            found = self._shelf.report(one.key, one.name, document, statement)
            if found.document is not None or is_outlet(one):
                yield self._giver(one.name, found, lambda: self._parties.report(one))
                return
        yield Giver(self._parties.somebody(one, document), one.name)

    def whole(self, name: str, text: TracedText) -> Iterator[Giver]:
        """The outlet that a text as a whole comes from."""
        one = self._everybody.called(name)
        is_known = is_outlet(one) or self._shelf.publishes(one.key)
        if is_known and not self._shelf.is_own(one.key, text.document.id):
            found = self._shelf.whole(one.key, one.name, text.document.id)
            yield self._giver(one.name, found, lambda: self._parties.report(one))

    def paper(self, paper: Paper, by: Somebody | None, text: TracedText, statement: str) -> Iterator[Giver]:
        """Who had a paper first, where that is told; then the paper, by `by` if it says nothing."""
        if paper.through:
            yield from self.named(paper.through, text, statement)
        author = self.author(paper) or by
        document = text.document.id
        found = self._shelf.paper(paper, author.key if author else None, document, statement)
        name = author.name if author and not author.is_unnamed else ""
        yield self._giver(paper.told, found, lambda: self._parties.paper(paper, name, document))

    def author(self, paper: Paper) -> Somebody | None:
        """Who a paper is by, as it is called."""
        return self._everybody.called(paper.author) if paper.author else None

    def _giver(self, told: str, found: Found, otherwise: Callable[[], PartyId]) -> Giver:
        if found.document is None:
            return Giver(otherwise(), told, why=found.why)
        held = (passage(self._shelf.texts[found.document].revision, found.place),) if found.place else ()
        return Giver(party_of(found.document), told, held, found.why)


def shown(giver: Giver, *places: Passage, cue: str = "") -> Giver:
    """A giver with the words of the text that name it in front."""
    return replace(giver, passages=(*places, *giver.passages), cue=cue)
