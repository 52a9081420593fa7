"""Letters and other documents a text speaks of again: "this letter" tied to the one it introduced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.attribution.grammar import noun_phrase
from workbench.attribution.lexicon import Lexicon
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_AGAIN = re.compile(
    r"(?:the|this|that|his|her|its|their|the same)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z-]+)", re.IGNORECASE
)
_OPENING = re.compile(r"(?:an?|the|this|that|his|her|its|their)\s+", re.IGNORECASE)
_FROM = ("by", "from", "of")
_DEPENDANTS = ("prep", "acl", "relcl", "poss")
_NO_PEOPLE = ("DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that the text introduces: its noun, its name in full, where, and who wrote it if told."""

    noun: str
    name: str
    span: Span
    author: str | None = None


def papers(parsed: Parsed, lexicon: Lexicon) -> list[Paper]:
    """The documents introduced by an article of their own or by more than their noun, in reading order."""
    return [
        _paper(parsed, token)
        for token in parsed.tokens
        if token.pos == "NOUN" and token.lemma in lexicon.documents and _is_introduced(parsed, token)
    ]


def with_authors(
    parsed: Parsed, found: Sequence[Paper], credits: Sequence[Credit], places: Sequence[Span | None]
) -> list[Paper]:
    """The papers, each with the speaker who is credited with saying something in it.

    The place of such a credit ends where the speaker's own words begin, and so gives the better name.
    """
    told = {
        place.start: (credit, place)
        for credit, place in zip(credits, places, strict=True)
        if place and credit.source
    }
    return [_told(parsed, paper, *told.get(paper.span.start, (None, None))) for paper in found]


def meant(words: str, start: int, known: Sequence[Paper]) -> Paper | None:
    """The paper that words like "the letter", standing at `start`, speak of again: the last one before."""
    again = _AGAIN.fullmatch(" ".join(words.split()))
    if again is None:
        return None
    noun = again["noun"].lower()
    return next((one for one in reversed(known) if one.noun == noun and one.span.start < start), None)


def bare(words: str) -> str:
    """The name of a paper without its article: "letter to the council"."""
    return _OPENING.sub("", words, count=1)


def _is_introduced(parsed: Parsed, noun: Token) -> bool:
    if any(word.text.lower() in ("a", "an") for word in parsed.dependants(noun.index, "det")):
        return True
    return bool(parsed.dependants(noun.index, *_DEPENDANTS))


def _paper(parsed: Parsed, noun: Token) -> Paper:
    span = noun_phrase(parsed, noun, [word.index for word in parsed.dependants(noun.index, "relcl", "appos")])
    return Paper(noun.lemma.lower(), " ".join(span.of(parsed.text).split()), span, _author(parsed, noun))


def _author(parsed: Parsed, noun: Token) -> str | None:
    """Whose it is said to be: "Marsh’s letter", "a letter from the council"."""
    for owner in parsed.dependants(noun.index, "poss"):
        # A capital alone makes no name: "Editor’s note" opens a sentence.
        if owner.pos == "PROPN" and owner.entity and owner.entity not in _NO_PEOPLE:
            marks = [mark.index for mark in parsed.dependants(owner.index, "case")]
            return _speaker(parsed, noun_phrase(parsed, owner, marks))
    for preposition in parsed.dependants(noun.index, "prep", "agent"):
        for giver in parsed.dependants(preposition.index, "pobj"):
            if preposition.text.lower() in _FROM and giver.pos == "PROPN" and giver.entity not in _NO_PEOPLE:
                return _speaker(parsed, noun_phrase(parsed, giver))
    return None


def _told(parsed: Parsed, paper: Paper, credit: Credit | None, place: Span | None) -> Paper:
    if credit is None or place is None:
        return paper
    author = credit.resolved or _speaker(parsed, credit.source[0])
    return replace(paper, name=" ".join(place.of(parsed.text).split()), span=place, author=author)


def _speaker(parsed: Parsed, source: Span) -> str:
    """The person named in full among the words, else the words."""
    persons = (name.span for name in parsed.names if name.label == "PERSON" and source.contains(name.span))
    named = next((span.of(parsed.text) for span in persons if " " in span.of(parsed.text)), None)
    return " ".join((named or source.of(parsed.text)).split()).rstrip(",")
