"""Annotations put where their words stand, as Hypothesis does it, but never where too little speaks for it.

The place they name, if the words stand there; then exact words; else the stretch that comes closest. Quote,
surroundings and position count 50, 20 + 20 and 2, as in Hypothesis' client (`anchoring/match-quote`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.addresses import by_address, document_at
from workbench.annotations.folded import Folded, folded
from workbench.annotations.values import Annotation
from workbench.change import Change, Stamp, added
from workbench.model import Document, DocumentId, Remark, RemarkId, RemarkKind, Revision, passage
from workbench.proposals import NewId
from workbench.text import Span, occurrences, trimmed

FLOOR = 80.0
"""Of 100: what lies below stays without a place."""
_CLOSE = 85.0
"""How alike words have to be, at least (rapidfuzz partial ratio)."""
_QUOTE, _BESIDE, _POSITION = 50.0, 20.0, 2.0
_OWN = "urn:twosource:document:"
"""How an export of Twosource names a document that has no address on the web."""
_SHORTEST_ABOUT = 12
"""Characters of words that may differ a little: shorter ones are found exactly or not at all."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it belongs; `why_not` says in a sentence why it is nowhere."""

    annotation: Annotation
    revision: Revision | None = None
    span: Span | None = None
    why_not: str = ""


def place_all(
    annotations: Sequence[Annotation],
    documents: Iterable[Document],
    texts: Mapping[DocumentId, Revision],
) -> tuple[Placed, ...]:
    """Find the document of each annotation, by its address, else by its words, and its place there."""
    every = tuple(documents)
    known, own = by_address(every), {f"{_OWN}{document.id}": document for document in every}
    read = {id: folded(revision.text) for id, revision in texts.items()}

    def found(one: Annotation, id: DocumentId) -> Span | None:
        """Where it stands in one document."""
        return _place(one, read[id], texts[id].text)

    return tuple(
        _placed(one, own.get(one.source) or document_at(one.source, known), texts, found)
        for one in annotations
    )


def place(annotation: Annotation, text: str) -> Span | None:
    """Where an annotation belongs in a text; None where nothing is near enough, or two places are as near."""
    return _place(annotation, folded(text), text)


def take_in(
    placed: Iterable[Placed], new_id: NewId, stamp: Stamp, known: Iterable[Remark] = ()
) -> Change | None:
    """Keep the annotations that have a place as remarks; None when the case has all of them already."""
    there = {(one.passage.revision, one.passage.span, one.text, one.author) for one in known}
    fresh = [
        _remark(one, one.revision, one.span, RemarkId(new_id()))
        for one in placed
        if one.revision is not None
        and one.span is not None
        and (one.revision.id, one.span, one.annotation.said, one.annotation.author) not in there
    ]
    return Change("Import annotations", stamp, added(*fresh)) if fresh else None


def _remark(placed: Placed, revision: Revision, span: Span, id: RemarkId) -> Remark:
    said = placed.annotation
    return Remark(id, passage(revision, span), RemarkKind.ANNOTATION, said.said, said.author, said.at)


def _placed(
    annotation: Annotation,
    address: Document | None,
    texts: Mapping[DocumentId, Revision],
    place_in: Callable[[Annotation, DocumentId], Span | None],
) -> Placed:
    if address is not None and address.id in texts:
        span = place_in(annotation, address.id)
        if span is not None:
            return Placed(annotation, texts[address.id], span)
        return Placed(
            annotation, why_not=f"Its words do not stand in “{address.title}”, or at several places."
        )
    found = [(id, span) for id in texts if (span := place_in(annotation, id)) is not None]
    if len(found) == 1:
        ((id, span),) = found
        return Placed(annotation, texts[id], span)
    why = "Its words stand in several documents." if found else "No document of the case has its words."
    return Placed(annotation, why_not=why)


def _place(annotation: Annotation, read: Folded, text: str) -> Span | None:
    if (named := _named(annotation, text)) is not None:
        return named
    wanted = folded(annotation.quote.exact).text.strip()
    if not wanted:
        return None
    exact = list(occurrences(wanted, read.text))
    if exact:
        return _back(read, _best(annotation, read, exact))
    if len(wanted) < _SHORTEST_ABOUT:
        return None
    near = _closest(wanted, read.text)
    if near is None or _weight(annotation, read, near) < FLOOR:
        return None
    return _back(read, near)


def _named(annotation: Annotation, text: str) -> Span | None:
    """The place that the annotation names itself, if its words stand there."""
    start, exact = annotation.start, annotation.quote.exact
    if start is None or not exact:
        return None
    if annotation.in_units and not text.isascii():
        start = len(text.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore"))
    return Span(start, start + len(exact)) if text.startswith(exact, start) else None


def _best(annotation: Annotation, read: Folded, spans: Sequence[Span]) -> Span | None:
    """The place that the surroundings speak for; None where they speak for two alike."""
    if len(spans) == 1:
        return spans[0]
    ranked = sorted(((_weight(annotation, read, span), span) for span in spans), reverse=True)
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else None


def _weight(annotation: Annotation, read: Folded, span: Span) -> float:
    """How well a place fits, 0..100."""
    from rapidfuzz import fuzz

    quote = annotation.quote
    parts = [(_QUOTE, fuzz.ratio(folded(quote.exact).text.strip(), span.of(read.text)))]
    before, behind = folded(quote.prefix).text, folded(quote.suffix).text
    if before:
        parts.append((_BESIDE, fuzz.ratio(before, read.text[max(0, span.start - len(before)) : span.start])))
    if behind:
        parts.append((_BESIDE, fuzz.ratio(behind, read.text[span.end : span.end + len(behind)])))
    if annotation.start is not None and read.text:
        apart = abs(_start(annotation, read) - span.start)
        parts.append((_POSITION, 100.0 * (1 - min(1.0, apart / len(read.text)))))
    return sum(weight * fit for weight, fit in parts) / sum(weight for weight, _ in parts)


def _start(annotation: Annotation, read: Folded) -> int:
    assert annotation.start is not None
    return read.into(annotation.start)


def _closest(words: str, text: str) -> Span | None:
    from rapidfuzz import fuzz

    if len(text) < len(words):
        return None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=_CLOSE)
    return None if found is None else Span(found.dest_start, found.dest_end)


def _back(read: Folded, span: Span | None) -> Span | None:
    if span is None:
        return None
    inner = trimmed(read.text, span)
    return read.back(inner) if len(inner) else None


def unplaced(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Those that an editor has to place, or to let go."""
    return (one for one in placed if one.span is None)
