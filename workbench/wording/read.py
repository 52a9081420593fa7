"""A sentence as the judging sees it: its words, which of them are names, what is negated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.text import Span
from workbench.wording.lexicon import lines, words
from workbench.wording.stems import stem

LONGEST = 2000
"""Characters of a statement that are looked at; a sentence never comes near it."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*|[.;:!?,–—()\"“”]")
_BREAK = frozenset('.;:!?,–—()"“”')
_NEGATED = 4
"""How many content words after a negation it reaches."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, its stem, and whether it carries meaning, names somebody or tells an act.

    `bare` is it lower-cased and without a possessive ending, as the word lists have it.
    """

    span: Span
    text: str
    bare: str
    stem: str
    is_name: bool
    is_content: bool
    is_verb: bool = False
    """Whether the form is mostly used as a verb: "delivered", but not "delivery"."""

    @property
    def is_break(self) -> bool:
        """Whether it is a punctuation mark, which ends the reach of a negation."""
        return self.text in _BREAK


@dataclass(frozen=True)
class Wording:
    """The words of one text. Derived sets are made once, on first use."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry meaning, in order, figures included."""
        return tuple(word for word in self.words if word.is_content)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return frozenset(word.stem for word in self.content)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of words that are names."""
        return frozenset(word.stem for word in self.content if word.is_name)

    @cached_property
    def negated(self) -> frozenset[str]:
        """The stems that stand within reach of a negation."""
        return frozenset(_negated(self.words))

    @cached_property
    def compounds(self) -> dict[Span, tuple[Word, ...]]:
        """For each word that is a name the whole name it is part of: "UN Security Council"."""
        return {word.span: whole for whole in _compounds(self.text, self.words) for word in whole}

    @cached_property
    def places(self) -> dict[Span, int]:
        """The place of each word in `words`."""
        return {word.span: place for place, word in enumerate(self.words)}

    @cached_property
    def printed(self) -> dict[str, str]:
        """For each stem the word as first printed, for reasons."""
        return {word.stem: word.text for word in reversed(self.words)}


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """Read the words of a text; what lies beyond 2,000 characters is not looked at."""
    found = [(match.group(), match.start()) for match in _WORD.finditer(text, 0, min(len(text), LONGEST))]
    shouted = _is_headline([token for token, _ in found])
    made = []
    for place, (token, start) in enumerate(found):
        opens = place == 0 or found[place - 1][0] in '.!?:“"'
        made.append(_word(token, start, opens=opens, shouted=shouted))
    return Wording(text, tuple(made))


@lru_cache(maxsize=1)
def same_people() -> dict[str, str]:
    """Place names by the words for their people and things, as stems: "french" -> "franc"."""
    table: dict[str, str] = {}
    for line in lines("demonyms.txt"):
        place = line.split()[0]
        table |= dict.fromkeys((stem(word) for word in line.split()), stem(place))
    return table


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in words("common.txt"))


@dataclass(frozen=True, slots=True)
class _Form:
    """What is known of a word wherever it stands. `is_place` for places and their people."""

    bare: str
    stem: str
    is_place: bool
    carries: bool
    is_common: bool
    is_verb: bool = False


@lru_cache(maxsize=65_536)
def _form(token: str) -> _Form:
    bare = token.casefold().replace("’", "'").removesuffix("'s")
    key = stem(bare.rstrip("."))
    place = same_people().get(key)
    # "us" is nobody's name, "US" is.
    if place and token[0].isupper() and (bare != "us" or token.startswith("US")):
        return _Form(bare, place, True, True, False)
    carries = bare not in words("stop_words.txt") and (len(bare) > 1 or bare.isdigit())
    is_verb = carries and bare in words("verbs.txt")
    return _Form(bare, key, False, carries and token not in _BREAK, key in _common_stems(), is_verb)


def _word(token: str, start: int, *, opens: bool, shouted: bool) -> Word:
    form = _form(token)
    named = token[0].isupper() and form.carries and not shouted and not (opens and form.is_common)
    is_name = form.is_place or named
    span = Span(start, start + len(token))
    return Word(span, token, form.bare, form.stem, is_name, form.carries, form.is_verb and not is_name)


def _is_headline(tokens: list[str]) -> bool:
    """Whether nearly every word is capitalised, so that capitals tell nothing about names."""
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    return len(long) > 3 and sum(token[0].isupper() for token in long) > 0.9 * len(long)


def _compounds(text: str, all_words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Names side by side as one; a possessive ending closes a name."""
    found: list[tuple[Word, ...]] = []
    last: Word | None = None
    for word in all_words:
        if not word.is_name:
            last = None
            continue
        closed = last is None or last.text.endswith(("’s", "'s", "’", "'"))
        if last and not closed and text[last.span.end : word.span.start] in (" ", "-"):
            found[-1] = (*found[-1], word)
        else:
            found.append((word,))
        last = word
    return found


def _negated(all_words: tuple[Word, ...]) -> list[str]:
    reached: list[str] = []
    left = 0
    for word in all_words:
        if word.text.casefold() in words("negations.txt") or word.text.endswith(("n't", "n’t")):
            left = _NEGATED
        elif word.is_break:
            left = 0
        elif left and word.is_content:
            reached.append(word.stem)
            left -= 1
    return reached
