"""Where a passage only passes something on: "Skerry accused Oldhaven of it" does not say that it did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from workbench.text import Span
from workbench.wording import Word, Wording, lines

_STOPS = frozenset(".;!?")
_FAR = 7
"""How many words the one who says it may have."""

_HELPERS = frozenset(
    "stand stands has have had is are was were be been being also later again repeatedly then now "
    "already often once first and publicly falsely openly strongly reportedly never not would will "
    "could may might".split()
)
_ENDS = frozenset(
    "that which who whom when while after before because as but where if and or for in with by".split()
)
_PRONOUNS = frozenset("he she they it we i you who this that these those there".split())
_ARTICLES = frozenset("the a an his her their its some many".split())
_SUBJECTLESS = frozenset(("to", "of", "for", "by"))


class Manner(StrEnum):
    """How something is passed on."""

    ACCUSES = "accuses"
    CLAIMS = "claims"
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Said:
    """That a text passes something on: how, by whom (empty when not named), and where it stands.

    `whom` is the accused, for accusations; `word` the word that tells it, as printed.
    """

    manner: Manner
    sayer: str
    whom: str
    word: str
    scope: Span


def said(wording: Wording) -> tuple[Said, ...]:
    """Everything that a text passes on, in order."""
    table, every = _verbs(), wording.words
    found = []
    for place, word in enumerate(every):
        manner = table.get(word.bare)
        if word.bare == "according" and _bare(every, place + 1) == "to":
            found.append(_according(wording, place))
        elif manner and not word.is_name and (frame := _frame(wording, place, manner)):
            found.append(frame)
    return tuple(found)


def passed_on(ours: Iterable[Said], theirs: Iterable[Said], shared: Sequence[Word]) -> Said | None:
    """How a passage passes on what a claim says itself; None where it tells it in its own words.

    `ours` and `theirs` are what claim and passage pass on, `shared` the passage's words that the claim has
    too, names aside. An accusation counts before a claim, and a claim before what is merely told. Where the
    claim reports in the same manner, both say the same.
    """
    known = {item.manner for item in ours}
    found = [item for item in theirs if item.manner not in known and _reaches(item, shared)]
    return min(found, key=lambda item: list(Manner).index(item.manner), default=None)


def _reaches(item: Said, told: Sequence[Word]) -> bool:
    """Whether at least half of the shared words are among those that are passed on."""
    inside = sum(item.scope.start <= word.span.start < item.scope.end for word in told)
    return bool(told) and 2 * inside >= len(told)


@cache
def _verbs() -> dict[str, Manner]:
    named = (line.split(":", 1) for line in lines("said.txt") if ":" in line)
    return {word: Manner(name) for name, listed in named for word in listed.split()}


def _bare(every: tuple[Word, ...], place: int) -> str:
    return every[place].bare if 0 <= place < len(every) else ""


def _frame(wording: Wording, place: int, manner: Manner) -> Said | None:
    every, word = wording.words, wording.words[place]
    start, end = _sentence(wording, place)
    sayer = _before(wording, place)
    if manner is Manner.ACCUSES:
        return _accusation(wording, place, sayer, end)
    if _bare(every, place - 1) in ("the", "a", "this", "that", "his", "her", "their", "its", "to"):
        return None
    if _has_matter_after(every, place):
        return Said(manner, sayer, "", word.text, Span(word.span.end, _reach(every, place, end)))
    # "…, she claimed.": what is said stands before.
    return Said(manner, sayer, "", word.text, Span(start, word.span.start)) if sayer else None


def _reach(every: tuple[Word, ...], place: int, end: int) -> int:
    """Where what is said ends: with the sentence after a "that", else at the next comma."""
    if any(word.bare == "that" for word in every[place + 1 : place + 8]):
        return end
    commas = (word.span.start for word in every[place + 2 :] if word.text == ",")
    return min(next(commas, end), end)


def _has_matter_after(every: tuple[Word, ...], place: int) -> bool:
    """Whether what is said follows: "said that", "said on Friday that", "claims France did"."""
    following = every[place + 1 : place + 8]
    if any(word.bare == "that" for word in following):
        return True
    content = [word for word in following if word.is_content]
    return len(content) > 2 and not (following and following[0].is_break and following[0].text in _STOPS)


def _accusation(wording: Wording, place: int, sayer: str, end: int) -> Said | None:
    every, word = wording.words, wording.words[place]
    joint = next(
        (at for at in range(place + 1, min(place + 9, len(every))) if every[at].bare in ("of", "for")), None
    )
    if joint is None:
        return None
    scope = Span(word.span.end, end)
    if _is_passive(every, place):
        by = next((at for at in range(place + 1, joint) if every[at].bare == "by"), None)
        named = _text(wording, by + 1, joint) if by is not None else ""
        return Said(Manner.ACCUSES, named, sayer, word.text, scope)
    return Said(Manner.ACCUSES, sayer, _text(wording, place + 1, joint), word.text, scope)


def _is_passive(every: tuple[Word, ...], place: int) -> bool:
    return any(
        _bare(every, at) in ("is", "are", "was", "were", "been", "being", "stand", "stands")
        for at in (place - 1, place - 2)
    )


def _according(wording: Wording, place: int) -> Said:
    start, end = _sentence(wording, place)
    stop = next(
        (
            at
            for at in range(place + 2, min(place + 2 + _FAR, len(wording.words)))
            if wording.words[at].is_break
        ),
        min(place + 2 + _FAR, len(wording.words)),
    )
    return Said(Manner.SAYS, _text(wording, place + 2, stop), "", "according to", Span(start, end))


def _sentence(wording: Wording, place: int) -> tuple[int, int]:
    marks = [word.span for word in wording.words if word.text in _STOPS]
    here = wording.words[place].span.start
    start = max((mark.end for mark in marks if mark.start < here), default=0)
    return start, min((mark.start for mark in marks if mark.start > here), default=len(wording.text))


def subject_of(wording: Wording, place: int) -> str:
    """Who does the act at a place, as far as the words before it tell, for the middle of a sentence."""
    found = _before(wording, place)
    first, _, rest = found.partition(" ")
    return f"{first.casefold()} {rest}" if rest and first.casefold() in _ARTICLES else found


def _before(wording: Wording, place: int) -> str:
    """The one who says it, as far as the words before the verb tell; empty for a pronoun."""
    every, at = wording.words, place - 1
    while at >= 0 and every[at].bare in _HELPERS:
        at -= 1
    end, first = at + 1, at + 1
    while first > 0 and end - first < _FAR and not _bounds(every, first - 1):
        first -= 1
    if first and _takes_an_object(every[first - 1]):
        # "The company that runs the bridge denies": the words are those of another verb.
        return ""
    found = _text(wording, first, end)
    return "" if found.casefold() in _PRONOUNS or _bare(every, first - 1) in _SUBJECTLESS else found


def _takes_an_object(word: Word) -> bool:
    """Whether the word is a verb, other than one of saying, that the next words belong to."""
    return word.is_verb and not word.is_name and word.bare not in _verbs()


def _bounds(every: tuple[Word, ...], place: int) -> bool:
    """Whether the words for somebody end here; an "and" after a name joins two of them."""
    word = every[place]
    if word.bare == "and" and place and every[place - 1].is_name:
        return False
    return (
        word.is_break or word.bare in _ENDS or (word.is_verb and not word.is_name) or word.text[0].isdigit()
    )


def _text(wording: Wording, first: int, end: int) -> str:
    """The words from one place up to another as printed; empty when they are a pronoun or none."""
    words = wording.words[first:end]
    if not words or words[0].bare in _PRONOUNS:
        return ""
    return Span(words[0].span.start, words[-1].span.end).of(wording.text).strip(' ,“”"’')
