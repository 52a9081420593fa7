"""What a text names as its source without crediting it with words: links, papers, outlets, credit lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from workbench.addresses import document_at
from workbench.attribution.mentions import mentions
from workbench.model import Document, Passage, ZoneRole, passage
from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.authors import byline_parts, speaks_for_itself
from workbench.tracing.credit_lines import credit_lines
from workbench.tracing.givers import Giver, Givers
from workbench.tracing.meant import Said
from workbench.tracing.papers import read_paper
from workbench.tracing.parties import party_of, quoted
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
        why = f"{quoted(text.document)} links to {quoted(document)} here."
        yield _cites(text, party_of(document.id), why, (link.passage,), near.around(place) or (link.passage,))


def mention_edges(text: TracedText, givers: Givers, names: re.Pattern[str] | None) -> Iterator[Edge]:
    """One step for each outlet or paper that the running text names as a source of what a sentence says.

    A paper counts where the case holds it, words and all: that it is spoken of alone says nothing. `names`
    finds the outlets of the case.
    """
    taken = [span for item in text.attributions for span in item.credit.source]
    taken += [span for item in text.attributions for step in item.credit.via for span in step.spans]
    near = _Sentences(text)
    for place in _mentioned(text.revision.text, names):
        content = near.around(place)
        if not content or any(place.overlaps(span) for span in taken):
            continue
        sentence = content[0]
        said = Said(text, _without(sentence, place), sentence.quote.exact)
        for giver in _named(place.of(text.revision.text), said, givers):
            named = passage(text.revision, place)
            why = f"{quoted(text.document)} names {giver.told} as a source"
            why = f"{why}; {giver.why}." if giver.why else f"{why}."
            yield _cites(text, giver.party, why, (named, *giver.passages), content)


def outlet_names(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds names of outlets behind a word that makes them a source: "seen by Northern Wire"."""
    known = sorted({re.escape(name) for name in names if name}, key=len, reverse=True)
    if not known:
        return None
    return re.compile(rf"\b(?:by|from|via|told|to|with)\s+(?:the\s+)?(?P<name>{'|'.join(known)})\b")


def whole_edges(text: TracedText, givers: Givers) -> Iterator[Edge]:
    """One step for each outlet that the text gives as where it comes from as a whole."""
    said, own, taker = Said(text, text.revision.text), quoted(text.document), party_of(text.document.id)
    for name in () if speaks_for_itself(text.document) else byline_parts(text.document):
        for giver in givers.whole(name, said):
            why = f"{own} gives {giver.told} among its authors; {giver.why}."
            yield Edge(taker, giver.party, Step.CREDITS, why)
    for line in credit_lines(text.revision.text):
        for giver in givers.whole(line.name, said):
            # Who gave a part of it is no origin of the whole, unless the words show that.
            if line.whole or giver.is_known:
                why = f"{own} says that it comes from {giver.told}; {giver.why}."
                yield Edge(taker, giver.party, Step.CREDITS, why, (passage(text.revision, line.span),))


def _mentioned(words: str, names: re.Pattern[str] | None) -> Iterator[Span]:
    yield from mentions(words, Span(0, len(words)))
    for found in names.finditer(words) if names else ():
        yield Span(*found.span("name"))


def _named(words: str, said: Said, givers: Givers) -> Iterator[Giver]:
    paper = read_paper(words)
    if paper is None:
        yield from givers.outlet(words, said)
    else:
        yield from (giver for giver in givers.paper(paper, None, said) if giver.is_known and giver.passages)


def _without(sentence: Passage, place: Span) -> str:
    """The words of a sentence but those of a place that it holds."""
    words, start = sentence.quote.exact, sentence.span.start
    return f"{words[: max(0, place.start - start)]} {words[place.end - start :]}"


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
