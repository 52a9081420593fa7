"""Documents of a case: taking a reading in, editing what is known about it, marking its zones."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from workbench.change import Change, Edit, Stamp, added
from workbench.model import (
    Document,
    DocumentId,
    Layout,
    Link,
    LinkId,
    Original,
    Place,
    Remark,
    RemarkId,
    Revision,
    RevisionId,
    Role,
    Sha256,
    Zone,
    ZoneRole,
    passage,
)
from workbench.ports import Store
from workbench.proposals import NewId
from workbench.reading import FoundLink, FoundPlace, Reading
from workbench.text import Span

_LABELS = {Role.STORY: "Add story", Role.SOURCE: "Add source"}


def add_document(
    reading: Reading, role: Role, new_id: NewId, stamp: Stamp
) -> tuple[Change, tuple[Original, ...]]:
    """Take a reading into the case: the document, its first revision, its zones and its links.

    Returns:
        The change, and the originals to be stored with it (none for pasted text).
    """
    originals = _originals(reading)
    document = _document(reading, role, DocumentId(new_id()), originals)
    revision = Revision(RevisionId(new_id()), document.id, 1, reading.text, digest(reading.text.encode()))
    return Change(
        _LABELS[role], stamp, added(document, revision, *furnished(reading, revision, new_id))
    ), originals


def furnished(reading: Reading, revision: Revision, new_id: NewId) -> tuple[Layout | Link | Remark, ...]:
    """What a reading brings along with its text: zones and places, links, what others wrote beside it."""
    places = tuple(Place(place.span, place.label) for place in reading.places)
    links = (Link(LinkId(new_id()), passage(revision, link.span), link.url) for link in reading.links)
    remarks = (
        Remark(
            RemarkId(new_id()),
            passage(revision, found.span),
            found.kind,
            found.text,
            found.author,
            found.at,
            found.done,
        )
        for found in reading.remarks
    )
    return (Layout(revision.id, reading.zones, places), *links, *remarks)


def reading_of(document: Document, store: Store) -> Reading | None:
    """A document as it could be read into another case; None when it has no text, or only a log of a file."""
    revision = store.latest(document.id)
    if revision is None or document.medium is not None:
        return None
    layout = store.get(Layout, revision.id)
    here = [link for link in store.all(Link) if link.passage.revision == revision.id]
    return Reading(
        title=document.title,
        byline=document.byline,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
        language=document.language,
        text=revision.text,
        zones=layout.zones if layout else (),
        links=tuple(FoundLink(link.passage.span, link.url) for link in here),
        kind=document.kind,
        name=document.filename,
        original=store.original(document.original) if document.original else None,
        accessed=document.accessed,
        archived_url=document.archived_url,
        charset=document.charset,
        places=tuple(FoundPlace(place.span, place.label) for place in layout.places) if layout else (),
    )


def edit_document(before: Document, after: Document, stamp: Stamp) -> Change:
    """Correct what is known about a document: title, byline, date, kind…"""
    return Change("Edit document", stamp, (Edit(before, after),))


def mark_zone(layout: Layout, span: Span, role: ZoneRole, stamp: Stamp) -> Change:
    """Mark a stretch as heading, caption or furniture; it takes the place of zones it overlaps."""
    kept = [zone for zone in layout.zones if not zone.span.overlaps(span)]
    return _laid_out(layout, (*kept, Zone(span, role)), f"Mark as {role.value}", stamp)


def unmark_zone(layout: Layout, zone: Zone, stamp: Stamp) -> Change:
    """Make a zone running text again, so that claims and evidence may lie in it."""
    kept = tuple(other for other in layout.zones if other != zone)
    return _laid_out(layout, kept, f"Unmark {zone.role.value}", stamp)


def digest(data: bytes) -> Sha256:
    """The SHA-256 of `data`, as lower-case hexadecimal digits."""
    return Sha256(sha256(data).hexdigest())


def _laid_out(layout: Layout, zones: tuple[Zone, ...], label: str, stamp: Stamp) -> Change:
    ordered = tuple(sorted(zones, key=lambda zone: zone.span))
    return Change(label, stamp, (Edit(layout, replace(layout, zones=ordered)),))


def _originals(reading: Reading) -> tuple[Original, ...]:
    data = reading.original
    return () if data is None else (Original(digest(data), data),)


def _document(reading: Reading, role: Role, id: DocumentId, originals: tuple[Original, ...]) -> Document:
    return Document(
        id=id,
        role=role,
        title=reading.title,
        byline=reading.byline,
        outlet=reading.outlet,
        published=reading.published,
        url=reading.url,
        language=reading.language,
        accessed=reading.accessed,
        archived_url=reading.archived_url,
        kind=reading.kind,
        filename=reading.name,
        original=originals[0].sha256 if originals else None,
        charset=reading.charset,
    )
