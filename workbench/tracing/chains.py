"""Credits as chains: from a document through those who passed the words on to who said them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.model import Attribution, Passage, Relay, SpeakerKind, passage
from workbench.text import Span
from workbench.tracing.credited import Everybody, Somebody, speaker_name
from workbench.tracing.givers import Giver, Givers, shown
from workbench.tracing.meant import Said
from workbench.tracing.papers import Paper, read_paper
from workbench.tracing.parties import party_of, quoted
from workbench.tracing.values import Edge, Step, TracedText

_UNSAID = re.compile(
    r"(?:\bnot|n[’']t|\bnever)\s+(?!den|dispute|rule|exclude|hide|doubt|contest|object)", re.IGNORECASE
)
"""Cues by which somebody is told not to have said the words: "did not mention", but not "did not deny"."""
_NO_PERSONS = (SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED)


def credit_edges(text: TracedText, item: Attribution, givers: Givers, everybody: Everybody) -> Iterator[Edge]:
    """The steps that the words of one credit made, from the document back to the speaker."""
    content = _passages(text, item.credit.content)
    if not content or _UNSAID.search(item.cue):
        return
    said = Said(text, " ".join(part.quote.exact for part in content), _around(text, item))
    taker, told = party_of(text.document.id), ""
    seen = {taker}
    for giver in _givers(said, item, givers, everybody):
        if giver.party not in seen:
            seen.add(giver.party)
            why = _why(quoted(text.document), told, giver)
            yield Edge(taker, giver.party, Step.CREDITS, why, giver.passages, content)
            taker, told = giver.party, giver.itself or giver.told


def _givers(said: Said, item: Attribution, givers: Givers, everybody: Everybody) -> Iterator[Giver]:
    """Those whom the words came from, the last to pass them on first."""
    speaker = everybody.speaker(item)
    via = item.credit.via
    for step in reversed(via):
        by = speaker if step is via[0] else None
        named = _passages(said.text, step.spans[:1])
        for giver in _relay(said, step, by, givers, everybody):
            yield shown(giver, *named)
    if speaker is not None:
        named = _passages(said.text, (*item.credit.source, *item.credit.cue))
        cue = item.cue if any(map(str.isalpha, item.cue)) else ""
        for giver in _speaker(said, item, speaker, givers):
            yield shown(giver, *named, cue=cue)


def _relay(
    said: Said, step: Relay, by: Somebody | None, givers: Givers, everybody: Everybody
) -> Iterator[Giver]:
    paper = read_paper(step.name)
    if paper is not None:
        return givers.paper(paper, by, said)
    return givers.somebody(everybody.relay(said.document, step), step.name, said)


def _speaker(said: Said, item: Attribution, speaker: Somebody, givers: Givers) -> Iterator[Giver]:
    """Who said it, behind the paper in which it stands where that is told or known."""
    name, paper = speaker_name(item), _paper(item, speaker)
    if paper is not None:
        yield from givers.paper(paper, None, said)
        author = givers.author(paper)
        if author is not None:
            yield from givers.somebody(author, author.name, said)
        return
    if not item.credit.via:
        yield from givers.own_words(speaker, name, said)
    yield from givers.somebody(speaker, name, said)


def _paper(item: Attribution, speaker: Somebody) -> Paper | None:
    voice = item.credit.voice
    speaks = speaker.who is None and voice is not None and voice.kind in _NO_PERSONS
    return read_paper(speaker.name) if speaks else None


def _why(document: str, taker: str, giver: Giver) -> str:
    cue = f" (“{giver.cue}”)" if giver.cue else ""
    if taker:
        told = f"By the account of {document}, {taker} has these words from {giver.told}{cue}"
    elif giver.cue and not giver.why:
        told = f"{document} credits these words to {giver.told}{cue}"
    else:
        told = f"{document} has these words from {giver.told}{cue}"
    return f"{told}; {giver.why}." if giver.why else f"{told}."


def _around(text: TracedText, item: Attribution) -> str:
    """The sentence, or sentences, in which the credit stands."""
    credit, words = item.credit, text.revision.text
    places = (*credit.source, *credit.cue, *credit.content)
    first, last = min(place.start for place in places), max(place.end for place in places)
    start = max(words.rfind(end, 0, first) for end in ("\n", ". ")) + 1
    ends = [at for end in ("\n", ". ") if (at := words.find(end, last)) >= 0]
    return words[start : min(ends, default=len(words))]


def _passages(text: TracedText, spans: Iterable[Span]) -> tuple[Passage, ...]:
    return tuple(passage(text.revision, span) for span in spans)
