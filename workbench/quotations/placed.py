"""What one place of a text holds of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workbench.quotations.align import Run, aligned
from workbench.quotations.chains import Chain
from workbench.quotations.compare import (
    ALTERED,
    NOTHING,
    SHORTENED,
    Found,
    Gap,
    Sides,
    differences,
    gaps,
    is_hyphenation,
    span_of,
)
from workbench.quotations.edges import cut_ends, rest, with_stop, words_of
from workbench.quotations.places import windows
from workbench.quotations.values import ABSENT, Departure, Difference, Kind, Match
from workbench.quotations.words import Quoted, Word, source_words
from workbench.text import Span

ENOUGH = 66.0
"""Share of the words (0..100) that must stand in a text, in order, for a quotation to be from there."""

_KINDS = {NOTHING: Kind.EXACT, SHORTENED: Kind.SHORTENED, ALTERED: Kind.ALTERED}
_WORD = re.compile(r"\w")
_TOUCHING = 0.6
"""Share that must be left when every break between runs of equal words takes half a word off."""
_VERY_FEW, _FEW = 3, 5
_LONGEST_WORD = 40


@dataclass
class _Laid:
    """How far a quotation has been laid beside the text: the stretch so far and what was found in it."""

    start: int = -1
    end: int = 0
    matched: int = 0
    breaks: int = 0
    skipped: int = 0
    found: list[Found] = field(default_factory=list)


def match_at(quoted: Quoted, text: str, chain: Chain) -> Match:
    """Lay the quotation beside the place of `chain`, one piece between two ellipses after the other."""
    laid = _Laid()
    pieces = _pieces(quoted)
    for piece, window in zip(pieces, windows(quoted, pieces, chain, len(text)), strict=True):
        _lay(laid, quoted, piece, _sides(quoted, piece, text, window, laid.end))
    total = _own(quoted.words)
    if laid.start < 0 or not _is_enough(laid, total):
        return ABSENT
    return _match(quoted, text, laid, 100 * laid.matched / total)


def _pieces(quoted: Quoted) -> list[range]:
    """The words between two ellipses, as numbers."""
    groups = groupby(range(len(quoted.words)), quoted.gaps.__getitem__)
    members = [list(group) for _, group in groups]
    return [range(numbers[0], numbers[-1] + 1) for numbers in members]


def _sides(quoted: Quoted, piece: range, text: str, window: Span, earliest: int) -> Sides:
    start, end = max(earliest, window.start), max(earliest, window.end)
    floor = max(earliest, start - _LONGEST_WORD)
    while start > floor and not text[start - 1].isspace():
        start -= 1
    limit = min(len(text), end + _LONGEST_WORD)
    while end < limit and not text[end].isspace():
        end += 1
    return Sides(quoted.words[piece[0] : piece[-1] + 1], source_words(text, start, end), quoted.text, text)


def _lay(laid: _Laid, quoted: Quoted, piece: range, sides: Sides) -> None:
    runs = aligned(sides.ours, sides.theirs, sides.text)
    if not runs:
        span = span_of(sides.ours, 0, len(sides.ours))
        laid.found.append(Found(Difference(Departure.ADDED, span, Span(laid.end, laid.end)), ALTERED))
        return
    between = gaps(sides, runs)
    stretch = _stretch(sides, runs, between)
    if laid.start >= 0:
        laid.found += _omitted(quoted, piece, sides.text, Span(laid.end, stretch.start))
    laid.found += differences(sides, runs, between)
    apart = [gap for gap in between if not is_hyphenation(sides, gap)]
    inner = [gap for gap in apart if gap.ours > 0 and gap.ours_end < len(sides.ours)]
    laid.matched += _own(sides.ours) - sum(_own(sides.ours[gap.ours : gap.ours_end]) for gap in apart)
    laid.breaks += len(inner)
    laid.skipped += sum(gap.theirs_end - gap.theirs for gap in inner)
    laid.start = stretch.start if laid.start < 0 else laid.start
    laid.end = stretch.end


def _stretch(sides: Sides, runs: Sequence[Run], between: Sequence[Gap]) -> Span:
    """The source's words from the first to the last that take part, those set beside others included."""
    first = min(runs[0].theirs, *(gap.theirs for gap in between), runs[0].theirs)
    end = runs[-1].theirs + runs[-1].length
    return span_of(sides.theirs, first, max(end, *(gap.theirs_end for gap in between), end))


def _omitted(quoted: Quoted, piece: range, text: str, between: Span) -> Iterator[Found]:
    """The words left out at an ellipsis before `piece`, if there are any."""
    if _WORD.search(text, between.start, between.end):
        at = Span(quoted.words[piece[0] - 1].end, quoted.words[piece[0]].start)
        yield Found(Difference(Departure.LEFT_OUT, at, words_of(text, between), marked=True), SHORTENED)


def _own(words: Sequence[Word]) -> int:
    """How many of the words are the speaker's and not the editor's."""
    return sum(not word.edited for word in words)


def _is_enough(laid: _Laid, total: int) -> bool:
    """Whether so many words stand there that they are the quotation's.

    Of four or five words one may be missing, of fewer none; three may have two others between them.
    """
    if total <= _VERY_FEW:
        return laid.matched == total and laid.skipped <= (total - 1) * (total - 2)
    if total <= _FEW:
        return laid.matched >= total - 1 and laid.breaks <= 1
    touching = laid.matched - laid.breaks / 2
    return laid.matched >= total * ENOUGH / 100 and touching >= total * _TOUCHING


def _match(quoted: Quoted, text: str, laid: _Laid, score: float) -> Match:
    span = Span(laid.start, laid.end)
    before, after = rest(text, span)
    found = [*laid.found, *cut_ends(quoted, before, after)]
    told = sorted((one.difference for one in found), key=lambda one: (one.quoted, one.source))
    kind = _KINDS[max((one.gravity for one in found), default=NOTHING)]
    return Match(kind, with_stop(quoted, text, span), tuple(told), round(score, 1), before, after)
