"""The words by which a statement is known again in another text, whatever its form and order there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from workbench.sentences import sentences
from workbench.text import Span
from workbench.tracing.values import TracedText
from workbench.wording import stem, words

ENOUGH = 3
"""Telling words a statement needs before it can be known again."""
HOLDS = 0.55
"""Share of its telling words (0..1) from which a statement is taken to stand in another text."""
SURELY = 0.75
"""The same where something else speaks against it."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")


def telling(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, figures included."""
    return frozenset(map(_key, _WORD.findall(text))) - {""}


def share(wanted: frozenset[str], found: frozenset[str]) -> float:
    """The part, 0..1, of the wanted words that was found; 0 where they are too few to tell."""
    return len(wanted & found) / len(wanted) if len(wanted) >= ENOUGH else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two statements, of which one may say more, share most of their telling words."""
    fewer = min(len(one), len(other))
    return fewer >= ENOUGH and len(one & other) >= HOLDS * fewer


class Statements:
    """The telling words of one text, read when they are first asked for."""

    def __init__(self, text: TracedText) -> None:
        self._text = text

    def share(self, wanted: frozenset[str]) -> tuple[float, Span | None]:
        """How much of a statement stands close together in the text, 0..1, and where."""
        if share(wanted, self.all) < HOLDS:
            return 0.0, None
        spans, places = self._near
        held = Counter(at for word in wanted for at in places.get(word, ()))
        # One sentence is the place unless two together hold clearly more.
        singles = (len(spans) + 1) // 2
        best = min(held, key=lambda at: ((at >= singles) - held[at], at))
        return held[best] / len(wanted), spans[best]

    @cached_property
    def all(self) -> frozenset[str]:
        """The telling words of the whole text."""
        return telling(self._text.revision.text)

    @cached_property
    def _near(self) -> tuple[Sequence[Span], Mapping[str, Sequence[int]]]:
        """Each sentence, and each with the next one, since a retelling may draw two together; by word."""
        text = self._text.revision.text
        single = [(span, telling(span.of(text))) for span in sentences(text, self._text.layout.zones)]
        double = [
            (Span(one.start, other.end), mine | yours) for (one, mine), (other, yours) in pairwise(single)
        ]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, found) in enumerate((*single, *double)):
            for word in found:
                places[word].append(at)
        return [span for span, _ in (*single, *double)], places


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """The stem of a word that carries meaning, "" of any other."""
    bare = word.casefold().replace("’", "'").removesuffix("'s")
    carries = bare not in words("stop_words.txt") and (len(bare) > 1 or bare.isdigit())
    return stem(bare) if carries else ""
