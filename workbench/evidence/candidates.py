"""Which passages are worth judging: those found by words and those found by meaning, joined.

Neither is enough: words miss what is said differently, and nearness in meaning misses names and figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from workbench.evidence.clauses import clauses
from workbench.evidence.terms import near_terms, terms
from workbench.library import LibraryHit
from workbench.ports import Hit
from workbench.wording import wording
from workbench.wording.read import LONGEST

JUDGED = 40
"""How many passages of one claim are judged."""

NEAREST = 100
"""How many passages near in meaning are looked at."""

STRANGE = 0.2
"""A cosine below which two sentences are taken to have nothing in common."""

STEADY = 60
"""What is added to every rank before its reciprocal is taken (Cormack, Clarke and Büttcher 2009)."""

H = TypeVar("H", Hit, LibraryHit)


def questions(claim: str) -> tuple[tuple[str, ...], ...]:
    """The searches to make for a claim: its words, those of each clause, and words that mean the same.

    A search keeps to the rarest of its words, which are not always those of the clause that matters.
    """
    asked = [terms(part) for part in (claim, *clauses(claim))]
    return tuple(wanted for wanted in dict.fromkeys([*asked, near_terms(claim)]) if wanted)


def statements(claim: str) -> tuple[str, ...]:
    """What to look for by meaning: the claim and, of a long one, its clauses."""
    return claim, *clauses(claim)


def nominated(claim: str, worded: Iterable[H], near: Iterable[H], *, limit: int = JUDGED) -> list[H]:
    """The passages most worth judging, best first, each place once.

    `worded` were found by words, `near` by meaning, with the cosine as rank; both may hold a passage twice.
    """
    return fused([_by_words(claim, worded), _by_rank(near)])[:limit]


def fused(rankings: Sequence[Sequence[H]]) -> list[H]:
    """Several rankings as one, by the sum of reciprocal ranks; each place once."""
    shares: defaultdict[object, float] = defaultdict(float)
    first: dict[object, H] = {}
    for ranking in rankings:
        for rank, hit in enumerate(ranking, start=1):
            shares[_place(hit)] += 1 / (STEADY + rank)
            first.setdefault(_place(hit), hit)
    return [first[place] for place in sorted(first, key=lambda place: -shares[place])]


def _by_words(claim: str, hits: Iterable[H]) -> list[H]:
    """The hits that share the most of the claim's words first; the search's own rank breaks ties."""
    from rapidfuzz import fuzz

    stems = wording(claim).stems
    opening = claim[:LONGEST]

    def nearness(hit: H) -> tuple[float, float]:
        shared = len(stems & wording(hit.text).stems) / max(1, len(stems))
        return 70 * shared + 0.3 * fuzz.token_set_ratio(opening, hit.text[:LONGEST]), hit.rank

    return sorted(_distinct(hits), key=nearness, reverse=True)


def _by_rank(hits: Iterable[H]) -> list[H]:
    best = sorted(hits, key=lambda hit: hit.rank, reverse=True)
    return [hit for hit in _distinct(best) if hit.rank >= STRANGE]


def _distinct(hits: Iterable[H]) -> Iterator[H]:
    """Each place once, as first found."""
    seen: set[object] = set()
    for hit in hits:
        if (place := _place(hit)) not in seen:
            seen.add(place)
            yield hit


def _place(hit: Hit | LibraryHit) -> object:
    return (hit.revision if isinstance(hit, Hit) else hit.article), hit.span
