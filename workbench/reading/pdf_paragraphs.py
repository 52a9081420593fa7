"""Lines of a PDF to paragraphs: breaks found by distance, indent and type, hyphens at line ends undone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from workbench.model import ZoneRole
from workbench.reading.blocks import Block, Piece
from workbench.reading.pdf_columns import Line

_SENTENCE_END = re.compile(r"[.!?…:][\"”’»)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_FIRST_WORD = re.compile(r"^\w+")
_COMPOUND = re.compile(r"\b\w+-\w+\b")
_HEADING_SIZE = 1.15
_LONGEST_HEADING = 160
_SAME_SIZE = 0.12
_EXTRA_SPACE = 1.3
_SHORT_LINE = 0.8


def paragraphs(pages: Sequence[tuple[Sequence[Line], Sequence[str]]]) -> list[Block]:
    """Paragraphs of all pages; a page's running lines follow the paragraph in which the page ends."""
    every = [line for lines, _ in pages for line in lines]
    if not every:
        return []
    body, leading = _body_size(every), _leading(every)
    compounds = _compounds(every)
    blocks: list[Block] = []
    open_lines: list[Line] = []
    waiting: list[Block] = []
    for lines, running in pages:
        for line in lines:
            if open_lines and _begins_paragraph(open_lines[-1], line, leading):
                blocks += [_block(open_lines, body, compounds), *waiting]
                open_lines, waiting = [], []
            open_lines.append(line)
        waiting += (Block((Piece(words),), ZoneRole.FURNITURE) for words in running)
    return [*blocks, _block(open_lines, body, compounds), *waiting]


def _begins_paragraph(last: Line, line: Line, leading: float) -> bool:
    if abs(last.box.size - line.box.size) > _SAME_SIZE * max(last.box.size, line.box.size):
        return True
    down = last.box.middle - line.box.middle
    ended = _SENTENCE_END.search(last.box.words) is not None
    if last.column != line.column or down <= 0:
        return ended or not _continues(last, line)
    indent = line.box.left - line.column[0]
    indented = indent > 0.7 * line.box.size and last.box.left - last.column[0] < 0.3 * line.box.size
    return down > _EXTRA_SPACE * leading or indented or (ended and _is_short(last))


def _continues(last: Line, line: Line) -> bool:
    """Whether a sentence runs on from the foot of one column to the head of the next."""
    return line.box.words[0].islower() or last.box.words.endswith("-") or not _is_short(last)


def _is_short(line: Line) -> bool:
    left, right = line.column
    return line.box.right - left < _SHORT_LINE * (right - left)


def _block(lines: Sequence[Line], body: float, compounds: frozenset[str]) -> Block:
    texts = [line.box.words for line in lines]
    parts = [_before(words, following, compounds) for words, following in pairwise(texts)]
    pieces = tuple(
        Piece(words, place=f"page {line.page}")
        for words, line in zip((*parts, texts[-1]), lines, strict=True)
    )
    block = Block(pieces)
    large = lines[0].box.size >= _HEADING_SIZE * body and len(block.words) <= _LONGEST_HEADING
    return replace(block, role=ZoneRole.HEADING) if large else block


def _before(words: str, following: str, compounds: frozenset[str]) -> str:
    """A line as it goes on into the next: with a space, or without the hyphen that only broke a word."""
    if not _HYPHENATED.search(words) or not following[0].islower():
        return f"{words} "
    compound = words.split()[-1].lstrip("(“‘«") + _FIRST_WORD.findall(following)[0]
    return words if compound.casefold() in compounds else words[:-1]


def _compounds(lines: Sequence[Line]) -> frozenset[str]:
    """Words that the text itself writes with a hyphen in the middle of a line."""
    return frozenset(word.casefold() for line in lines for word in _COMPOUND.findall(line.box.words))


def _body_size(lines: Sequence[Line]) -> float:
    """The size most of the words are set in."""
    sizes: list[float] = []
    for line in lines:
        sizes += [line.box.size] * max(1, len(line.box.words) // 10)
    return median(sizes)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next."""
    steps = [step for step in _steps(lines) if step > 0]
    return median(steps) if steps else lines[0].box.size * 1.2


def _steps(lines: Sequence[Line]) -> Iterator[float]:
    for last, line in pairwise(lines):
        if last.column == line.column:
            yield last.box.middle - line.box.middle
