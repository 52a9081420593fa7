"""Words found whatever their case and accents, and with either kind of quotation mark or dash."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import overload

from workbench.text import Span

_PLAIN = str.maketrans("‘’‚‛“”„‟«»‹›–—−‐‑\u00a0\u202f\u2009", "''''\"\"\"\"\"\"''-----   ")


class Places(Sequence[Span]):
    """Places of equally long words in a text, in order, without a value for each until it is asked for."""

    def __init__(self, starts: Sequence[int] = (), length: int = 0) -> None:
        self._starts = starts
        self._length = length

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...

    @overload
    def __getitem__(self, at: slice) -> Places: ...

    def __getitem__(self, at: int | slice) -> Span | Places:
        if isinstance(at, slice):
            return Places(self._starts[at], self._length)
        return Span(self._starts[at], self._starts[at] + self._length)

    def nearest(self, code_point: int) -> int | None:
        """The number of the first place from `code_point` on, else of the first of all; None without any."""
        return bisect_left(self._starts, code_point) % len(self) if self._starts else None


def folded(text: str) -> str:
    """`text` in small letters without accents, curly quotes and long dashes; as long as before."""
    if not text.isascii():
        for letter in set(text):
            text = text.replace(letter, _fold(letter))
    return text.replace("\n", " ").replace("\t", " ").lower()


def find(words: str, within: str) -> Places:
    """Every place of `words`, none overlapping; both must be folded."""
    found = re.finditer(re.escape(words), within) if words else ()
    return Places([match.start() for match in found], len(words))


def _fold(letter: str) -> str:
    """One letter for one, so that places in the folded text are places in the text."""
    if letter.isascii():
        return letter
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return (bare if len(bare) == 1 else letter).translate(_PLAIN)
