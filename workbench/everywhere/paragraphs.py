"""The words of a text, paragraph by paragraph; furniture apart; of earlier drafts only what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.change import Key, key_of
from workbench.everywhere.entries import EARLIER, FURNITURE, Entry, Sort
from workbench.model import Document, Layout, Revision, Role, ZoneRole
from workbench.text import Span, merged, trimmed

_LINE = re.compile(r"[^\n]+")


def paragraphs(
    document: Document, revisions: Sequence[Revision], layouts: Sequence[Layout]
) -> tuple[Entry, ...]:
    """What can be found in the texts of a document. `layouts` belong to `revisions`, one each."""
    found, known = list[Entry](), set[str]()
    drafts = sorted(zip(revisions, layouts, strict=True), key=lambda pair: -pair[0].number)
    for at, (revision, layout) in enumerate(drafts):
        fresh = [
            item for item in _of_one(document, revision, layout, earlier=at > 0) if item.text not in known
        ]
        known.update(item.text for item in fresh)
        found += fresh
    return tuple(found)


def _of_one(document: Document, revision: Revision, layout: Layout, *, earlier: bool) -> Iterator[Entry]:
    sort = Sort.STORY if document.role is Role.STORY else Sort.SOURCE
    about, at = key_of(document), document.published or ""
    furniture = merged(layout.spans(ZoneRole.FURNITURE))
    base = frozenset({EARLIER}) if earlier else frozenset[str]()
    for span, grey in _stretches(revision.text, furniture):
        states = base | {FURNITURE} if grey else base
        yield Entry(
            sort, Key(Revision, revision.id), span.of(revision.text), about, span, at=at, states=states
        )


def _stretches(text: str, furniture: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """The lines of a text in order, cut where furniture begins and ends; whether they are furniture."""
    edges = sorted({0, len(text), *(edge for span in furniture for edge in (span.start, span.end))})
    starts = {span.start for span in furniture}
    for start, end in pairwise(edges):
        for line in _LINE.finditer(text, start, end):
            span = trimmed(text, Span(*line.span()))
            if len(span):
                yield span, start in starts
