"""The words for somebody taken apart: title and office, given names, surname, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.identity.lexicon import name_lexicon
from workbench.identity.spelling import folded, sound

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIAL = re.compile(r"(?:[A-Z]\.?-?){1,3}")
_IDLE = frozenset("the a an of s for to and its his her their in at on with de from as is was".split())
_COURTESY = frozenset("mr mrs ms miss sir lord lady dr prof rev".split())
_LINKING = frozenset("of the for de and".split())
_BOTH = frozenset("mf")


@dataclass(frozen=True, slots=True)
class Named:
    """A person as some words give one. `surname` "" where only an office is named.

    `given` are given names and initials as printed; `office` the words of title and office, folded, places by
    one name ("malian" is "mali"); `genders` those that the words allow.
    """

    given: tuple[str, ...]
    surname: str
    end: str
    office: frozenset[str]
    genders: frozenset[str]
    words: str

    @property
    def is_full(self) -> bool:
        """Whether a given name or an initial stands with the surname."""
        return bool(self.surname and self.given)

    @property
    def key(self) -> str:
        """What spellings of the surname share."""
        return sound(self.surname)


def read_person(phrase: str, around: str = "") -> Named:
    """A person read from a phrase like "Mali’s foreign minister, Abdallah Diop,".

    `around` are words elsewhere that describe the same one. The name is the last run of capitalised words
    that are no titles; what is left is the office.
    """
    words = _words(phrase)
    first, last = _name_in(words)
    name = words[first:last]
    rest = [*words[:first], *words[last:], *_words(around)]
    given, surname, end = _parts(name)
    return Named(given, surname, end, _office(rest), _genders(rest), _plain(name) or _plain(words))


def _plain(words: Sequence[str]) -> str:
    return _POSSESSIVE.sub("", " ".join(word for word in words if word != ","))


def office_of(words: str) -> frozenset[str]:
    """The words of an office in any order, with places by one name; empty without a word of rank."""
    return _office(_words(words))


def _words(phrase: str) -> list[str]:
    """The words of a phrase; a comma stays as a word of its own."""
    return [part for part in re.findall(rf"{_WORD.pattern}|,", phrase) if part]


def _name_in(words: Sequence[str]) -> tuple[int, int]:
    """Where the name stands among the words: the last run of capitalised words with no word of rank."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _may_be_name(words, end, at):
            end += 1
        if end > at:
            runs.append((at, end))
        at = max(end, at + 1)
    runs = [run for run in runs if not _belongs_to_office(words, run)]
    runs = [run for run in runs if run is runs[0] or not _describes(words, run)]
    return max(runs, key=lambda run: (run[1] - run[0] > 1, run[0]), default=(0, 0))


def _may_be_name(words: Sequence[str], at: int, first: int) -> bool:
    word = words[at]
    plain = word.lower()
    if word == "," or (_is_rank(plain) and not _is_surname(words, at, first)):
        return False
    if plain in name_lexicon().particles or (plain in name_lexicon().ends and at > first):
        return at + 1 < len(words) or at > first
    return word[0].isupper() or _without_particle(word)[0].isupper()


def _is_surname(words: Sequence[str], at: int, first: int) -> bool:
    """Whether a word of rank is somebody's name here: "Martin Luther King", "Mr Baker"."""
    lexicon = name_lexicon()
    if not words[at][0].isupper() or words[at].lower() not in lexicon.surnames:
        return False
    courtesy = lexicon.male_titles | lexicon.female_titles | _COURTESY
    return at > first or (at > 0 and words[at - 1].lower().rstrip(".") in courtesy)


def _belongs_to_office(words: Sequence[str], run: tuple[int, int]) -> bool:
    """Whether the words name a place or body of the office: "Mali’s …", "minister of Mali", "US deputy …"."""
    first, last = run
    if _POSSESSIVE.search(words[last - 1]) and words[last - 1][-1:] in "s’'" and last < len(words):
        return True
    before = words[first - 1].lower() if first else ""
    if before in _LINKING:
        return True
    peoples = name_lexicon().peoples
    return all(folded(word) in peoples or (word.isupper() and len(word) < 4) for word in words[first:last])


def _is_rank(plain: str) -> bool:
    return plain.rstrip(".") in name_lexicon().titles or plain in name_lexicon().titles or plain in _IDLE


def _describes(words: Sequence[str], run: tuple[int, int]) -> bool:
    """Whether the words are part of a description behind a name: "…, a member of the ruling Labour Party"."""
    before = [word.lower() for word in words[: run[0]]]
    comma = max((at for at, word in enumerate(before) if word == ","), default=-1)
    return 0 <= comma < len(before) - 2 and before[comma + 1] in ("a", "an", "the")


def _parts(name: Sequence[str]) -> tuple[tuple[str, ...], str, str]:
    """Given names, surname (its last word counts) and "Jr"."""
    lexicon = name_lexicon()
    words = [_POSSESSIVE.sub("", word) for word in name]
    end = words.pop().lower().rstrip(".") if len(words) > 1 and words[-1].lower() in lexicon.ends else ""
    if not words:
        return (), "", end
    if len(words) > 1 and words[0].lower() in lexicon.surname_first:
        return tuple(words[1:]), words[0], end
    while len(words) > 1 and words[0].lower() in lexicon.particles and len(words) == 2:
        words = words[1:]
    surname = _without_particle(words[-1])
    given = [word for word in words[:-1] if word.lower() not in lexicon.particles]
    return tuple(given), surname, end


def _without_particle(word: str) -> str:
    head, mark, tail = word.partition("-")
    return tail if mark and head.lower() in name_lexicon().particles else word


def _office(words: Sequence[str]) -> frozenset[str]:
    lexicon = name_lexicon()
    plain = {folded(_POSSESSIVE.sub("", word)).rstrip(".") for word in words if word != ","}
    placed = {lexicon.peoples.get(word, word) for word in plain - _IDLE - {""}}
    return frozenset(placed - _COURTESY)


def _genders(words: Sequence[str]) -> frozenset[str]:
    lexicon = name_lexicon()
    plain = {word.lower() for word in words}
    found = set()
    if plain & (lexicon.male_titles | lexicon.male_words):
        found.add("m")
    if plain & (lexicon.female_titles | lexicon.female_words):
        found.add("f")
    return frozenset(found) if len(found) == 1 else _BOTH


def is_initial(word: str) -> bool:
    """Whether a given name is only its first letters: "J.", "J.P."."""
    return _INITIAL.fullmatch(word) is not None
