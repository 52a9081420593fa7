"""Passages collapsed to the origins they rest on: five papers that carry one agency's story are one.

Two passages are merged when they stand in the same document, when one is nearly word for word the
other, or when the words of one are credited to the outlet, the author or the document of the other.
Every merging is kept with its reason in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.model import Attribution, Document, DocumentId, Evidence, Relation, Status

COPIED = 85.0
"""Similarity (0..100, rapidfuzz ratio over words) from which two passages count as one copied text."""
CUT_DOWN = 95.0
"""The same (partial ratio) where one passage is a shortened form of the other."""
LONG_ENOUGH = 8
"""Words a passage needs before its likeness to another says anything about copying."""


_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that together count once. `why` says, one sentence a merging, what ties them."""

    documents: tuple[DocumentId, ...]
    why: tuple[str, ...]


def counted(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The supporting passages to count: those the editor linked; while there are none, the suggested."""
    supporting = tuple(item for item in evidence if item.relation is Relation.SUPPORTS)
    linked = tuple(item for item in supporting if item.status is Status.ACCEPTED)
    return linked or supporting


def origins(
    evidence: Sequence[Evidence],
    documents: Mapping[DocumentId, Document],
    attributions: Iterable[Attribution],
) -> tuple[Origin, ...]:
    """The independent origins of the supporting passages of one claim, largest group first.

    An origin merges documents, so that a document is never counted twice.
    """
    bearing = [item for item in evidence if item.relation is Relation.SUPPORTS]
    credited = tuple(attributions)
    groups = {item.passage.document: {item.passage.document} for item in bearing}
    reasons: list[tuple[DocumentId, str]] = []
    for one, other in combinations(bearing, 2):
        a, b = one.passage.document, other.passage.document
        why = None if groups[a] is groups[b] else _tie(one, other, documents, credited)
        if why:
            reasons.append((a, why))
            joined = groups[a] | groups[b]
            groups.update(dict.fromkeys(joined, joined))
    return tuple(sorted(_origins(groups, reasons), key=lambda origin: -len(origin.documents)))


def _origins(
    groups: Mapping[DocumentId, set[DocumentId]], reasons: Iterable[tuple[DocumentId, str]]
) -> list[Origin]:
    told = list(reasons)
    distinct = {id(group): group for group in groups.values()}.values()
    return [
        Origin(
            tuple(document for document in groups if document in group),
            tuple(why for document, why in told if document in group),
        )
        for group in distinct
    ]


def _tie(
    one: Evidence,
    other: Evidence,
    documents: Mapping[DocumentId, Document],
    credited: Sequence[Attribution],
) -> str | None:
    a, b = documents[one.passage.document], documents[other.passage.document]
    return (
        _copied(one, other, a, b)
        or _credits(one, a, b, credited)
        or _credits(other, b, a, credited)
        or _same_voice(one, other, a, b, credited)
    )


def _copied(one: Evidence, other: Evidence, a: Document, b: Document) -> str | None:
    from rapidfuzz import fuzz

    words = [_WORD.findall(item.passage.quote.exact.casefold()) for item in (one, other)]
    if min(map(len, words)) < LONG_ENOUGH:
        return None
    if fuzz.ratio(*words) < COPIED and fuzz.partial_ratio(*words) < CUT_DOWN:
        return None
    return f"“{name(a)}” and “{name(b)}” carry this passage almost word for word."


def _credits(
    item: Evidence, document: Document, other: Document, credited: Sequence[Attribution]
) -> str | None:
    """A reason when the passage is credited to the other document's outlet, author or title."""
    known = [text.casefold() for text in (other.outlet, *_authors(other)) if len(text) > 3]
    for voice in (*_voices(item, credited), document.byline):
        if any(text in voice.casefold() for text in known):
            return f"“{name(document)}” credits “{voice}”, outlet or author of “{name(other)}”."
    return None


def _same_voice(
    one: Evidence, other: Evidence, a: Document, b: Document, credited: Sequence[Attribution]
) -> str | None:
    shared = {voice.casefold() for voice in _voices(other, credited)}
    for voice in _voices(one, credited):
        if len(voice) > 3 and voice.casefold() in shared:
            return f"“{name(a)}” and “{name(b)}” both rest on {voice}."
    return None


def _voices(item: Evidence, credited: Sequence[Attribution]) -> tuple[str, ...]:
    """Who is credited for the words of a passage, the relay included."""
    found = (
        attribution
        for attribution in credited
        if attribution.revision == item.passage.revision
        and any(part.overlaps(item.passage.span) for part in attribution.credit.content)
    )
    named = (
        text
        for each in found
        for text in (each.credit.resolved or each.speaker, *(step.name for step in each.credit.via))
        if text
    )
    return tuple(dict.fromkeys(named))


def _authors(document: Document) -> tuple[str, ...]:
    return tuple(part.strip() for part in document.byline.replace(" and ", ",").split(",") if part.strip())


def name(document: Document) -> str:
    """What to call a document in a sentence."""
    return document.title or document.filename or document.outlet or "untitled"
