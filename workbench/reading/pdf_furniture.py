"""Running heads and feet: lines that come back at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.reading.pdf_columns import joined_lines
from workbench.reading.pdf_words import Box

_EDGE = 0.12
"""Share of the page's written height, at the top and at the foot, where running lines stand."""
_FROM_EDGE = 3
"""Lines looked at, counted from the edge."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*", re.I
)
_LEAST_SHARE = 0.3


def part_running_lines(
    pages: Sequence[Sequence[Box]], heights: Sequence[float]
) -> list[tuple[list[Box], list[str]]]:
    """For each page, its boxes without running lines, and the running lines' words."""
    edges = [_at_edge(page, height) for page, height in zip(pages, heights, strict=True)]
    counts = Counter(key for lines in edges for key in {_key(line.words) for line in lines})
    fewest = max(2, _LEAST_SHARE * len(pages))
    repeated = {key for key, count in counts.items() if key and count >= fewest}
    return [_parted(page, edge, repeated) for page, edge in zip(pages, edges, strict=True)]


def _at_edge(page: Sequence[Box], height: float) -> list[Box]:
    lines = joined_lines(page)
    margin = _EDGE * height
    top = [line for line in lines[:_FROM_EDGE] if line.middle > height - margin]
    foot = [line for line in lines[-_FROM_EDGE:] if line.middle < margin]
    return [*top, *foot]


def _parted(page: Sequence[Box], edge: Sequence[Box], repeated: set[str]) -> tuple[list[Box], list[str]]:
    running = [line for line in edge if _PAGE_NUMBER.fullmatch(line.words) or _key(line.words) in repeated]
    kept = [box for box in page if not any(_lies_in(box, line) for line in running)]
    return kept, [line.words for line in running]


def _lies_in(box: Box, line: Box) -> bool:
    return line.bottom <= box.middle <= line.top and line.left <= box.left and box.right <= line.right


def _key(words: str) -> str:
    """The line with all its numbers alike, so that "Page 3" and "Page 4" are one."""
    return re.sub(r"\d+", "0", "".join(words.split()).casefold())
