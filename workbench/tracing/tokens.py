"""The words of a text as tracing compares them: equal when they differ in typography alone."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from workbench.quotations.plain import plain
from workbench.text import Span, merged

LONGEST = 1_000_000
"""Words of a text that are read: each different one becomes a character, of which there is an end."""

_FIRST = 0xE000  # beyond the surrogates
_SINGLE = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_LETTER = rf"(?:(?!{_SINGLE})[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])"
_WORD = re.compile(
    r"[a-z]+(?=[ ,.;:!?\n])"  # what most words are, told quickly
    r"|\d+(?:[.,:/]\d+)*"
    rf"|{_SINGLE}"  # scripts without spaces, character by character
    rf"|{_LETTER}+(?:'{_LETTER}+)*"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: their keys, and where each starts and ends in it."""

    text: str
    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, end: int) -> Span:
        """Where the words from number `first` up to number `end`, not included, stand."""
        return Span(self.places[first][0], self.places[end - 1][1])

    def without(self, dropped: Iterable[int]) -> Words:
        """The words but for those with these numbers."""
        gone = set(dropped)
        if not gone:
            return self
        kept = [number for number in range(len(self.keys)) if number not in gone]
        return Words(self.text, tuple(self.keys[n] for n in kept), tuple(self.places[n] for n in kept))

    def within(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of the words that lie in one of `spans`."""
        found: set[int] = set()
        for span in merged(spans):
            first = bisect_right(self.places, span.start, key=itemgetter(1))
            found.update(range(first, bisect_left(self.places, span.end, key=itemgetter(0))))
        return found


def words_of(text: str) -> Words:
    """The words of `text`; figures lose the marks between their thousands."""
    usual = plain(text)
    places = [match.span() for match in _WORD.finditer(usual)][:LONGEST]
    keys = [usual[start:end] for start, end in places]
    if not usual.isascii():
        keys = [key if key.isascii() else _folded(key) for key in keys]
    return Words(text, tuple(_figure(key) if "," in key else key for key in keys), tuple(places))


def spelled(*texts: Sequence[str]) -> tuple[str, ...]:
    """Each sequence of words as a string in which every different word is a character of its own.

    Words can then be compared, sliced and hashed as fast as letters.
    """
    different = dict.fromkeys(chain.from_iterable(texts))
    letters = {word: chr(_FIRST + number % LONGEST) for number, word in enumerate(different)}
    return tuple("".join([letters[word] for word in text]) for text in texts)


def _figure(key: str) -> str:
    return key.replace(",", "") if _GROUPED.fullmatch(key) else key


def _folded(key: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", key)).casefold()
