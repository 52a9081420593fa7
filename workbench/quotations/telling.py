"""The outcome of one check as a sentence for the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.quotations.values import Departure, Difference, Kind, Match
from workbench.text import Span

_OPENINGS = {Kind.EXACT: "Word for word", Kind.ALTERED: "Altered", Kind.SHORTENED: "Shortened"}
_MOST_TOLD = 3
_MOST_WORDS = 12


def told(match: Match, quoted: str, source: str, title: str) -> str:
    """What became of the quotation, the differences named. `quoted` is the text its spans lie in."""
    if match.span is None:
        return "Not found in any document."
    where = f" in “{title}”" if title else ""
    phrases = list(_phrases(match.differences, quoted, source))
    more = len(phrases) - _MOST_TOLD
    kept = [*phrases[:_MOST_TOLD], *([f"{more} more difference{'s' * (more > 1)}"] if more > 0 else [])]
    return f"{_OPENINGS[match.kind]}{where}{': ' if kept else ''}{'; '.join(kept)}."


def told_voices(sentence: str, *, said_by: str, there: str, elsewhere: bool, quoted_there: bool) -> str:
    """`sentence` with what the document says of who speaks."""
    if elsewhere:
        return f"{sentence} Credited there to {there}, here to {said_by}."
    if there:
        return f"{sentence} Credited there to {there}."
    if not quoted_there:
        return f"{sentence} It stands there as the document's own words, not as a quotation."
    return sentence


def _phrases(differences: Sequence[Difference], quoted: str, source: str) -> Iterator[str]:
    for one in differences:
        yield _phrase(one, _short(quoted, one.quoted), _short(source, one.source))


def _phrase(one: Difference, ours: str, theirs: str) -> str:
    match one.departure:
        case Departure.REPLACED:
            return f"“{ours}” instead of “{theirs}”"
        case Departure.LEFT_OUT if one.marked:
            return f"left out where the dots stand: “{theirs}”"
        case Departure.LEFT_OUT:
            return f"“{theirs}” left out without a mark"
        case Departure.ADDED:
            return f"“{ours}” is not there"
        case Departure.BRACKETED if theirs:
            return f"“{ours}” in brackets for “{theirs}”"
        case Departure.BRACKETED:
            return f"“{ours}” put in, in brackets"
        case Departure.CASE:
            return f"“{ours}” is “{theirs}” there"


def _short(text: str, span: Span) -> str:
    words = span.of(text).split()
    if len(words) <= _MOST_WORDS:
        return " ".join(words)
    half = _MOST_WORDS // 2 - 1
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
