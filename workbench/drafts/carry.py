"""Every passage of one draft carried to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from workbench.drafts.alterations import alterations, touching_negation
from workbench.drafts.draft import Stretch
from workbench.drafts.fresh import fresh_sentences
from workbench.drafts.pair import Pair, lay_beside
from workbench.drafts.places import MOST_CANDIDATES, free_places, has_moved, standing
from workbench.drafts.proposing import successor
from workbench.drafts.story import share_kept
from workbench.drafts.values import Alteration, Carried, CarriedPassage, Fate
from workbench.drafts.words import is_word, words_of
from workbench.text import Span

_TELLING = 3
"""Words that, where they stand again with nothing around them kept, are worth showing to an editor."""


def carry(old: str, new: str, spans: Sequence[Span]) -> Carried:
    """Carry passages of the old draft to the new one.

    Raises:
        ValueError: a span reaches beyond the old draft.
    """
    if any(span.end > len(old) for span in spans):
        raise ValueError("a passage reaches beyond the draft")
    pair = lay_beside(old, new)
    return Carried(carried(pair, spans), tuple(fresh_sentences(pair)), share_kept(pair))


def carried(pair: Pair, spans: Iterable[Span]) -> tuple[CarriedPassage, ...]:
    """What became of passages of the old of two drafts, in the order given."""
    return tuple(_carried(pair, span) for span in spans)


def _carried(pair: Pair, span: Span) -> CarriedPassage:
    stretch = pair.old.stretch(span)
    if not len(span) or stretch[0] == stretch[1]:
        return CarriedPassage(span, Fate.ORPHAN)
    found = standing(pair, stretch)
    if found.place is not None:
        return _standing_at(pair, span, stretch, found.place)
    if found.places:
        return _ambiguous(pair, span, stretch, found.places)
    if become := successor(pair, stretch):
        return _changed(pair, span, stretch, become)
    return _lost(pair, span, stretch)


def _standing_at(pair: Pair, span: Span, stretch: Stretch, place: int) -> CarriedPassage:
    theirs = place, place + stretch[1] - stretch[0]
    there = _span_there(pair, span, stretch, theirs)
    if there is None or touching_negation(pair, stretch, place):
        return _changed(pair, span, stretch, theirs)
    if there.of(pair.new.text) != span.of(pair.old.text):
        fate = Fate.EQUIVALENT
    else:
        fate = Fate.MOVED if has_moved(pair, stretch, place) else Fate.SAME
    return CarriedPassage(span, fate, place=there, around=_around(pair, stretch, theirs))


def _span_there(pair: Pair, span: Span, stretch: Stretch, theirs: Stretch) -> Span | None:
    """The characters in the new draft; None where the passage cuts a word that is spelled otherwise there."""
    ours, there = pair.old.span(stretch), pair.new.span(theirs)
    start, end = span.start - ours.start, span.end - ours.end
    before, behind = pair.old.text[span.start : ours.start], pair.old.text[ours.end : span.end]
    if start < 0 and not pair.new.text.endswith(before, 0, there.start):
        start = 0
    if end > 0 and not pair.new.text.startswith(behind, there.end):
        end = 0
    if there.start + start >= there.end + end:
        return None
    found = Span(there.start + start, there.end + end)
    return found if max(start, -end) <= 0 or _reads_alike(pair, span, found) else None


def _reads_alike(pair: Pair, span: Span, there: Span) -> bool:
    one, other = span.of(pair.old.text), there.of(pair.new.text)
    return one == other or words_of(one).keys == words_of(other).keys


def _changed(pair: Pair, span: Span, stretch: Stretch, theirs: Stretch) -> CarriedPassage:
    return CarriedPassage(
        span,
        Fate.CHANGED,
        proposed=pair.new.span(theirs),
        alterations=alterations(pair, stretch, theirs),
        around=_around(pair, stretch, theirs),
    )


def _ambiguous(pair: Pair, span: Span, stretch: Stretch, places: Sequence[int]) -> CarriedPassage:
    length = stretch[1] - stretch[0]
    candidates = tuple(pair.new.span((place, place + length)) for place in sorted(places))
    return CarriedPassage(span, Fate.AMBIGUOUS, proposed=candidates[0], candidates=candidates)


def _lost(pair: Pair, span: Span, stretch: Stretch) -> CarriedPassage:
    """A passage that nothing leads to: gone, unless its words, if they are telling, stand somewhere anew."""
    if sum(map(is_word, pair.old.words.keys[slice(*stretch)])) >= _TELLING:
        places = tuple(islice(free_places(pair, stretch), MOST_CANDIDATES))
        if places:
            return _ambiguous(pair, span, stretch, places)
    return CarriedPassage(span, Fate.ORPHAN)


def _around(pair: Pair, stretch: Stretch, theirs: Stretch) -> tuple[Alteration, ...]:
    """What changed in the rest of the sentence."""
    first, end = pair.old.sentence_around(stretch)
    there, stop = pair.new.sentence_around(theirs)
    before = alterations(pair, (first, stretch[0]), (there, theirs[0]))
    return before + alterations(pair, (stretch[1], end), (theirs[1], stop))
