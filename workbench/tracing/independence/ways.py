"""The way words came, step by step, and how it is said in one sentence of an editor's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Passage
from workbench.tracing.independence.traced import Traced
from workbench.tracing.values import Copy, Edge, PartyId, Reuse, Step

COMES_FROM = "comes from"
IS_BY = "is by"
WHOSE_TEXT = "whose text is"
NEARLY_THE_SAME = "carries this passage almost word for word like"
RETELLS = "tells in other words what stands in"
_MOST_LISTED, _FIRST_LISTED = 8, 3
_COPIED = {
    (Reuse.IDENTICAL, True): "is the same text as",
    (Reuse.IDENTICAL, False): "is the same text as",
    (Reuse.NEAR, True): "is a near copy of",
    (Reuse.NEAR, False): "is nearly the same text as",
    (Reuse.PARTIAL, True): "takes this passage from",
    (Reuse.PARTIAL, False): "shares this passage with",
}
_TAKEN = {
    Step.COPIES: "takes this passage from",
    Step.CREDITS: "credits",
    Step.CITES: "cites",
}


@dataclass(frozen=True, slots=True)
class Hop:
    """One step from a party to the one it has words from.

    `verb` says how, `passages` are words that show it; `is_copy` when that is all that shows it.
    """

    taker: PartyId
    giver: PartyId
    verb: str
    passages: tuple[Passage, ...] = ()
    is_copy: bool = False


Way = tuple[Hop, ...]
"""Step by step from a document to a party, never empty."""


def hop_of_edge(edge: Edge) -> Hop:
    """How the taker says it has the words, or its text as a whole."""
    return Hop(edge.taker, edge.giver, _TAKEN[edge.step] if edge.content else COMES_FROM, edge.passages)


def verb_of_copy(copy: Copy, *, retold: bool) -> str:
    """What the one text is to the other, or to a passage of it that is told in other words."""
    if retold:
        return RETELLS
    return _COPIED[copy.likeness.reuse, copy.original is not None]


def told(way: Way, traced: Traced) -> str:
    """The whole way as one sentence: "“A” is a near copy of “B”, which credits Ines Marsh."."""
    first, *rest = way
    words = f"{traced.called(first.taker)} {first.verb} {_name(first, traced)}"
    for hop in rest:
        joint = "" if hop.verb == WHOSE_TEXT else "which "
        words += f", {joint}{hop.verb} {_name(hop, traced)}"
    return f"{words}."


def shown(way: Way) -> tuple[Passage, ...]:
    """The words that show every step of the way."""
    return tuple(dict.fromkeys(place for hop in way for place in hop.passages))


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"; of very many, the first: "A, B, C and 997 others"."""
    names = tuple(dict.fromkeys(names))
    if len(names) > _MOST_LISTED:
        names = (*names[:_FIRST_LISTED], f"{len(names) - _FIRST_LISTED} others")
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _name(hop: Hop, traced: Traced) -> str:
    name = traced.called(hop.giver)
    return f"{name}, who is not named" if traced.parties[hop.giver].unnamed else name
