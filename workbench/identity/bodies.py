"""Organisations: what to call them, their acronyms, and which descriptions mean them."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.identity.lexicon import name_lexicon
from workbench.identity.spelling import folded
from workbench.text import Span

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"[’']s?(?=\s|$)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_IDLE = frozenset("the of for and in on to at de la du des der die und s a an".split())
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,9}(?:-[A-Z]+)?|[A-Z]{2,4}[a-z]?[A-Z]{1,5}")
_BRACKETS = re.compile(
    r"[ \xa0]*\((?:also |formerly )?(?:known as |or |called )?(?:the )?(?P<name>[^()\n]{2,60})\)"
)
_KNOWN_AS = re.compile(
    r",?[ \xa0]+(?:also |better |widely )?(?:known|abbreviated|referred to)(?: by its \w+ \w+)? (?:as|to) "
    r"(?:the )?[“\"]?(?P<name>[A-Z][\w.-]{1,20})"
)
_NAME_LIKE = re.compile(r"[A-Z]")


def body_name(words: str) -> str:
    """The name without article, comma and possessive mark."""
    plain = _POSSESSIVE.sub("", " ".join(words.split()).rstrip(","))
    return _ARTICLE.sub("", plain)


def aliases_at(text: str, span: Span) -> frozenset[str]:
    """The names given to an organisation right behind it: "… (MINUSMA)", "…, known as MINUSMA"."""
    matches = (_BRACKETS.match(text, span.end), _KNOWN_AS.match(text, span.end))
    found = (body_name(match["name"]) for match in matches if match and _NAME_LIKE.search(match["name"]))
    return frozenset(name for name in found if _fits(span.of(text), name))


@lru_cache(maxsize=20_000)
def is_acronym(words: str) -> bool:
    """Whether the words are capital letters that stand for a name."""
    return _ACRONYM.fullmatch(words) is not None


def initials_fit(acronym: str, words: str) -> bool:
    """Whether the letters are the first ones of the words, small words counted or not."""
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    parts = [part for word in _WORD.findall(words) for part in word.split("-")]
    whole = [part[0].upper() for part in parts]
    telling = [part[0].upper() for part in parts if part.lower() not in _IDLE]
    return len(letters) > 1 and letters in (whole, telling)


@lru_cache(maxsize=20_000)
def core(words: str) -> frozenset[str]:
    """The words that tell: in any order, places by one name, without "group", "agency" and the like."""
    lexicon = name_lexicon()
    plain = [_spelt(word) for word in _WORD.findall(_POSSESSIVE.sub("", words))]
    telling = [word for word in plain if word not in _IDLE]
    bare = [word for word in telling if word not in lexicon.generic] or telling
    found = frozenset(bare)
    for written, meant in lexicon.same_bodies:
        found = (found - written) | meant if written <= found else found
    return frozenset(lexicon.peoples.get(word, word) for word in found)


def _spelt(word: str) -> str:
    plain = folded(word).rstrip(".")
    for british, american in name_lexicon().spellings:
        plain = plain.replace(british, american)
    return plain


@lru_cache(maxsize=20_000)
def head_of(words: str) -> str:
    """The noun that says what kind of body it is: "mission" in "the United Nations mission in Mali"."""
    front = re.split(r"\s(?:of|for|in|on|at)\s", body_name(words))[0]
    found = _WORD.findall(front)
    return folded(found[-1]) if found else ""


def letters_of(words: str) -> str:
    """An acronym without its stops: "U.N." is "UN"."""
    return "".join(letter for letter in words if letter.isalnum()).upper()


def is_description(words: str) -> bool:
    """Whether the words only say what kind of body it is: "the ministry", "the mission"."""
    lexicon = name_lexicon()
    plain = [word.lower() for word in _WORD.findall(body_name(words))]
    return bool(plain) and all(word in lexicon.heads or word in lexicon.generic for word in plain)


def _fits(words: str, alias: str) -> bool:
    """A bracket behind a name may hold anything; an acronym, or more words for a name that is one."""
    return is_acronym(alias) or (is_acronym(body_name(words)) and " " in alias)
