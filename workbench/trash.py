"""What was removed from the case and is not there now, and what was set aside: read off the history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from workbench.change import Act, Edit, Key, Stamp, key_of
from workbench.dependants import refers_to
from workbench.model import Attribution, Claim, Contact, Entity, Evidence, Source, Status
from workbench.ports import Event

E = TypeVar("E", bound=Entity)


class Present(Protocol):
    """Where the values that the case holds now are looked up; a `Store`."""

    def all(self, kind: type[E]) -> Iterable[E]:
        """Every stored value of one type."""

    def get(self, kind: type[E], id: str) -> E | None:
        """One value, or None when there is none of that id."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What one step took out of the case and is not back: `values` in the order in which they went.

    `act` tells whether it was removed, or an undo took it out again. `loosened` are the edits of what stayed:
    sources and contacts that let go of it, and all that an undo changed besides.
    """

    number: int
    label: str
    stamp: Stamp
    act: Act
    values: tuple[Entity, ...]
    loosened: tuple[Edit, ...] = ()

    @property
    def heads(self) -> tuple[Entity, ...]:
        """What was removed for its own sake: the values that hang on no other of them."""
        keys = {key_of(value) for value in self.values}
        found = tuple(value for value in self.values if not keys & set(refers_to(value)))
        return tuple(value for value in found if not _is_proposal(value)) or found


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim or a passage that was set aside, and by which step. `was` is what it was before.

    `joined` is the claim, before and after, that took over its places because both say the same.
    """

    number: int
    stamp: Stamp
    value: Claim | Evidence
    was: Status
    joined: Edit | None = None


@dataclass(frozen=True, slots=True)
class Trash:
    """All that can be brought back, what went last first."""

    removed: tuple[Removal, ...] = ()
    aside: tuple[SetAside, ...] = ()

    def find(self, key: Key) -> Entity | None:
        """A removed value as it was when it went."""
        return next((value for step in self.removed for value in step.values if key_of(value) == key), None)


def trash(events: Iterable[Event], present: Present) -> Trash:
    """Read the trash off the events that removed something or set it aside, oldest first.

    What Twosource proposed is in it only together with something of the editor's: it is found anew.
    """
    removed: dict[Key, tuple[int, Entity]] = {}
    steps: dict[int, Removal] = {}
    aside: dict[Key, SetAside] = {}
    for event in events:
        if event.change.act is Act.PROPOSED:
            continue
        steps[event.number] = _removal(event)
        removed |= {key_of(value): (event.number, value) for value in steps[event.number].values}
        aside |= {key_of(item.value): item for item in _set_aside(event)}
    gone = {key for key in removed if present.get(key.kind, key.id) is None}
    return Trash(
        tuple(
            _without_returned(step, removed, gone)
            for step in _last_first(steps)
            if _is_gone(step, removed, gone)
        ),
        tuple(item for item in reversed(aside.values()) if _is_aside(item, present)),
    )


def _last_first(steps: dict[int, Removal]) -> Iterator[Removal]:
    return reversed(steps.values())


def _removal(event: Event) -> Removal:
    change = event.change
    values = tuple(edit.before for edit in change.edits if edit.after is None and edit.before is not None)
    loosened = tuple(edit for edit in change.edits if values and _lets_go(edit, change.act))
    return Removal(event.number, change.label, change.stamp, change.act, values, loosened)


def _lets_go(edit: Edit, act: Act) -> bool:
    is_change = edit.before is not None and edit.after is not None
    return is_change and (act is Act.UNDONE or isinstance(edit.after, Source | Contact))


def _is_gone(step: Removal, removed: dict[Key, tuple[int, Entity]], gone: set[Key]) -> bool:
    return any(_went(value, step, removed, gone) and not _is_proposal(value) for value in step.values)


def _is_proposal(value: Entity) -> bool:
    """Whether Twosource found it, and nobody took it up or wrote anything beside it."""
    match value:
        case Attribution():
            return True
        case Claim():
            return value.status is Status.PROPOSED and not (value.note or value.answer)
        case Evidence():
            return value.status is Status.PROPOSED
    return False


def _without_returned(step: Removal, removed: dict[Key, tuple[int, Entity]], gone: set[Key]) -> Removal:
    """The removal without what came back meanwhile, or went once more later on."""
    return replace(step, values=tuple(value for value in step.values if _went(value, step, removed, gone)))


def _went(value: Entity, step: Removal, removed: dict[Key, tuple[int, Entity]], gone: set[Key]) -> bool:
    key = key_of(value)
    return key in gone and removed[key][0] == step.number


def _set_aside(event: Event) -> Iterator[SetAside]:
    edits = event.change.edits
    for edit in edits:
        before, after = edit.before, edit.after
        if (
            isinstance(after, Claim | Evidence)
            and isinstance(before, Claim | Evidence)
            and after.status is Status.DISMISSED is not before.status
        ):
            yield SetAside(event.number, event.change.stamp, after, before.status, _joined(after, edits))


def _joined(aside: Claim | Evidence, edits: Iterable[Edit]) -> Edit | None:
    """The edit by which another claim took the places of a claim over."""
    if not isinstance(aside, Claim):
        return None
    return next((edit for edit in edits if _took_over(edit, aside)), None)


def _took_over(edit: Edit, aside: Claim) -> bool:
    before, after = edit.before, edit.after
    return (
        isinstance(before, Claim)
        and isinstance(after, Claim)
        and after.id != aside.id
        and aside.passage in after.also
        and aside.passage not in before.also
    )


def _is_aside(item: SetAside, present: Present) -> bool:
    now = present.get(type(item.value), item.value.id)
    return now is not None and now.status is Status.DISMISSED
