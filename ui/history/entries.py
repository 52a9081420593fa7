"""The history as lines to be read: one entry for each change, and which of them an undo has taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui.history.phrases import CLAIM
from ui.history.telling import Telling, Topic, tell
from ui.models.value_words import Known
from workbench.change import Act, Change
from workbench.model import ClaimId, Sha256
from workbench.ports import Event
from workbench.undoing import Header

_WRITTEN = (
    "note",
    "answer",
    "conclusion",
    "question",
    "wording",
    "reason",
    "waiver",
    "owner",
    "name",
    "title",
    "asked",
    "words",
    "reopened_why",
)
"""The fields in which editors write words that the history can be searched for."""
_MOST_SEARCHED = 1_000
_MOST_EDITS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of the history. `at` is local time; `written` holds what can be searched for besides."""

    number: int
    hash: Sha256
    at: datetime
    by: str
    act: Act
    takes_back: tuple[int, ...]
    told: Telling
    written: str
    is_merge: bool

    @property
    def header(self) -> Header:
        """The event as the record knows it."""
        return Header(self.number, self.told.what, self.by, self.at, self.act, self.takes_back)

    @property
    def day(self) -> date:
        """The day on which it was done, where the editor is."""
        return self.at.date()

    def what(self, numbers: Mapping[ClaimId, int]) -> str:
        """What was done, an undo told as such; claims are called by the numbers they bear now."""
        claims = self.told.claims
        number = numbers.get(claims[0]) if claims else None
        what = self.told.what.replace(CLAIM, _claim_words(number))
        if self.act is Act.UNDONE:
            return _said("Undone: {what}").replace("{what}", what)
        return _said("Done again: {what}").replace("{what}", what) if self.act is Act.REDONE else what


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; None and "" want all."""

    claim: ClaimId | None = None
    by: str | None = None
    topic: Topic | None = None
    words: str = ""

    def wants(self, entry: Entry, numbers: Mapping[ClaimId, int]) -> bool:
        """Whether an entry is to be shown."""
        return (
            (self.claim is None or self.claim in entry.told.claims)
            and (self.by is None or self.by == entry.by)
            and (self.topic is None or self.topic is entry.told.topic)
            and (not self.words or self._found(entry, numbers))
        )

    def _found(self, entry: Entry, numbers: Mapping[ClaimId, int]) -> bool:
        said = f"{entry.what(numbers)} {entry.told.words} {entry.by} {entry.written}".casefold()
        return all(word in said for word in self.words.casefold().split())


def entry(event: Event, known: Known) -> Entry:
    """The entry of an event; what it was about is known from then on. To be asked newest first."""
    change = event.change
    known.meet_all_of(change)
    stamp = change.stamp
    told, merge = tell(change, known), change.merged is not None
    return Entry(
        event.number,
        event.hash,
        stamp.at.astimezone(),
        stamp.by,
        change.act,
        change.takes_back,
        told,
        _written(change),
        merge,
    )


class CrossedOut:
    """Which events are taken back by an undo that has not been taken back itself."""

    def __init__(self) -> None:
        self._takes_back: dict[int, tuple[int, ...]] = {}
        self._crossed: set[int] = set()

    def __contains__(self, number: object) -> bool:
        return number in self._crossed

    def read(self, entries: Iterable[Entry]) -> None:
        """Take in entries older than all so far, newest first."""
        for item in entries:
            self._takes_back[item.number] = item.takes_back
            if item.number not in self._crossed:
                self._crossed.update(item.takes_back)

    def add(self, item: Entry) -> None:
        """Take in an entry newer than all so far."""
        self._takes_back[item.number] = item.takes_back
        for number in item.takes_back:
            self._cross(number, True)

    def _cross(self, number: int, crossed: bool) -> None:
        """Cross an event out, or hold it good again; what it took back then becomes the opposite."""
        waiting = [(number, crossed)]
        while waiting:
            number, crossed = waiting.pop()
            if crossed == (number in self._crossed):
                continue
            (self._crossed.add if crossed else self._crossed.discard)(number)
            waiting += [(other, not crossed) for other in self._takes_back.get(number, ())]


def _written(change: Change) -> str:
    found: dict[str, None] = {}
    for edit in change.edits[:_MOST_EDITS]:
        for value in (edit.after, edit.before):
            for name in _WRITTEN:
                words = getattr(value, name, "")
                if words and isinstance(words, str):
                    found[words[:_MOST_SEARCHED]] = None
    return " ".join(found)


def _claim_words(number: int | None) -> str:
    if number is None:
        return _said("a claim")
    return _said("claim {number}").format(number=number)


def _said(text: str) -> str:
    return QCoreApplication.translate("History", text)
