"""Where in a text a quotation may stand: phrases found as they are, chained in order.

No pass over all the words of the text: phrases are found by plain search, which keeps a look-up in 50 kB
as quick as one call of a string matcher. What a place really holds is for the alignment to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.quotations.chains import Anchor, Chain, chains
from workbench.quotations.words import Quoted
from workbench.text import Span

_PHRASE = 4
_LONG_PHRASE = 8
_MOST_PHRASES = 24
_MOST_OCCURRENCES = 60
_FEW = 2
_LONG_WORD = 6
_LONGEST_COMPARED = 40
_ALIKE = 60.0
_ROOM = 40
_LONGEST_UNSEEN = 1500


def whole(quoted: Quoted, text: str) -> Iterator[Chain]:
    """Places where all words stand exactly as they are printed, punctuation included."""
    needle = quoted.text[quoted.words[0].start : quoted.words[-1].end]
    for start in _found(needle, text, _MOST_OCCURRENCES):
        yield (Anchor(start, start + len(needle), 0, len(quoted.words)),)


def phrases(quoted: Quoted, printed: str, text: str) -> list[Chain]:
    """The likeliest places by phrases of four words. `printed` is the quotation in `text`'s typography."""
    found = [
        anchor
        for run in _runs(quoted)
        for anchor in _rare(quoted, printed, text, _thinned(list(_cut(run, _PHRASE, _PHRASE)), run))
    ]
    return chains(quoted, sorted(set(found)))


def pairs(quoted: Quoted, printed: str, text: str) -> list[Chain]:
    """The likeliest places by pairs of words and long words: slower, finds what little is left."""
    found: list[Anchor] = []
    for run in _runs(quoted):
        found += _rare(quoted, printed, text, _thinned(list(_cut(run, 2, 1)), run))
        long = [word for word in run if len(quoted.words[word].key) >= _LONG_WORD]
        found += _rare(quoted, printed, text, [range(word, word + 1) for word in long[:_MOST_PHRASES]])
    return chains(quoted, sorted(set(found)))


def closest(quoted: Quoted, printed: str, text: str) -> Iterator[Chain]:
    """The stretch whose letters are most like the longest part of the quotation."""
    from rapidfuzz import fuzz

    run = max(_runs(quoted), key=len)[:_LONGEST_COMPARED]
    needle = _needle(quoted, printed, run)
    found = fuzz.partial_ratio_alignment(needle, text, score_cutoff=_ALIKE)
    if found and len(text) > len(needle):
        yield (Anchor(found.dest_start, found.dest_end, run[0], len(run)),)


def windows(quoted: Quoted, pieces: Sequence[range], chain: Chain, length: int) -> list[Span]:
    """For each piece between ellipses, the stretch of a text of `length` characters to align it with."""
    known = [_window(quoted, piece, chain) for piece in pieces]
    result: list[Span] = []
    for number, window in enumerate(known):
        start, end = window or _unseen(result, known[number:], length)
        start = min(max(0, start), length)
        result.append(Span(start, min(max(start, end), length)))
    return result


def _unseen(before: Sequence[Span], behind: Iterable[tuple[int, int] | None], length: int) -> tuple[int, int]:
    """Where a piece may lie of which no phrase was found: between its neighbours."""
    end = next((window[0] for window in behind if window), length) + _ROOM
    if not before:
        return end - _LONGEST_UNSEEN, end
    start = before[-1].end - _ROOM
    return start, min(end, start + _LONGEST_UNSEEN)


def _window(quoted: Quoted, piece: range, chain: Chain) -> tuple[int, int] | None:
    inside = [anchor for anchor in chain if anchor.word in piece]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    words = quoted.words
    ahead = words[first.word].start - words[piece[0]].start
    behind = words[piece[-1]].end - words[min(last.word + last.length - 1, piece[-1])].end
    return first.start - _room(ahead), last.end + _room(behind)


def _room(unseen: int) -> int:
    """Characters to look at for so many of the quotation of which no phrase was found; none where all was."""
    return unseen * 5 // 4 + _ROOM if unseen else 0


def _runs(quoted: Quoted) -> Iterator[range]:
    """Stretches of words without an ellipsis or a bracket in them."""
    start = 0
    for at in range(1, len(quoted.words) + 1):
        broken = at == len(quoted.words) or quoted.gaps[at] != quoted.gaps[at - 1]
        if broken or quoted.words[at].edited or quoted.words[at - 1].edited:
            if not quoted.words[start].edited:
                yield range(start, at)
            start = at


def _cut(run: range, size: int, step: int) -> Iterator[range]:
    """Pieces of `size` words; the last one ends with the run."""
    for at in range(0, max(1, len(run) - size + 1), step):
        yield run[at : at + size]
    if len(run) > size and (len(run) - size) % step:
        yield run[-size:]


def _thinned(slices: Sequence[range], run: range) -> Sequence[range]:
    """Not too many phrases, spread over the run; behind them the whole run, for want of a rare one."""
    step = -(-len(slices) // _MOST_PHRASES)
    return [*slices[::step], *_cut(run, _LONG_PHRASE, _LONG_PHRASE)]


def _rare(quoted: Quoted, printed: str, text: str, slices: Sequence[range]) -> list[Anchor]:
    """The places of the phrases that stand in few places; where none does, many places of the longest."""
    few: list[Anchor] = []
    common = None
    for piece in slices:
        if few and len(piece) > _PHRASE:
            break
        found = _places(quoted, printed, text, piece, _FEW + 1)
        if len(found) <= _FEW:
            few += found
        else:
            common = piece
    return few or (_places(quoted, printed, text, common, _MOST_OCCURRENCES) if common else [])


def _places(quoted: Quoted, printed: str, text: str, piece: range, most: int) -> list[Anchor]:
    needle = _needle(quoted, printed, piece)
    return [Anchor(start, start + len(needle), piece[0], len(piece)) for start in _found(needle, text, most)]


def _needle(quoted: Quoted, printed: str, piece: range) -> str:
    """The words of `piece`; with single blanks where the quotation is in one typography."""
    words = quoted.words
    needle = printed[words[piece[0]].start : words[piece[-1]].end]
    return needle if printed is quoted.text else " ".join(needle.split())


def _found(needle: str, text: str, most: int) -> Iterator[int]:
    start = text.find(needle)
    while start >= 0 and most:
        yield start
        start, most = text.find(needle, start + 1), most - 1
