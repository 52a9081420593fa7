"""Ranking by words: Okapi BM25 (Robertson and Zaragoza 2009) over an index in memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K, B = 1.2, 0.75
"""How soon a repeated word adds nothing, and how much long texts are held back; the usual values."""


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """For each word where it stands: the texts `places[starts[n]:starts[n + 1]]`, each with its weight."""

    numbers: dict[str, int]
    starts: NDArray[np.int64]
    places: NDArray[np.int32]
    weights: NDArray[np.float32]
    count: int

    def scores(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """How well each text fits; each term counts once."""
        import numpy as np

        found = np.zeros(self.count, np.float32)
        for number in {self.numbers[term] for term in terms if term in self.numbers}:
            here = slice(self.starts[number], self.starts[number + 1])
            found[self.places[here]] += self.weights[here]
        return found

    def covered(self, text: Sequence[str], other: Sequence[str]) -> float:
        """What share of two texts' words, weighed by how rare they are, stands in both; 0..1."""
        ours, theirs = set(text), set(other)
        both = sum(map(self.rarity, ours & theirs))
        every = sum(map(self.rarity, ours)) + sum(map(self.rarity, theirs))
        return 2 * both / every if every else 0.0

    def rarity(self, term: str) -> float:
        """The logarithm of how many texts there are to each that holds a term."""
        number = self.numbers.get(term)
        holding = 0 if number is None else int(self.starts[number + 1] - self.starts[number])
        return log(1 + (self.count - holding + 0.5) / (holding + 0.5))


def index_words(texts: Iterable[Sequence[str]]) -> WordIndex:
    """Index texts given as their terms."""
    import numpy as np

    numbers: dict[str, int] = {}
    words, places, counts, lengths = array("i"), array("i"), array("f"), array("f")
    for place, text in enumerate(texts):
        lengths.append(len(text))
        for term, count in Counter(text).items():
            words.append(numbers.setdefault(term, len(numbers)))
            places.append(place)
            counts.append(count)
    order = np.argsort(np.asarray(words, np.int32), kind="stable")
    held = np.bincount(np.asarray(words, np.int32), minlength=len(numbers))
    starts = np.concatenate(([0], np.cumsum(held))).astype(np.int64)
    where = np.asarray(places, np.int32)[order]
    weights = _weights(np.asarray(counts, np.float32)[order], where, np.asarray(lengths, np.float32), held)
    return WordIndex(numbers, starts, where, weights, len(lengths))


def _weights(
    counts: NDArray[np.float32],
    places: NDArray[np.int32],
    lengths: NDArray[np.float32],
    held: NDArray[np.int64],
) -> NDArray[np.float32]:
    """What each word adds to the score of each text that holds it; `held` is by how many it is held."""
    import numpy as np

    rarity = np.log(1 + (len(lengths) - held + 0.5) / (held + 0.5)).astype(np.float32)
    mean = max(float(lengths.mean()), 1.0) if len(lengths) else 1.0
    held_back = K * (1 - B + B * lengths[places] / mean)
    made = np.repeat(rarity, held) * counts * (K + 1) / (counts + held_back)
    return np.asarray(made, np.float32)
