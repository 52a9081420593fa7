"""Lines broken at a fixed width, as mail programs and old archives do, joined to paragraphs again.

A new line ends a sentence everywhere in Twosource, so a sentence broken over five lines would be five.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 45, 100
_FEWEST_BREAKS = 5
_SHARE = 0.9


def unwrapped(text: str) -> str:
    """`text` with its lines joined where a fixed width broke them; unchanged when none did.

    Lines are joined only within paragraphs set apart by blank lines, and only when nearly every
    line break of the text falls where the next word would not have fitted any more.
    """
    paragraphs = [part.split("\n") for part in text.split("\n\n")]
    width = max((len(line) for lines in paragraphs if len(lines) > 1 for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _is_wrapped(paragraphs, width):
        return text
    return "\n\n".join(_joined(lines, width) for lines in paragraphs)


def _is_wrapped(paragraphs: Sequence[Sequence[str]], width: int) -> bool:
    breaks = [_is_full(line, below, width) for lines in paragraphs for line, below in pairwise(lines)]
    return len(breaks) >= _FEWEST_BREAKS and sum(breaks) >= _SHARE * len(breaks)


def _joined(lines: Sequence[str], width: int) -> str:
    result = lines[0]
    for line, below in pairwise(lines):
        result = (
            f"{result.rstrip()} {below.lstrip()}" if _is_full(line, below, width) else f"{result}\n{below}"
        )
    return result


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the first word of `below` had no room left on `line`."""
    words = below.split(maxsplit=1)
    return bool(line.strip()) and bool(words) and len(line.rstrip()) + 1 + len(words[0]) > width - 2
