"""What kind of source some words name."""

from __future__ import annotations

import re

from workbench.attribution.lexicon import lexicon
from workbench.model import SourceKind

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DEPENDS = re.compile(r"\s(?:of|for|by|in|from|to|at|on|with|close|near)\s")
_POSSESSIVE = re.compile(r"[’']s?(?=\s|$)")
_ACRONYM = re.compile(r"[A-Z]{2,8}(?:-[A-Z]{2,8})?")
_ARTICLES = frozenset(["the", "a", "an", "this", "that"])
_SPELT_EITHER_WAY = (
    SourceKind.NEWSPAPER,
    SourceKind.AGENCY,
    SourceKind.BROADCASTER,
    SourceKind.LETTER,
    SourceKind.ORGANISATION,
)


def kind_of(name: str) -> SourceKind:
    """What kind of source the words name, by the last word that tells; a person where none does.

    A word for an organisation counts in front of "of" and "for" alone: the ministry's spokesman, or the
    spokesman for the ministry, is a person. Countries and acronyms that stand alone are organisations.
    """
    plain = _POSSESSIVE.sub("", name)
    words = [word for word in _WORD.findall(plain) if word.lower() not in _ARTICLES]
    front = _WORD.findall(_DEPENDS.split(f" {plain} ")[0])
    head = sum(word.lower() not in _ARTICLES for word in front)
    for at in range(len(words) - 1, -1, -1):
        for kind, signs in lexicon().kinds:
            if kind is SourceKind.ORGANISATION and at >= head:
                continue
            if _is_among(words[at], signs, kind):
                return kind
    return SourceKind.ORGANISATION if _stands_for_a_body(words) else SourceKind.PERSON


def _is_among(word: str, signs: frozenset[str], kind: SourceKind) -> bool:
    return word in signs or (word.lower() in signs and (word.islower() or kind in _SPELT_EITHER_WAY))


def _stands_for_a_body(words: list[str]) -> bool:
    if " ".join(words).lower() in lexicon().places:
        return True
    return len(words) == 1 and _ACRONYM.fullmatch(words[0]) is not None
