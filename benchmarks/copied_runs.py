"""Made-up articles that share phrases by chance as news does, and stories with words copied into them.

The words are those of benchmarks/newsprint.py. Each has favourite followers, a common one more of them; every
hundredth place or so begins one of 300,000 stock phrases, some of which everybody uses. All this was chosen
so that about as many runs of five words stand in several articles as in published news (`chance_sharing`).
The same number gives the same article in every run.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.newsprint import Paper, paper

Ids = NDArray[np.int64]

SHORTEST, LONGEST = 300, 600
STORY = 1_000
EDITED = 0.06
UNEDITED = 12
"""The longest run that is copied word for word."""

_AT_ONCE = 2_000
_FOLLOWERS, _FEWER, _FREE = 5_000, 0.75, 0.3
"""Followers of the commonest word, how fast they grow fewer down the ranks, how often anything follows."""
_PHRASES, _PHRASE_WORDS = 300_000, range(4, 11)
_WORDS_A_PHRASE = 110


@dataclass(frozen=True, slots=True)
class Story:
    """A story of words told by number, with a run copied from one article."""

    words: Ids
    source: int


class Newsroom:
    """Writes articles and stories as arrays of word numbers, and spells them out."""

    def __init__(self) -> None:
        made_of = paper()
        self._spelling = np.array([*made_of.words, *made_of.names], dtype=object)
        self._odds = _shared_odds(made_of)
        dice = np.random.default_rng(99)
        self._phrases = self._chained(dice, _PHRASES, _PHRASE_WORDS.stop - 1)
        self._lengths = dice.integers(_PHRASE_WORDS.start, _PHRASE_WORDS.stop, _PHRASES)

    def articles(self, count: int) -> list[Ids]:
        """The first so many articles."""
        lengths = np.random.default_rng(7).integers(SHORTEST, LONGEST + 1, count)
        bodies = (
            row
            for start in range(0, count, _AT_ONCE)
            for row in self.bodies(1_000 + start, min(_AT_ONCE, count - start), LONGEST)
        )
        return [body[:length].copy() for body, length in zip(bodies, lengths, strict=True)]

    def bodies(self, seed: int, count: int, length: int) -> Ids:
        """Texts of one length, stock phrases included."""
        dice = np.random.default_rng(seed)
        rows = self._chained(dice, count, length)
        flat = rows.reshape(-1)
        starts = dice.integers(0, flat.size - _PHRASE_WORDS.stop, flat.size // _WORDS_A_PHRASE)
        which = (_PHRASES ** dice.random(len(starts))).astype(np.int64) - 1
        for place in range(_PHRASE_WORDS.stop - 1):
            reaching = self._lengths[which] > place
            flat[starts[reaching] + place] = self._phrases[which[reaching], place]
        return rows

    def story(self, articles: list[Ids], run: int, seed: int) -> Story:
        """A new story with a run of so many words from some article, 6 % of them edited unless few."""
        dice = np.random.default_rng((run, seed))
        words = self.bodies(10**9 + run * 10_000 + seed, 1, STORY)[0]
        source = next(at for at in dice.permutation(len(articles)) if len(articles[at]) >= run)
        start = int(dice.integers(len(articles[source]) - run + 1))
        copied = articles[source][start : start + run].tolist()
        if run > UNEDITED:
            copied = self._edited(dice, copied)
        place = int(dice.integers(STORY - len(copied) + 1))
        words[place : place + len(copied)] = copied
        return Story(words, int(source))

    def text(self, words: Ids) -> str:
        """The words spelt out, in sentences of twenty."""
        spelt = self._spelling[words]
        return "\n".join(" ".join(spelt[at : at + 20]) + "." for at in range(0, len(spelt), 20))

    def _edited(self, dice: np.random.Generator, words: list[int]) -> list[int]:
        """The words with some replaced, dropped or put in between, all three as often."""
        for place in sorted(dice.choice(len(words), int(np.ceil(len(words) * EDITED)), replace=False))[::-1]:
            new = self._drawn(dice.random(1)).tolist()
            match int(dice.integers(3)):
                case 0:
                    words[place : place + 1] = new
                case 1:
                    del words[place]
                case _:
                    words[place:place] = new
        return words

    def _chained(self, dice: np.random.Generator, count: int, length: int) -> Ids:
        """Texts in which each word is followed by one of its favourites, or now and then by any."""
        rows = np.empty((count, length), np.int64)
        rows[:, 0] = self._drawn(dice.random(count))
        for place in range(1, length):
            before = rows[:, place - 1]
            followers = np.clip(_FOLLOWERS / (before + 3.0) ** _FEWER, 3, None)
            favourite = (followers ** dice.random(count)).astype(np.uint64)
            drawn = _scattered((before.astype(np.uint64) << np.uint64(20)) + favourite)
            rows[:, place] = self._drawn(np.where(dice.random(count) < _FREE, dice.random(count), drawn))
        return rows

    def _drawn(self, chances: NDArray[np.float64]) -> Ids:
        return np.minimum(np.searchsorted(self._odds, chances), len(self._odds) - 1)


def chance_sharing(texts: list[list[int]], run: int = 5) -> float:
    """The part of a text's runs of words that stand in another one too, in the median text."""
    runs = [{tuple(text[at : at + run]) for at in range(len(text) - run + 1)} for text in texts]
    counts: dict[tuple[int, ...], int] = {}
    for each in (one for text in runs for one in text):
        counts[each] = counts.get(each, 0) + 1
    return float(np.median([np.mean([counts[one] > 1 for one in text]) for text in runs if text]))


def _shared_odds(made_of: Paper) -> NDArray[np.float64]:
    """Cumulated odds of words and names together, from the commonest on."""
    ranks = np.arange(len(made_of.words) + len(made_of.names))
    weights = 1 / (ranks + 2.7) ** 1.07
    return np.cumsum(weights / weights.sum())


def _scattered(numbers: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Numbers from 0 to 1 that show nothing of those they are made from, the same for the same."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return (numbers >> np.uint64(11)).astype(np.float64) / 2**53
