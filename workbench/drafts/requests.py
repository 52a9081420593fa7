"""Whether a new draft has the words that the author was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from workbench.drafts.draft import Stretch
from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair, lay_beside
from workbench.drafts.words import is_word, words_of
from workbench.model import Passage, Query, QueryStatus, Revision
from workbench.text import Span

Keys = tuple[str, ...]

_EDGES = {'"', "'", ".", ",", ";", ":", "…"}
"""Marks around a wording that belong to the sentence it was written in."""
_SLOT = 60
"""Words that may stand in place of an old sentence beyond three times its own."""


def as_asked(pair: Pair, about: Span, wording: str) -> Span | None:
    """Where the new draft has `wording` in place of the words at `about` in the old one; None: not there.

    Equal up to typography. Nothing of the old words may be left beside it, except where the wording takes the
    place of the smaller part of them only.
    """
    before, wanted, behind = _wanted(wording)
    stretch = pair.old.stretch(about)
    if not wanted or stretch[0] == stretch[1]:
        return None
    for region in _regions(pair, stretch):
        for place in _places(pair, wanted, region):
            if _is_in_place(pair, stretch, (place, place + len(wanted)), region):
                return pair.new.span(_with_marks(pair, (place, place + len(wanted)), before, behind))
    return None


def is_missing_from(query: Query, place: Passage, asked: Revision, draft: Revision) -> bool:
    """Whether a change request was accepted and `draft` does not have it.

    `place` are the words it is about (those of its claim, when it has none of its own), which lie in the
    draft `asked`.
    """
    if query.status is not QueryStatus.ACCEPTED or not query.wording:
        return False
    if asked.id == draft.id:
        around = _paragraph(draft.text, place.span)
        text = around.of(draft.text)
        return as_asked(lay_beside(text, text), place.span.shifted(-around.start), query.wording) is None
    return as_asked(lay_beside(asked.text, draft.text), place.span, query.wording) is None


def _wanted(wording: str) -> tuple[Keys, Keys, Keys]:
    """The words asked for, between the marks before and behind them that the draft may do without."""
    keys = words_of(wording).keys
    first, end = 0, len(keys)
    while first < end and keys[first] in _EDGES:
        first += 1
    while end > first and keys[end - 1] in _EDGES:
        end -= 1
    return keys[:first], keys[first:end], keys[end:]


def _with_marks(pair: Pair, found: Stretch, before: Keys, behind: Keys) -> Stretch:
    """The words found, with as many of the marks asked for around them as their own sentence has."""
    keys = pair.new.words.keys
    first, end = pair.new.sentence_around(found)
    shared = _shared(reversed(before), reversed(keys[first : found[0]]))
    return found[0] - shared, found[1] + _shared(behind, keys[found[1] : end])


def _shared(ones: Iterable[str], others: Iterable[str]) -> int:
    """How many keys are the same from the start on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ones, others, strict=False)))


def _regions(pair: Pair, stretch: Stretch) -> Iterator[Stretch]:
    """Where the old sentence went: the new sentences that have its words, and what stands in its place."""
    first, end = pair.old.sentence_around(stretch)
    there = pair.matching.there
    kept = [
        there[at] for at in range(first, end) if there[at] != NOWHERE and is_word(pair.old.words.keys[at])
    ]
    for group in _groups(sorted(kept)):
        yield pair.new.sentence_around((group[0], group[-1] + 1))
    before = next((there[at] for at in range(first - 1, -1, -1) if there[at] != NOWHERE), NOWHERE)
    after = next((there[at] for at in range(end, len(there)) if there[at] != NOWHERE), len(pair.matching.new))
    if 0 < after - before - 1 <= 3 * (end - first) + _SLOT:
        yield before + 1, after


def _groups(places: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring places together, the largest group first."""
    groups: list[list[int]] = []
    for place in places:
        if not groups or place - groups[-1][-1] > _SLOT:
            groups.append([])
        groups[-1].append(place)
    yield from sorted(groups, key=len, reverse=True)


def _places(pair: Pair, wanted: tuple[str, ...], region: Stretch) -> Iterator[int]:
    keys = pair.new.words.keys
    for at in range(region[0], region[1] - len(wanted) + 1):
        if keys[at : at + len(wanted)] == wanted:
            yield at


def _is_in_place(pair: Pair, stretch: Stretch, found: Stretch, region: Stretch) -> bool:
    """Whether words found took the place of the old ones, of which nothing is left beside them."""
    left = sum(
        is_word(pair.old.words.keys[at])
        and region[0] <= pair.matching.there[at] < region[1]
        and not found[0] <= pair.matching.there[at] < found[1]
        for at in range(*stretch)
    )
    return not left or (left > found[1] - found[0] and not _stood_before(pair, found))


def _stood_before(pair: Pair, found: Stretch) -> bool:
    """Whether the words stood in the old draft as they are."""
    back = [pair.matching.back[at] for at in range(*found)]
    return back[0] != NOWHERE and all(there == back[0] + at for at, there in enumerate(back))


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
