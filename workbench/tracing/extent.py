"""How much of one text stands in another, in one sentence for the editor."""

from __future__ import annotations

from workbench.model import DocumentId
from workbench.tracing.sides import Side, sides
from workbench.tracing.values import Likeness, Reuse, TracedText


def extent(one: TracedText, other: TracedText, found: Likeness, original: DocumentId | None) -> str:
    """What two texts share; `original` is which had the words first. Empty for mere quotations."""
    first, second = sides(one, other)
    giver, taker = (second, first) if original == second.id else (first, second)
    told = original is not None
    match found.reuse:
        case Reuse.IDENTICAL:
            return f"{taker.name} is the same text as {giver.name}."
        case Reuse.NEAR if told:
            return f"{taker.name} is {giver.name} but for small changes, cuts or additions."
        case Reuse.NEAR:
            return f"{taker.name} and {giver.name} are one text but for small changes, cuts or additions."
        case Reuse.PARTIAL:
            return _partly(taker, giver, found, told=told)
        case _:
            return ""


def _partly(taker: Side, giver: Side, found: Likeness, *, told: bool) -> str:
    retold = sum(shared.retold for shared in found.shared)
    taken = sum(not shared.retold and not shared.quoted for shared in found.shared)
    if not taken:
        return f"{taker.name} tells much of {giver.name} in other words." if told else _both(taker, giver)
    more = f", and tells {_counted(retold)} of it in other words" if retold else ""
    if told:
        return f"{taker.name} takes {_counted(taken)} from {giver.name}{more}."
    return f"{taker.name} and {giver.name} share {_counted(taken)} almost word for word."


def _both(one: Side, other: Side) -> str:
    return f"{one.name} and {other.name} tell much the same in other words."


def _counted(passages: int) -> str:
    return "one passage" if passages == 1 else f"{passages} passages"
