"""The record of a case: what is odd about it, and whether it is still the one that was seen before.

Whoever can write a case file can write a whole new history into it. Only what was kept elsewhere, the last
hash that somebody saw, shows that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workbench.backups import Mark
from workbench.model import Sha256
from workbench.undoing import Header

HashOf = Callable[[int], Sha256 | None]
"""The hash of an event by its number; None where the history has no such event."""

_NOTEWORTHY = timedelta(seconds=1)
"""By less than this a clock is put right all the time."""


class Oddity(StrEnum):
    """What may be odd about an event that is otherwise as it should be."""

    CLOCK_SET_BACK = "clock set back"
    """It bears an earlier time than the event before it: the clock of the computer was set back."""
    NAMELESS = "nameless"
    """It does not say who made the change."""


@dataclass(frozen=True, slots=True)
class Odd:
    """An event that an editor should look at. `back` is how far the clock was set back before it."""

    number: int
    oddity: Oddity
    back: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Seen:
    """A history as Twosource saw it: its last event, when, and the path of the file."""

    mark: Mark
    at: datetime
    place: str


def oddities(headers: Iterable[Header]) -> tuple[Odd, ...]:
    """What is odd about a history, in the order of its events; they may be given in any order.

    Such events are kept as they are: neither is a reason to doubt the record, but a reader should know.
    """
    found, before = list[Odd](), None
    for header in sorted(headers, key=lambda header: header.number):
        if not header.by.strip():
            found.append(Odd(header.number, Oddity.NAMELESS))
        if before is not None and before - header.at >= _NOTEWORTHY:
            found.append(Odd(header.number, Oddity.CLOCK_SET_BACK, before - header.at))
        before = header.at
    return tuple(found)


def concerning(seen: Sequence[Seen], place: str) -> tuple[Seen, ...]:
    """What a file at `place` has to be compared with: what was seen there, or all when nothing was.

    Copies of a case go on apart, each at its own place; one that turns up somewhere else may be any of them.
    """
    return tuple(item for item in seen if item.place == place) or tuple(seen)


def departed(seen: Iterable[Seen], hash_of: HashOf) -> tuple[Seen, ...]:
    """What was seen and the history no longer leads through, that with the most events first."""
    gone = (item for item in seen if hash_of(item.mark.number) != item.mark.hash)
    return tuple(sorted(gone, key=lambda item: item.mark.number, reverse=True))


def overtaken(seen: Iterable[Seen], place: str, hash_of: HashOf) -> tuple[Mark, ...]:
    """The marks of a place that the history leads through: its end stands for them from now on."""
    return tuple(
        item.mark for item in seen if item.place == place and hash_of(item.mark.number) == item.mark.hash
    )


def told(departed: Seen, last: int, place: str) -> str:
    """A sentence about a history that ends with event `last` and does not lead through what was seen."""
    when = f"{departed.at.astimezone():%d %B %Y at %H:%M}".lstrip("0")
    where = "" if departed.place == place else f" in “{departed.place}”"
    if last < departed.mark.number:
        return (
            f"The record of this case ends with change {last}, but Twosource saw {departed.mark.number} "
            f"changes{where} on {when}. Its end was cut off, or an older copy was put in its place. Look for "
            "the newer file before you go on."
        )
    return (
        f"The record of this case is not the one that Twosource saw on {when}{where}: change "
        f"{departed.mark.number} is another. It is a colleague's copy, or the record was rewritten. Compare "
        "it with the copy you trust before you go on."
    )
