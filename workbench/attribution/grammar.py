"""Parts of a clause: who does it, the verb with its small words, and what depends on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.parsed import Parsed, Token
from workbench.text import Span, trimmed

SUBJECTS = ("nsubj", "csubj")
_GROUP = ("aux", "auxpass", "neg", "prt")
_EDGE_MARKS = frozenset(",;:.—–-")
_DASHES = ("-", "–", "—")
_PARTNERS = {"“": "”", "‘": "’", '"': '"', "(": ")", "[": "]", "«": "»", "”": "", ")": "", "]": "", "»": ""}
_OPENERS = {"”": "“", '"': '"', ")": "(", "]": "[", "»": "«", "“": "", "(": "", "[": ""}
_CARRIERS = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep")
_FARTHEST = 4


def reach(parsed: Parsed, index: int, without: Iterable[int] = ()) -> Span:
    """From the first to the last word of what depends on a token, marks at the edges left out.

    Children in `without` are left out with all that depends on them.
    """
    left_out = set(without)
    kept = [index]
    for child in parsed.children[index]:
        if child not in left_out:
            kept.extend(parsed.subtree(child))
    return between(parsed, min(kept), max(kept))


def between(parsed: Parsed, first: int, last: int) -> Span:
    """From token `first` to token `last`, both included, commas and stops at the edges left out."""
    tokens = parsed.tokens
    while first < last and (tokens[first].text in _EDGE_MARKS or tokens[first].pos == "SPACE"):
        first += 1
    while first < last and (tokens[last].text in _EDGE_MARKS or tokens[last].pos == "SPACE"):
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def group(parsed: Parsed, verb: Token) -> tuple[int, int]:
    """First and last token of a verb with its auxiliaries, negation, particle, adverbs and passive "by"."""
    first = last = verb.index
    children = set(parsed.children[verb.index])
    while first - 1 in children and _small(parsed.tokens[first - 1], before=True):
        first -= 1
    while last + 1 in children and _small(parsed.tokens[last + 1], before=False):
        last += 1
    return first, last


def _small(token: Token, *, before: bool) -> bool:
    if token.dep in _GROUP or (token.dep == "agent" and not before):
        return True
    return before and token.dep == "advmod" and token.tag in ("RB", "RBR")


def subject(parsed: Parsed, verb: Token) -> Token | None:
    """The head of the verb's subject, looked for along conjunctions and participles."""
    current = verb
    for _ in range(_FARTHEST):
        found = parsed.dependants(current.index, *SUBJECTS)
        if found:
            return found[0]
        above = parsed.tokens[current.head]
        if current.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
            return above
        if above.index == current.index or current.dep not in _CARRIERS:
            return None
        if current.dep == "ccomp" and current.tag not in ("VBG", "VB"):
            return None
        current = above
    return None


def misplaced_subject(parsed: Parsed, first: int) -> Token | None:
    """A noun right before the verb group that the parser took for an apposition of one before it.

    "In a letter to the council, the mayor said": the mayor is no description of the council.
    """
    if first == 0 or parsed.tokens[first - 1].sentence != parsed.tokens[first].sentence:
        return None
    current = parsed.tokens[first - 1]
    for _ in range(_FARTHEST):
        if current.dep in ("appos", "npadvmod", "conj") and current.pos in ("NOUN", "PROPN", "PRON"):
            return current
        if current.head == current.index or current.head >= first:
            return None
        current = parsed.tokens[current.head]
    return None


def agent(parsed: Parsed, verb: Token) -> Token | None:
    """Who did it, of a verb in the passive: the noun after "by"."""
    for by in parsed.dependants(verb.index, "agent"):
        for noun in parsed.dependants(by.index, "pobj"):
            return noun
    return None


def is_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return bool(parsed.dependants(verb.index, "auxpass", "nsubjpass"))


def noun_phrase(parsed: Parsed, noun: Token, apart_from: Iterable[int] = ()) -> Span:
    """A noun with its article, titles, names and what describes it, without the words of `apart_from`."""
    kept = set(parsed.subtree(noun.index))
    for index in apart_from:
        if index in kept and index != noun.index:
            cut = min(parsed.subtree(index))
            kept = {token for token in kept if token < cut} if cut > noun.index else kept
    return unwrapped(parsed.text, between(parsed, min(kept), max(kept)))


def unwrapped(text: str, span: Span) -> Span:
    """The span without quotation marks and brackets at its edges that have no partner within it."""
    words = span.of(text)
    start, end = span.start, span.end
    if words[:1] in _DASHES:
        return trimmed(text, Span(start + 1, end))
    if words[:1] in _PARTNERS and not (_PARTNERS[words[0]] and _PARTNERS[words[0]] in words[1:]):
        start += 1
    if words[-1:] in _OPENERS and not (_OPENERS[words[-1]] and _OPENERS[words[-1]] in words[:-1]):
        end -= 1
    return trimmed(text, Span(start, max(start, end)))


def following(parsed: Parsed, verb: Token, after: int, labels: tuple[str, ...]) -> Iterator[Token]:
    """The verb's dependants right of token `after` that have one of `labels`, up to the first other one.

    Quotation marks among them do not count.
    """
    for child in parsed.dependants(verb.index):
        if child.index <= after or child.tag in ("``", "''"):
            continue
        if child.dep not in labels:
            break
        yield child
