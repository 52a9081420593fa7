"""What a statement passed through at once: the letter a minister wrote in, the agency he spoke to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.attribution.grammar import noun_phrase
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.quoting import quoting
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span, trimmed

_WORD = re.compile(r"[\w-]+")
_ADDRESSED = ("dobj", "dative", "iobj")
_PLACED = ("in", "on", "at", "by", "to", "through", "via")


def told_in(parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon) -> list[Span | None]:
    """For each credit, where the outlet spoken to or the document or occasion it was said in is named."""
    starts = [token.start for token in parsed.tokens]
    return [_told(parsed, credit, starts, lexicon) for credit in credits]


def outside(text: str, credit: Credit, place: Span | None) -> Credit:
    """The credit, its content without a relay that ends it and the preposition before that."""
    return replace(credit, content=_without(text, credit.content, place)) if place else credit


def is_outlet(name: str, lexicon: Lexicon) -> bool:
    """Whether the words name somebody who passes news on: an agency, a paper, a broadcaster."""
    words = _WORD.findall(name)
    if any(word.lower() in lexicon.outlets and not word.islower() for word in words):
        return True
    return bool(words) and words[-1].lower() in lexicon.outlet_words


def is_document(head: str, lexicon: Lexicon) -> bool:
    """Whether the noun means something written or said on an occasion: a letter, a report, an interview."""
    return head.lower() in lexicon.documents


def _told(parsed: Parsed, credit: Credit, starts: Sequence[int], lexicon: Lexicon) -> Span | None:
    """Where the outlet spoken to, or the document or occasion it was said in, is named."""
    verb = next((word for word in _words(parsed, credit.cue, starts) if word.pos == "VERB"), None)
    if verb is None:
        return None
    told = quoting(parsed, verb)
    if told is not None and told.reporter is not None:
        return noun_phrase(parsed, told.reporter)
    speaker = [word.index for word in _words(parsed, credit.source, starts)]
    for noun in _companions(parsed, verb):
        span = trimmed(parsed.text, _before(credit.content, noun_phrase(parsed, noun, speaker)))
        passes_on = is_outlet(span.of(parsed.text), lexicon) or is_document(noun.lemma, lexicon)
        if passes_on and _is_free(credit, span):
            return span
    return None


def _is_free(credit: Credit, span: Span) -> bool:
    """Whether the words are no part of who or what is credited, unless they are just the end of it."""
    ends = any(part.end == span.end and part.start < span.start for part in credit.content)
    return ends or not any(part.overlaps(span) for part in (*credit.content, *credit.source))


def _without(text: str, content: Sequence[Span], place: Span) -> tuple[Span, ...]:
    """The content without a relay that ends it and the preposition before that: "… in a letter"."""
    result = []
    for part in content:
        if part.end == place.end and part.start < place.start:
            before = text[part.start : place.start].rstrip().rpartition(" ")[0]
            part = trimmed(text, Span(part.start, part.start + len(before))) if before else part
        result.append(part)
    return tuple(result)


def _before(content: Sequence[Span], span: Span) -> Span:
    """The span, cut where the content begins within it."""
    cut = min((part.start for part in content if span.start < part.start), default=span.end)
    return Span(span.start, min(span.end, cut))


def _words(parsed: Parsed, spans: Sequence[Span], starts: Sequence[int]) -> list[Token]:
    bounds = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
    return [token for first, end in bounds for token in parsed.tokens[first:end]]


def _companions(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """Whom the verb addresses, and the nouns of its phrases of place."""
    yield from parsed.dependants(verb.index, *_ADDRESSED)
    for preposition in parsed.dependants(verb.index, "prep", "dative"):
        if preposition.text.lower() in _PLACED:
            yield from parsed.dependants(preposition.index, "pobj")
