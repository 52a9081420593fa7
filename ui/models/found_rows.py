"""What a search by hand has found, as its list shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from ui.library.offers import Offer
from ui.linked import known_evidence
from ui.models.dates import date_words
from ui.models.signs import Sign, evidence_sign, source_word
from ui.session import Session
from workbench.citable import label_of
from workbench.evidence.asked import Found
from workbench.model import Document, Passage, Status, passage
from workbench.ports import Hit
from workbench.text import Span

EXCERPT = 190
"""Of a longer passage only so many characters are shown, from a little before the first word asked for."""
_BEFORE = 50


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A passage of the case (`place`) or of the library (`offer`), or something else that was found.

    `heading` opens a group of rows, with an `icon` if it has one.
    """

    key: str
    title: str
    details: str
    text: str
    lit: tuple[Span, ...]
    place: Passage | None = None
    offer: Offer | None = None
    sign: Sign | None = None
    heading: str = ""
    icon: str = ""


def found_rows(session: Session, found: tuple[Found[Hit], ...], offers: tuple[Offer, ...]) -> list[FoundRow]:
    """The case's passages, those of the story last, then the library's; each group under its heading."""
    here = [row for item in found if (row := _row(session, item)) is not None]
    story = session.story()
    here.sort(key=lambda row: story is not None and row.place is not None and row.place.document == story.id)
    there = [_offer_row(offer) for offer in offers]
    return [*_headed(here, _said("In this case")), *_headed(there, _said("In your library"))]


def _row(session: Session, item: Found[Hit]) -> FoundRow | None:
    document, revision = session.document(item.hit.document), session.revision(item.hit.document)
    if document is None or revision is None or revision.id != item.hit.revision:
        return None
    place = passage(revision, item.hit.span)
    text, lit = excerpt(item.hit.text, item.lit)
    key = f"{revision.id}/{item.hit.span.start}"
    title = document.title or _said("Untitled")
    details = " · ".join(part for part in (_details(session, document), place_label(session, place)) if part)
    return FoundRow(key, title, details, text, lit, place, sign=_sign(session, place))


def place_label(session: Session, place: Passage) -> str:
    """The page or row that words stand on; empty in a text without any."""
    return label_of(session.layout(place.revision).places, place.span)


def _offer_row(offer: Offer) -> FoundRow:
    text, lit = excerpt(offer.text, offer.lit)
    details = " · ".join(part for part in (offer.outlet, date_words(offer.published)) if part)
    return FoundRow(offer.key, offer.title or _said("Untitled"), details, text, lit, offer=offer)


def _details(session: Session, document: Document) -> str:
    story = session.story()
    kind = _said("the story") if story and story.id == document.id else source_word(document.kind)
    parts = (document.outlet, date_words(document.published), kind)
    return " · ".join(part for part in parts if part)


def _sign(session: Session, place: Passage) -> Sign | None:
    """What the passage does to the current claim, once it is linked to it."""
    claim = session.claim(session.current) if session.current else None
    known = known_evidence(session, claim, place) if claim else None
    return evidence_sign(known) if known and known.status is Status.ACCEPTED else None


def _headed(rows: list[FoundRow], heading: str) -> list[FoundRow]:
    return [replace(rows[0], heading=f"{heading}  ·  {len(rows)}"), *rows[1:]] if rows else []


def excerpt(text: str, lit: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """A passage short enough for the list, and where in it the words asked for stand."""
    if len(text) <= EXCERPT:
        return text, lit
    start = max(0, lit[0].start - _BEFORE) if lit else 0
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + EXCERPT)
    opening, closing = "…" if start else "", "…" if end < len(text) else ""
    moved = tuple(
        Span(span.start - start + len(opening), span.end - start + len(opening))
        for span in lit
        if span.start >= start and span.end <= end
    )
    return f"{opening}{text[start:end]}{closing}", moved


def _said(text: str) -> str:
    return QCoreApplication.translate("Found", text)
