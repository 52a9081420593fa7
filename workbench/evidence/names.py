"""The names that a claim and a passage share, whole as they are printed."""

from __future__ import annotations

from workbench.evidence.checks import Checks
from workbench.text import Span
from workbench.wording import Word


def shared_names(checks: Checks) -> tuple[str, ...]:
    """Each shared name once, as the claim has it, without a possessive ending.

    Part of a name counts where it opens or closes the other text's ("Lindqvist", "Rosa Lindqvist"); a word
    that two different names share ("United Nations", "United States") does not.
    """
    ours, theirs = checks.claim.wording.compounds, checks.passage.wording.compounds
    found: dict[tuple[str, ...], str] = {}
    for one, other in checks.matching.same:
        if one.span in ours and other.span in theirs:
            part = _shared(ours[one.span], theirs[other.span])
            if part:
                found.setdefault(_stems(part), _printed(part, checks.claim.wording.text))
    longest = sorted(found, key=len, reverse=True)
    return tuple(found[key] for key in longest if not any(set(key) < set(other) for other in longest))


def _shared(one: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    short, long = sorted((_stems(one), _stems(other)), key=len)
    if short not in (long[: len(short)], long[-len(short) :]):
        return ()
    start = 0 if _stems(one)[: len(short)] == short else len(one) - len(short)
    return one[start : start + len(short)]


def _printed(name: tuple[Word, ...], text: str) -> str:
    return Span(name[0].span.start, name[-1].span.end).of(text).removesuffix("’s").removesuffix("'s")


def _stems(name: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.stem for word in name)
