"""Code points to Qt's UTF-16 units and back. The one place that converts."""

from __future__ import annotations

import re
from bisect import bisect_left

from workbench.text import Span

_BEYOND_UTF16 = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Positions in one text, counted both ways."""

    def __init__(self, text: str) -> None:
        wide = () if text.isascii() else _BEYOND_UTF16.finditer(text)
        self._wide = [match.start() for match in wide]
        self._wide_in_qt = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, code_point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return code_point + bisect_left(self._wide, code_point) if self._wide else code_point

    def from_qt(self, utf16: int) -> int:
        """The code point offset of a UTF-16 offset; one inside a surrogate pair counts as before it."""
        return utf16 - bisect_left(self._wide_in_qt, utf16) if self._wide else utf16

    def span_from_qt(self, start: int, end: int) -> Span:
        """The span between two UTF-16 offsets, in either order."""
        first, last = sorted((start, end))
        return Span(self.from_qt(first), self.from_qt(last))
