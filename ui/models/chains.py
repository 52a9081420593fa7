"""Through whom a claim reached the story: the chain from who said it to who printed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model import Attribution, SourceKind, Voice
from workbench.text import Span
from workbench.tracing.credited import speaker_name


@dataclass(frozen=True, slots=True)
class Step:
    """One of those through whom words came.

    `spans` is where the text names them, `cue` the verb or phrase that credits them, `content` what they are
    credited with. `kind` is known of some who passed the words on, `voice` of some who said them.
    """

    name: str
    spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SourceKind | None = None
    voice: Voice | None = None


def strips(attributions: Iterable[Attribution]) -> tuple[tuple[Step, ...], ...]:
    """The credits of a claim as chains, each from the origin outwards.

    A credit whose content holds another credit reports it ("Norda writes that the letter says …"),
    so it comes later in the same chain; side by side they are chains of their own.
    """
    found: list[tuple[Sequence[Span], list[Step]]] = []
    for item in sorted(attributions, key=_length):
        steps = _steps(item)
        inner = next((chain for spans, chain in found if _holds(item.credit.content, spans)), None)
        if inner is not None:
            inner.extend(step for step in steps if not _known(step.name, inner))
        elif steps:
            found.append((item.credit.content, steps))
    once = {tuple(step.name for step in chain): tuple(chain) for _, chain in reversed(found)}
    return tuple(reversed(once.values()))


def chains(attributions: Iterable[Attribution]) -> tuple[tuple[str, ...], ...]:
    """The same chains, as names alone."""
    return tuple(tuple(step.name for step in strip) for strip in strips(attributions))


def _steps(item: Attribution) -> list[Step]:
    credit, name = item.credit, speaker_name(item)
    voice = credit.voice
    first = [Step(name, credit.source, credit.cue, credit.content, voice=voice)] if name else []
    relays = (Step(step.name, step.spans, (), credit.content, step.kind) for step in credit.via if step.name)
    return [*first, *relays]


def _length(item: Attribution) -> int:
    return sum(len(span) for span in item.credit.content)


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(one.contains(other) for one in outer) for other in inner)


def _known(name: str, chain: Sequence[Step]) -> bool:
    return name.casefold() in (other.name.casefold() for other in chain)
