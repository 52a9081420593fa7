"""Those whom a document has words from, as parties: the document of the case that is meant, else by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from workbench.model import Being, Passage, passage
from workbench.tracing.credited import Everybody, Somebody
from workbench.tracing.meant import Found, Said
from workbench.tracing.papers import Paper
from workbench.tracing.parties import Parties, bare, is_name, is_outlet, party_of, quoted
from workbench.tracing.shelf import Shelf
from workbench.tracing.values import PartyId
from workbench.wording import words as word_list

_OPENING = ("The", "A", "An", "This", "That", "Its", "His", "Her", "Their")


@dataclass(frozen=True, slots=True)
class Giver:
    """One of those whom words came from. `told` is what the text calls it, in the middle of a sentence.

    `itself` is what to call it where that is somebody else. `passages` show it; `why` says in a clause what
    tells which one it is. `cue` is the verb or phrase that credits it, "" for those who only passed the words
    on. `is_known` when it is a document of the case that holds them.
    """

    party: PartyId
    told: str
    passages: tuple[Passage, ...] = ()
    why: str = ""
    cue: str = ""
    is_known: bool = False
    itself: str = ""


class Givers:
    """Finds the parties that the texts of a case speak of."""

    def __init__(self, shelf: Shelf, parties: Parties, everybody: Everybody) -> None:
        self._shelf = shelf
        self._parties = parties
        self._everybody = everybody

    def named(self, name: str, said: Said) -> Iterator[Giver]:
        """Whoever goes by a name."""
        yield from self.somebody(self._everybody.called(name), name, said)

    def somebody(self, one: Somebody, printed: str, said: Said) -> Iterator[Giver]:
        """A person or a body, or what an outlet published; nobody where that is the document itself."""
        if self._shelf.is_own(one.key, said.document) or (is_outlet(one) and _is_ours(printed)):
            return
        told = _told(one, printed)
        if is_outlet(one) or self._shelf.publishes(one.key):
            found = self._shelf.report(one.key, bare(one.name), said)
            if found.document is not None:
                yield self._document(told, found)
                return
            if self._reports(one):
                yield self._story(one, told, found.why)
                return
        yield Giver(self._parties.somebody(one, told, said.document), told)

    def outlet(self, name: str, said: Said) -> Iterator[Giver]:
        """What an outlet published; nobody where the name is that of no outlet."""
        one = self._everybody.called(name)
        if is_outlet(one) or self._shelf.publishes(one.key):
            yield from self.somebody(one, name, said)

    def own_words(self, one: Somebody, printed: str, said: Said) -> Iterator[Giver]:
        """The paper of somebody's own in which their words stand, where the case has it."""
        found = self._shelf.own_words(one.key, said)
        if (
            found is not None
            and found.document is not None
            and not self._shelf.is_own(one.key, said.document)
        ):
            title = quoted(self._shelf.texts[found.document].document)
            yield replace(self._document(_told(one, printed), found), itself=title)

    def whole(self, name: str, said: Said) -> Iterator[Giver]:
        """The outlet that a text as a whole comes from."""
        one = self._everybody.called(name)
        is_known = is_outlet(one) or self._shelf.publishes(one.key)
        if is_known and not self._shelf.is_own(one.key, said.document):
            found = self._shelf.whole(one.key, bare(one.name), said)
            if found.document is not None:
                yield self._document(bare(one.name), found)
            else:
                yield self._story(one, bare(one.name), found.why)

    def paper(self, paper: Paper, by: Somebody | None, said: Said) -> Iterator[Giver]:
        """Who had a paper first, where that is told; then the paper, by `by` where it does not say."""
        if paper.through:
            yield from self.named(paper.through, said)
        author = self.author(paper) or by
        found = self._shelf.paper(paper, author.key if author else None, said)
        told = within_sentence(paper.told)
        if found.document is not None:
            yield self._document(told, found)
        else:
            name = author.name if author and is_name(author) else ""
            yield Giver(self._parties.paper(paper, name, said.document), told, why=found.why)

    def author(self, paper: Paper) -> Somebody | None:
        """Who a paper is by, as it is called."""
        return self._everybody.called(paper.author) if paper.author else None

    def _reports(self, one: Somebody) -> bool:
        """Whether somebody is surely an outlet, and not a body with a website."""
        return is_outlet(one) or self._shelf.outlet_kind(one.key) is not None

    def _story(self, one: Somebody, told: str, why: str) -> Giver:
        return Giver(self._parties.report(one, self._shelf.outlet_kind(one.key)), told, why=why)

    def _document(self, told: str, found: Found) -> Giver:
        assert found.document is not None
        revision = self._shelf.texts[found.document].revision
        held = (passage(revision, found.place),) if found.place else ()
        return Giver(party_of(found.document), told, held, found.why, is_known=True)


def shown(giver: Giver, *places: Passage, cue: str = "") -> Giver:
    """A giver with the words of the text that name it in front."""
    return replace(giver, passages=(*places, *giver.passages), cue=cue)


def _told(one: Somebody, printed: str) -> str:
    """A person by the fullest name known, anybody else as printed where that is a name."""
    words = within_sentence(printed)
    first = words.split(" ", 1)[0]
    if one.is_unnamed and first.casefold() in _common():
        return f"{first.casefold()}{words[len(first) :]}"
    is_named = one.who is not None and (one.who.kind is Being.PERSON or not _has_capital(words))
    return one.name if is_named and _has_capital(one.name) else words


@cache
def _common() -> frozenset[str]:
    """Words that are capitalised only where they open a sentence."""
    return word_list("common.txt") | word_list("stop_words.txt")


def _is_ours(printed: str) -> bool:
    """Whether a paper speaks of itself: "told this newspaper"."""
    return printed.casefold().startswith(("this ", "our "))


def _has_capital(words: str) -> bool:
    return words != words.casefold()


def within_sentence(printed: str) -> str:
    """What a text calls somebody, as it reads in the middle of a sentence."""
    words = " ".join(printed.split()).rstrip(",")
    article = words.split(" ", 1)[0]
    return f"{article.lower()}{words[len(article) :]}" if article in _OPENING else words
