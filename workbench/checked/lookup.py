"""Earlier claims ranked for a claim at hand: by their words and by their meaning together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.checked.phrasing import asked, plain, terms
from workbench.checked.words import WordIndex, index_words
from workbench.meaning import WIDTH, Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TEXT, TITLE = 0.7, 0.3
"""What nearness to a claim's words and to the headline above it count for. All three constants here were
chosen by hand, on the training tweets of CheckThat 2020."""
WORDS = 1 / 100
"""What a point of BM25 counts for beside the cosines."""
_FINENESS = 4
"""Decimals of a score: equal claims, written twice, must not be told apart by rounding."""
_BLOCK = 8192

Embed = Callable[[Sequence[str]], Sequence[Vector]]
"""Gives each text its vector, or no vectors at all when there is no model."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """An earlier claim in words, and the headline above it, if it has one."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The place of an earlier claim in the list given. `score` orders; `sureness` 0..100 can be compared."""

    place: int
    score: float
    sureness: float


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Earlier claims ready to be ranked; made by `look_up_in`.

    `rows` has one vector for each different text; `texts` and `titles` say which row is whose. No rows: no
    sentence model, and words alone decide.
    """

    claims: tuple[Wordings, ...]
    words: WordIndex
    rows: NDArray[np.int8]
    texts: NDArray[np.int32]
    titles: NDArray[np.int32]

    def rank(self, query: str, embed: Embed, *, limit: int) -> tuple[int, ...]:
        """The places of the claims nearest to `query`, best first; among equals the one listed first."""
        return tuple(int(place) for place in self._ordered(asked(query), embed)[0][:limit])

    def recall(self, query: str, embed: Embed, *, limit: int) -> tuple[Ranked, ...]:
        """The same, with how surely each is the claim asked for."""
        question = asked(query)
        order, scores, cosines = self._ordered(question, embed)
        searched = terms(question)
        return tuple(
            Ranked(int(place), float(scores[place]), self._sureness(int(place), searched, cosines))
            for place in order[:limit]
        )

    def _ordered(
        self, question: str, embed: Embed
    ) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.float32] | None]:
        """All places, best first; their scores; the cosine of each row, None without a model."""
        import numpy as np

        scores = self.words.scores(terms(question)) * np.float32(WORDS)
        vectors = embed([question]) if len(self.rows) else ()
        cosines = self._cosines(vectors[0]) if vectors else None
        if cosines is not None:
            scores = scores + TEXT * cosines[self.texts] + TITLE * cosines[self.titles]
        return np.argsort(-np.round(scores, _FINENESS), kind="stable"), scores, cosines

    def _sureness(self, place: int, searched: Sequence[str], cosines: NDArray[np.float32] | None) -> float:
        """How near the claim's own words come; of claims that share no word with it, half as much."""
        shared = self.words.covered(searched, terms(plain(self.claims[place].text)))
        if cosines is None:
            return 100 * shared
        near = max(0.0, float(cosines[self.texts[place]]))
        return min(100.0, 100 * near if shared else 50 * near)

    def _cosines(self, vector: Vector) -> NDArray[np.float32]:
        import numpy as np

        wanted = np.frombuffer(vector, np.int8).astype(np.float32) / np.float32(127 * 127)
        blocks = (self.rows[at : at + _BLOCK] for at in range(0, len(self.rows), _BLOCK))
        return np.concatenate([block.astype(np.float32) @ wanted for block in blocks])


def look_up_in(claims: Sequence[Wordings], embed: Embed) -> Lookup:
    """Make claims ready to be ranked; each different text is embedded once."""
    import numpy as np

    numbers: dict[str, int] = {}
    pairs = [_rows_of(claim, numbers) for claim in claims]
    texts = np.asarray([text for text, _ in pairs], np.int32)
    titles = np.asarray([title for _, title in pairs], np.int32)
    vectors = embed(tuple(numbers))
    rows = np.frombuffer(b"".join(vectors), np.int8).reshape(-1, WIDTH)
    words = index_words(terms(plain(f"{claim.text} {claim.title}")) for claim in claims)
    return Lookup(tuple(claims), words, rows, texts, titles)


def _rows_of(claim: Wordings, numbers: dict[str, int]) -> tuple[int, int]:
    """The rows of a claim's text and title; where there is no title, the text stands for it."""
    text, title = plain(claim.text), plain(claim.title)
    row = numbers.setdefault(text, len(numbers))
    return row, numbers.setdefault(title, len(numbers)) if title else row
