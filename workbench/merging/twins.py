"""What two people added independently and which is the same: found, and given one id on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from workbench.change import Key, key_of
from workbench.merging.renaming import all_renamed
from workbench.merging.values import State
from workbench.model import (
    Citation,
    Claim,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Gate,
    Identity,
    Link,
    Query,
    Remark,
    Revision,
    Ruling,
    SavedSearch,
    Sha256,
    Source,
    Verdict,
)

Texts = Mapping[DocumentId, Sha256]
"""The first text of each document."""
Sameness = Callable[[Any, Texts], Hashable | None]
"""What two values have in common that are the same; None for a value that is like no other."""


class Paired:
    """Base, ours and theirs, with one id for what is the same; and which ids have given way."""

    def __init__(self, base: State, ours: State, theirs: State) -> None:
        self.base, self.ours, self.theirs = dict(base), dict(ours), dict(theirs)
        self.given_way: dict[Key, str] = {}
        """Ids of theirs that are called otherwise now."""

    def pair(self, kind: type[Entity], sameness: Sameness, *, replaced: bool = False) -> None:
        """Give values of one kind that are the same one id, where each is on one side alone.

        `replaced`: only where the one was there before and the other has taken its place.
        """
        mine = _alone(kind, self.ours, self.theirs, sameness)
        other = _alone(kind, self.theirs, self.ours, sameness)
        ours_anew: dict[Key, str] = {}
        theirs_anew: dict[Key, str] = {}
        for token in mine.keys() & other.keys():
            for one, two in zip(mine[token], other[token], strict=False):
                if replaced and (key_of(one) in self.base) is (key_of(two) in self.base):
                    continue
                if key_of(one) in self.base and key_of(two) not in self.base:
                    ours_anew[key_of(one)] = two.id  # They replaced what we still have.
                else:
                    theirs_anew[key_of(two)] = one.id
        self._rename(ours_anew, theirs_anew)

    def _rename(self, ours: dict[Key, str], theirs: dict[Key, str]) -> None:
        if ours or theirs:
            self.ours = all_renamed(self.ours, ours)
            self.theirs = all_renamed(self.theirs, theirs)
            self.base = all_renamed(self.base, ours | theirs)
            self.given_way |= theirs


def pair(base: State, ours: State, theirs: State) -> Paired:
    """Find what both added; the later kinds are told apart by what the earlier ones are called then."""
    paired = Paired(base, ours, theirs)
    for kind, sameness in _RULES:
        paired.pair(kind, sameness)
        if kind is Revision:
            # A draft that an earlier merge counted after another one.
            paired.pair(kind, _same_text, replaced=True)
    return paired


def _alone(kind: type[Entity], here: State, there: State, sameness: Sameness) -> dict[Hashable, list[Entity]]:
    """The values that only one side has, by what they have in common with others."""
    found: dict[Hashable, list[Entity]] = defaultdict(list)
    texts = _first_texts(here) if kind is Document else {}
    for key, value in here.items():
        if key.kind is kind and key not in there:
            token = sameness(value, texts)
            if token is not None:
                found[token].append(value)
    return found


def _first_texts(state: State) -> Texts:
    texts = [value for value in state.values() if isinstance(value, Revision)]
    return {text.document: text.sha256 for text in sorted(texts, key=lambda text: -text.number)}


def _document(document: Document, texts: Texts) -> Hashable | None:
    """The same file, or the same words pasted, read into the same text."""
    text = texts.get(document.id)
    return None if text is None else (document.role, document.original, document.outside, text)


def _revision(revision: Revision, _texts: Texts) -> Hashable:
    return revision.document, revision.number, revision.sha256


def _same_text(revision: Revision, _texts: Texts) -> Hashable:
    return revision.document, revision.sha256


def _link(link: Link, _texts: Texts) -> Hashable:
    return link.passage.revision, link.passage.span, link.url


def _remark(remark: Remark, _texts: Texts) -> Hashable:
    return remark.passage.revision, remark.passage.span, remark.kind, remark.text, remark.author


def _source(source: Source, _texts: Texts) -> Hashable | None:
    """The same name. Two code names that happen to agree may well hide two people."""
    return None if source.protected else " ".join(source.name.casefold().split())


def _claim(claim: Claim, _texts: Texts) -> Hashable:
    return claim.passage.revision, claim.passage.span


def _evidence(item: Evidence, _texts: Texts) -> Hashable:
    return item.claim, item.passage.revision, item.passage.span


def _citation(item: Citation, _texts: Texts) -> Hashable:
    return item.claim, item.source


def _verdict(verdict: Verdict, _texts: Texts) -> Hashable:
    return verdict.claim


def _query(query: Query, _texts: Texts) -> Hashable:
    return query.claim, query.passage, query.question, query.wording


def _ruling(ruling: Ruling, _texts: Texts) -> Hashable:
    return ruling.document, ruling.claim


def _gate(gate: Gate, _texts: Texts) -> Hashable:
    return (gate.kind,)


def _identity(identity: Identity, _texts: Texts) -> Hashable:
    return identity.name, identity.kind


def _search(search: SavedSearch, _texts: Texts) -> Hashable:
    return search.name


_RULES: tuple[tuple[type[Entity], Sameness], ...] = (
    (Document, _document),
    (Revision, _revision),
    (Link, _link),
    (Remark, _remark),
    (Source, _source),
    (Claim, _claim),
    (Evidence, _evidence),
    (Citation, _citation),
    (Verdict, _verdict),
    (Query, _query),
    (Ruling, _ruling),
    (Gate, _gate),
    (Identity, _identity),
    (SavedSearch, _search),
)
