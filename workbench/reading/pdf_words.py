"""The words of a PDF page with the boxes they stand in, as pdfium finds them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.text import normalise

_WIDE_GAP = 1.6
"""In font sizes: a gap this wide is no space between words but one between columns or cells."""
_OFF_LINE = 0.6
_LINE_END_HYPHENS = {2, 0xFFFE}
"""What pdfium delivers for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Box:
    """Words on one line, in points from the page's lower left corner; `size` is that of the type."""

    words: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height at which the line runs."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class _Character:
    code: int
    left: float
    right: float
    bottom: float
    top: float


def boxes(textpage: Any) -> list[Box]:
    """Every stretch of words without a gap, in the order of the file, which need not be that of reading."""
    found = []
    for run in _runs(_characters(textpage)):
        words = " ".join(normalise(_decoded(run)).split())
        if words:
            inked = [character for character in run if not chr(character.code).isspace()]
            found.append(_box(words, inked or run))
    return found


def _characters(textpage: Any) -> Iterator[_Character]:
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    place = ctypes.byref(rect)
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, place)
        yield _Character(code, rect.left, rect.right, rect.bottom, rect.top)


def _runs(characters: Iterator[_Character]) -> Iterator[list[_Character]]:
    run: list[_Character] = []
    last: _Character | None = None
    for character in characters:
        if character.code in (10, 13):
            yield run
            run, last = [], None
            continue
        blank = chr(character.code).isspace()
        if last is not None and not blank and _stands_apart(last, character):
            yield run
            run = []
        run.append(character)
        last = last if blank else character
    yield run


def _stands_apart(last: _Character, character: _Character) -> bool:
    size = max(last.top - last.bottom, character.top - character.bottom, 1.0)
    middle = (character.top + character.bottom - last.top - last.bottom) / 2
    gap = character.left - last.right
    return abs(middle) > _OFF_LINE * size or gap > _WIDE_GAP * size or gap < -2 * size


def _decoded(run: list[_Character]) -> str:
    codes = (0x2D if character.code in _LINE_END_HYPHENS else character.code for character in run)
    units = "".join(chr(code) for code in codes if code)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _box(words: str, run: list[_Character]) -> Box:
    heights = sorted(character.top - character.bottom for character in run)
    return Box(
        words,
        min(character.left for character in run),
        max(character.right for character in run),
        min(character.bottom for character in run),
        max(character.top for character in run),
        heights[len(heights) // 2],
    )
