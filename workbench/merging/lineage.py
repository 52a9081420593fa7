"""Where two histories of one case part, and how the case stood there.

Events are told by their hashes, each of which stands for all before it. A merge has two predecessors: the
event before it and the last one of the line it brought in, unless it was taken back since. So histories form
a graph without circles; what two branches last had in common is what is in both and before nothing else that
is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workbench.change import Change, Key, Stamp
from workbench.events import event_change
from workbench.merging.fields import combine
from workbench.merging.values import Branch, State
from workbench.model import Entity, Revision, Sha256
from workbench.ports import Line

_Values = dict[Key, Entity]


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event says of its place among the others."""

    merged: Sha256 | None = None
    takes_back: tuple[int, ...] = ()


class Lineage:
    """The events of both branches, and how they hang together."""

    def __init__(self, ours: Branch, theirs: Branch) -> None:
        self.ours, self.theirs = ours, theirs
        self._changes: dict[Sha256, Change] = {}
        lines = (*ours.lines, *theirs.lines, *ours.own, *theirs.own)
        self._events = {line.hash: line for line in lines}

    @cached_property
    def ours_known(self) -> frozenset[Sha256]:
        """Every event that our file holds, those of taken back merges too."""
        return frozenset(line.hash for line in (*self.ours.own, *self.ours.lines))

    @cached_property
    def fresh(self) -> tuple[Line, ...]:
        """The events of theirs that our file does not hold."""
        return tuple(
            line for line in (*self.theirs.lines, *self.theirs.own) if line.hash not in self.ours_known
        )

    @cached_property
    def missing(self) -> tuple[Line, ...]:
        """The events of ours that theirs does not hold."""
        known = {line.hash for line in (*self.theirs.own, *self.theirs.lines)}
        return tuple(line for line in (*self.ours.lines, *self.ours.own) if line.hash not in known)

    @cached_property
    def common(self) -> frozenset[Sha256]:
        """What is before both, or both have come to."""
        return self._before(self.ours.head) & self._before(self.theirs.head)

    @cached_property
    def has_theirs(self) -> bool:
        """Whether all that theirs holds led to what ours is now."""
        return self.theirs.head in self.common

    @cached_property
    def brings_merges(self) -> bool:
        """Whether theirs has merged a line that ours does not rest on, and so decided what clashed."""
        ours = self._before(self.ours.head)
        merged = (self._told(line).merged for line in self.since(self.theirs.head))
        return any(hash is not None and hash not in ours for hash in merged)

    def base(self) -> _Values:
        """The case as both last had it."""
        return self._meeting(self.ours.head, self.theirs.head)

    def doings(self, lines: Iterable[Line]) -> dict[Key, Stamp]:
        """Who last did something to each value in these events; one who merged only where nobody else did."""
        found: dict[Key, Stamp] = {}
        ordered = sorted(
            lines, key=lambda line: (self._told(line).merged is None, self.change(line).stamp.at)
        )
        for line in ordered:
            change = self.change(line)
            found |= {edit.key: change.stamp for edit in change.edits}
        return found

    def since(self, head: Sha256) -> tuple[Line, ...]:
        """The events before `head`, itself included, that are not common."""
        return tuple(self._events[hash] for hash in self._before(head) - self.common)

    def change(self, line: Line) -> Change:
        """What an event changed."""
        if line.hash not in self._changes:
            self._changes[line.hash] = event_change(line.event)
        return self._changes[line.hash]

    def _before(self, head: Sha256) -> frozenset[Sha256]:
        """`head` and all that led to it, along merges that were not taken back."""
        found: set[Sha256] = set()
        heads, seen = [head], {head}
        while heads:
            for line, told in self._walk(heads.pop()):
                found.add(line.hash)
                if told.merged and told.merged in self._events and told.merged not in seen:
                    seen.add(told.merged)
                    heads.append(told.merged)
        return frozenset(found)

    def _walk(self, head: Sha256) -> Iterator[tuple[Line, _Told]]:
        """One line of history back from `head`, with what is still in force of it."""
        gone: set[int] = set()
        line = self._events.get(head)
        while line is not None:
            told = _Told() if line.number in gone else self._told(line)
            gone.update(told.takes_back)
            yield line, told
            line = self._events.get(line.previous)

    def _told(self, line: Line) -> _Told:
        if '"merged":' not in line.event and '"takes_back":' not in line.event:
            return _Told()
        content: dict[str, Any] = json.loads(line.event)
        return _Told(content.get("merged"), tuple(content.get("takes_back", ())))

    def _meeting(self, one: Sha256, other: Sha256) -> _Values:
        """The case where two lines last met; where they met in several places, those brought together."""
        first, *rest = sorted(self._last(self._before(one) & self._before(other)))
        state = self._state(first)
        for tip in rest:
            state = _brought_together(self._meeting(first, tip), state, self._state(tip))
        return state

    def _last(self, common: frozenset[Sha256]) -> frozenset[Sha256]:
        """Of events with all that led to them, those that led to no other."""
        lines = [self._events[hash] for hash in common]
        overtaken = {line.previous for line in lines} | {self._told(line).merged for line in lines}
        return common - overtaken

    def _state(self, hash: Sha256) -> _Values:
        """The case as it was after an event: back from the end of a history, then along a line to it."""
        for branch in (self.theirs, self.ours):
            places = {line.hash: place for place, line in enumerate(branch.own, 1)}
            path: list[Line] = []
            at: Line | None = self._events[hash]
            while at is not None and at.hash not in places:
                path.append(at)
                at = self._events.get(at.previous)
            if at is not None:
                return self._played(branch, places[at.hash], reversed(path))
        raise KeyError(hash)

    def _played(self, branch: Branch, place: int, path: Iterable[Line]) -> _Values:
        state = {key: without_text(value) for key, value in branch.values.items()}
        for line in reversed(branch.own[place:]):
            for edit in reversed(self.change(line).edits):
                _put(state, edit.key, edit.before)
        for line in path:
            for edit in self.change(line).edits:
                _put(state, edit.key, edit.after)
        return state


def without_text(value: Entity) -> Entity:
    """A revision as the history has it; anything else as it is."""
    if not isinstance(value, Revision):
        return value
    return Revision(value.id, value.document, value.number, "", value.sha256)


def _put(state: _Values, key: Key, value: Entity | None) -> None:
    if value is None:
        state.pop(key, None)
    else:
        state[key] = value


def _brought_together(base: State, one: State, other: State) -> _Values:
    """Two states as one that neither side has to give way to: what both changed counts as new on either."""
    found: _Values = {}
    for key in dict.fromkeys((*one, *other)):
        before, mine, theirs = base.get(key), one.get(key), other.get(key)
        if mine == theirs or theirs == before:
            _put(found, key, mine)
        elif mine == before:
            _put(found, key, theirs)
        elif mine is not None and theirs is not None:
            combined = combine(before, mine, theirs)
            _put(found, key, None if combined.clashing else combined.ours)
    return found
