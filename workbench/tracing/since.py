"""What a later telling of a claim says otherwise than an earlier one: figures grown, hedges dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from workbench.analysis import Statement
from workbench.evidence.checks import Checks, check
from workbench.evidence.reading import Reading, read
from workbench.figures import Bound, Figure
from workbench.text import Span
from workbench.tracing.values import Since
from workbench.wording import Word, Wording, words

_REACH = 3
"""How many words beside a hedge are shown with it."""
_REPORTED = frozenset(
    "reportedly reported reports report claims claimed claim claiming according sources source say says said "
    "allegedly alleged alleges allege".split()
)
"""Hedges that pass the matter on to somebody else rather than doubt it."""


def since(earlier: Statement, later: Statement) -> tuple[Since, ...]:
    """What changed from an earlier telling to a later one, figures first.

    Only what both speak of is compared: a figure that the later one leaves out has not changed.
    """
    before, after = read(earlier), read(later)
    found = check(before, after)
    return tuple(chain(_figures(found), _dates(found), _hedges(before, after), _done(found), _turned(found)))


def _figures(found: Checks) -> Iterator[Since]:
    ours = {figure.span: figure for figure in found.claim.figures}
    theirs = {figure.span: figure for figure in found.passage.figures}
    for one, other in found.figures.conflicting:
        if one in ours and other in theirs:
            yield _changed(found, ours[one], theirs[other])
    for one, other in found.figures.agreeing:
        if one in ours and other in theirs:
            yield from _sharpened(found, ours[one], theirs[other])


def _changed(found: Checks, one: Figure, other: Figure) -> Since:
    before, after = _said(found.claim, one.span), _said(found.passage, other.span)
    grew = _named(other) - _named(one)
    how = "has become" if not grew else "has grown to" if grew > 0 else "has fallen to"
    return Since("figure", before, after, f"“{before}” {how} “{after}”.")


def _sharpened(found: Checks, one: Figure, other: Figure) -> Iterator[Since]:
    """An estimate that has become a plain number, or the other way round."""
    if _named(one) != _named(other):
        yield _changed(found, one, other)
        return
    before, after = _said(found.claim, one.span), _said(found.passage, other.span)
    if one.bound is not Bound.EXACT and other.bound is Bound.EXACT:
        yield Since("figure", before, after, f"“{before}” is told as “{after}” now, without the reservation.")
    elif one.bound is Bound.EXACT and other.bound is not Bound.EXACT:
        yield Since("figure", before, after, f"“{before}” is only “{after}” now.")


def _dates(found: Checks) -> Iterator[Since]:
    for one, other in found.dates.conflicting:
        before, after = _said(found.claim, one), _said(found.passage, other)
        yield Since("date", before, after, f"The date was “{before}” and is “{after}” now.")


def _hedges(before: Reading, after: Reading) -> Iterator[Since]:
    ours, theirs = _hedging(before.wording), _hedging(after.wording)
    for word in _gone(ours, theirs):
        shown = _with_neighbours(before.wording, word)
        told = _beside(before.wording, after.wording, word)
        yield Since(_sort(word), shown, told, _dropped(shown, _sort(word)))
    for word in _gone(theirs, ours):
        shown = _with_neighbours(after.wording, word)
        told = _beside(after.wording, before.wording, word)
        yield Since(_sort(word), told, shown, _added(shown, _sort(word)))


def _hedging(wording: Wording) -> list[Word]:
    listed = words("hedges.txt")
    return [word for word in wording.words if word.text.casefold() in listed and word.text != "May"]


def _gone(ours: Sequence[Word], theirs: Iterable[Word]) -> Sequence[Word]:
    """The first hedge of a text of which the other has none of the same sort."""
    sorts = {_sort(word) for word in theirs}
    first: dict[str, Word] = {}
    for word in ours:
        first.setdefault(_sort(word), word)
    return [word for sort, word in first.items() if sort not in sorts]


def _sort(word: Word) -> str:
    return "source" if word.bare in _REPORTED else "hedge"


def _dropped(shown: str, sort: str) -> str:
    if sort == "source":
        return f"“{shown}” is gone: it is told as the writer's own knowledge now."
    return f"“{shown}” is gone: it is told as certain now."


def _added(shown: str, sort: str) -> str:
    if sort == "source":
        return f"“{shown}” was added: it is passed on as somebody's words now."
    return f"“{shown}” was added: it is told with more distance now."


def _with_neighbours(wording: Wording, word: Word) -> str:
    """The hedge with the words it weakens: "may have closed"; of a verb of saying nothing but itself."""
    if _sort(word) == "source":
        return word.text
    at = wording.places[word.span]
    end = _until(wording, at, lambda other: other.is_content and other is not word)
    return Span(word.span.start, wording.words[end].span.end).of(wording.text)


def _until(wording: Wording, at: int, enough: Callable[[Word], bool]) -> int:
    for place in range(at + 1, min(len(wording.words), at + 1 + _REACH)):
        if wording.words[place].is_break:
            return place - 1
        if enough(wording.words[place]):
            return place
    return at


def _beside(wording: Wording, other: Wording, word: Word) -> str:
    """How the other text prints the act that the hedge weakens, with its small words before it."""
    if _sort(word) == "source":
        return ""
    at = wording.places[word.span]
    act = next((one for one in wording.words[at + 1 : at + 1 + _REACH] if one.is_content), None)
    same = next((one for one in other.words if act is not None and one.stem == act.stem), None)
    if same is None:
        return ""
    first = other.places[same.span]
    while first > 0 and first > other.places[same.span] - 2 and _is_auxiliary(other.words[first - 1]):
        first -= 1
    return Span(other.words[first].span.start, same.span.end).of(other.text)


def _is_auxiliary(word: Word) -> bool:
    return word.bare in {"has", "have", "had", "is", "are", "was", "were", "been", "will", "did"}


def _done(found: Checks) -> Iterator[Since]:
    """An act that was planned and is told as done, unless a hedge before it says so already."""
    later = check(found.passage, found.claim)
    if later.unrealised and not set(later.unrealised.casefold().split()) & words("hedges.txt"):
        yield Since("word", later.unrealised, "", f"“{later.unrealised}” is told as done now.")


def _turned(found: Checks) -> Iterator[Since]:
    for before, after in (*found.opposition.acts, *found.opposition.opposites):
        yield Since("word", before, after, f"“{before}” has become “{after}”.")
    for word in found.opposition.negated:
        yield Since("word", word, word, f"Only one of the two negates “{word}”.")


def _said(reading: Reading, span: Span) -> str:
    return span.of(reading.wording.text)


def _named(figure: Figure) -> float:
    """The number that stands there, whatever is said of how exact it is: 41 of "at least 41"."""
    if figure.bound.is_lower or figure.bound is Bound.JUST_OVER:
        return round(figure.meant.low, 6)
    if figure.bound.is_upper or figure.bound is Bound.ALMOST:
        return round(figure.meant.high, 6)
    return round((figure.meant.low + figure.meant.high) / 2, 6)
