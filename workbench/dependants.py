"""What hangs on a value: a claim's evidence, a document's texts, and everything about them.

A value may leave the case only together with what refers to it, or the case would hold references
to nothing. `completed` adds those removals to a change, so that its inverse brings all of it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Protocol, TypeVar

from workbench.change import Change, Edit, Key, key_of, removed, touched
from workbench.model import (
    Attribution,
    Citation,
    Claim,
    Contact,
    Document,
    DocumentId,
    Entity,
    Evidence,
    Layout,
    Link,
    Query,
    Remark,
    Revision,
    Ruling,
    SignOff,
    Source,
    Verdict,
)

E = TypeVar("E", bound=Entity)
_ORDER: tuple[type[Entity], ...] = (
    Evidence,
    Citation,
    Verdict,
    Query,
    Contact,
    Ruling,
    SignOff,
    Claim,
    Attribution,
    Remark,
    Link,
    Layout,
    Source,
    Revision,
    Document,
)


class Values(Protocol):
    """Where stored values are looked up; a `Store`, or a cache of one."""

    def all(self, kind: type[E]) -> Iterable[E]:
        """Every stored value of one type."""


def completed(change: Change, values: Values) -> Change:
    """The change, with everything removed first that hangs on a value it removes.

    A source whose document leaves stays in the register, no longer tied to it, and a contact stays when
    its claim leaves.
    """
    gone = frozenset(
        edit.key for edit in change.edits if edit.after is None and not isinstance(edit.before, Evidence)
    )
    if not gone:
        return change
    hanging = _hanging(gone, touched(change), values)
    leaving = gone | {edit.key for edit in hanging}
    return replace(change, edits=(*_untied(leaving, touched(change), values), *hanging, *change.edits))


def parents_first(values: Iterable[Entity]) -> list[Entity]:
    """The values in an order in which each comes after those that it refers to."""
    order = {kind: place for place, kind in enumerate(_ORDER)}
    return sorted(values, key=lambda value: -order.get(type(value), 0))


def _hanging(gone: frozenset[Key], known: frozenset[Key], values: Values) -> tuple[Edit, ...]:
    """Removals of what refers to `gone`, directly or through something that leaves with it.

    What the change itself speaks of (`known`) is left to it, and so is what hangs on that.
    """
    found: dict[Key, Entity] = {}
    waiting = True
    while waiting:
        leaving = gone | found.keys()
        fresh = {
            key_of(value): value
            for value in _all(values)
            if key_of(value) not in leaving | known and leaving & set(refers_to(value))
        }
        waiting = bool(fresh)
        found |= fresh
    return removed(*sorted(found.values(), key=lambda value: _ORDER.index(type(value))))


def _untied(gone: frozenset[Key], known: frozenset[Key], values: Values) -> tuple[Edit, ...]:
    """Sources let go of documents that leave, contacts of claims."""
    loose: Iterator[tuple[Source | Contact, Source | Contact]] = chain(
        ((source, _without(source, gone)) for source in values.all(Source)),
        ((contact, _about_nothing(contact, gone)) for contact in values.all(Contact)),
    )
    return tuple(
        Edit(before, after)
        for before, after in loose
        if after != before and key_of(before) not in known | gone
    )


def _without(source: Source, gone: frozenset[Key]) -> Source:
    papers = tuple(paper for paper in source.papers if Key(Document, paper) not in gone)
    return replace(source, document=_kept(source.document, gone), papers=papers)


def _kept(document: DocumentId | None, gone: frozenset[Key]) -> DocumentId | None:
    return None if document and Key(Document, document) in gone else document


def _about_nothing(contact: Contact, gone: frozenset[Key]) -> Contact:
    return replace(contact, claim=None) if contact.claim and Key(Claim, contact.claim) in gone else contact


def _all(values: Values) -> Iterator[Entity]:
    for kind in _ORDER:
        if kind not in (Source, Document):
            yield from values.all(kind)


def refers_to(value: Entity) -> tuple[Key, ...]:
    """The keys without which `value` cannot stay in the case."""
    match value:
        case Evidence(claim=claim, passage=place):
            return Key(Claim, claim), Key(Revision, place.revision)
        case Citation(claim=claim, source=source):
            return Key(Claim, claim), Key(Source, source)
        case Verdict(claim=claim):
            return (Key(Claim, claim),)
        case Query(claim=asked, passage=words):
            claims = (Key(Claim, asked),) if asked else ()
            return (*claims, *((Key(Revision, words.revision),) if words else ()))
        case SignOff(document=document, revision=signed):
            return Key(Document, document), Key(Revision, signed)
        case Claim(passage=place) | Link(passage=place) | Remark(passage=place):
            return (Key(Revision, place.revision),)
        case Contact(source=source):
            return (Key(Source, source),)
        case Ruling(document=document, claim=about, joined=joined):
            claims = (Key(Claim, about),) if about else ()
            others = (Key(Document, joined),) if joined else ()
            return (Key(Document, document), *claims, *others)
        case Attribution(revision=revision):
            return (Key(Revision, revision),)
        case Layout(id=revision):
            return (Key(Revision, revision),)
        case Revision(document=document):
            return (Key(Document, document),)
        case _:
            return ()
