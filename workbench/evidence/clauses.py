"""A long claim in parts, because a passage rarely speaks to all of it."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.wording import wording

_CUTS = re.compile(
    r"[;:“”\"–—()]+|,(?!\d)"
    r"|\b(?:that|which|who|where|when|while|although|though|because|after|before|since|following|whereas|but)\b"
)
_LEAST = 4
"""Content words a part needs, one of them a name and two of them none, to be judged alone."""

_LONG = 11
"""Content words from which on a claim is taken apart."""

_MOST = 8
"""Parts that are judged at most."""

_SENTENCE = 1200
"""Characters beyond which a claim is no sentence, and is not taken apart."""


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[str, ...]:
    """The parts of a claim that say something on their own; none for a short claim."""
    if len(text) > _SENTENCE or len(wording(text).content) < _LONG:
        return ()
    parts: list[str] = []
    start = 0
    for cut in [*_CUTS.finditer(text), None]:
        part = text[start : cut.start() if cut else len(text)].strip()
        if _says_something(part):
            parts.append(part)
        start = cut.end() if cut else len(text)
    return tuple(part for part in parts if part != text.strip())[:_MOST]


def _says_something(part: str) -> bool:
    words = wording(part)
    return len(words.stems) >= _LEAST and bool(words.names) and len(words.stems - words.names) >= 2
