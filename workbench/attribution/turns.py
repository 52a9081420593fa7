"""Who speaks in a transcript: lines that open with a name and a colon, or with a name in capitals alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.text import Span, trimmed

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?"
_TURN = re.compile(
    rf"^[ \t]*(?:{_TIME}[ \t]+)?(?:"
    rf"(?P<who>[A-Z][^\W\d_.’'-]*(?:[ .’'-]{{1,2}}[^\W\d_]+)*\.?)"
    rf"(?:[ \t]*(?:{_TIME}|\([^()\n]{{1,40}}\)))?:(?!\S)"
    r"|(?P<alone>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?=[ \t]*\n[ \t]*\S))[ \t]*\n?",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DIRECTION = re.compile(r"\s*(?:[\[(][^\[\]()]*[\])]|[*_-]+)\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 2
_LEAST_TALK = 0.6
_LONGEST_NAME = 4
_FEWEST_TURNS = 3
_LEAST_SHARE = 0.2
"""Turns among the lines of a text that make it a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the name, the colon (None where the name stands alone), the paragraphs said."""

    who: Span
    colon: Span | None
    said: tuple[Span, ...]


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript in order; none where a text is no transcript.

    It is one when at least two speakers take turns and one of them comes back. What follows a turn belongs
    to it up to the next one; of the last, its first paragraph alone. Stage directions are nobody's words.
    """
    found = [match for match in _TURN.finditer(text) if _is_name(match["who"] or match["alone"])]
    again = Counter(match["who"] or match["alone"] for match in found)
    alone = [match for match in found if match["who"] or again[match["alone"]] > 1]
    lines = sum(1 for _ in _LINE.finditer(text))
    back = max(again.values(), default=0)
    if len(again) < 2 or back < 2 or len(alone) < max(_FEWEST_TURNS, _LEAST_SHARE * lines):
        return ()
    if sum(_talk(text, match) for match in alone) < _LEAST_TALK * len(alone):
        return ()
    ends = [following.start() for _, following in pairwise(alone)]
    made = [_turn(text, match, end) for match, end in zip(alone, ends, strict=False)]
    made.append(_turn(text, alone[-1], _end_of_line(text, alone[-1].end())))
    return tuple(turn for turn in made if turn.said)


def _is_name(words: str) -> bool:
    parts = words.split()
    return len(parts) <= _LONGEST_NAME and all(part[0].isupper() for part in parts)


def _talk(text: str, match: re.Match[str]) -> bool:
    """Whether words follow, as they do not in a list of results."""
    return len(_WORD.findall(text, match.end(), _end_of_line(text, match.end()))) >= _FEWEST_WORDS


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _turn(text: str, match: re.Match[str], end: int) -> Turn:
    who = Span(*match.span("who" if match["who"] else "alone"))
    colon = text.find(":", who.end, match.end()) if match["who"] else -1
    last = text.rfind(":", who.end, match.end()) if colon >= 0 else -1
    lines = (Span(*line.span()) for line in _LINE.finditer(text, match.end(), end))
    said = tuple(trimmed(text, line) for line in lines if not _DIRECTION.fullmatch(line.of(text)))
    return Turn(who, Span(last, last + 1) if last >= 0 else None, said)


def without_name(found: Sequence[Turn], span: Span) -> Span:
    """The span without the name, time and colon of a turn that it opens with."""
    for turn in found:
        if span.contains(turn.who) and span.contains(Span(turn.who.end, turn.said[0].start)):
            return Span(turn.said[0].start, span.end)
    return span
