"""Titles, particles and spellings of names, read once from `resources/language/names.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """`alike` gives each spelling the first of its group, `peoples` the words for a place's people the place;
    `same_bodies` are words and those they stand for; the rest are plain sets of lower-case words.
    """

    alike: dict[str, str]
    particles: frozenset[str]
    surname_first: frozenset[str]
    ends: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    titles: frozenset[str]
    surnames: frozenset[str]
    male_words: frozenset[str]
    female_words: frozenset[str]
    not_the_holder: frozenset[str]
    generic: frozenset[str]
    heads: frozenset[str]
    same_bodies: tuple[tuple[frozenset[str], frozenset[str]], ...]
    spellings: tuple[tuple[str, str], ...]
    peoples: dict[str, str]


@cache
def name_lexicon() -> NameLexicon:
    """The lexicon."""
    data = tomllib.loads(files("resources").joinpath("language/names.toml").read_text("utf-8"))
    titles, surname, bodies = data["titles"], data["surname"], data["bodies"]
    male, female = _words(titles["male"]), _words(titles["female"])
    male_words, female_words = _words(titles["male_words"]), _words(titles["female_words"])
    return NameLexicon(
        alike=_groups(data["given"]["alike"]),
        particles=_words(surname["particles"]),
        surname_first=_words(surname["first"]),
        ends=_words(surname["ends"]),
        male_titles=male,
        female_titles=female,
        titles=male | female | male_words | female_words | _words(titles["either"]),
        surnames=_words(titles["surnames"]),
        male_words=male_words,
        female_words=female_words,
        not_the_holder=_words(titles["not_the_holder"]),
        generic=_words(bodies["generic"]),
        heads=_words(bodies["heads"]),
        same_bodies=_pairs(bodies["same"]),
        spellings=_halves(bodies["spellings"]),
        peoples=_peoples(),
    )


def _words(entry: str) -> frozenset[str]:
    return frozenset(entry.split())


def _groups(entry: str) -> dict[str, str]:
    return {word: group.split()[0] for group in entry.strip().splitlines() for word in group.split()}


def _pairs(entry: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = (pair.split("=") for pair in entry.split())
    return tuple((frozenset(one.split("+")), frozenset(other.split("+"))) for one, other in sides)


def _halves(entry: str) -> tuple[tuple[str, str], ...]:
    parts = (pair.partition("=") for pair in entry.split())
    return tuple((one, other) for one, _, other in parts)


def _peoples() -> dict[str, str]:
    """The words for a place's people and things, each with the place: "malian" -> "mali"."""
    text = files("resources").joinpath("relations/demonyms.txt").read_text("utf-8")
    lines = (line.split("#", 1)[0].split() for line in text.splitlines())
    return {word: words[0] for words in lines for word in words}
