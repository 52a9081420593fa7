"""Which words of a claim a passage has too, and which words stand in the place of the others."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.evidence.reading import Reading
from workbench.wording import Word, words

_GAP = 4
"""A replaced word is looked for among this many words between two shared ones."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The words of a claim set against those of a passage.

    `same` pairs words of one stem, `alike` near synonyms; `missing` and `extra` are the content words
    that only one side has; `replaced` pairs a missing word with the extra one that stands in its place.
    """

    same: tuple[tuple[Word, Word], ...]
    alike: tuple[tuple[Word, Word], ...]
    missing: tuple[Word, ...]
    extra: tuple[Word, ...]
    replaced: tuple[tuple[Word, Word], ...]

    @property
    def common(self) -> tuple[Word, ...]:
        """The words of the passage that the claim has too, names aside."""
        return tuple(other for one, other in (*self.same, *self.alike) if not one.is_name)

    @property
    def telling(self) -> tuple[tuple[Word, Word], ...]:
        """The pairs that are neither names nor ranks and offices; each word of the passage once."""
        roles = words("roles.txt")
        found: dict[str, tuple[Word, Word]] = {}
        for one, other in (*self.same, *self.alike):
            if not (one.is_name or one.bare in roles or other.bare in roles):
                found.setdefault(other.stem, (one, other))
        return tuple(found.values())


def match(claim: Reading, passage: Reading) -> Matching:
    """Set the content words of a claim against those of a passage, figures and dates left out."""
    places: dict[str, int] = {}
    for place, word in enumerate(passage.plain):
        places.setdefault(word.stem, place)
    found: dict[int, int] = {}
    alike: list[tuple[Word, Word]] = []
    same: list[tuple[Word, Word]] = []
    for number, word in enumerate(claim.plain):
        if word.stem in places and not _is_other(word, passage.plain[places[word.stem]]):
            found[number] = places[word.stem]
            same.append((word, passage.plain[found[number]]))
        elif (near := _alike(word, claim, passage)) is not None:
            found[number] = near
            alike.append((word, passage.plain[near]))
    missing = tuple(word for number, word in enumerate(claim.plain) if number not in found)
    reached = {passage.plain[place].stem for place in found.values()}
    extra = tuple(word for word in passage.plain if word.stem not in reached)
    return Matching(tuple(same), tuple(alike), missing, extra, _replaced(claim, passage, found))


def weight(word: Word) -> float:
    """How much a word says: names most, rare words more than common ones."""
    if word.is_name:
        return 2.0
    return 1.0 if word.text.casefold() in words("common.txt") else 1.5


def _is_other(one: Word, other: Word) -> bool:
    """Whether words of one stem mean different things: "stated", "State"."""
    return one.is_name != other.is_name and (one.is_verb or other.is_verb)


def _alike(word: Word, claim: Reading, passage: Reading) -> int | None:
    groups = claim.meanings.get(word.stem)
    if not groups:
        return None
    for place, other in enumerate(passage.plain):
        # A name stands for itself: "United Nations" is no country.
        if word.is_name == other.is_name and not groups.isdisjoint(passage.meanings.get(other.stem, ())):
            return place
    return None


def _replaced(claim: Reading, passage: Reading, found: dict[int, int]) -> tuple[tuple[Word, Word], ...]:
    """Missing words next to a shared one, with the extra word next to that shared one in the passage."""
    taken = set(found.values())
    result: list[tuple[Word, Word]] = []
    for number, word in enumerate(claim.plain):
        if number in found:
            continue
        place = _stand_in(number, found, taken, len(passage.plain))
        if place is not None and passage.plain[place].is_name == word.is_name:
            result.append((word, passage.plain[place]))
    return tuple(result)


def _stand_in(number: int, found: dict[int, int], taken: set[int], length: int) -> int | None:
    """The place in the passage between what stands before and after the missing word, if that is free."""
    before, after = found.get(number - 1), found.get(number + 1)
    if before is not None and after is not None and 1 < after - before <= _GAP:
        return next((place for place in range(before + 1, after) if place not in taken), None)
    if before is not None and before + 1 < length and before + 1 not in taken:
        return before + 1
    if after is not None and after > 0 and after - 1 not in taken:
        return after - 1
    return None
