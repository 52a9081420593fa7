"""The case as far as it is traced: what the origins of every claim are counted from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from workbench.attribution.lexicon import lexicon
from workbench.identity.lexicon import name_lexicon
from workbench.model import ClaimId, Document, DocumentId, Ruling, SourceKind
from workbench.tracing.values import Copy, Edge, Party, PartyId, Provenance

_SPOKEN = (
    SourceKind.LETTER,
    SourceKind.SPEECH,
    SourceKind.DOCUMENT,
    SourceKind.TRANSCRIPT,
    SourceKind.RECORDING,
    SourceKind.PRESS_RELEASE,
    SourceKind.SOCIAL_POST,
)
_NAMED = (
    SourceKind.PERSON,
    SourceKind.ORGANISATION,
    SourceKind.AGENCY,
    SourceKind.NEWSPAPER,
    SourceKind.BROADCASTER,
    SourceKind.WEBSITE,
    None,
)
"""Kinds whose names are names; "A letter to the council" is none, and small within a sentence."""
_OWNED = re.compile(r"[’'](?:s\b|\s)")
_Giver = tuple[Copy, DocumentId]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Traced:
    """All documents of the case, who took what from whom, the editor's word on it, and the story checked.

    Made once for a case and asked for every claim. Without a `provenance`, documents and their passages
    alone are compared.
    """

    documents: Mapping[DocumentId, Document]
    provenance: Provenance = field(default_factory=Provenance)
    rulings: tuple[Ruling, ...] = ()
    story: DocumentId | None = None

    @cached_property
    def parties(self) -> Mapping[PartyId, Party]:
        """Everybody words came from, documents the tracing knows nothing of included."""
        known = {party.id: party for party in self.provenance.parties}
        texts = {party.document for party in known.values()}
        rest = (document for id, document in self.documents.items() if id not in texts)
        texts_alone = {
            PartyId(item.id): Party(PartyId(item.id), name_of(item), item.id, item.kind, item.published)
            for item in rest
        }
        return {**known, **texts_alone, **self._authors_alone}

    @cached_property
    def edges(self) -> Mapping[PartyId, tuple[Edge, ...]]:
        """What each party took."""
        return _gathered((edge.taker, edge) for edge in self.provenance.edges)

    @cached_property
    def copies(self) -> Mapping[DocumentId, tuple[tuple[Copy, DocumentId], ...]]:
        """What each document may have been copied from, the likeliest first.

        Those known to be the original come first, then those that were there earlier, and last those that
        were copied themselves from one of the others. The document's own copies are left out.
        """
        givers = {
            document: [(copy, other_of(copy, document)) for copy in copies if self._may_give(copy, document)]
            for document, copies in self._shared.items()
        }
        return {id: tuple(sorted(found, key=self._likelihood(found))) for id, found in givers.items()}

    def _likelihood(self, found: Sequence[_Giver]) -> Callable[[_Giver], tuple[bool, bool, int]]:
        others = {other for _, other in found}
        copied = {other for other in others if not self._originals[other].isdisjoint(others)}
        return lambda pair: (pair[1] in copied, pair[0].original is None, self._order[pair[1]])

    def party(self, document: DocumentId) -> PartyId:
        """A document as a party."""
        return self._own[document]

    def is_story(self, party: PartyId) -> bool:
        """Whether this is the story that is being checked."""
        return self.story is not None and self.parties[party].document == self.story

    def author(self, party: PartyId) -> PartyId | None:
        """Whose words a letter, a speech or the like is; None for a report, which tells those of others."""
        document = self.parties[party].document
        known = self.documents.get(document) if document is not None else None
        if known is None or known.kind not in _SPOKEN:
            return None
        told = (edge.giver for edge in self.edges.get(party, ()) if not (edge.content or edge.passages))
        name = _speaker(known)
        return next(told, None) or (self._by_name.get(plain(name)) if name else None)

    def place(self, document: DocumentId) -> int:
        """Where a document stands among all of them, the oldest first as far as that is known."""
        return self._order[document]

    def share_text(self, one: DocumentId, other: DocumentId) -> bool:
        """Whether two documents are known to have words in common."""
        return other in self._sharing.get(one, ())

    def called(self, party: PartyId) -> str:
        """What to call a party in a sentence: a document by its title in quotation marks."""
        known = self.parties[party]
        if known.document is not None:
            return self.title(known.document)
        name = with_article(known.name.removesuffix(" story"))
        is_paper = (
            known.kind not in _NAMED or name.split(" ")[0].casefold().rstrip("s") in lexicon().documents
        )
        return f"{name[:1].lower()}{name[1:]}" if is_paper else name

    def title(self, document: DocumentId) -> str:
        """The title in quotation marks, with what tells it from another document of the same title."""
        known = self.documents.get(document)
        if known is None:
            return "a document that left the case"
        name = name_of(known)
        told = known.outlet or known.filename if self._names[name] > 1 else ""
        return f"“{name}” ({told})" if told and told != name else f"“{name}”"

    def ruling(self, document: DocumentId, claim: ClaimId) -> Ruling | None:
        """The editor's word on a document: that for this claim, else that for all of them; the last given."""
        own = [ruling for ruling in self.rulings if ruling.document == document]
        for wanted in (claim, None):
            found = [ruling for ruling in own if ruling.claim == wanted]
            if found:
                return found[-1]
        return None

    def _may_give(self, copy: Copy, document: DocumentId) -> bool:
        other = other_of(copy, document)
        if other not in self.documents or copy.original == document:
            return False
        return other in (copy.original, self.story) or self._leads(other) < self._leads(document)

    def _leads(self, document: DocumentId) -> tuple[int, int]:
        """Of texts nobody knows the original of, the one that most others are like is taken for it."""
        return -len(self._shared[document]), self._order[document]

    @cached_property
    def _shared(self) -> Mapping[DocumentId, tuple[Copy, ...]]:
        """The copies each document is one side of."""
        return _gathered((side, copy) for copy in self.provenance.copies for side in (copy.one, copy.other))

    @cached_property
    def _sharing(self) -> Mapping[DocumentId, frozenset[DocumentId]]:
        return {
            document: frozenset(other_of(copy, document) for copy in copies)
            for document, copies in self._shared.items()
        }

    @cached_property
    def _originals(self) -> Mapping[DocumentId, frozenset[DocumentId]]:
        """Which documents each is known to have copied."""
        return {
            document: frozenset(copy.original for copy in copies if copy.original not in (None, document))
            for document, copies in self._shared.items()
        }

    @cached_property
    def _by_name(self) -> Mapping[str, PartyId]:
        """Those who are no texts of the case, by name."""
        known = [party for party in self.provenance.parties if party.document is None and not party.unnamed]
        named = {plain(party.name): party.id for party in reversed(known)}
        return {plain(party.name): id for id, party in self._authors_alone.items()} | named

    @cached_property
    def _authors_alone(self) -> Mapping[PartyId, Party]:
        """Those who wrote or said a text of the case and are credited nowhere."""
        names = {plain(name): name for item in self.documents.values() if (name := _speaker(item))}
        known = {plain(party.name) for party in self.provenance.parties if party.document is None}
        alone = {PartyId(f"by/{key}"): name for key, name in names.items() if key not in known}
        return {id: Party(id, name) for id, name in alone.items()}

    @cached_property
    def _own(self) -> Mapping[DocumentId, PartyId]:
        return {party.document: id for id, party in self.parties.items() if party.document is not None}

    @cached_property
    def _order(self) -> Mapping[DocumentId, int]:
        """Parties stand in the order of their first words."""
        return {document: at for at, document in enumerate(self._own)}

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(name_of(document) for document in self.documents.values())


def other_of(copy: Copy, document: DocumentId) -> DocumentId:
    """The other of the two documents."""
    return copy.other if copy.one == document else copy.one


def name_of(document: Document) -> str:
    """What to call a document."""
    return document.title or document.filename or document.outlet or "untitled"


def plain(name: str) -> str:
    """A name as names are compared: without case, article and spare spaces."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def with_article(name: str) -> str:
    """A name within a sentence: "the coastguard", "the Progress Party", "Santa Rosa Lines"."""
    bare = name.removeprefix("The ").removeprefix("the ")
    described = bare.rpartition(" ")[2].casefold() in name_lexicon().heads and not _OWNED.search(bare)
    return f"the {bare}" if bare != name or described else name


def authors(byline: str) -> tuple[str, ...]:
    """The names in a byline."""
    parts = byline.removeprefix("By ").replace(" and ", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _speaker(document: Document) -> str:
    """Whose own words a document is; "" where several wrote it, or it is a report."""
    if document.kind not in _SPOKEN:
        return ""
    names = authors(document.byline) or ((document.outlet,) if document.outlet else ())
    return names[0] if len(names) == 1 else ""


def _gathered(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
