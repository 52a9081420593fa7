"""What can be brought back, as its list shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.models.person_words import person_words
from ui.models.value_words import Known, full_words_of, noun, place_of, words_of
from workbench.change import Act
from workbench.model import Claim, Entity
from workbench.trash import Removal, SetAside, Trash

_NAMED = 3


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One line: what went, where from, how and when and by whom, and all that would come back with it."""

    key: tuple[int, str]
    kind: str
    words: str
    place: str
    how: str
    at: datetime
    by: str
    along: str
    preview: str
    what: Removal | SetAside

    @property
    def searched(self) -> str:
        """All that the filter looks through."""
        return f"{self.kind} {self.words} {self.place} {self.how} {self.by}".casefold()


def trash_rows(trash: Trash, known: Known) -> tuple[TrashRow, ...]:
    """The rows of what was removed and what was set aside, together, what went last first."""
    known.meet(value for removal in trash.removed for value in removal.values)
    rows = [_removed(removal, known) for removal in trash.removed]
    rows += [_aside(item, known) for item in trash.aside]
    return tuple(sorted(rows, key=lambda row: -row.key[0]))


def _removed(removal: Removal, known: Known) -> TrashRow:
    heads = removal.heads
    first = heads[0]
    words = [words_of(value, known) for value in heads[:_NAMED]]
    if len(heads) > _NAMED:
        words.append(_said("and {count} more").format(count=len(heads) - _NAMED))
    how = _said("Taken out by an undo") if removal.act is Act.UNDONE else _said("Removed")
    kind = noun(first) if len({type(value) for value in heads}) == 1 else _said("several things")
    return TrashRow(
        (removal.number, ""),
        kind[:1].upper() + kind[1:],
        " · ".join(words),
        place_of(first, known),
        how,
        removal.stamp.at.astimezone(),
        person_words(removal.stamp.by),
        _along(removal, heads),
        full_words_of(first, known) if len(heads) == 1 else " · ".join(words),
        removal,
    )


def _aside(item: SetAside, known: Known) -> TrashRow:
    kind = _said("Claim") if isinstance(item.value, Claim) else _said("Passage")
    joined = item.joined.after if item.joined else None
    along = _said("Said the same as “{words}”.").replace("{words}", words_of(joined, known)) if joined else ""
    return TrashRow(
        (item.number, item.value.id),
        kind,
        words_of(item.value, known),
        place_of(item.value, known),
        _said("Joined with another claim") if joined else _said("Set aside"),
        item.stamp.at.astimezone(),
        person_words(item.stamp.by),
        along,
        full_words_of(item.value, known),
        item,
    )


def _along(removal: Removal, heads: tuple[Entity, ...]) -> str:
    """What hung on it, counted: "3 claims, 12 passages"."""
    counted = Counter(noun(value) for value in removal.values if value not in heads)
    if not counted:
        return ""
    parts = ", ".join(f"{count} × {name}" for name, count in counted.most_common())
    return _said("With it: {parts}").replace("{parts}", parts)


def _said(text: str) -> str:
    return QCoreApplication.translate("Trash", text)
