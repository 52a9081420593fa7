"""Sentences of a new draft that did not stand in the old one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.drafts.draft import Stretch
from workbench.drafts.matching import NOWHERE
from workbench.drafts.pair import Pair
from workbench.drafts.values import FreshSentence
from workbench.drafts.words import is_word

_HALF = 0.5


def fresh_sentences(pair: Pair) -> Iterator[FreshSentence]:
    """The sentences that are new or changed, in order. One that merely moved is neither."""
    for sentence in pair.new.sentences:
        if not _stood(pair, sentence):
            was = _origin(pair, sentence)
            yield FreshSentence(pair.new.span(sentence), was and pair.old.span(was))


def _stood(pair: Pair, sentence: Stretch) -> bool:
    """Whether the sentence is one of the old draft, or several, word for word and from end to end."""
    first, end = sentence
    back = pair.matching.back
    words = [at for at in range(first, end) if is_word(pair.new.words.keys[at])]
    start = back[words[0]] - words[0] + first if words and back[words[0]] != NOWHERE else NOWHERE
    if not pair.stands_at((start, start + end - first), first) or any(
        back[at] != start + at - first for at in words
    ):
        return False
    was = start, start + end - first
    around = pair.old.sentence_around(was)
    return not _has_words(pair, (around[0], was[0])) and not _has_words(pair, (was[1], around[1]))


def _origin(pair: Pair, sentence: Stretch) -> Stretch | None:
    """The old sentence that at least half of the words came from."""
    words = [at for at in range(*sentence) if is_word(pair.new.words.keys[at])]
    sources = Counter(
        pair.old.sentence_around((there, there + 1))
        for at in words
        if (there := pair.matching.back[at]) != NOWHERE
    )
    if not sources:
        return None
    was, shared = sources.most_common(1)[0]
    return was if shared >= _HALF * len(words) else None


def _has_words(pair: Pair, stretch: Stretch) -> bool:
    return any(map(is_word, pair.old.words.keys[slice(*stretch)]))
