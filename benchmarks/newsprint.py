"""Made-up articles in any number, the same every time: words as unevenly common as in news, names, figures.

Nothing in them means anything. Word frequencies follow Zipf and Mandelbrot's law; every fifth content word
is a name, every twentieth a figure.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from workbench.model import SourceKind
from workbench.reading.result import Reading

PASSAGES = 20
"""Passages in an article."""

_SYLLABLES = (
    "ba den fol gar hin jo kel lam mor net pel quin rus sol tam ven wol yar zim stra cla pre shu".split()
)
_ENDINGS = ("", "", "", "s", "ed", "ing", "er", "ly")
_COMMON = (
    "the of to and a in that is was for it on said with as he by at from has be have an are were not this "
    "will his but they their which had been who more its would after up one about out there when people also"
).split()
_WORDS, _NAMES = 60_000, 30_000
_SHORTEST, _LONGEST = 8, 30
_LETTERS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """All the words there are, and how likely each is."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    word_odds: NDArray[np.float64]
    name_odds: NDArray[np.float64]


def paper() -> Paper:
    """The vocabulary every article is made of."""
    dice = random.Random(1)
    words = (*_COMMON, *islice(_distinct(dice, _ENDINGS), _WORDS))
    names = tuple(word.capitalize() for word in islice(_distinct(dice, ("",)), _NAMES))
    return Paper(words, names, _odds(len(words)), _odds(len(names)))


def articles(count: int, *, first: int = 0) -> Iterator[Reading]:
    """Articles of twenty passages each; each number stands for the same article in every run."""
    made_of = paper()
    for number in range(first, first + count):
        yield article(made_of, number)


def article(made_of: Paper, number: int) -> Reading:
    """One article."""
    dice = np.random.default_rng(number)
    passages = [passage(made_of, dice) for _ in range(PASSAGES)]
    return Reading(
        title=passages[0][:60],
        byline="",
        outlet=f"{made_of.names[number % 300]} Courier",
        published=f"20{10 + number % 16}-{1 + number % _LETTERS_A_YEAR:02}",
        url=f"https://courier.example/{number}",
        language="en",
        text="\n".join(passages),
        zones=(),
        links=(),
        kind=SourceKind.NEWSPAPER,
        name="",
        original=None,
    )


def passage(made_of: Paper, dice: np.random.Generator) -> str:
    """One sentence; it neither begins nor ends with a figure, which could hide its end."""
    length = int(dice.integers(_SHORTEST, _LONGEST))
    words = [made_of.words[place] for place in _drawn(made_of.word_odds, dice, length)]
    names = _drawn(made_of.name_odds, dice, length)
    for place, kind in enumerate(dice.random(length)):
        if words[place] in _COMMON:
            continue
        if kind < 0.2:
            words[place] = made_of.names[names[place]]
        elif kind < 0.25 and 0 < place < length - 1:
            words[place] = _figure(int(dice.integers(1, 10**6)), int(dice.integers(4)))
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def altered(text: str, made_of: Paper, dice: random.Random) -> str:
    """A passage with a fifth of its words dropped, 15 of 100 replaced by others, the rest shuffled."""
    words = text.rstrip(".").split()
    kept = dice.sample(words, round(len(words) * 0.8))
    for place in dice.sample(range(len(kept)), round(len(words) * 0.15)):
        kept[place] = made_of.words[dice.randrange(len(made_of.words))]
    dice.shuffle(kept)
    return " ".join(kept)


def _figure(value: int, kind: int) -> str:
    return (f"{value:,}", f"{value % 100}%", str(1900 + value % 130), f"{value % 1000 / 10}m")[kind]


def _distinct(dice: random.Random, endings: tuple[str, ...]) -> Iterator[str]:
    seen = set(_COMMON)
    while True:
        word = "".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) + dice.choice(endings)
        if word not in seen:
            seen.add(word)
            yield word


def _odds(count: int) -> NDArray[np.float64]:
    """Cumulated odds of the ranks from the commonest on."""
    weights = 1 / (np.arange(count) + 2.7) ** 1.07
    return np.cumsum(weights / weights.sum())


def _drawn(odds: NDArray[np.float64], dice: np.random.Generator, count: int) -> list[int]:
    return np.minimum(np.searchsorted(odds, dice.random(count)), len(odds) - 1).tolist()
