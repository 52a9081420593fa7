"""What two texts share, and how much of it speaks for copying.

Two measures decide. *Verbatim*: words in equal runs, within stretches that stand in both texts, wherever.
*Retold*: sentences whose rarer words stand together in the other text too (`retelling`). What either text
puts in quotation marks speaks for nothing but that both know what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.attribution.quotations import quotations
from workbench.text import Span, merged
from workbench.tracing.alignment import Stretch, covered, stretches
from workbench.tracing.common_words import is_other_matter, telling
from workbench.tracing.front import body
from workbench.tracing.retelling import Retelling, Sentence, read_sentences, retelling
from workbench.tracing.tokens import Words, spelled, words_of
from workbench.tracing.values import Likeness, Reuse, Shared

_SHORTEST_RUN = 4
"""Equal words in a row that count as verbatim."""
_STRETCH, _STRETCH_TELLING = 8, 3
"""Equal words from which a stretch is shown, and how many of them must tell of copying."""
_SHORT = 16
"""In a text of fewer words, half of them are enough for a stretch."""
_QUOTATION = 5
"""Equal words from which a quotation is shown."""
_COPIED, _COPIED_TELLING = 12, 4
_CLOSE = 0.75
"""The same for a stretch that nobody writes twice by chance, and the part of its words that is equal."""
_RETOLD = 0.43
"""The part of a text told again from which it was not written independently."""
_NO_FORM = 30
"""Equal words in a row that no form to fill in has."""
_VOCABULARY = 0.35
"""The part of its words that a text retold has in common with the other at least, common words included."""
_NEAR = 0.85
_CUT, _FAITHFUL = 0.5, 0.92
"""A text cut or added to is near from this part on, if so many words of the shared stretches are equal."""
_FREE = 8
"""Words outside quotation marks that a text needs before it can have copied more than a quotation."""
_AROUND = 80
"""Words that headline, byline, dateline and credit lines have at most."""


@dataclass(frozen=True)
class Prepared:
    """A text read for comparing: its words, which of them it quotes, what it credits to somebody."""

    words: Words
    quoted: frozenset[int]
    credited: tuple[Span, ...]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences without the words it quotes."""
        return read_sentences(self.words.without(self.quoted))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its different words."""
        return frozenset(self.words.keys)

    def credits(self, stretch: tuple[int, int]) -> bool:
        """Whether all of the stretch is credited to somebody in one piece."""
        span = self.words.span(*stretch)
        return any(credited.contains(span) for credited in self.credited)


@dataclass(frozen=True, slots=True)
class _Common:
    """A stretch, and which words of the shorter text in it are equal and quoted by neither.

    `is_quotation` when either text quotes it, `quoted` when both do.
    """

    stretch: Stretch
    free: tuple[int, ...]
    telling: int
    is_quotation: bool
    quoted: bool

    @property
    def reach(self) -> int:
        """The words it spans in the shorter text."""
        first, end = self.stretch.theirs
        return end - first

    @property
    def is_copied(self) -> bool:
        """Whether nobody writes it twice by chance."""
        longest = max(run.length for run in self.stretch.runs)
        close = self.stretch.equal >= _CLOSE * self.reach or longest >= _COPIED
        return close and len(self.free) >= _COPIED and self.telling >= _COPIED_TELLING


def likeness(
    one: str,
    other: str,
    *,
    furniture: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
    credited: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
) -> Likeness:
    """Compare two texts. `furniture` of either is left out; `credited` is speech it credits to somebody.

    Identical is what has the same words, whatever the typography, the headline, the dateline or the
    credit line. `overlap` is the part of the shorter text that is verbatim, with half of what is only
    retold; quoted words count neither way, unless nothing but quotations is shared.
    """
    ours = prepared(one, furniture=furniture[0], credited=credited[0])
    return compare(ours, prepared(other, furniture=furniture[1], credited=credited[1]))


def prepared(text: str, *, furniture: Iterable[Span] = (), credited: Iterable[Span] = ()) -> Prepared:
    """Read a text once, to compare it with many."""
    words = words_of(text)
    words = words.without(words.within(furniture))
    return Prepared(words, frozenset(words.within(quotations(text))), tuple(credited))


def compare(ours: Prepared, theirs: Prepared) -> Likeness:
    """As `likeness`, of texts that have been read."""
    if not ours.words.keys or not theirs.words.keys:
        return Likeness(Reuse.NONE, 0.0)
    if ours.words.keys == theirs.words.keys:
        whole = Shared(ours.words.span(0, len(ours.words)), theirs.words.span(0, len(theirs.words)))
        return Likeness(Reuse.IDENTICAL, 1.0, (whole,))
    if len(ours.words) <= len(theirs.words):
        return _compared(ours, theirs)
    turned = _compared(theirs, ours)
    shared = (Shared(each.other, each.one, each.quoted, each.retold) for each in turned.shared)
    return replace(turned, shared=tuple(sorted(shared, key=_place)))


def _compared(shorter: Prepared, longer: Prepared) -> Likeness:
    found = _common(shorter, longer)
    longest = max((run.length for each in found for run in each.stretch.runs), default=0)
    if longest < _NO_FORM and is_other_matter(shorter.words, longer.words):
        return Likeness(Reuse.NONE, 0.0)
    shared = tuple(sorted((_shared(each, shorter, longer) for each in found), key=_place))
    own = len(shorter.words) - len(shorter.quoted)
    verbatim = len({number for each in found for number in each.free}) / max(_FREE, own)
    if _is_same_but_around(found, longer) and body(shorter.words) == body(longer.words):
        return Likeness(Reuse.IDENTICAL, 1.0, shared)
    retold = Retelling(1.0) if verbatim >= _NEAR else _retold(shorter, longer)
    reuse = _class(found, verbatim, retold.share)
    if reuse is Reuse.QUOTATION:
        return Likeness(reuse, _part(found, shorter), shared)
    if reuse is Reuse.PARTIAL:
        shared = _with_retold(shared, retold)
    return Likeness(reuse, round((verbatim + max(verbatim, retold.share)) / 2, 4), shared)


def _common(shorter: Prepared, longer: Prepared) -> list[_Common]:
    """The stretches worth showing, in the order of the shorter text."""
    spelling = spelled(longer.words.keys, shorter.words.keys)
    all_of_it = (_read(stretch, shorter, longer) for stretch in stretches(*spelling))
    least = (
        min(_STRETCH, max(_QUOTATION, len(shorter.words) // 2)) if len(shorter.words) < _SHORT else _STRETCH
    )
    return [each for each in all_of_it if _is_shown(each, least)]


def _read(stretch: Stretch, shorter: Prepared, longer: Prepared) -> _Common:
    ours, theirs = stretch.theirs, stretch.ours
    quoted = [_is_quoted(side.quoted, range(*place)) for side, place in ((shorter, ours), (longer, theirs))]
    if any(quoted) or (shorter.credits(ours) and longer.credits(theirs)):
        return _Common(stretch, (), 0, True, all(quoted))
    free = tuple(
        run.theirs + step
        for run in stretch.runs
        if run.length >= _SHORTEST_RUN
        for step in range(run.length)
        if run.theirs + step not in shorter.quoted and run.ours + step not in longer.quoted
    )
    return _Common(stretch, free, telling(shorter.words, free), False, False)


def _is_quoted(quoted: frozenset[int], numbers: range) -> bool:
    return 5 * sum(number in quoted for number in numbers) >= 4 * len(numbers)


def _is_shown(common: _Common, least: int) -> bool:
    if common.is_quotation:
        return common.stretch.equal >= _QUOTATION
    return common.stretch.equal >= least and common.telling >= _STRETCH_TELLING


def _class(found: Sequence[_Common], verbatim: float, retold: float) -> Reuse:
    own = [each for each in found if not each.is_quotation]
    equal = sum(each.stretch.equal for each in own)
    reach = sum(each.reach for each in own)
    if verbatim >= _NEAR or (verbatim >= _CUT and equal >= _FAITHFUL * reach):
        return Reuse.NEAR
    if any(each.is_copied for each in own) or verbatim >= _CUT or retold >= _RETOLD:
        return Reuse.PARTIAL
    return Reuse.QUOTATION if len(own) < len(found) else Reuse.NONE


def _retold(shorter: Prepared, longer: Prepared) -> Retelling:
    """What is told again; sentences are only looked at where the texts have enough words in common."""
    ours, theirs = shorter.vocabulary, longer.vocabulary
    if len(ours & theirs) < _VOCABULARY * len(ours):
        return Retelling()
    return retelling(shorter.sentences, longer.sentences)


def _is_same_but_around(found: Sequence[_Common], longer: Prepared) -> bool:
    """Whether the longer text has so little besides that it may be what stands around a report."""
    reached = covered([each.stretch.ours for each in found])
    return reached > 0 and len(longer.words) - reached <= _AROUND


def _part(found: Sequence[_Common], shorter: Prepared) -> float:
    """The part of the shorter text that stands in the stretches."""
    return round(covered([each.stretch.theirs for each in found]) / len(shorter.words), 4)


def _shared(common: _Common, shorter: Prepared, longer: Prepared) -> Shared:
    one, other = shorter.words.span(*common.stretch.theirs), longer.words.span(*common.stretch.ours)
    return Shared(one, other, common.quoted)


def _with_retold(shared: tuple[Shared, ...], retold: Retelling) -> tuple[Shared, ...]:
    """The stretches, and the sentences told again outside them."""
    verbatim = merged(each.one for each in shared)
    further = (
        Shared(one, other, retold=True)
        for one, other in retold.pairs
        if not any(span.overlaps(one) for span in verbatim)
    )
    return tuple(sorted((*shared, *further), key=_place))


def _place(shared: Shared) -> tuple[Span, Span]:
    return shared.one, shared.other
