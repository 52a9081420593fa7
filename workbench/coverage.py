"""How far the marks of a draft reach: what of it is ticked, what is marked, what nobody has looked at.

Every word of a story is somebody's to check; editors put a tick on each name, figure, date and quotation.
Here a tick is an accepted claim over the words whose disposition is no longer open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.checkable import Checkable, Item, Sort
from workbench.model import Claim, Disposition, Status
from workbench.text import Span, merged

FEWEST_SENTENCES = 5
"""Of fewer sentences with something to check, a share says nothing."""
WHITE_SHARE = 0.75
"""From this share of unmarked ones among them on, a draft is white."""


class Cover(StrEnum):
    """How far somebody has got with some words."""

    BARE = "bare"
    """No accepted claim covers them."""
    MARKED = "marked"
    """A claim covers them whose disposition is open."""
    TICKED = "ticked"


_STATES = {Cover.TICKED: 1, Cover.MARKED: 2, Cover.BARE: 3}


@dataclass(frozen=True, slots=True)
class CoveredItem:
    """Something to be checked, and how far it is covered. A quotation half covered is bare."""

    item: Item
    cover: Cover


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """A sentence: covered where a claim has words of it, ticked once all of these claims are.

    `holds` tells whether there is something to check in it.
    """

    span: Span
    cover: Cover
    holds: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one sort there are, how many have a mark, and how many of these a tick."""

    total: int
    marked: int
    ticked: int

    @property
    def bare(self) -> int:
        """How many have no mark."""
        return self.total - self.marked


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything in one draft that can be checked, in reading order, with how far it is covered."""

    sentences: tuple[CoveredSentence, ...] = ()
    items: tuple[CoveredItem, ...] = ()

    def of(self, sort: Sort) -> Tally:
        """How far the names, figures, dates or quotations are covered."""
        return _tally(one.cover for one in self.items if one.item.sort is sort)

    @property
    def sentence_tally(self) -> Tally:
        """How far the sentences with something to check are covered."""
        return _tally(one.cover for one in self.sentences if one.holds)

    @property
    def bare(self) -> tuple[Item, ...]:
        """What nobody has marked."""
        return tuple(one.item for one in self.items if one.cover is Cover.BARE)

    @property
    def is_white(self) -> bool:
        """Whether hardly anything is marked of all that there is to check: the sign of a bad check.

        Sentences are counted, not words or claims: one long claim does not make up for ten sentences
        passed over, nor do many claims on one. Only those with a name, figure, date or quotation count,
        so that commentary stays as white as it is. Editors mark nearly every one of these; three out of
        four without a mark is no matter of taste any more. Under five of them nothing is said.
        """
        tally = self.sentence_tally
        return tally.total >= FEWEST_SENTENCES and tally.bare >= WHITE_SHARE * tally.total

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence in which a span begins."""
        found = (one.span for one in self.sentences if one.span.start <= span.start < one.span.end)
        return next(found, None)


def coverage(what: Checkable, claims: Iterable[Claim]) -> Coverage:
    """How far `claims`, of the same text, cover what there is to check. Only accepted ones count."""
    taken = [claim for claim in claims if claim.status is Status.ACCEPTED]
    marked = merged(place.span for claim in taken for place in claim.places)
    ticks = [claim for claim in taken if claim.disposition is not Disposition.OPEN]
    ticked = merged(place.span for claim in ticks for place in claim.places)
    open_ = merged(
        place.span for claim in taken if claim.disposition is Disposition.OPEN for place in claim.places
    )
    items = _items(what.items, marked, ticked)
    return Coverage(tuple(_sentences(what, marked, open_)), tuple(items))


def bands(found: Coverage, length: int, count: int) -> bytes:
    """The whole text in `count` bands of equal length, each with the worst state in it.

    0 for nothing to check, then 1 ticked, 2 marked, 3 bare. `length` is that of the text.
    """
    worst = bytearray(count)
    scale = count / max(length, 1)
    for sentence in found.sentences:
        if not sentence.holds:
            continue
        state = _STATES[sentence.cover]
        first = int(sentence.span.start * scale)
        last = max(first + 1, int(sentence.span.end * scale))
        for band in range(first, min(last, count)):
            if worst[band] < state:
                worst[band] = state
    return bytes(worst)


def _items(items: Sequence[Item], marked: Sequence[Span], ticked: Sequence[Span]) -> Iterator[CoveredItem]:
    spans = [item.span for item in items]
    for item, has_mark, has_tick in zip(items, _within(spans, marked), _within(spans, ticked), strict=True):
        cover = Cover.TICKED if has_tick else Cover.MARKED if has_mark else Cover.BARE
        yield CoveredItem(item, cover)


def _sentences(what: Checkable, marked: Sequence[Span], open_: Sequence[Span]) -> Iterator[CoveredSentence]:
    held = merged(item.span for item in what.items)
    spans = what.sentences
    touched, unsettled, holding = _touched(spans, marked), _touched(spans, open_), _touched(spans, held)
    for span, has_mark, is_open, holds in zip(spans, touched, unsettled, holding, strict=True):
        cover = Cover.BARE if not has_mark else Cover.MARKED if is_open else Cover.TICKED
        yield CoveredSentence(span, cover, holds)


def _within(spans: Iterable[Span], over: Sequence[Span]) -> Iterator[bool]:
    """For each span, ordered by start, whether one stretch of `over` (merged) holds it whole."""
    at = 0
    for span in spans:
        while at < len(over) and over[at].end <= span.start:
            at += 1
        yield at < len(over) and over[at].contains(span)


def _touched(spans: Iterable[Span], over: Sequence[Span]) -> Iterator[bool]:
    """For each span, ordered by start, whether it shares words with `over` (merged)."""
    at = 0
    for span in spans:
        while at < len(over) and over[at].end <= span.start:
            at += 1
        yield at < len(over) and over[at].overlaps(span)


def _tally(covers: Iterable[Cover]) -> Tally:
    counted = Counter(covers)
    ticked = counted[Cover.TICKED]
    return Tally(sum(counted.values()), ticked + counted[Cover.MARKED], ticked)
