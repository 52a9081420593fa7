"""Whether two forms mean the same person. The surname must agree; a surname alone is never enough."""

from __future__ import annotations

from itertools import zip_longest

from workbench.identity.lexicon import name_lexicon
from workbench.identity.reading import Named, is_initial
from workbench.identity.spelling import folded, sound
from workbench.identity.tie import Tie

_LEAST_OFFICE = 2


def are_apart(one: Named, other: Named) -> str | None:
    """Why the two cannot be one person; None when they can."""
    if not one.genders & other.genders:
        return "one is a man, the other a woman"
    if not (one.surname and other.surname):
        return None
    if one.key != other.key:
        return "different surnames"
    if one.end and other.end and one.end != other.end:
        return "a junior and a senior"
    if one.is_full and other.is_full and _given_fit(one, other) is None:
        return "the same surname, but different first names"
    return None


def tie_of_persons(one: Named, other: Named, *, same_text: bool) -> Tie | None:
    """What speaks for their being one person, taken by themselves; None when nothing does.

    A bare surname is tied by its office alone here; whether it is the only one of its text shows in `people`.
    """
    if are_apart(one, other):
        return None
    if one.is_full and other.is_full:
        # A text that writes "Jr" of one means somebody else where it does not.
        return None if same_text and one.end != other.end else _tie_of_full_names(one, other)
    if one.surname and other.surname:
        return _tie_of_surnames(one, other)
    return _tie_of_offices(one, other, same_text=same_text)


def _tie_of_full_names(one: Named, other: Named) -> Tie:
    fit = _given_fit(one, other)
    assert fit is not None
    if same_office(one, other):
        return Tie(min(fit.confidence + 5, 98), f"{fit.reason}, and the same office")
    if one.office and other.office and not one.office & other.office:
        return Tie(fit.confidence - 15, f"{fit.reason}, though described differently")
    return fit


def _tie_of_surnames(one: Named, other: Named) -> Tie | None:
    return Tie(80, "the same surname and office") if same_office(one, other) else None


def _tie_of_offices(one: Named, other: Named, *, same_text: bool) -> Tie | None:
    """Of an office without a name and its holder, or of the same office named twice."""
    office = one.office if not one.surname else other.office
    if len(office) < _LEAST_OFFICE or one.office != other.office or office & name_lexicon().not_the_holder:
        return None
    if not office - name_lexicon().titles:
        return None
    return Tie(85 if same_text else 70, "the same office")


def same_office(one: Named, other: Named) -> bool:
    """Whether a word of rank is shared and nothing else told of one is missing with the other."""
    shared = one.office & other.office
    if not shared & name_lexicon().titles:
        return False
    return one.office <= other.office or other.office <= one.office or len(shared) > _LEAST_OFFICE


def _given_fit(one: Named, other: Named) -> Tie | None:
    """How the given names agree; None when they do not."""
    mine, yours = _spread(one.given), _spread(other.given)
    if [folded(name) for name in mine] == [folded(name) for name in yours]:
        exact = folded(one.surname) == folded(other.surname)
        return Tie(92, "the same full name") if exact else Tie(86, "the same name, spelt differently")
    if all(_fits(a, b) for a, b in zip_longest(mine, yours) if a and b):
        return _degree(mine, yours)
    short, long = sorted((mine, yours), key=len)
    if len(short) == 1 and not is_initial(short[0]) and any(sound(short[0]) == sound(name) for name in long):
        return Tie(68, "the same surname and one of the first names")
    return None


def _degree(mine: list[str], yours: list[str]) -> Tie:
    if is_initial(mine[0]) or is_initial(yours[0]):
        return Tie(76, "the same surname, and the initials fit")
    if folded(mine[0]) == folded(yours[0]):
        return Tie(90, "the same first name and surname")
    return Tie(86, "the same name, spelt differently")


def _fits(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return folded(one)[:1] == folded(other)[:1]
    return sound(one) == sound(other)


def _spread(given: tuple[str, ...]) -> list[str]:
    """The given names one by one: "J.P." is two initials; "Jean-Pierre" two names."""
    spread: list[str] = []
    for name in given:
        spread += [letter for letter in name if letter.isalpha()] if is_initial(name) else name.split("-")
    return [name for name in spread if name]
