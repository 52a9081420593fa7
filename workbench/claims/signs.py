"""What makes a stretch of text worth checking, each sign with a reason an editor can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from workbench.claims.accusations import accusations
from workbench.claims.cues import (
    CAUSAL_PHRASES,
    CAUSES,
    FUTURE,
    NOT_SUPERLATIVES,
    OUTLOOK,
    PRONOUNS,
    STATES,
    SUPERLATIVES,
)
from workbench.claims.sign import Sign
from workbench.claims.stretch import Stretch, shortened
from workbench.model import ClaimKind, Credit, Risk
from workbench.parsed import Token
from workbench.text import Span

FIGURES = frozenset(["CARDINAL", "MONEY", "PERCENT", "QUANTITY"])
_NAMES = 2
_DIGITS = re.compile(r"[$€£]?\d[\d.,]*(?:\s?(?:%|percent|per cent|million|billion))?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CAUSAL = re.compile(rf"\b(?:{'|'.join(CAUSAL_PHRASES)})\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|An?)\b", re.ASCII)
QUOTED = re.compile(r"[“«„\"]([^“”«»„\"]{3,})[”»“\"]")
"""Words between quotation marks within a sentence; the group leaves the marks out."""


def signs(found: Stretch) -> tuple[Sign, ...]:
    """All signs of a stretch, the gravest kind first, those without a kind last, no reason twice."""
    every = (_quotations, accusations, _figures, _superlatives, _causes, _outlooks, _identities)
    told = [sign for look in (*every, _events, _dates) for sign in look(found)]
    told += _people(found, " ".join(sign.reason for sign in told))
    distinct = {sign.reason: sign for sign in told}.values()
    return tuple(sorted(distinct, key=lambda sign: sign.kind is None))


def _quotations(found: Stretch) -> Iterator[Sign]:
    """Words somebody is quoted with, and words somebody is credited for without being quoted."""
    indirect = [credit for credit in found.credits if not credit.direct and credit.source]
    quoted = [credit for credit in found.credits if credit.direct]
    if not quoted and any(len(words.split()) > 2 for words in QUOTED.findall(found.text)):
        quoted, indirect = (indirect[:1], indirect[1:])
        if not quoted:
            yield Sign(ClaimKind.QUOTATION, Risk.QUOTATION, "quotation", 1.0)
    for credit in quoted:
        yield Sign(ClaimKind.QUOTATION, Risk.QUOTATION, _of("quotation", found, credit), 1.2)
    for credit in indirect:
        yield Sign(None, None, _of("statement", found, credit), 0.4)


def _of(what: str, found: Stretch, credit: Credit) -> str:
    printed = " ".join(span.of(found.parsed.text) for span in credit.source)
    speaker = shortened(_ARTICLE.sub(lambda match: match.group().lower(), credit.resolved or printed))
    return what if speaker.lower() in {"", *PRONOUNS} else f"{what} of {speaker}"


def _figures(found: Stretch) -> Iterator[Sign]:
    spans = [_with_unit(found, name.span) for name in found.names if name.label in FIGURES]
    if not found.parsed.has_grammar:
        spans = [Span(*match.span()).shifted(found.span.start) for match in _DIGITS.finditer(found.text)]
    for span in spans:
        words = span.of(found.parsed.text)
        if words.lower() not in {"one", "both", "half"} and not _YEAR.fullmatch(words):
            yield Sign(ClaimKind.FIGURE, Risk.NUMBER, f"number: {shortened(words)}", 1.3)


def _with_unit(found: Stretch, span: Span) -> Span:
    """The figure with the noun it counts: "more than 50" in "more than 50 times" becomes the whole."""
    inside = [token for token in found.tokens if span.contains(token.span)]
    for token in inside:
        head = found.parsed.tokens[token.head]
        if token.dep == "nummod" and span.end <= head.start and head.index - inside[-1].index <= 3:
            return Span(span.start, head.end)
    return span


def _superlatives(found: Stretch) -> Iterator[Sign]:
    for before, token in pairwise((None, *found.tokens)):
        if token is not None and _compares_all(token) and not (before and before.text.lower() == "at"):
            yield Sign(ClaimKind.SUPERLATIVE, Risk.SUPERLATIVE, f"superlative: {token.text.lower()}", 0.9)


def _compares_all(token: Token) -> bool:
    """Whether the word sets one thing above all others; "most people" and "at least" do not."""
    low = token.text.lower()
    if token.tag in {"JJS", "RBS"}:
        return low not in NOT_SUPERLATIVES or token.dep == "advmod"
    return low in SUPERLATIVES and (token.pos == "ADJ" or low in {"only", "never"})


def _causes(found: Stretch) -> Iterator[Sign]:
    for match in _CAUSAL.finditer(found.text):
        yield Sign(ClaimKind.CAUSE, None, f"cause: {match.group().lower()}", 0.7)
    for token in found.tokens:
        if token.pos == "VERB" and token.lemma in CAUSES and found.subject(token) is not None:
            yield Sign(ClaimKind.CAUSE, None, f"cause: {token.text}", 0.5)


def _outlooks(found: Stretch) -> Iterator[Sign]:
    for token in found.tokens:
        low = token.text.lower()
        if low in FUTURE and token.dep in {"aux", "ROOT"}:
            yield Sign(ClaimKind.PREDICTION, None, f"prediction: {_with_verb(found, token)}", 0.3)
        elif token.pos == "VERB" and token.lemma in OUTLOOK and found.parsed.dependants(token.index, "xcomp"):
            yield Sign(ClaimKind.PREDICTION, None, f"prediction: {token.text}", 0.6)


def _with_verb(found: Stretch, auxiliary: Token) -> str:
    verb = found.parsed.tokens[auxiliary.head]
    return f"{auxiliary.text} {verb.text}" if verb.index != auxiliary.index else auxiliary.text


def _identities(found: Stretch) -> Iterator[Sign]:
    for token in found.tokens:
        head = found.parsed.tokens[token.head]
        if token.dep == "appos" and found.span.contains(head.span):
            who, what = (head, token) if head.entity in {"PERSON", "ORG"} else (token, head)
            if not what.entity and (who.entity == "PERSON" or _describes_body(found, who, what)):
                reason = f"identity: {found.phrase(who)}, {found.phrase(what)}"
                yield Sign(ClaimKind.IDENTITY, Risk.NAME, reason, 0.5)


def _describes_body(found: Stretch, who: Token, what: Token) -> bool:
    """Whether `what` says what the organisation before it is ("Wagner, a private contractor")."""
    articled = found.parsed.dependants(what.index, "det")
    return who.entity == "ORG" and who.index < what.index and bool(articled)


def _events(found: Stretch) -> Iterator[Sign]:
    for token in found.tokens:
        if token.pos == "VERB" and _happened(found, token):
            yield Sign(ClaimKind.EVENT, None, f"event: {token.text}", 0.6)
            return


def _happened(found: Stretch, verb: Token) -> bool:
    """Whether the verb tells of something done by, or to, somebody or something that is named."""
    helped = found.parsed.dependants(verb.index, "aux", "auxpass")
    told = verb.tag in {"VBD", "VBZ"} or (verb.tag == "VBN" and helped)
    if not told or verb.lemma in STATES:
        return False
    passive = found.parsed.dependants(verb.index, "nsubjpass")
    subject = found.subject(verb) or next(iter(passive), None)
    speaks = any(span.overlaps(verb.span) for credit in found.credits for span in credit.cue)
    return not speaks and subject is not None and subject.pos in {"NOUN", "PROPN"}


def _dates(found: Stretch) -> Iterator[Sign]:
    for name in found.names:
        if name.label == "DATE":
            yield Sign(ClaimKind.DATE, None, f"date: {shortened(name.span.of(found.parsed.text))}", 0.4)


def _people(found: Stretch, told: str) -> Iterator[Sign]:
    """People and organisations that no other reason tells of, a few of them."""
    printed = (name.span.of(found.parsed.text) for name in found.names if name.label in {"PERSON", "ORG"})
    for words in islice((words for words in printed if words not in told), _NAMES):
        yield Sign(None, Risk.NAME, f"name: {shortened(words)}", 0.2)
