"""What a text names as its source without crediting it with words: links, papers, outlets, credit lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from workbench.addresses import document_at
from workbench.attribution.mentions import mentions
from workbench.model import Document, Passage, ZoneRole, passage
from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.authors import byline_parts, credit_lines, speaks_for_itself
from workbench.tracing.givers import Giver, Givers
from workbench.tracing.papers import read_paper
from workbench.tracing.parties import called, party_of
from workbench.tracing.values import Edge, PartyId, Step, TracedText


def link_edges(text: TracedText, addresses: Mapping[str, Document]) -> Iterator[Edge]:
    """One step for each link of the running text to another document of the case."""
    furniture = text.layout.spans(ZoneRole.FURNITURE)
    near = _Sentences(text)
    for link in text.links:
        place = link.passage.span
        document = document_at(link.url, addresses)
        if document is None or document.id == text.document.id:
            continue
        if any(zone.overlaps(place) for zone in furniture):
            continue
        why = f"“{called(text.document)}” links to “{called(document)}” here."
        yield _cites(text, party_of(document.id), why, (link.passage,), near.around(place))


def mention_edges(text: TracedText, givers: Givers) -> Iterator[Edge]:
    """One step for each outlet or paper that the running text names without crediting it with words."""
    taken = [span for item in text.attributions for span in item.credit.source]
    taken += [span for item in text.attributions for step in item.credit.via for span in step.spans]
    near = _Sentences(text)
    for place in mentions(text.revision.text, Span(0, len(text.revision.text))):
        if any(place.overlaps(span) for span in taken):
            continue
        content = near.around(place)
        for giver in _named(text, place, givers, content):
            named = passage(text.revision, place)
            why = f"“{called(text.document)}” names {giver.told} as a source"
            why = f"{why}; {giver.why}." if giver.why else f"{why}."
            yield _cites(text, giver.party, why, (named, *giver.passages), content)


def whole_edges(text: TracedText, givers: Givers) -> Iterator[Edge]:
    """One step for each outlet that the text gives as where it comes from as a whole."""
    own = called(text.document)
    if not speaks_for_itself(text.document):
        for name in byline_parts(text.document):
            for giver in givers.whole(name, text):
                why = f"“{own}” gives {giver.told} among its authors; {giver.why}."
                yield Edge(party_of(text.document.id), giver.party, Step.CREDITS, why)
    for name, place in credit_lines(text):
        for giver in givers.whole(name, text):
            why = f"“{own}” says that it comes from {giver.told}; {giver.why}."
            shows = (passage(text.revision, place),)
            yield Edge(party_of(text.document.id), giver.party, Step.CREDITS, why, shows)


def _named(text: TracedText, place: Span, givers: Givers, content: tuple[Passage, ...]) -> Sequence[Giver]:
    words = place.of(text.revision.text)
    statement = " ".join(part.quote.exact for part in content)
    paper = read_paper(words)
    return tuple(
        givers.paper(paper, None, text, statement) if paper else givers.named(words, text, statement)
    )


def _cites(
    text: TracedText, giver: PartyId, why: str, shows: tuple[Passage, ...], content: tuple[Passage, ...]
) -> Edge:
    return Edge(party_of(text.document.id), giver, Step.CITES, why, shows, content)


class _Sentences:
    """The sentences of a text, read when the first is asked for."""

    def __init__(self, text: TracedText) -> None:
        self._text = text
        self._spans: tuple[Span, ...] | None = None

    def around(self, place: Span) -> tuple[Passage, ...]:
        """The sentence that a place begins in; none where that is furniture."""
        if self._spans is None:
            self._spans = sentences(self._text.revision.text, self._text.layout.zones)
        at = bisect_right(self._spans, place.start, key=lambda span: span.start) - 1
        if at < 0 or not self._spans[at].overlaps(place):
            return ()
        return (passage(self._text.revision, self._spans[at]),)
