"""Credits given by nouns: "the mayor's claim that …", "her call for …", "the report's finding that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.attribution.grammar import between, noun_phrase, reach
from workbench.attribution.lexicon import Lexicon
from workbench.attribution.speech import is_quoted, widened
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span


def nominal_credits(parsed: Parsed, lexicon: Lexicon, quoted: Sequence[Span]) -> Iterator[Credit]:
    """One credit for each noun of saying or thinking whose owner and content are both named."""
    for token in parsed.tokens:
        if token.pos == "NOUN" and token.lemma in lexicon.nouns and not is_quoted(token.span, quoted):
            yield from _credit(parsed, token, lexicon.nouns[token.lemma], quoted)


def _credit(parsed: Parsed, noun: Token, frames: frozenset[str], quoted: Sequence[Span]) -> Iterator[Credit]:
    content, last = _content(parsed, noun, frames)
    owner = next(iter(parsed.dependants(noun.index, "poss")), None)
    if content is None or owner is None:
        return
    possessive = parsed.dependants(owner.index, "case")
    source = noun_phrase(parsed, owner, [mark.index for mark in possessive])
    first = max(owner.index, *(mark.index for mark in possessive), owner.index) + 1
    cue = between(parsed, first, last)
    yield Credit((source,), (cue,), widened((reach(parsed, content.index),), quoted))


def _content(parsed: Parsed, noun: Token, frames: frozenset[str]) -> tuple[Token | None, int]:
    """What depends on the noun in one of its frames, and the cue's last token."""
    for child in parsed.dependants(noun.index):
        if child.dep in ("acl", "ccomp", "relcl") and _introduced(parsed, child, frames):
            return child, noun.index
        if child.dep == "prep" and child.text.lower() in frames:
            for argument in parsed.dependants(child.index, "pobj", "pcomp"):
                return argument, child.index
    return None, noun.index


def _introduced(parsed: Parsed, clause: Token, frames: frozenset[str]) -> bool:
    first = parsed.tokens[min(parsed.subtree(clause.index))]
    return (first.text == "that" and first.dep == "mark" and "clause" in frames) or (
        first.text == "to" and "infinitive" in frames
    )
