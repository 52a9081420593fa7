"""What each merge of a history brought in, to be shown beneath it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from workbench.events import event_change
from workbench.model import Sha256
from workbench.ports import Event, Line


class Lines(Protocol):
    """Where events are looked up word for word; a `Store`."""

    def own_line(self) -> tuple[Line, ...]:
        """The events of the history as stored, oldest first."""

    def lines(self) -> tuple[Line, ...]:
        """The events that merges brought in."""


def brought_in(merges: Iterable[Event], lines: Iterable[Line]) -> Mapping[int, tuple[Event, ...]]:
    """The events that came in with each merge, by its number in the history, the oldest first.

    `merges` are events of the history, oldest first; those that merged nothing are passed over. What a
    colleague had merged is among theirs; what came in with an earlier merge is told there.
    """
    known = {line.hash: line for line in lines}
    told: set[Sha256] = set()
    found: dict[int, tuple[Event, ...]] = {}
    for event in merges:
        if event.change.merged is not None:
            fresh = tuple(_behind(event.change.merged, known, told))
            found[event.number] = tuple(sorted(fresh, key=lambda item: (item.change.stamp.at, item.number)))
    return found


def people_of(lines: Iterable[Line]) -> frozenset[str]:
    """Who did something in lines that were merged."""
    return frozenset(json.loads(line.event)["by"] for line in lines)


def parted_at(hash: Sha256, store: Lines) -> int | None:
    """The number of the last event of the history that led to an event of a merged line, `hash`.

    That of the event itself where it stands in the history; None where it is in neither.
    """
    before = {line.hash: line.previous for line in store.lines()}
    while hash in before:
        hash = before[hash]
    return next((line.number for line in store.own_line() if line.hash == hash), None)


def _behind(merged: Sha256, known: Mapping[Sha256, Line], told: set[Sha256]) -> Iterator[Event]:
    waiting = [merged]
    while waiting:
        line = known.get(waiting.pop())
        if line is not None and line.hash not in told:
            told.add(line.hash)
            change = event_change(line.event)
            yield Event(line.number, line.hash, change)
            waiting += filter(None, (line.previous, change.merged))
