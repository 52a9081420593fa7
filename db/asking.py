"""Which words of a question are looked up in a full-text index, be it a case's or the library's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_MOST_FIRM = 24
"""An absurdly long question may hold names without end; these many of the rarest are enough."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question as the index knows it: how many passages hold it, and whether it is `firm`."""

    token: str
    passages: int
    firm: bool


def chosen(terms: Iterable[Term], *, rarest: int) -> list[str]:
    """The tokens to look up, rarest first: so many of the rarest, and names and figures however common.

    Common words cost time and hardly tell passages apart; a few of the rarest are enough.
    """
    found = sorted((term for term in terms if term.passages), key=_rarity)
    firm = [term for term in found if term.firm][:_MOST_FIRM]
    others = [term for term in found[:rarest] if not term.firm]
    return [term.token for term in sorted((*firm, *others), key=_rarity)]


def is_firm(word: str) -> bool:
    """Whether a word looks like a name or a figure: it is never left out for being common."""
    return any(letter.isdigit() or letter.isupper() for letter in word)


def _rarity(term: Term) -> tuple[int, str]:
    return term.passages, term.token
