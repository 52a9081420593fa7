"""The texts of a case that is held still, as tracing and the check of quotations read them."""

from __future__ import annotations

from collections import defaultdict

from workbench.held import Held
from workbench.model import Attribution, Document, Layout, Link, Revision, RevisionId
from workbench.quotations import Reading
from workbench.tracing.values import TracedText


def traced_texts(held: Held) -> tuple[TracedText, ...]:
    """Every document with its latest text and all that was found in it, in the order they came in."""
    latest = {text.document: text for text in held.all(Revision)}
    layouts = {layout.id: layout for layout in held.all(Layout)}
    credits = defaultdict[RevisionId, list[Attribution]](list)
    for credit in held.all(Attribution):
        credits[credit.revision].append(credit)
    links = defaultdict[RevisionId, list[Link]](list)
    for link in held.all(Link):
        links[link.passage.revision].append(link)
    return tuple(
        TracedText(
            document,
            text,
            layouts.get(text.id) or Layout(text.id),
            tuple(credits.get(text.id, ())),
            tuple(links.get(text.id, ())),
        )
        for document in held.all(Document)
        if (text := latest.get(document.id)) is not None
    )


def reading_of(traced: TracedText) -> Reading:
    """A document as quotations are looked up in it."""
    document = traced.document
    credits = tuple(item.credit for item in traced.attributions)
    zones = traced.layout.zones
    return Reading(document.id, traced.revision.text, credits, zones, document.title, document.byline)
