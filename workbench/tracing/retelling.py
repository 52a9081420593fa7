"""How much of a text is told again in another in other words, sentence by sentence.

Who retells a text keeps its rarer words together: what stood in one sentence stands in one sentence, or in
neighbours, of the retelling. Who writes on the same matter by himself uses many of the same words, but finds
other company for them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.tokens import Words
from workbench.wording.lexicon import words as word_list
from workbench.wording.stems import stem

_MOST_WORDS = 3_500
"""Words that carry meaning beyond which a text holds nearly every word anyway, so that words say little."""
_FEWEST_WORDS = 25
_FEWEST_SENTENCES = 3
_WINDOW = 3
"""Sentences in a row in which the words of one sentence are looked for."""
_LEAST = 4
"""Different words that carry meaning a sentence needs to be looked for."""
_RARITY = 0.75
"""How fast a word loses weight the more sentences of either text have it."""
_CHANCE, _ALL = 0.2, 0.7
"""The parts of a sentence's words found together by chance, and where it is told again as a whole."""
_TOLD = 0.5
_TOO_COMMON = 50
_END = ("", (sys.maxsize, sys.maxsize))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, and the stems of its words that carry meaning."""

    span: Span
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Retelling:
    """`share` (0..1) of the shorter text is told again in the longer; `pairs` say where."""

    share: float = 0.0
    pairs: tuple[tuple[Span, Span], ...] = ()


def retelling(shorter: Sequence[Sentence], longer: Sequence[Sentence]) -> Retelling:
    """How much of the shorter text the longer one tells too; nothing where too few words could show it."""
    asked = [sentence for sentence in shorter if len(sentence.stems) >= _LEAST]
    if len(asked) < _FEWEST_SENTENCES or _size(asked) < _FEWEST_WORDS or _size(longer) > _MOST_WORDS:
        return Retelling()
    common = Counter(word for sentence in shorter for word in sentence.stems)
    return _compared(asked, longer, common, _where(longer))


def read_sentences(words: Words) -> list[Sentence]:
    """The sentences with the words that are among `words`."""
    stop = word_list("stop_words.txt")
    found: list[Sentence] = []
    following = iter(zip(words.keys, words.places, strict=True))
    key, (start, _) = next(following, _END)
    for span in sentences(words.text):
        stems: set[str] = set()
        while start < span.end:
            if key not in stop:
                stems.add(stem(key))
            key, (start, _) = next(following, _END)
        found.append(Sentence(span, frozenset(stems)))
    return found


def _compared(
    asked: Iterable[Sentence],
    theirs: Sequence[Sentence],
    common: Counter[str],
    where: dict[str, list[int]],
) -> Retelling:
    told = whole = 0.0
    pairs: list[tuple[Span, Span]] = []
    for sentence in asked:
        weights = {
            word: (max(1, len(where.get(word, ()))) * common[word]) ** -_RARITY for word in sentence.stems
        }
        total = sum(weights.values())
        first, found = _best_place(weights, where)
        part = min(1.0, max(0.0, (found / total - _CHANCE) / (_ALL - _CHANCE)))
        told, whole = told + part * total, whole + total
        if part >= _TOLD:
            pairs.append((sentence.span, _told_in(theirs[first : first + _WINDOW], sentence.stems)))
    return Retelling(told / whole, tuple(pairs))


def _size(sentences: Iterable[Sentence]) -> int:
    return sum(len(sentence.stems) for sentence in sentences)


def _where(theirs: Sequence[Sentence]) -> dict[str, list[int]]:
    """For each word the numbers of the sentences that have it."""
    where: dict[str, list[int]] = {}
    for number, sentence in enumerate(theirs):
        for word in sentence.stems:
            where.setdefault(word, []).append(number)
    return where


def _best_place(weights: dict[str, float], where: dict[str, list[int]]) -> tuple[int, float]:
    """The first of the neighbouring sentences that together have most of the words, and the words' weight."""
    scores: Counter[int] = Counter()
    for word, weight in weights.items():
        places = where.get(word, ())
        if len(places) <= _TOO_COMMON:
            for first in {max(0, place - back) for place in places for back in range(_WINDOW)}:
                scores[first] += weight  # type: ignore[assignment]  # weights are no whole numbers
    return max(scores.items(), key=lambda item: (item[1], -item[0]), default=(0, 0.0))


def _told_in(window: Sequence[Sentence], stems: Collection[str]) -> Span:
    """From the first to the last of the sentences that have one of the words."""
    having = [sentence.span for sentence in window if not sentence.stems.isdisjoint(stems)]
    return Span(having[0].start, having[-1].end)
