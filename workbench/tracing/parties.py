"""The parties of a case: its documents, and everybody words are credited to who is no document of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.attribution.kinds import kind_of
from workbench.model import Being, Document, DocumentId, Source, SourceKind
from workbench.tracing.credited import Somebody, plain
from workbench.tracing.papers import OUTLETS, Paper
from workbench.tracing.values import Party, PartyId

_SINGLE = str.maketrans("“”", "‘’")
_STAFF = ("staff", "newsdesk", "desk", "reporter", "reporters", "correspondent", "editor", "editors", "team")
_GENERIC = ("news agency", "newspaper", "news service", "newswire")


def party_of(document: DocumentId) -> PartyId:
    """The party that a document of the case is."""
    return PartyId(f"document:{document}")


def called(document: Document) -> str:
    """What to call a document."""
    return document.title or document.filename or document.outlet or "untitled"


def quoted(document: Document) -> str:
    """What to call a document in a sentence: in quotation marks, those within it made single ones."""
    return f"“{called(document).translate(_SINGLE)}”"


class Parties:
    """Every party once, made when words are first credited to it.

    The sources of the register lend their names, kinds and documents to those who go by the same name.
    """

    def __init__(self, documents: Sequence[Document], sources: Iterable[Source]) -> None:
        self._found: dict[PartyId, Party] = {}
        self._keys: dict[PartyId, str] = {}
        self._ids: dict[str, PartyId] = {}
        self._register = {plain(source.name): source for source in sources}
        tied = {source.document: source for source in self._register.values() if source.document}
        self._documents = {document.id for document in documents}
        # What is undated comes last: nothing says that its words were there before others.
        for document in sorted(documents, key=lambda document: document.published or "9"):
            first_hand = tied[document.id].first_hand if document.id in tied else None
            self._add(
                Party(
                    party_of(document.id),
                    called(document),
                    document.id,
                    document.kind,
                    document.published,
                    first_hand=first_hand,
                )
            )

    def all(self) -> tuple[Party, ...]:
        """All parties: the documents from the oldest on, then the others as they were first named."""
        return tuple(self._found.values())

    def of(self, id: PartyId) -> Party:
        """The party of an id."""
        return self._found[id]

    def registered(self, source: Source) -> PartyId:
        """A source of the register, by its document where that is in the case."""
        if source.document in self._documents:
            return party_of(source.document)
        id = PartyId(f"source:{plain(source.name)}")
        return self._add(Party(id, source.name, kind=source.kind, first_hand=source.first_hand))

    def somebody(self, one: Somebody, told: str, document: DocumentId) -> PartyId:
        """A person, a body, or somebody a document does not name, who is nobody but that document's.

        `told` is what the document calls it.
        """
        if not is_name(one):
            id = PartyId(f"source:{plain(one.name)}@{document}")
            kind = _kind_of(one.name)
            return self._add(Party(id, _opening(told), kind=kind, unnamed=one.is_unnamed, within=document))
        return self._named(one, _kind(one), _opening(one.name))

    def known(self, one: Somebody) -> PartyId | None:
        """The party that somebody already is; None where nobody credits them and no register has them."""
        source = self._in_register(one)
        if source is not None:
            return self.registered(source)
        id = PartyId(f"source:{plain(one.name)}")
        return id if self._keys.get(id) == one.key else None

    def report(self, outlet: Somebody, kind: SourceKind | None) -> PartyId:
        """What an outlet has published that is not in the case: "Reuters story".

        `kind` is what else of the outlet tells it to be; None where only its name tells.
        """
        decided = outlet.who is not None and outlet.who.decided is not None
        name = outlet.name if decided else bare(outlet.name)
        return self._named(outlet, kind or _kind_of(outlet.name), f"{name} story")

    def paper(self, paper: Paper, author: str, document: DocumentId) -> PartyId:
        """A letter or other paper that is not in the case.

        Of one author it is the same in every text; where none is known, each text has its own.
        """
        source = self._register.get(plain(paper.name))
        if source is not None:
            return self.registered(source)
        by = f"{paper.noun} by {plain(author)}" if author else f"{plain(paper.name)}@{document}"
        told = f"{paper.name}, by {author}" if author and not paper.author else paper.name
        within = None if author else document
        return self._add(Party(PartyId(f"source:{by}"), _opening(told), kind=paper.kind, within=within))

    def _named(self, one: Somebody, kind: SourceKind, told: str) -> PartyId:
        if one.key not in self._ids:
            source = self._in_register(one)
            known = self.registered(source) if source else None
            self._ids[one.key] = known or self._add(Party(self._id(one), told, kind=kind))
        return self._ids[one.key]

    def _in_register(self, one: Somebody) -> Source | None:
        """The source of the register that goes by one of somebody's names."""
        names = (plain(one.name), *_forms(one)) if self._register else ()
        return next((self._register[name] for name in names if name in self._register), None)

    def _id(self, one: Somebody) -> PartyId:
        """By the name; by more than that where somebody else goes by the same one."""
        id = PartyId(f"source:{plain(one.name)}")
        return id if self._keys.setdefault(id, one.key) == one.key else PartyId(f"source:{one.key}")

    def _add(self, party: Party) -> PartyId:
        self._found.setdefault(party.id, party)
        return party.id


def is_outlet(one: Somebody) -> bool:
    """Whether somebody's name is that of an agency, a paper or another who passes on what others say."""
    is_body = one.who is None or one.who.kind is Being.ORGANISATION
    return is_body and _kind_of(one.name) in OUTLETS and not one.name.casefold().endswith(_STAFF)


def _kind(one: Somebody) -> SourceKind:
    if one.who is None:
        return _kind_of(one.name) if one.voice is not None else one.kind
    told = _kind_of(one.name)
    return told if one.who.kind is Being.ORGANISATION and told in OUTLETS else one.kind


def is_name(one: Somebody) -> bool:
    """Whether it is known wherever it stands, and not only within one text: "the company"."""
    return not one.is_unnamed and any(
        letter.isalpha() and not letter.islower() for letter in one.name.removeprefix("The ")
    )


@lru_cache(maxsize=20_000)
def _kind_of(name: str) -> SourceKind:
    return kind_of(name)


def _opening(words: str) -> str:
    return words[:1].upper() + words[1:]


def _forms(one: Somebody) -> tuple[str, ...]:
    return tuple(plain(seen.form.words) for seen in one.who.forms) if one.who else ()


def bare(name: str) -> str:
    """The name of an outlet without the words for what it is: "Reuters" of "Reuters news agency"."""
    for words in _GENERIC:
        name = name.removesuffix(f" {words}")
    return name
