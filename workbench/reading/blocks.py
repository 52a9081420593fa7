"""Paragraphs put together into one text, while counting where links, headings, marks and pages stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.model import Zone, ZoneRole
from workbench.reading.result import FoundLink, FoundPlace
from workbench.text import Span, normalise, trimmed

_SPACE = re.compile(r" {2,}")
_CELL = re.compile(r" *\t *")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; with `url` they are the anchor text of a link.

    `marks` name what else the words belong to, a comment say; `place` is the page or row they stand on.
    """

    words: str
    url: str | None = None
    marks: frozenset[str] = frozenset()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. A `tight` one begins on the line right after the one before, without a blank line."""

    pieces: tuple[Piece, ...]
    role: ZoneRole | None = None
    tight: bool = False

    @property
    def words(self) -> str:
        """The paragraph without its links."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Composed:
    """One text, and what stands where in it. `marks` are the stretches of each mark, in order."""

    text: str
    zones: tuple[Zone, ...]
    links: tuple[FoundLink, ...]
    marks: Mapping[str, tuple[Span, ...]]
    places: tuple[FoundPlace, ...]


def compose(blocks: Iterable[Block]) -> Composed:
    """The text of the blocks, normalised, with what stands where. Empty blocks leave no trace."""
    parts: list[str] = []
    zones: list[Zone] = []
    stretches: list[_Stretch] = []
    length = 0
    for block in blocks:
        line, found = _line(block.pieces)
        if not line:
            continue
        if parts:
            parts.append("\n" if block.tight else "\n\n")
            length += len(parts[-1])
        stretches += ((span.shifted(length), piece) for span, piece in found)
        if block.role is not None:
            zones.append(Zone(Span(length, length + len(line)), block.role))
        parts.append(line)
        length += len(line)
    text = "".join(parts)
    return Composed(
        text, tuple(zones), tuple(_links(text, stretches)), _marks(stretches), tuple(_places(stretches))
    )


def _line(pieces: tuple[Piece, ...]) -> tuple[str, list[_Stretch]]:
    line, found = "", []
    for piece in _settled(pieces):
        words = _CELL.sub("\t", _SPACE.sub(" ", normalise(piece.words).replace("\n", " ")))
        if words.startswith("\t"):
            line = line.rstrip(" ")
        elif not line or line[-1] in " \t":
            words = words.lstrip(" ")
        span = trimmed(line + words, Span(len(line), len(line) + len(words)))
        line += words
        if len(span):
            found.append((span, piece))
    return line.rstrip(), found


def _links(text: str, stretches: Iterable[_Stretch]) -> Iterator[FoundLink]:
    """The links; one that a comment begins or ends in is still one."""
    last: FoundLink | None = None
    for span, piece in stretches:
        if last and (last.url != piece.url or text[last.span.end : span.start].strip(" ")):
            yield last
            last = None
        if piece.url:
            last = FoundLink(Span(last.span.start if last else span.start, span.end), piece.url)
    if last:
        yield last


def _marks(stretches: Iterable[_Stretch]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = {}
    for span, piece in stretches:
        for mark in piece.marks:
            found.setdefault(mark, []).append(span)
    return {mark: tuple(spans) for mark, spans in found.items()}


def _places(stretches: Iterable[_Stretch]) -> Iterator[FoundPlace]:
    """From where to where each place goes: pages that follow one another, rows of a table."""
    for label, group in groupby(stretches, key=lambda stretch: stretch[1].place):
        spans = [span for span, _ in group]
        if label:
            yield FoundPlace(Span(spans[0].start, spans[-1].end), label)


def _settled(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Neighbours of one kind joined; an accent never begins a piece, so that each can be normalised alone."""
    whole = [
        Piece("".join(piece.words for piece in group), url, marks, place)
        for (url, marks, place), group in groupby(
            pieces, key=lambda piece: (piece.url, piece.marks, piece.place)
        )
    ]
    for index, piece in enumerate(whole):
        following = whole[index + 1].words if index + 1 < len(whole) else ""
        accents = _accents(following)
        own = _accents(piece.words) if index else 0
        yield replace(piece, words=piece.words[own:] + following[:accents])


def _accents(words: str) -> int:
    """How many combining characters `words` begins with."""
    count = 0
    while count < len(words) and unicodedata.combining(words[count]):
        count += 1
    return count


_Stretch = tuple[Span, Piece]
"""Where the words of a piece stand."""
