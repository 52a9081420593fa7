"""Credits as chains: from a document through those who passed the words on to who said them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.model import Attribution, Passage, Relay, SpeakerKind, passage
from workbench.text import Span
from workbench.tracing.credited import Everybody, Somebody
from workbench.tracing.givers import Giver, Givers, shown
from workbench.tracing.papers import read_paper
from workbench.tracing.parties import called, party_of
from workbench.tracing.values import Edge, Step, TracedText


def credit_edges(text: TracedText, item: Attribution, givers: Givers, everybody: Everybody) -> Iterator[Edge]:
    """The steps that the words of one credit made, from the document back to the speaker."""
    content = _passages(text, item.credit.content)
    statement = " ".join(part.quote.exact for part in content)
    taker, told = party_of(text.document.id), ""
    seen = {taker}
    for giver in _givers(text, item, givers, everybody, statement) if content else ():
        if giver.party not in seen:
            seen.add(giver.party)
            why = _why(called(text.document), told, giver)
            yield Edge(taker, giver.party, Step.CREDITS, why, giver.passages, content)
            taker, told = giver.party, giver.told


def _givers(
    text: TracedText, item: Attribution, givers: Givers, everybody: Everybody, statement: str
) -> Iterator[Giver]:
    """Those whom the words came from, the last to pass them on first."""
    speaker = everybody.speaker(item)
    via = item.credit.via
    for step in reversed(via):
        by = speaker if step is via[0] else None
        named = _passages(text, step.spans[:1])
        for giver in _relay(text, item, step, by, givers, everybody, statement):
            yield shown(giver, *named)
    if speaker is not None:
        named = _passages(text, (*item.credit.source, *item.credit.cue))
        cue = item.cue if any(map(str.isalpha, item.cue)) else ""
        for giver in _speaker(text, item, speaker, givers, statement):
            yield shown(giver, *named, cue=cue)


def _relay(
    text: TracedText,
    item: Attribution,
    step: Relay,
    by: Somebody | None,
    givers: Givers,
    everybody: Everybody,
    statement: str,
) -> Iterator[Giver]:
    paper = read_paper(step.name)
    if paper is not None:
        yield from givers.paper(paper, by, text, statement)
    else:
        yield from givers.somebody(everybody.relay(item.document, step), text, statement)


def _speaker(
    text: TracedText, item: Attribution, speaker: Somebody, givers: Givers, statement: str
) -> Iterator[Giver]:
    """Who said it; of a paper that is credited itself, the paper and who wrote it."""
    voice = item.credit.voice
    speaks = voice is not None and voice.kind in (SpeakerKind.DOCUMENT, SpeakerKind.UNNAMED)
    paper = read_paper(speaker.name) if speaks and speaker.who is None else None
    if paper is None:
        yield from givers.somebody(speaker, text, statement)
        return
    yield from givers.paper(paper, None, text, statement)
    author = givers.author(paper)
    if author is not None:
        yield from givers.somebody(author, text, statement)


def _why(document: str, taker: str, giver: Giver) -> str:
    cue = f" (“{giver.cue}”)" if giver.cue else ""
    if taker:
        told = f"By the account of “{document}”, {taker} has these words from {giver.told}{cue}"
    elif giver.cue and not giver.why:
        told = f"“{document}” credits these words to {giver.told}{cue}"
    else:
        told = f"“{document}” has these words from {giver.told}{cue}"
    return f"{told}; {giver.why}." if giver.why else f"{told}."


def _passages(text: TracedText, spans: Iterable[Span]) -> tuple[Passage, ...]:
    return tuple(passage(text.revision, span) for span in spans)
