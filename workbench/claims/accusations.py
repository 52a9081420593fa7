"""Words that put somebody in a bad light, and whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.claims.cues import (
    ACCUSING_VERBS,
    HARMFUL_ADJECTIVES,
    HARMFUL_NOUNS,
    HARMFUL_VERBS,
    OPPOSING_VERBS,
)
from workbench.claims.sign import Sign
from workbench.claims.stretch import Stretch
from workbench.model import ClaimKind, Risk
from workbench.parsed import Token

ACTORS = frozenset(["PERSON", "ORG", "GPE", "NORP", "FAC"])
_VERBS = frozenset(["VERB", "AUX"])


def accusations(found: Stretch) -> Iterator[Sign]:
    """A sign for everybody who is named in a bad light; one for the first bad word if nobody is named."""
    blamed = {token: target for token in found.tokens if (target := _blamed(found, token)) is not None}
    blamed |= _misread(found)
    for target in filter(None, blamed.values()):
        yield Sign(ClaimKind.ACCUSATION, Risk.LIBEL, f"accusation against {target}", 1.6)
    if blamed and not any(blamed.values()):
        word = next(iter(blamed)).text
        yield Sign(ClaimKind.ACCUSATION, Risk.LIBEL, f"accusation: {word}", 1.0)


def _blamed(found: Stretch, token: Token) -> str | None:
    """Whom `token` puts in a bad light, by name; "" when nobody is named, None when it does not."""
    match token.pos:
        case "VERB" if token.lemma in ACCUSING_VERBS:
            accused = found.parsed.dependants(token.index, "dobj", "nsubjpass")
            return _name_of(found, next(iter(accused), None))
        case "VERB" if token.lemma in HARMFUL_VERBS:
            return _name_of(found, found.subject(token))
        case "NOUN" if token.lemma in HARMFUL_NOUNS:
            return _doer(found, token)
        case "ADJ" if token.lemma in HARMFUL_ADJECTIVES:
            return _doer(found, token)
    return None


def _misread(found: Stretch) -> dict[Token, str]:
    """Headlines: in "France arms rebels" the parser takes the verb for a noun and finds none."""
    if any(token.pos in _VERBS for token in found.tokens):
        return {}
    return {
        token: found.phrase(before)
        for before, token in pairwise(found.tokens)
        if before.entity in ACTORS and token.text.removesuffix("s") in HARMFUL_VERBS
    }


def _doer(found: Stretch, token: Token) -> str | None:
    """Who did or owns the wrong that `token` names ("France's illegal actions"), as far as named."""
    verb = None
    while verb is None and token.head != token.index:
        for owner in found.parsed.dependants(token.index, "poss"):
            return _name_of(found, owner)
        token = found.parsed.tokens[token.head]
        verb = token if token.pos in _VERBS else None
    if verb is None:
        return ""
    return None if verb.lemma in OPPOSING_VERBS else _name_of(found, found.subject(verb))


def _name_of(found: Stretch, token: Token | None) -> str:
    """The name that a word is, or that stands beside it ("the operator, Halden Crossings"); else ""."""
    if token is None:
        return ""
    beside = found.parsed.dependants(token.index, "appos")
    named = (word for word in (token, *beside) if word.pos == "PROPN" or word.entity in ACTORS)
    return next((found.phrase(word) for word in named), "")
