"""Credits given by phrases: "according to the agency, …", "…, in the words of the mayor", "reportedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from workbench.attribution.grammar import noun_phrase
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.speech import runs, widened
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_CONJUNCTION = re.compile(r"\s*(?:But|And|Yet|So),?\s+")
_EDGES = " \t\xa0,;:.-—–"


def according_credits(parsed: Parsed, lexicon: Lexicon, quoted: Sequence[Span]) -> Iterator[Credit]:
    """One credit for each phrase of the lexicon: its content is the rest of the clause it stands in."""
    starts = {token.start: token for token in parsed.tokens} if parsed.has_grammar else {}
    for match in _phrase(lexicon.according).finditer(parsed.text):
        if match.start() in starts:
            yield from _credit(parsed, match, starts[match.start()], quoted)


@cache
def _phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _credit(parsed: Parsed, match: re.Match[str], first: Token, quoted: Sequence[Span]) -> Iterator[Credit]:
    last = first.index
    while last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].end <= match.end():
        last += 1
    noun = next(
        (
            child
            for at in range(last, first.index - 1, -1)
            for child in parsed.dependants(at, "pobj")
            if child.index > last
        ),
        None,
    )
    if noun is None:
        return
    source = noun_phrase(parsed, noun)
    content = _rest(parsed, first, Span(first.start, source.end))
    yield Credit((source,), (Span(*match.span()),), widened(content, quoted))


def _rest(parsed: Parsed, phrase: Token, taken: Span) -> tuple[Span, ...]:
    """The sentence without the phrase where it opens or ends it, else the clause it was put into."""
    sentence = parsed.sentences[phrase.sentence]
    text = parsed.text
    if not text[sentence.start : taken.start].strip() and text[taken.end : taken.end + 1] == ",":
        return _bare(text, Span(taken.end, sentence.end))
    if not text[taken.end : sentence.end].strip(" .!?"):
        return _bare(text, Span(sentence.start, taken.start))
    above = _clause_above(parsed, phrase)
    inside = [index for index in parsed.subtree(above.index) if not taken.overlaps(parsed.tokens[index].span)]
    return tuple(runs(parsed, sorted(inside)))


def _clause_above(parsed: Parsed, phrase: Token) -> Token:
    above = parsed.tokens[phrase.head]
    while above.pos not in ("VERB", "AUX") and above.head != above.index:
        above = parsed.tokens[above.head]
    return above


def _bare(text: str, span: Span) -> tuple[Span, ...]:
    """The stretch without a conjunction that opens it and the commas and stops at its edges."""
    words = span.of(text)
    opening = _CONJUNCTION.match(words)
    start = span.start + (opening.end() if opening else len(words) - len(words.lstrip(_EDGES)))
    end = span.end - (len(words) - len(words.rstrip(_EDGES)))
    return (Span(start, end),) if start < end else ()
