from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count

import pytest

from workbench.change import Change, Stamp
from workbench.documents import add_document, edit_document, mark_zone, unmark_zone
from workbench.model import Document, Layout, Link, Revision, RevisionId, Role, SourceKind, Zone, ZoneRole
from workbench.reading import FoundLink, Reading
from workbench.text import Span

STAMP = Stamp("Ann", datetime(2026, 3, 14, tzinfo=UTC))
TEXT = "Bridge to close\n\nThe letter says so. (More details)"
HEADING = Zone(Span(0, 15), ZoneRole.HEADING)
NOTE = Zone(Span(37, 51), ZoneRole.FURNITURE)
READING = Reading(
    title="Bridge to close",
    byline="Ann Peel",
    outlet="The Morwell Courier",
    published="2026-03-14",
    url="https://courier.example/bridge",
    language="en",
    text=TEXT,
    zones=(HEADING, NOTE),
    links=(FoundLink(Span(21, 27), "https://council.example/letter"),),
    kind=SourceKind.NEWSPAPER,
    name="bridge.html",
    original=b"<html>",
)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id{next(numbers)}"


def values(change: Change) -> list[object]:
    return [edit.after for edit in change.edits]


def test_a_reading_becomes_a_document_with_its_text_zones_and_links() -> None:
    change, (original,) = add_document(READING, Role.SOURCE, ids(), STAMP)
    document, revision, layout, link = values(change)
    assert isinstance(document, Document)
    assert isinstance(revision, Revision)
    assert isinstance(link, Link)
    assert (document.title, document.filename, document.kind) == (
        "Bridge to close",
        "bridge.html",
        SourceKind.NEWSPAPER,
    )
    assert (revision.document, revision.number, revision.text) == (document.id, 1, TEXT)
    assert revision.sha256 == sha256(TEXT.encode()).hexdigest()
    assert layout == Layout(revision.id, (HEADING, NOTE))
    assert (link.passage.quote.exact, link.url) == ("letter", "https://council.example/letter")
    assert (original.sha256, original.data) == (document.original, b"<html>")


def test_pasted_text_has_no_original() -> None:
    change, originals = add_document(replace(READING, original=None, name=""), Role.STORY, ids(), STAMP)
    (document,) = (value for value in values(change) if isinstance(value, Document))
    assert originals == ()
    assert document.original is None
    assert change.label == "Add story"


def test_a_correction_keeps_the_document_before_and_after() -> None:
    (document, *_) = values(add_document(READING, Role.SOURCE, ids(), STAMP)[0])
    assert isinstance(document, Document)
    (edit,) = edit_document(document, replace(document, byline="A. Peel"), STAMP).edits
    assert (edit.before, edit.after) == (document, replace(document, byline="A. Peel"))


@pytest.mark.parametrize(
    ("span", "zones"),
    [
        (Span(17, 36), (HEADING, Zone(Span(17, 36), ZoneRole.FURNITURE), NOTE)),
        (Span(17, 51), (HEADING, Zone(Span(17, 51), ZoneRole.FURNITURE))),
    ],
    ids=["free", "over another"],
)
def test_a_marked_zone_takes_the_place_of_those_it_overlaps(span: Span, zones: tuple[Zone, ...]) -> None:
    layout = Layout(RevisionId("r"), (HEADING, NOTE))
    change = mark_zone(layout, span, ZoneRole.FURNITURE, STAMP)
    assert values(change) == [Layout(layout.id, zones)]
    assert change.label == "Mark as furniture"


def test_an_unmarked_zone_is_running_text_again() -> None:
    layout = Layout(RevisionId("r"), (HEADING, NOTE))
    assert values(unmark_zone(layout, NOTE, STAMP)) == [Layout(layout.id, (HEADING,))]
