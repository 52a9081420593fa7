"""Marks on a text, and an index that says which of them lie in a stretch of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ui.theme.colours import Tone
from workbench.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are shown as marked.

    `badge` is the number in the margin, "" for none. A `proposed` mark is drawn lighter, with dots.
    `hint` is shown, as plain text, when the mouse rests on the words. A `bare` mark leaves the ground of the
    words as it is.
    """

    key: str
    span: Span
    tone: Tone
    badge: str = ""
    proposed: bool = False
    hint: str = ""
    bare: bool = False


_FINEST, _STEP = 9, 3
_SHIFTS = tuple(_FINEST + _STEP * max(0, -(-(bits - _FINEST) // _STEP)) for bits in range(64))
"""By the number of differing bits of a span's ends: the size, as a power of two, of its bin."""


_Entry = tuple[int, int, str, Mark]
"""Start, negative end and key before the mark itself, so that entries sort into reading order."""


class MarkIndex:
    """Marks by place, each in the smallest bin that holds it whole (Kent et al. 2002, UCSC binning).

    Adding, removing and asking cost the same however many marks there are. Marks of no words are left out.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks: dict[str, Mark] = {}
        self._bins: dict[tuple[int, int], list[_Entry]] = {}
        self._shifts: set[int] = set()
        for mark in marks:
            self.put(mark)

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, key: str) -> Mark | None:
        """The mark of that key."""
        return self._marks.get(key)

    def put(self, mark: Mark) -> None:
        """Add a mark, in place of one with the same key."""
        if mark.key in self._marks:
            self.remove(mark.key)
        start, end = mark.span.start, mark.span.end
        if start == end:
            return
        self._marks[mark.key] = mark
        shift = _SHIFTS[(start ^ (end - 1)).bit_length()]
        self._shifts.add(shift)
        self._bins.setdefault((shift, start >> shift), []).append((start, -end, mark.key, mark))

    def remove(self, key: str) -> None:
        """Take a mark out. Raises `KeyError` when there is none of that key."""
        span = self._marks.pop(key).span
        shift = _SHIFTS[(span.start ^ (span.end - 1)).bit_length()]
        entries = self._bins[shift, span.start >> shift]
        entries[:] = [entry for entry in entries if entry[2] != key]

    def over(self, start: int, end: int) -> list[Mark]:
        """The marks that share a character with `[start, end)`, in reading order, longer ones first."""
        found = [
            entry
            for shift in self._shifts
            for at in range(start >> shift, (max(start, end - 1) >> shift) + 1)
            for entry in self._bins.get((shift, at), ())
            if entry[0] < end and start < -entry[1]
        ]
        found.sort()
        return [entry[3] for entry in found]


def lanes(marks: Sequence[Mark]) -> dict[str, int]:
    """A lane, counted from 0, for each of some marks in reading order, so that no two in a lane overlap."""
    ends: list[int] = []
    chosen: dict[str, int] = {}
    for mark in marks:
        lane = next((lane for lane, end in enumerate(ends) if end <= mark.span.start), len(ends))
        ends[lane : lane + 1] = [mark.span.end]
        chosen[mark.key] = lane
    return chosen
