"""All against some, and the most against one among others: "the first" / "one of the first"."""

from __future__ import annotations

import re

from workbench.wording import Word, Wording

_WHOLE = frozenset("all every each entire whole everyone everybody always both completely entirely".split())
_PART = frozenset(
    "some many most several few part parts certain partly mainly mostly often sometimes half "
    "partially".split()
)
_AHEAD = 4
"""How many words after one of these the thing may stand that it is said of."""

_TOP = re.compile(r"\b(?:only|sole|first|best|worst|most \w+|\w{3,}est)\b", re.I)
_AMONG = re.compile(
    r"\b(?:one of|among|(?:second|third|fourth|fifth)[- ]?)\s?(?:the\s)?(?:\w+\s)?"
    r"(?P<top>only|first|best|worst|most \w+|\w{3,}est)\b",
    re.I,
)
_NO_SUPERLATIVES = frozenset(
    "west east forest interest request arrest protest test rest quest guest harvest contest".split()
)


def partial(claim: Wording, passage: Wording) -> tuple[str, str] | None:
    """The words by which the claim says all, or the most, and the passage less; None when there are none."""
    return _quantified(claim, passage) or _among(claim.text, passage.text)


def _quantified(claim: Wording, passage: Wording) -> tuple[str, str] | None:
    theirs = _said_of(passage, _PART)
    if not theirs:
        return None
    for word, things in _said_of(claim, _WHOLE):
        for other, others in theirs:
            if things[0] in others or others[0] in things:
                return word.text, other.text
    return None


def _said_of(wording: Wording, listed: frozenset[str]) -> list[tuple[Word, list[str]]]:
    """Each of the listed words with the stems of the first things, two at most, that it is said of."""
    found = []
    for place, word in enumerate(wording.words):
        if word.bare in listed:
            near = [other.stem for other in wording.words[place + 1 : place + 1 + _AHEAD] if other.is_content]
            if near:
                found.append((word, near[:2]))
    return found


def _among(claim: str, passage: str) -> tuple[str, str] | None:
    found = _AMONG.search(passage)
    if found is None or _AMONG.search(claim):
        return None
    top = found["top"].casefold()
    same = (match.group() for match in _TOP.finditer(claim) if match.group().casefold() == top)
    one = next(same, None)
    return None if one is None or top in _NO_SUPERLATIVES else (one, found.group())
