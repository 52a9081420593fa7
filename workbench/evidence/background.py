"""Which acts a sentence tells of, and which it only mentions: "the permitted depth", "since it opened"."""

from __future__ import annotations

import re

from workbench.wording import Word, Wording

_TIME = frozenset(("since", "when", "after", "before", "while", "until", "once", "as"))
_PERIOD = frozenset(
    word + ending
    for word in ("hour", "day", "week", "month", "year", "decade", "century", "night", "moment")
    for ending in ("", "s")
)
_REACH = 5
"""Words between a conjunction of time and the act of its clause."""

_ARTICLES = frozenset("the a an its his her their our my your this that these those no any some all".split())
_LEADS = _ARTICLES | frozenset(
    "beyond of within in at by for from under over above below with without".split()
)
_ENDINGS = re.compile(r"(?:ed|en|wn|ung|ought)$")


def is_background(wording: Wording, word: Word) -> bool:
    """Whether a word only describes a thing, or gives the time of something else."""
    return _is_attribute(wording.words, wording.places[word.span]) or gives_time(wording, word)


def gives_time(wording: Wording, word: Word) -> bool:
    """Whether a conjunction of time opens the clause of a word, with little but the subject between."""
    place = wording.places[word.span]
    between: list[Word] = []
    for before in reversed(wording.words[max(0, place - _REACH - 1) : place]):
        if before.is_break or before.bare in _PERIOD:
            return False
        if before.bare in _TIME:
            return not any(other.is_verb for other in between)
        between.append(before)
    return False


def _is_attribute(words: tuple[Word, ...], place: int) -> bool:
    """Whether it is a participle between an article or preposition and a noun."""
    if place == 0 or place + 1 >= len(words):
        return False
    before, word, after = words[place - 1], words[place], words[place + 1]
    is_noun = after.is_content and not after.is_verb and not after.text[0].isdigit()
    if word.bare.endswith("ing"):
        return before.bare in _ARTICLES and is_noun
    return bool(_ENDINGS.search(word.bare)) and before.bare in _LEADS and is_noun
