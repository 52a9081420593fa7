"""Words and phrases with a meaning of their own: near synonyms, and acts that exclude one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from workbench.text import Span
from workbench.wording import Word, Wording, lines, stem

_REACH = 3
"""How many words may stand between the parts of a phrase: "drive the extremists out"."""

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a text that tells of an act: the group it belongs to, and its words."""

    group: str
    words: tuple[Word, ...]

    def printed(self, text: str) -> str:
        """The phrase as printed, with what stands between its words: "drive the extremists out"."""
        return Span(self.words[0].span.start, self.words[-1].span.end).of(text)


def acts(wording: Wording) -> tuple[Phrase, ...]:
    """The acts of the opposite groups that a text tells of, in order, longer phrases before their parts."""
    found = _phrases(wording, _act_index())
    return tuple(
        phrase for phrase in found if not any(_is_no_act(wording.text, word) for word in phrase.words)
    )


def meanings(wording: Wording) -> dict[str, frozenset[str]]:
    """For each stem of a text the groups of near synonyms that it, or a phrase it begins, belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in _phrases(wording, _alike_index()):
        found[phrase.words[0].stem].add(phrase.group)
    return {key: frozenset(groups) for key, groups in found.items()}


def alike_words(key: str) -> tuple[str, ...]:
    """The single words of our own groups of near synonyms that a stem belongs to, as the lists have them."""
    return _groups_of().get(key, ())


@cache
def _groups_of() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in lines("alike.txt"):
        singles = tuple(word for word in line.split() if "_" not in word)
        for word in singles:
            table[stem(word)] = (*table.get(stem(word), ()), *singles)
    return table


def phrased(wording: Wording) -> dict[str, str]:
    """For the first stem of each phrase of several words, how the phrase is printed: "United Nations"."""
    found = _phrases(wording, _alike_index())
    return {phrase.words[0].stem: phrase.printed(wording.text) for phrase in found if len(phrase.words) > 1}


def _is_no_act(text: str, word: Word) -> bool:
    """Whether the word is a name, or a hyphen binds it to another: "peace-keeping" keeps nothing."""
    return word.is_name or "-" in (
        text[word.span.end : word.span.end + 1],
        text[max(0, word.span.start - 1) : word.span.start],
    )


@cache
def exclusive_acts() -> frozenset[tuple[str, str]]:
    """The pairs of groups of acts that exclude one another, each way round."""
    pairs = [tuple(line[1:].split()) for line in lines("opposite_acts.txt") if line.startswith("!")]
    return frozenset((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))


@cache
def opposite_words() -> frozenset[tuple[str, str]]:
    """Pairs of stems that are opposites, each way round."""
    pairs = [line.split() for name in ("opposites.txt", "antonyms.txt") for line in lines(name)]
    stems = [(stem(a), stem(b)) for a, b in pairs]
    return frozenset(pair for a, b in stems for pair in ((a, b), (b, a)) if a != b)


@cache
def _act_index() -> dict[str, tuple[tuple[Parts, str], ...]]:
    named = (line.split(":", 1) for line in lines("opposite_acts.txt") if ":" in line)
    return _index((group, phrases.split()) for group, phrases in named)


@cache
def _alike_index() -> dict[str, tuple[tuple[Parts, str], ...]]:
    files = (lines("alike.txt"), lines("synonyms.txt"))
    groups = [line.split() for entries in files for line in entries]
    return _index((str(number), phrases) for number, phrases in enumerate(groups))


def _index(groups: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[tuple[Parts, str], ...]]:
    """First stem -> the further stems and the group of each phrase, the longest first."""
    table: dict[str, list[tuple[Parts, str]]] = defaultdict(list)
    for group, phrases in groups:
        for phrase in phrases:
            first, *rest = (stem(part) for part in phrase.split("_"))
            table[first].append((tuple(rest), group))
    return {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in table.items()}


def _phrases(wording: Wording, index: dict[str, tuple[tuple[Parts, str], ...]]) -> Iterator[Phrase]:
    for place, word in enumerate(wording.words):
        for rest, group in index.get(word.stem, ()):
            following = _following(wording.words, place + 1, rest)
            if following is not None:
                yield Phrase(group, (word, *following))


def _following(words: tuple[Word, ...], place: int, rest: Parts) -> tuple[Word, ...] | None:
    """The words that complete a phrase, each within reach of the one before; None when one is missing."""
    found: list[Word] = []
    for part in rest:
        near = range(place, min(place + _REACH + 1, len(words)))
        place = next((ahead for ahead in near if words[ahead].stem == part), -1)
        if place < 0:
            return None
        found.append(words[place])
        place += 1
    return tuple(found)
