"""What the check-worthiness model sees of a sentence: its words, their pieces and its shape.

Used by the training recipe and at run time alike, so the two can never drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.claims.cues import FUNCTION_WORDS

LONGEST = 4000
"""Characters of a text that are looked at; a sentence is hardly ever longer."""

_TOKEN = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%?!.,;:\"“”—–-]")
_DIGIT = re.compile(r"\d")
_ENDINGS = ("ed", "ing", "ly", "est", "s")


def features(text: str) -> dict[str, frozenset[str]]:
    """The distinct features of one sentence, by group: `words`, `pieces` and `shape`."""
    tokens = _TOKEN.findall(text[:LONGEST].replace("’", "'"))
    plain = [_DIGIT.sub("0", token.lower()) for token in tokens]
    words = [token for token in plain if token[0].isalnum() or token in "$€£%?"]
    return {
        "words": frozenset(_runs(words, 1, 2)),
        "pieces": frozenset(piece for word in set(words) for piece in _pieces(word)),
        "shape": frozenset(_runs([_shape(token, place) for place, token in enumerate(tokens)], 1, 4)),
    }


def _runs(items: Sequence[str], shortest: int, longest: int) -> Iterator[str]:
    """Every run of `shortest` to `longest` neighbours, joined by spaces."""
    for size in range(shortest, longest + 1):
        for start in range(len(items) - size + 1):
            yield " ".join(items[start : start + size])


def _pieces(word: str) -> Iterator[str]:
    """Two to five characters in a row; a blank marks the word's edges."""
    padded = f" {word} "
    for size in range(2, 6):
        for start in range(max(1, len(padded) - size + 1)):
            yield padded[start : start + size]


def _shape(token: str, place: int) -> str:
    """Function words stay; of other words only the form is kept: a figure, a year, a name, an ending."""
    low = token.lower()
    if low in FUNCTION_WORDS or "'" in low:
        return low
    if token[0].isdigit():
        return "Year" if re.fullmatch(r"(?:1[89]|20)\d\d", token) else "Number"
    if not token[0].isalpha():
        return token
    if place and token[0].isupper():
        return "Name"
    return next((ending for ending in _ENDINGS if low.endswith(ending)), "word")
