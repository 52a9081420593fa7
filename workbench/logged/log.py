"""The log of a file without text: one line for each place of it, which is the document's text.

The log is written by the desk, and yet a text once written never changes: each line that is added, changed or
removed makes a new revision. Passages that were linked go along with their lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.change import Act, Change, Edit, Stamp, added, removed
from workbench.documents import digest
from workbench.drafts import carry
from workbench.errors import WorkbenchError
from workbench.kinds import Medium, Status, ZoneRole
from workbench.logged.places import in_order, place_of
from workbench.model import (
    Attribution,
    Document,
    Evidence,
    Layout,
    Passage,
    Place,
    Remark,
    Revision,
    RevisionId,
    Zone,
    passage,
)
from workbench.text import Span, normalise

Tied = TypeVar("Tied", Evidence, Remark)


class NoNote(WorkbenchError):
    """A line of a log without words."""


class NoSuchLine(WorkbenchError):
    """The log has no such line, or no log is kept of the document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a log: a place as it is cited, and what there is."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Log:
    """A log as the case holds it, and what is tied to words of its latest text."""

    document: Document
    revision: Revision
    layout: Layout
    evidence: Sequence[Evidence] = ()
    remarks: Sequence[Remark] = ()
    attributions: Sequence[Attribution] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its lines."""
        return entries(self.revision, self.layout)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A log as it is to be. `change` is the editor's; `proposals` goes right after it, None when empty."""

    change: Change
    proposals: Change | None


def note_at(medium: Medium, place: str, words: str) -> Entry:
    """A line for a log, as it was typed.

    Raises:
        NoSuchPlace, NoNote: nothing was added.
    """
    label = place_of(medium, place)
    said = " ".join(normalise(words).split())
    if not said:
        raise NoNote("Write what is seen or heard there. Nothing was added.")
    return Entry(label, said)


def entries(revision: Revision, layout: Layout) -> tuple[Entry, ...]:
    """The lines of a log, read off its text and places."""
    return tuple(
        Entry(place.label, line[len(place.label) :].removeprefix(":").strip())
        for place in layout.places
        if (line := place.span.of(revision.text))
    )


def add_line(log: Log, entry: Entry, new_id: Callable[[], str], stamp: Stamp) -> Rewritten:
    """Add a line, where it belongs by its place."""
    lines = [*_kept(log), (entry, None)]
    return _rewritten(log, lines, "Add to the log", new_id, stamp)


def change_line(log: Log, number: int, entry: Entry, new_id: Callable[[], str], stamp: Stamp) -> Rewritten:
    """Write the line of that number (from 0) anew.

    Raises:
        NoSuchLine: there is none.
    """
    lines = _kept(log)
    _require(number, lines)
    lines[number] = (entry, number)
    return _rewritten(log, lines, "Change the log", new_id, stamp)


def remove_line(log: Log, number: int, new_id: Callable[[], str], stamp: Stamp) -> Rewritten:
    """Take out the line of that number (from 0). What is linked to it stays linked to the earlier text.

    Raises:
        NoSuchLine: there is none.
    """
    lines = _kept(log)
    _require(number, lines)
    del lines[number]
    return _rewritten(log, lines, "Remove from the log", new_id, stamp)


Line = tuple[Entry, int | None]
"""A line, and the number of the one it was before."""


def _kept(log: Log) -> list[Line]:
    return [(entry, number) for number, entry in enumerate(log.entries)]


def _require(number: int, lines: Sequence[Line]) -> None:
    if not 0 <= number < len(lines):
        raise NoSuchLine("This line is no longer in the log. Nothing was changed.")


def _rewritten(
    log: Log, lines: Sequence[Line], label: str, new_id: Callable[[], str], stamp: Stamp
) -> Rewritten:
    medium = log.document.medium
    if medium is None:
        raise NoSuchLine("This document is a text of its own, so no log is kept of it.")
    ordered = sorted(lines, key=lambda line: in_order(medium, line[0].place))
    revision, layout = _written(log, ordered, medium, RevisionId(new_id()))
    became = {number: at for at, (_, number) in enumerate(ordered) if number is not None}
    there = _Carrying(log, revision, layout, became)
    proposed = [item for item in log.evidence if item.status is Status.PROPOSED]
    taken_up = [item for item in log.evidence if item.status is not Status.PROPOSED]
    edits = (
        *added(revision, layout),
        *removed(*log.attributions),
        *there.moved(taken_up),
        *there.moved(log.remarks),
    )
    rest = tuple(there.moved(proposed, loose=True))
    proposals = Change("Carry proposals over", stamp, rest, Act.PROPOSED) if rest else None
    return Rewritten(Change(label, stamp, edits), proposals)


def _written(log: Log, lines: Sequence[Line], medium: Medium, id: RevisionId) -> tuple[Revision, Layout]:
    """The text of a log. A place is no part of what is said: figures in it are no figures of a claim."""
    gap = " " if medium is Medium.RECORDING else ": "
    parts, zones, places, start = list[str](), list[Zone](), list[Place](), 0
    for entry, _ in lines:
        line = f"{entry.place}{gap}{entry.words}"
        places.append(Place(Span(start, start + len(line)), entry.place))
        zones.append(Zone(Span(start, start + len(entry.place + gap.rstrip())), ZoneRole.FURNITURE))
        parts.append(line)
        start += len(line) + 1
    text = "\n".join(parts)
    number = log.revision.number + 1
    revision = Revision(id, log.document.id, number, text, digest(text.encode()))
    return revision, Layout(id, tuple(zones), tuple(places))


@dataclass(frozen=True, slots=True)
class _Carrying:
    """Carries passages to the new text of a log; `became` says which line each old one is now."""

    log: Log
    revision: Revision
    layout: Layout
    became: Mapping[int, int]

    def moved(self, tied: Sequence[Tied], *, loose: bool = False) -> Iterator[Edit]:
        """What goes along; of the rest, only what is `loose` leaves."""
        for item in tied:
            there = self._there(item.passage)
            if there is not None:
                yield Edit(item, replace(item, passage=passage(self.revision, there)))
            elif loose:
                yield from removed(item)

    def _there(self, place: Passage) -> Span | None:
        """Where the words of a passage stand now; None where they don't."""
        span, old = place.span, self.log.layout.places
        first = bisect_right(old, span.start, key=lambda line: line.span.end)
        last = bisect_left(old, span.end, key=lambda line: line.span.start) - 1
        if last < first:
            return None
        if first == last and old[first].span.contains(span):
            return self._in_line(first, span)
        begin, end = self._in_line(first, old[first].span), self._in_line(last, old[last].span)
        if begin is None or end is None:
            return None
        start, stop = (
            begin.start + span.start - old[first].span.start,
            end.end + span.end - old[last].span.end,
        )
        same = start < stop and self.revision.text[start:stop] == span.of(self.log.revision.text)
        return Span(start, stop) if same else None

    def _in_line(self, number: int, span: Span) -> Span | None:
        if number not in self.became:
            return None
        before = self.log.layout.places[number].span
        after = self.layout.places[self.became[number]].span
        old, new = before.of(self.log.revision.text), after.of(self.revision.text)
        within: Span | None = span.shifted(-before.start)
        if old != new:
            (fate,) = carry(old, new, (span.shifted(-before.start),)).passages
            within = fate.place
        return within.shifted(after.start) if within is not None else None
