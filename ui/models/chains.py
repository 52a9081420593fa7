"""Through whom a claim reached the story: the chain from who said it to who printed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model import Attribution
from workbench.text import Span


def chains(attributions: Iterable[Attribution]) -> tuple[tuple[str, ...], ...]:
    """The credits of a claim as chains of names, each from the origin outwards.

    A credit whose content holds another credit reports it ("Norda writes that the letter says …"),
    so it comes later in the same chain; side by side they are chains of their own.
    """
    found: list[tuple[Sequence[Span], list[str]]] = []
    for item in sorted(attributions, key=_length):
        names = _names(item)
        inner = next((chain for spans, chain in found if _holds(item.credit.content, spans)), None)
        if inner is not None:
            inner.extend(name for name in names if not _known(name, inner))
        elif names:
            found.append((item.credit.content, names))
    return tuple(dict.fromkeys(tuple(chain) for _, chain in found))


def _names(item: Attribution) -> list[str]:
    speaker = item.credit.resolved or item.speaker
    return [name for name in (speaker, *(step.name for step in item.credit.via)) if name]


def _length(item: Attribution) -> int:
    return sum(len(span) for span in item.credit.content)


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(one.contains(other) for one in outer) for other in inner)


def _known(name: str, chain: Sequence[str]) -> bool:
    return name.casefold() in (other.casefold() for other in chain)
