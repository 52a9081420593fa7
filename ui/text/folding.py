"""Words found whatever their case and accents, and with either kind of quotation mark or dash."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from workbench.text import Span

_PLAIN = str.maketrans("‘’‚‛“”„‟«»‹›–—−‐‑\u00a0\u202f\u2009\n\t", "''''\"\"\"\"\"\"''-----     ")


def folded(text: str) -> str:
    """`text` in small letters without accents, curly quotes and long dashes; as long as before."""
    if text.isascii():
        return text.lower().translate(_PLAIN)
    return text.translate({ord(letter): _fold(letter) for letter in set(text)})


def find(words: str, within: str) -> list[Span]:
    """Every place of `words`, none overlapping; both must be folded."""
    spans: list[Span] = []
    at = within.find(words) if words else -1
    while at >= 0:
        spans.append(Span(at, at + len(words)))
        at = within.find(words, at + len(words))
    return spans


def nearest(spans: Sequence[Span], code_point: int) -> int | None:
    """The number of the first span from `code_point` on, else of the first of all; None without any."""
    if not spans:
        return None
    return bisect_left(spans, code_point, key=lambda span: span.start) % len(spans)


def _fold(letter: str) -> str:
    """One letter for one, so that places in the folded text are places in the text."""
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return (bare if len(bare) == 1 else letter).translate(_PLAIN)
