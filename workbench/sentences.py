"""Where one sentence ends and the next begins.

A regular expression proposes ends, a list of abbreviations turns some of them down. Fast enough to
run on every keystroke, and the one truth about sentences: the parser is given these boundaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from workbench.model import Zone, ZoneRole
from workbench.text import Span, merged, trimmed

_END = re.compile(
    r"\n"  # a new line always ends a sentence
    r"|(?<![.!?…])[.!?…]+(?:[\"'”’»)\]]*(?=\s)|[”»](?=[A-Z“«]))"  # or a space forgotten after a quote
    r"|[。！？]+[」』”’）]*|[।؟۔]+(?=\s)"
)
_NEXT = re.compile(r"[\s\"'“‘«(\[*]*")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘«\"']*$")
_CELL_ENDS = re.compile(r"\t+|\|| {3,}")
_FEWEST_CELLS = 3
_LONGEST_CELL = 60
_LONGEST_WORD = 24
_FIRST_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]", re.IGNORECASE)


def sentences(text: str, zones: Sequence[Zone] = ()) -> tuple[Span, ...]:
    """The sentences of `text` in order, without white space at their edges.

    None reaches into furniture: what lies there is left out, and a sentence with furniture in it is
    cut around it. Stretches without a letter or figure are no sentences.
    """
    furniture = merged(zone.span for zone in zones if zone.role is ZoneRole.FURNITURE)
    whole = _between_ends(text)
    pieces = _outside(whole, furniture) if furniture else whole
    return tuple(span for piece in pieces if _has_word((span := trimmed(text, piece)).of(text)))


def is_row(line: str) -> bool:
    """Whether a line is the row of a table: cells apart by tabs, bars or wide gaps."""
    bare = line.strip()
    cells = [cell for cell in _CELL_ENDS.split(bare) if cell.strip()]
    fewest = 1 if bare.startswith("|") and bare.endswith("|") else _FEWEST_CELLS
    return len(cells) >= fewest and max(map(len, cells)) <= _LONGEST_CELL


def line_around(text: str, span: Span) -> str:
    """The line that a span begins in."""
    end = text.find("\n", span.start)
    return text[text.rfind("\n", 0, span.start) + 1 : len(text) if end < 0 else end]


def _between_ends(text: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if match.group() == "\n" or _ends_sentence(text, match):
            yield Span(start, match.end())
            start = match.end()
    yield Span(start, len(text))


def _outside(spans: Iterable[Span], holes: tuple[Span, ...]) -> Iterator[Span]:
    """The parts of `spans` that no hole covers. Both are in order, so one pass is enough."""
    first = 0
    for span in spans:
        while first < len(holes) and holes[first].end <= span.start:
            first += 1
        start, index = span.start, first
        while index < len(holes) and holes[index].start < span.end:
            yield Span(start, max(start, holes[index].start))
            start = min(span.end, holes[index].end)
            index += 1
        yield Span(start, span.end)


def _has_word(words: str) -> bool:
    return any(map(str.isalnum, words))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    following = _NEXT.match(text, match.end())
    at = following.end() if following else match.end()
    if text[at : at + 1].islower():
        return False
    return mark != "." or not _is_abbreviation(text, match.start(), at)


def _is_abbreviation(text: str, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, `following` being the next word."""
    found = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_WORD) : stop])
    word = found.group() if found else ""
    if len(word) == 1 and word.isupper():
        return True
    if word.isdigit():
        return _opens_line(text, stop - len(word))
    behaviour = _abbreviations().get(word.lower())
    if behaviour == "before a name":
        return True
    if behaviour == "before a number":
        return text[following : following + 1].isdigit()
    return (behaviour is not None or bool(_DOTTED.fullmatch(word))) and not _starts(text, following)


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _starts(text: str, at: int) -> bool:
    word = _FIRST_WORD.match(text, at)
    return word is not None and _abbreviations().get(word.group().lower()) == "starts a sentence"


@cache
def _abbreviations() -> dict[str, str]:
    """Each word of the list and how it behaves, from `resources/language/abbreviations.txt`."""
    lines = files("resources").joinpath("language/abbreviations.txt").read_text("utf-8").splitlines()
    behaviour, result = "", {}
    for line in lines:
        if line.startswith("["):
            behaviour = line.strip("[] ")
        elif line and not line.startswith("#"):
            result[line] = behaviour
    return result
