"""A long claim in parts, because a passage rarely speaks to all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.wording import wording

_CUTS = re.compile(
    r"[;:“”\"–—()]+|,(?!\d)"
    r"|\b(?:that|which|who|where|although|though|because|following|whereas|but)\b"
    r"|(?=\b(?:when|while|after|before|since)\b)"
)
"""Where a claim is cut. Words of time stay with what they open, which they put in the background."""

_JOINTS = re.compile(r"\band (?=(?:is|was|are|were|has|have|had|will|would|can|could)\b)")
"""Where a second act begins of which the subject is not named again."""

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")

_LEAST = 4
"""Content words a part needs, one of them a name or a figure and two of them none, to be judged alone."""

_LONG = 11
"""Content words from which on a claim is taken apart."""

_MOST = 8
"""Parts that are judged at most."""

_SENTENCE = 1200
"""Characters beyond which a claim is no sentence, and is not taken apart."""


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[str, ...]:
    """The parts of a claim that say something on their own; of a short claim only what it quotes."""
    if len(text) > _SENTENCE:
        return ()
    parts = _quoted(text)
    if len(wording(text).content) >= _LONG:
        parts += [part for part in _cut(text) if _says_something(part)]
    return tuple(part for part in dict.fromkeys(parts) if part != text.strip())[:_MOST]


def _quoted(text: str) -> list[str]:
    found = (match[1] or match[2] for match in _QUOTED.finditer(text))
    return [part.strip(" ,.") for part in found if len(wording(part).stems) >= _LEAST]


def _cut(text: str) -> Iterator[str]:
    start = 0
    for cut in [*_CUTS.finditer(text), None]:
        part = text[start : cut.start() if cut else len(text)].strip()
        yield part
        if joint := _JOINTS.search(part):
            yield part[: joint.start()].strip()
            yield part[joint.end() :].strip()
        start = cut.end() if cut else len(text)


def _says_something(part: str) -> bool:
    words = wording(part)
    is_firm = bool(words.names) or any(word.text[0].isdigit() for word in words.content)
    small = sum(word.text.islower() for word in words.content)
    return len(words.stems) >= _LEAST and is_firm and small >= 2
