"""Who is meant: the full name behind a pronoun, a bare surname or an office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from workbench.attribution.grammar import noun_phrase
from workbench.model import Credit
from workbench.parsed import Parsed, Token
from workbench.text import Span

_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lady": "f"}
_RELATIVE = ("who", "which", "that", "whom")
_WORD = re.compile(r"[\w-]+")
_IDLE = frozenset(["the", "a", "an", "of", "s", "for", "to", "and", "its", "his", "her", "their"])
_SENTENCES_BACK = 3
_SUBJECTS_BACK = 12
_OFFICE_WORDS = 2
_POSSESSIVE = re.compile(r"[’']s?$")
_EITHER = frozenset("mf")


class People:
    """The persons a text names in full, with the offices it ties them to."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._starts = [token.start for token in parsed.tokens]
        self._by_surname: dict[str, list[str]] = {}
        self._by_office: dict[frozenset[str], set[str]] = {}
        self._genders = _genders(parsed)
        for name, span in _full_names(parsed):
            named = self._by_surname.setdefault(name.split()[-1], [])
            if name not in named:
                named.append(name)
            for office in self._offices(span):
                self._by_office.setdefault(office, set()).add(name)

    def full_name(self, words: str) -> str | None:
        """The one person with the surname that ends `words`, or the holder of the office they name."""
        parts = _POSSESSIVE.sub("", words).split()
        named = self._by_surname.get(parts[-1], []) if parts else []
        if len(named) == 1:
            return named[0]
        holders = self._by_office.get(_office(words), set())
        return next(iter(holders)) if len(holders) == 1 else None

    def token_at(self, place: int) -> Token:
        """The token that begins at a place."""
        return self._parsed.tokens[bisect_left(self._starts, place)]

    def _offices(self, name: Span) -> Iterator[frozenset[str]]:
        """The descriptions tied to a name: in front of it, or in apposition before or behind it."""
        at = bisect_left(self._starts, name.end) - 1
        head = self._parsed.tokens[at]
        phrase = noun_phrase(self._parsed, head, (noun.index for noun in self._appositions(head)))
        yield from _described(self._parsed.text[phrase.start : name.start])
        for noun in self._appositions(head):
            yield from _described(noun_phrase(self._parsed, noun).of(self._parsed.text))
        if head.dep == "appos":
            above = self._parsed.tokens[head.head]
            yield from _described(noun_phrase(self._parsed, above, (head.index,)).of(self._parsed.text))

    def _appositions(self, head: Token) -> tuple[Token, ...]:
        return self._parsed.dependants(head.index, "appos")

    def genders(self, surname: str) -> Set[str]:
        """What the titles in front of a surname allow: "m" after Mr, "f" after Ms, else both."""
        return self._genders.get(surname, _EITHER)


def with_names(parsed: Parsed, credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits, each with the fuller form of its speaker where the text makes it clear."""
    if not parsed.has_grammar:
        return tuple(credits)
    people = People(parsed)
    subjects = list(_subjects(parsed, people))
    return tuple(replace(credit, resolved=_resolved(parsed, people, credit, subjects)) for credit in credits)


def _resolved(
    parsed: Parsed, people: People, credit: Credit, subjects: Sequence[tuple[Token, str]]
) -> str | None:
    if not credit.source:
        return None
    words = credit.source[0].of(parsed.text)
    first = people.token_at(credit.source[0].start)
    if words.lower() in _RELATIVE:
        return _antecedent(parsed, first)
    if words.lower() in _PRONOUNS:
        return _spoken_of(people, first, _PRONOUNS[words.lower()], subjects)
    full = people.full_name(words) or (people.full_name(words.title()) if words.isupper() else None)
    return full if full is not None and full.casefold() not in words.casefold() else None


def _subjects(parsed: Parsed, people: People) -> Iterator[tuple[Token, str]]:
    """The persons who do something, in reading order, by the fullest name we have."""
    for token in parsed.tokens:
        if token.dep in ("nsubj", "nsubjpass") and token.pos == "PROPN":
            name = people.full_name(token.text)
            if name is not None:
                yield token, name


def _spoken_of(
    people: People, pronoun: Token, gender: str, subjects: Sequence[tuple[Token, str]]
) -> str | None:
    """The person who last did something before the pronoun; None when two did in the same sentence."""
    end = bisect_left(subjects, pronoun.index, key=lambda pair: pair[0].index)
    near = [
        (token.sentence, name)
        for token, name in subjects[max(0, end - _SUBJECTS_BACK) : end]
        if pronoun.sentence - token.sentence <= _SENTENCES_BACK and gender in people.genders(name.split()[-1])
    ]
    nearest = {name for sentence, name in near if sentence == near[-1][0]}
    return nearest.pop() if len(nearest) == 1 else None


def _antecedent(parsed: Parsed, relative: Token) -> str | None:
    """The noun that a relative pronoun stands for."""
    clause = parsed.tokens[relative.head]
    while clause.dep != "relcl" and clause.head != clause.index:
        clause = parsed.tokens[clause.head]
    if clause.dep != "relcl":
        return None
    return noun_phrase(parsed, parsed.tokens[clause.head], (clause.index,)).of(parsed.text)


def _full_names(parsed: Parsed) -> Iterator[tuple[str, Span]]:
    """Names of persons of two words and more."""
    for name in parsed.names:
        if name.label == "PERSON":
            words = _POSSESSIVE.sub("", name.span.of(parsed.text))
            if " " in words and "\n" not in words and words.split()[-1][0].isupper():
                yield " ".join(words.split()), Span(name.span.start, name.span.start + len(words))


def _described(words: str) -> Iterator[frozenset[str]]:
    office = _office(words)
    if len(office) >= _OFFICE_WORDS:
        yield office


def _office(words: str) -> frozenset[str]:
    """The words of an office in any order: "the mayor of Salt Bay" is "Salt Bay’s mayor"."""
    return frozenset(word.lower() for word in _WORD.findall(words)) - _IDLE


def _genders(parsed: Parsed) -> dict[str, set[str]]:
    """By surname, the genders that remain possible after the titles used with it."""
    told: dict[str, set[str]] = {}
    for one, other in pairwise(parsed.tokens):
        gender = _TITLES.get(one.text.lower().rstrip("."))
        if gender and other.text[:1].isupper():
            told.setdefault(other.text, set()).add(gender)
    return told
