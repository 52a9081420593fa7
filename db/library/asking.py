"""Which words of a question are looked up in the word index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_RAREST = 12
"""Common words cost time and hardly tell passages apart; the rarest of a question are enough."""

_MOST_FIRM = 24
"""An absurdly long question may hold names without end; these many of the rarest are enough."""


@dataclass(frozen=True, slots=True)
class Term:
    """A token of a question: how many passages hold it, and whether it belongs to a name or figure."""

    token: str
    passages: int
    firm: bool


def chosen(terms: Iterable[Term]) -> list[str]:
    """The tokens to look up, rarest first: the rarest of all, and names and figures however common."""
    found = sorted((term for term in terms if term.passages), key=_rarity)
    firm = [term for term in found if term.firm][:_MOST_FIRM]
    others = [term for term in found[:_RAREST] if not term.firm]
    return [term.token for term in sorted((*firm, *others), key=_rarity)]


def _rarity(term: Term) -> tuple[int, str]:
    return term.passages, term.token
