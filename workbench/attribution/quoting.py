"""Somebody quoted by somebody: "Norda quoted her as saying that …", "was quoted by Norda as saying"."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.attribution.grammar import agent, subject
from workbench.parsed import Parsed, Token

_QUOTING = frozenset(["quote", "cite"])


@dataclass(frozen=True, slots=True)
class Quoting:
    """Who is quoted, who quotes (None when nobody is named), and the verb of saying."""

    speaker: Token
    reporter: Token | None
    saying: Token


def quoting(parsed: Parsed, verb: Token) -> Quoting | None:
    """What "quoted … as saying" tells, None for any other verb or use."""
    if verb.lemma.lower() not in _QUOTING:
        return None
    saying = _saying(parsed, verb)
    if saying is None:
        return None
    for speaker in parsed.dependants(verb.index, "nsubjpass"):
        return Quoting(speaker, agent(parsed, verb) or _by(parsed, saying), saying)
    for speaker in parsed.dependants(verb.index, "dobj"):
        return Quoting(speaker, subject(parsed, verb), saying)
    return None


def is_said_in_quoting(parsed: Parsed, verb: Token) -> bool:
    """Whether the verb is the "saying" of "quoted … as saying"."""
    above = parsed.tokens[parsed.tokens[verb.head].head]
    found = quoting(parsed, above)
    return found is not None and found.saying.index == verb.index


def _saying(parsed: Parsed, verb: Token) -> Token | None:
    for preposition in parsed.dependants(verb.index, "prep"):
        if preposition.text.lower() == "as":
            for saying in parsed.dependants(preposition.index, "pcomp"):
                return saying
    return None


def _by(parsed: Parsed, saying: Token) -> Token | None:
    """Who quotes, named behind the verb of saying: "was quoted as saying by Norda"."""
    for preposition in parsed.dependants(saying.index, "prep", "agent"):
        if preposition.text.lower() == "by":
            return next(iter(parsed.dependants(preposition.index, "pobj")), None)
    return None
