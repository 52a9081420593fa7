"""Places in a text, and words found again after the text around them has changed.

Offsets count Unicode code points, 0-based and half-open, of one revision's text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CONTEXT = 32
"""Characters of prefix and suffix a quote keeps (the habit of W3C annotation clients)."""

_TWO_CHARACTER_END = "\r\n"
_REPLACED = (
    {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
    | dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028), "\n")
    | {0x2029: "\n\n"}
    | dict.fromkeys((0xFEFF, 0x200B, 0x2060, 0xAD))
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span, edges included."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The span moved by `by` characters."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with the words around them (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def quote(text: str, span: Span) -> Quote:
    """The words of `span` with up to 32 characters of context on each side."""
    return Quote(
        span.of(text),
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def paragraph_at(text: str, place: int) -> int:
    """The number, from 1, of the paragraph that holds the character at `place`; empty lines do not count."""
    return sum(1 for line in text[:place].split("\n")[:-1] if line.strip()) + 1


def locate(wanted: Quote, text: str, *, cutoff: float = 80.0) -> Span | None:
    """Find where `wanted` stands in `text`.

    Exact occurrences win; among several, the one whose surroundings agree best.
    Otherwise the closest stretch of at least `cutoff` (0..100, rapidfuzz partial ratio).

    Returns:
        The span, or None when nothing comes close enough.
    """
    exact = list(occurrences(wanted.exact, text))
    if exact:
        return max(exact, key=lambda span: _agreement(wanted, text, span))
    return _closest(wanted.exact, text, cutoff)


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Every place, overlapping ones included, where `words` stand unchanged in `text`."""
    if not words:
        return
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def normalise(raw: str) -> str:
    """The form in which a text is stored, once and for good.

    NFC; line ends become `\\n`; control characters, byte-order marks, soft hyphens and
    zero-width spaces are dropped; lone surrogates become U+FFFD. Tabs and no-break spaces stay.
    """
    plain = raw.replace(_TWO_CHARACTER_END, "\n").translate(_REPLACED)
    return unicodedata.normalize("NFC", plain)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges; empty spans collapse to their start."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _agreement(wanted: Quote, text: str, span: Span) -> int:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return _common_prefix(wanted.prefix[::-1], before[::-1]) + _common_prefix(wanted.suffix, after)


def _common_prefix(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _closest(words: str, text: str, cutoff: float) -> Span | None:
    from rapidfuzz import fuzz

    if not words or not text:
        return None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=cutoff)
    if found is None or len(text) < len(words):
        return None
    return Span(found.dest_start, found.dest_end)
