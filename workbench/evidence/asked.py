"""Search by hand: the passages of a case or of the library that hold the words an editor typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from workbench.evidence.terms import terms
from workbench.library import LibraryHit
from workbench.ports import Hit, Library, Search
from workbench.text import Span
from workbench.wording import stem, wording

_LEAST = 2
"""Fewer letters than this would be found almost everywhere."""
_BEGUN = 3
"""From so many letters on, the last word may be one that is still being typed."""
_WORD = re.compile(r"\w+")

H = TypeVar("H", Hit, LibraryHit)


@dataclass(frozen=True, slots=True)
class Found(Generic[H]):
    """A passage, and the stretches of its text that were asked for."""

    hit: H
    lit: tuple[Span, ...]


def search_case(words: str, search: Search, *, limit: int) -> tuple[Found[Hit], ...]:
    """Passages that hold the words just as typed, in the order of the documents; then the best of the others.

    The last word may be one that is still being typed. Case and the kind of apostrophe do not matter.
    """
    literal = _literal(words)
    if literal is None:
        return ()
    exact = [hit for hit in search.every() if literal.search(hit.text)]
    places = {(hit.revision, hit.span) for hit in exact}
    ranked = search.passages(_asked(words), limit=limit)
    others = [hit for hit in ranked if (hit.revision, hit.span) not in places]
    return tuple(Found(hit, lit(words, hit.text)) for hit in [*exact, *others][:limit])


def search_library(words: str, library: Library, *, limit: int) -> tuple[Found[LibraryHit], ...]:
    """The passages of the library that hold the most and the rarest of the words, best first."""
    if _literal(words) is None:
        return ()
    hits = library.passages(_asked(words), limit=limit)
    return tuple(Found(hit, lit(words, hit.text)) for hit in hits)


def lit(words: str, text: str) -> tuple[Span, ...]:
    """Where `text` holds what was typed: all of it in one stretch, else its words in any form."""
    literal = _literal(words)
    if literal is None:
        return ()
    whole = tuple(Span(*match.span()) for match in literal.finditer(text))
    return whole or tuple(_single(words, text))


def _single(words: str, text: str) -> list[Span]:
    typed = [word.casefold() for word in _asked(words)]
    stems = {stem(word) for word in typed}
    begun = typed[-1] if typed and len(typed[-1]) >= _BEGUN else None
    return [
        word.span
        for word in wording(text).words
        if not word.is_break and (word.stem in stems or (begun and word.bare.startswith(begun)))
    ]


def _asked(words: str) -> tuple[str, ...]:
    """What to search for; small words only where there is nothing else."""
    return terms(words) or tuple(_WORD.findall(words))


@lru_cache(maxsize=64)
def _literal(words: str) -> re.Pattern[str] | None:
    """The words as typed, to be found whatever their case, with any white space and apostrophe."""
    parts = [re.escape(part) for part in words.split()]
    if sum(map(len, words.split())) < _LEAST:
        return None
    return re.compile(re.sub("['’]", "['’]", r"\s+".join(parts)), re.IGNORECASE)
