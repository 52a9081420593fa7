"""Sentences that make several statements, cut into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.parsed import Parsed, Token
from workbench.text import Span, trimmed

_LONG = 24
"""Words from which on a sentence may be cut."""
_FEWEST = 6
"""Words that a part must have to stand alone."""
_CONTRASTS = {"while", "whereas", "although", "though"}
_JOINING = ("and", "but", "or", "yet", "so", "while", "whereas", "although", "though")
_JOINT = re.compile(rf"(?:{'|'.join(_JOINING)})\s+", re.IGNORECASE)
_EDGES = " \t\n,;–—-"
_OPENING, _CLOSING = "“«„(", "”»)"


def statements(parsed: Parsed, sentence: int) -> tuple[Span, ...]:
    """The stretches of one sentence that each state something, in order; mostly one: the whole.

    Cut only before a last clause with a subject and verb of its own ("…, while Reuters wrote that
    …"), and never inside quotation marks or brackets.
    """
    whole = parsed.sentences[sentence]
    tokens = parsed.sentence_tokens(sentence)
    if not parsed.has_grammar or len(tokens) < _LONG:
        return (whole,)
    edges = [whole.start, whole.end]
    for cut in sorted(_cuts(parsed, tokens)):
        before, after = parsed.text[edges[-2] : cut], parsed.text[cut : whole.end]
        if _balanced(parsed.text[whole.start : cut]) and min(_length(before), _length(after)) >= _FEWEST:
            edges.insert(-1, cut)
    if len(edges) == 2:
        return (whole,)
    return tuple(_bare(parsed.text, Span(*pair)) for pair in pairwise(edges))


def _cuts(parsed: Parsed, tokens: tuple[Token, ...]) -> Iterator[int]:
    """Where clauses begin that reach to the end of the sentence, so that what is left stays whole."""
    last = max((token.index for token in tokens if token.pos not in {"PUNCT", "SPACE"}), default=0)
    for token in tokens:
        if token.pos in {"VERB", "AUX"} and _stands_alone(parsed, token):
            inside = sorted(parsed.subtree(token.index))
            if inside[-1] >= last and inside[-1] - inside[0] + 1 == len(inside):
                yield parsed.tokens[inside[0]].start


def _length(words: str) -> int:
    return len(words.split())


def _stands_alone(parsed: Parsed, verb: Token) -> bool:
    if not parsed.dependants(verb.index, "nsubj", "nsubjpass"):
        return False
    if verb.dep == "conj":
        head = parsed.tokens[verb.head]
        return head.pos in {"VERB", "AUX"} and head.dep in {"ROOT", "conj"}
    return verb.dep == "advcl" and any(
        mark.text.lower() in _CONTRASTS for mark in parsed.dependants(verb.index, "mark")
    )


def _balanced(words: str) -> bool:
    opened = sum(words.count(mark) for mark in _OPENING)
    return opened == sum(words.count(mark) for mark in _CLOSING) and words.count('"') % 2 == 0


def _bare(text: str, span: Span) -> Span:
    """The span without joining words and marks at its edges."""
    words = span.of(text)
    joint = _JOINT.match(words)
    start = span.start + (joint.end() if joint else 0)
    kept = words.rstrip(_EDGES)
    last = kept.rsplit(maxsplit=1)[-1]
    if last.casefold() in _JOINING:
        kept = kept.removesuffix(last).rstrip(_EDGES)
    return trimmed(text, Span(start, span.start + len(kept)))
