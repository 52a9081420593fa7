"""Paragraphs put together into one text, while counting where links, headings and captions stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from workbench.model import Zone, ZoneRole
from workbench.reading.result import FoundLink
from workbench.text import Span, normalise, trimmed

_SPACE = re.compile(r" {2,}")
_CELL = re.compile(r" *\t *")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; with `url` they are the anchor text of a link."""

    words: str
    url: str | None = None


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


def compose(blocks: Iterable[Block]) -> tuple[str, tuple[Zone, ...], tuple[FoundLink, ...]]:
    """The text of the blocks, normalised, with the zones and links in it. Empty blocks leave no trace."""
    parts: list[str] = []
    zones: list[Zone] = []
    links: list[FoundLink] = []
    length = 0
    for block in blocks:
        line, found = _line(block.pieces)
        if not line:
            continue
        if parts:
            parts.append("\n" if block.tight else "\n\n")
            length += len(parts[-1])
        links += (FoundLink(link.span.shifted(length), link.url) for link in found)
        if block.role is not None:
            zones.append(Zone(Span(length, length + len(line)), block.role))
        parts.append(line)
        length += len(line)
    return "".join(parts), tuple(zones), tuple(links)


def _line(pieces: tuple[Piece, ...]) -> tuple[str, list[FoundLink]]:
    line, links = "", []
    for piece in _settled(pieces):
        words = _CELL.sub("\t", _SPACE.sub(" ", normalise(piece.words).replace("\n", " ")))
        if words.startswith("\t"):
            line = line.rstrip(" ")
        elif not line or line[-1] in " \t":
            words = words.lstrip(" ")
        span = trimmed(line + words, Span(len(line), len(line) + len(words)))
        line += words
        if piece.url and len(span):
            links.append(FoundLink(span, piece.url))
    return line.rstrip(), links


def _settled(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Neighbours of one link joined; an accent never begins a piece, so that each can be normalised alone."""
    whole = [
        Piece("".join(piece.words for piece in group), url)
        for url, group in groupby(pieces, key=lambda piece: piece.url)
    ]
    for index, piece in enumerate(whole):
        following = whole[index + 1].words if index + 1 < len(whole) else ""
        accents = _accents(following)
        own = _accents(piece.words) if index else 0
        yield Piece(piece.words[own:] + following[:accents], piece.url)


def _accents(words: str) -> int:
    """How many combining characters `words` begins with."""
    count = 0
    while count < len(words) and unicodedata.combining(words[count]):
        count += 1
    return count
