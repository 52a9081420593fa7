"""Taking events back, or doing them again, fitted to what Twosource proposes by now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Protocol, TypeVar

from workbench.change import Act, Change, Edit, Key, Stamp, inverse
from workbench.dependants import refers_to
from workbench.model import Attribution, Claim, Entity, Evidence, Status
from workbench.ports import Event

E = TypeVar("E", bound=Entity)


class Present(Protocol):
    """Where the values that the case holds now are looked up; a `Store`, or a cache of one."""

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""


def turned(events: Sequence[Event], act: Act, stamp: Stamp, present: Present) -> Change:
    """The change that takes these events of one step back, the last one first.

    Texts need not come along: the case keeps every text it ever held. What Twosource proposed may have given
    way to other proposals since; that must not keep an editor's step from being taken back.
    """
    edits = tuple(edit for event in events for edit in event.change.edits)
    whole = inverse(Change(events[-1].change.label, stamp, edits), stamp)
    fitted = replace(whole, edits=tuple(_fitted(whole, present)))
    return replace(fitted, act=act, takes_back=tuple(event.number for event in events))


def _fitted(change: Change, present: Present) -> Iterator[Edit]:
    """The edits, those of proposals alone as they can still be made."""
    coming = {edit.key for edit in change.edits if edit.after is not None}
    for edit in change.edits:
        if not (is_proposal(edit.before) and is_proposal(edit.after)):
            yield edit
            continue
        now = present.get(edit.key.kind, edit.key.id)
        if edit.after is not None and now is None and not _rests(edit.after, coming, present):
            continue
        if is_proposal(now) and now != edit.after:
            yield Edit(now, edit.after)


def is_proposal(value: Entity | None) -> bool:
    """Whether nobody but Twosource has had a hand in a value; also where there is none."""
    match value:
        case None | Attribution():
            return True
        case Claim(status=status) | Evidence(status=status):
            return status is Status.PROPOSED
    return False


def _rests(value: Entity, coming: Set[Key], present: Present) -> bool:
    """Whether all that a value refers to is there, or comes with it."""
    return all(key in coming or present.get(key.kind, key.id) is not None for key in refers_to(value))
