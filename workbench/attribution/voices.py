"""What the words of a credit tell of its speaker: named or not, a body, a document, how many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from workbench.attribution.grammar import between
from workbench.attribution.kinds import kind_of
from workbench.attribution.lexicon import Lexicon
from workbench.model import Credit, SourceKind, SpeakerKind, Voice
from workbench.parsed import Parsed, Token
from workbench.text import Span

PRONOUNS = frozenset(
    """he she it they we i you who which that whom him her his them their this these those both one others
    another someone somebody everyone everybody nobody""".split()
)
_BODIES = ("ORG", "GPE", "NORP", "FAC", "LOC")
_SPEAK_AS_ONE = (
    SourceKind.ORGANISATION,
    SourceKind.AGENCY,
    SourceKind.NEWSPAPER,
    SourceKind.BROADCASTER,
    SourceKind.WEBSITE,
)
_AMOUNTS = frozenset(
    "several many some few numerous multiple various both dozens scores hundreds thousands most all".split()
)
_OF_THEM = frozenset("number group handful couple dozen pair dozens scores hundreds thousands".split())
_ARTICLES = ("a", "an", "the")


def with_voices(
    parsed: Parsed, credits: Sequence[Credit], lexicon: Lexicon, names: Collection[Span] = ()
) -> tuple[Credit, ...]:
    """The credits, each with what its words tell of the speaker; `names` open the turns of a transcript."""
    starts = [token.start for token in parsed.tokens]
    return tuple(
        replace(credit, voice=_in_turn(credit.source[0].of(parsed.text)))
        if credit.source and credit.source[0] in names
        else replace(credit, voice=_voice(parsed, credit, starts, lexicon))
        for credit in credits
    )


def _in_turn(words: str) -> Voice:
    """Who speaks in turn is a person, "Q" and "A" one without a name."""
    return Voice(SpeakerKind.PERSON) if len(words) > 1 else Voice(SpeakerKind.UNNAMED, words, "one")


def _voice(parsed: Parsed, credit: Credit, starts: Sequence[int], lexicon: Lexicon) -> Voice | None:
    if not credit.source:
        return None
    span = credit.source[0]
    words = span.of(parsed.text)
    if words.lower() in PRONOUNS:
        return Voice(SpeakerKind.PRONOUN)
    if not parsed.has_grammar:
        return Voice(_by_words(words))
    within = parsed.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    head = _head(within)
    if head and head.pos == "PROPN" and credit.resolved and credit.resolved.endswith(head.text):
        return Voice(SpeakerKind.PERSON)
    return _told(parsed, head, within, lexicon) if head else None


def _head(within: Sequence[Token]) -> Token | None:
    """The word that all others of the phrase hang on."""
    if not within:
        return None
    inside = range(within[0].index, within[-1].index + 1)
    nouns = (word for word in within if word.head not in inside or word.head == word.index)
    return next((word for word in nouns if word.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")), within[-1])


def _told(parsed: Parsed, head: Token, within: Sequence[Token], lexicon: Lexicon) -> Voice:
    if _is_person(parsed, head):
        return Voice(SpeakerKind.PERSON)
    if head.lemma.lower() in lexicon.documents and not head.entity:
        return Voice(SpeakerKind.DOCUMENT)
    if head.pos == "PROPN":
        return Voice(
            SpeakerKind.ORGANISATION if head.entity in _BODIES else _by_words(_words(parsed, within))
        )
    of = _members(parsed, head)
    if of is not None:
        return _unnamed(parsed, of, within, between(parsed, within[0].index, head.index))
    if kind_of(head.text) in _SPEAK_AS_ONE and not _is_plural_people(head):
        return Voice(SpeakerKind.ORGANISATION)
    if _is_indefinite(parsed, head):
        return _unnamed(parsed, head, within, _amount(parsed, head))
    return Voice(SpeakerKind.PERSON)


def _is_person(parsed: Parsed, head: Token) -> bool:
    """Whether the head, or a name in apposition to it, is a person's."""
    named = (head, *parsed.dependants(head.index, "appos"))
    return any(word.entity == "PERSON" and word.pos == "PROPN" for word in named)


def _is_plural_people(head: Token) -> bool:
    return head.tag == "NNS" and head.lemma.lower() in ("member", "worker", "officer", "official")


def _is_indefinite(parsed: Parsed, head: Token) -> bool:
    if head.tag == "NNS" or head.lemma == "source" or head.pos in ("NUM", "ADJ", "PRON"):
        return True
    opening = [word.text.lower() for word in parsed.dependants(head.index, "det", "nummod")]
    return any(word in ("a", "an", "one", "another") for word in opening)


def _members(parsed: Parsed, head: Token) -> Token | None:
    """Who is counted: the officials in "a number of officials", "one of the officials"."""
    if head.lemma.lower() not in _OF_THEM and head.text.lower() not in _OF_THEM and head.pos != "NUM":
        return None
    for of in parsed.dependants(head.index, "prep"):
        if of.text.lower() == "of":
            return next(iter(parsed.dependants(of.index, "pobj")), None)
    return None


def _amount(parsed: Parsed, head: Token) -> Span | None:
    """The words that say how many."""
    for word in parsed.dependants(head.index, "nummod", "amod", "det", "predet"):
        if word.dep == "nummod" or word.text.lower() in _AMOUNTS:
            inside = sorted(parsed.subtree(word.index))
            return between(parsed, inside[0], inside[-1])
    return None


def _unnamed(parsed: Parsed, head: Token, within: Sequence[Token], amount: Span | None) -> Voice:
    """The group from behind the words that say how many, or behind the article, to the end of the phrase."""
    start = amount.end if amount else within[0].start
    words = [word for word in within if word.start >= start]
    while words and (words[0].text.lower() in (*_ARTICLES, "of") or not words[0].text[0].isalnum()):
        words = words[1:]
    single = head.tag == "NN" and any(
        word.text.lower() in ("a", "an", "another") for word in parsed.dependants(head.index, "det")
    )
    count = amount.of(parsed.text).lower() if amount else "one" if single else ""
    return Voice(SpeakerKind.UNNAMED, _words(parsed, words) or head.text, count.removeprefix("the "))


def _words(parsed: Parsed, words: Sequence[Token]) -> str:
    if not words:
        return ""
    return " ".join(Span(words[0].start, words[-1].end).of(parsed.text).split()).rstrip(",")


def _by_words(words: str) -> SpeakerKind:
    match kind_of(words):
        case SourceKind.PERSON:
            return SpeakerKind.PERSON
        case kind if kind in _SPEAK_AS_ONE:
            return SpeakerKind.ORGANISATION
        case _:
            return SpeakerKind.DOCUMENT
