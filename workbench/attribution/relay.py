"""Through whom: the agency that reports a letter, the letter that a minister wrote in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.attribution.grammar import noun_phrase
from workbench.attribution.lexicon import Lexicon
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_WORD = re.compile(r"[\w-]+")
_ADDRESSED = ("dobj", "dative", "iobj")
_PLACED = ("in", "on", "at", "by", "to", "through", "via")


def with_relays(parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon) -> tuple[Credit, ...]:
    """The credits, each with the outlet or document through which the words reached the text.

    An outlet that is credited with the whole statement comes first, then one that was spoken to,
    then the document or occasion in which it was said.
    """
    relayed = _relayed(parsed, credits, lexicon)
    starts = [token.start for token in parsed.tokens]
    return tuple(
        replace(credit, via=relayed.get(at) or _told(parsed, credit, starts, lexicon))
        for at, credit in enumerate(credits)
    )


def is_outlet(name: str, lexicon: Lexicon) -> bool:
    """Whether the words name somebody who passes news on: an agency, a paper, a broadcaster."""
    words = _WORD.findall(name)
    if any(word.lower() in lexicon.outlets and not word.islower() for word in words):
        return True
    return bool(words) and words[-1].lower() in lexicon.outlet_words


def is_document(head: str, lexicon: Lexicon) -> bool:
    """Whether the noun means something written or said on an occasion: a letter, a report, an interview."""
    return head.lower() in lexicon.documents


def _relayed(parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon) -> dict[int, str]:
    """By number of the credit, the outlet whose own content it lies in."""
    by_start = sorted(range(len(credits)), key=lambda at: _start(credits[at]))
    places = [_start(credits[at]) for at in by_start]
    found: dict[int, str] = {}
    for outer in credits:
        name = " ".join(span.of(parsed.text) for span in outer.source)
        if is_outlet(name, lexicon):
            for part in outer.content:
                inside = by_start[bisect_left(places, part.start) : bisect_left(places, part.end)]
                found |= {at: name for at in inside if credits[at].source and credits[at] is not outer}
    return found


def _start(credit: Credit) -> int:
    return (*credit.cue, *credit.content)[0].start


def _told(parsed: Parsed, credit: Credit, starts: Sequence[int], lexicon: Lexicon) -> str | None:
    verb = _verb(parsed, credit, starts)
    if verb is None:
        return None
    for noun in _companions(parsed, verb):
        span = noun_phrase(parsed, noun, _tokens_of(credit.source, starts))
        taken = any(part.overlaps(span) for part in (*credit.content, *credit.source))
        if not taken and (is_outlet(span.of(parsed.text), lexicon) or is_document(noun.lemma, lexicon)):
            return span.of(parsed.text)
    return None


def _tokens_of(spans: Sequence[Span], starts: Sequence[int]) -> list[int]:
    return [
        at for span in spans for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    ]


def _verb(parsed: Parsed, credit: Credit, starts: Sequence[int]) -> Token | None:
    words = (parsed.tokens[at] for at in _tokens_of(credit.cue, starts))
    return next((word for word in words if word.pos == "VERB"), None)


def _companions(parsed: Parsed, verb: Token) -> Iterator[Token]:
    yield from parsed.dependants(verb.index, *_ADDRESSED)
    for preposition in parsed.dependants(verb.index, "prep", "dative"):
        if preposition.text.lower() in _PLACED:
            yield from parsed.dependants(preposition.index, "pobj")
